import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod';
import { readSecret } from '../../../shared/aws/secrets-manager.ts';
import { ConfigurationError, UnauthenticatedError } from '../../../shared/errors.ts';

const researcherKey = z.object({ key: z.string().min(16) });

/** The key that callers must send, from the secret `researcher-key`. */
export async function readKey(): Promise<string> {
  const parsed = researcherKey.safeParse(await readSecret('researcher-key'));
  if (parsed.success) return parsed.data.key;
  throw new ConfigurationError('The secret researcher-key has to be {"key": "…"} with at least 16 characters.');
}

/**
 * Lets a request pass that carries the key, in `x-api-key` or as a bearer token. Digests are compared, which are of one length,
 * in a time that tells nothing of where they differ.
 *
 * @throws {UnauthenticatedError}
 */
export async function authorize(headers: IncomingHttpHeaders, key: () => Promise<string>): Promise<void> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const header = headers['x-api-key'];
  const sent = bearer ?? (typeof header === 'string' ? header : '');
  if (sent === '')
    throw new UnauthenticatedError('Send the researcher’s key: "x-api-key: …" or "Authorization: Bearer …".');
  if (!timingSafeEqual(digest(sent), digest(await key())))
    throw new UnauthenticatedError('This key is not the researcher’s.');
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
