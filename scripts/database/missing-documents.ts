import type { Queryable } from '../../shared/database/client.ts';
import { listVersions, type DocumentVersion } from '../../shared/database/knowledge-vectors.ts';
import { AlexError } from '../../shared/errors.ts';
import { withoutVectors } from '../../shared/knowledge/missing-vectors.ts';
import { allOf } from '../terminal/all-of.ts';
import type { Target } from '../target/target.ts';
import type { Found } from './count-findings.ts';
import type { TableState } from './read-tables.ts';

/** So many documents are named. */
const NAMED = 3;
const COLUMNS = ['id', 'url', 'title', 'version', 'chunks', 'hash'];

/**
 * What documents are in the database and not, or not whole, in the vector index, where alone their text is: of all of them, one call of
 * the index for each 100 passages. `useTarget` has been called. Changes nothing.
 *
 * @param tables those that there are: where none of documents is, or is not migrated, nothing is asked
 */
export async function missingDocuments(
  db: Queryable,
  { vectors, name }: Pick<Target, 'vectors' | 'name'>,
  tables: readonly TableState[],
): Promise<Found[]> {
  const table = tables.find((one) => one.name === 'knowledge_documents');
  if (table === undefined || table.rows === 0 || !COLUMNS.every((column) => table.columns.has(column))) return [];
  if (vectors === undefined)
    return [
      found('note', table.rows, WITHOUT_INDEX, `To have them again: npm run deploy -- --stage 3. ${sendAgain(name)}`),
    ];
  try {
    // Those first that only a person can send again.
    const missing = (await lackingIn(db)).toSorted((one, other) => Number(isOfFile(other)) - Number(isOfFile(one)));
    if (missing.length === 0) return [];
    const named = allOf(missing.slice(0, NAMED).map(({ title, url }) => `“${title}” (${url})`));
    const others = missing.length > NAMED ? `, and ${missing.length - NAMED} more` : '';
    return [found('fault', missing.length, LOST, `${sendAgain(name)} ${FORGOTTEN} They are: ${named}${others}`)];
  } catch (error) {
    if (!(error instanceof AlexError)) throw error;
    return [found('fault', table.rows, UNASKED, error.message)];
  }
}

const LOST =
  'documents are not, or not whole, in the vector index, where alone their text is: it was emptied or made anew, and no search finds them';
const WITHOUT_INDEX = 'documents are known by name only: their text went with the vector index of stage 3';
const UNASKED = 'documents may be found or not: the vector index, where their text is, could not be asked';
const sendAgain = (target: string): string =>
  `Send yours again: npm run ingest -- FILE --target ${target}. What the researcher reads it brings again: npm run research -- --topic SUBJECT --target ${target}.`;
const FORGOTTEN = 'What is gone a week after the daily clean-up saw it is forgotten.';

const isOfFile = ({ url }: DocumentVersion): boolean => url.startsWith('urn:alex:file:');

async function lackingIn(db: Queryable): Promise<DocumentVersion[]> {
  const missing: DocumentVersion[] = [];
  for (let skip = 0; ;) {
    const some = await listVersions(db, { skip });
    if (some.length === 0) return missing;
    missing.push(...(await withoutVectors(some)));
    skip += some.length;
  }
}

const found = (kind: 'fault' | 'note', count: number, says: string, remedy: string): Found => ({
  finding: { kind, says, remedy },
  count,
});
