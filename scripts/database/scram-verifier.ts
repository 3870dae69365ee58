import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';

/** PostgreSQL's own default, `scram_iterations`. */
const ITERATIONS = 4096;

/**
 * What PostgreSQL keeps in the place of a password, and takes in its place: the database, its logs and its statistics never see the
 * password itself. RFC 5802, section 3; the form is that of
 * https://www.postgresql.org/docs/current/catalog-pg-authid.html.
 *
 * @param password of ASCII, which needs no preparing (RFC 4013)
 */
export function scramVerifier(password: string, salt: Buffer): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyOf = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64');
  const serverKey = keyOf('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
