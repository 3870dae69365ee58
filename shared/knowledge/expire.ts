import type { Queryable } from '../database/client.ts';
import { dateAhead, retireDocuments } from '../database/knowledge-documents.ts';
import { ConfigurationError } from '../errors.ts';
import { documentKinds } from '../schemas/knowledge.ts';
import type { DocumentKind } from '../schemas/knowledge.ts';
import { latestDay } from './prepare-document.ts';
import { removeWaste } from './remove-waste.ts';

/** Days that documents of a kind are kept from the day they were published or read; a kind without an entry stays. */
export type ExpiryPolicy = ReadonlyMap<DocumentKind, number>;

const DAY = 86_400_000;

/**
 * @param text e.g. "note 120, article 365"
 * @throws {ConfigurationError} where it is not of that form
 */
export function readExpiryPolicy(text: string): ExpiryPolicy {
  const entries = text.split(',').map((entry) => entry.trim());
  return new Map(
    entries
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [, name, days] = /^([a-z]+) ([1-9]\d{0,4})$/.exec(entry) ?? [];
        const kind = documentKinds.find((one) => one === name);
        if (kind === undefined) {
          throw new ConfigurationError(`EXPIRY_DAYS has "${entry}"; it is to be like "note 120, article 365".`);
        }
        return [kind, Number(days)] as const;
      }),
  );
}

/** Takes out what is older than its kind is kept, then deletes all vectors that answer nothing. */
export async function expireDocuments(
  db: Queryable,
  policy: ExpiryPolicy,
  now: Date = new Date(),
): Promise<{ expired: number; cleaned: number }> {
  await dateAhead(db, latestDay(now));
  let expired = 0;
  for (const [kind, days] of policy) {
    const before = new Date(now.getTime() - days * DAY).toISOString().slice(0, 10);
    expired += await retireDocuments(db, { before, kind });
  }
  let cleaned = 0;
  for (let some = await removeWaste(db); some > 0; some = await removeWaste(db)) cleaned += some;
  return { expired, cleaned };
}
