import * as z from 'zod';
import { RdsDataError } from './errors.ts';

/** How the service reads a secret: its value as text; undefined where it has none, or there is no such secret. */
export type ReadSecret = (arn: string) => string | undefined;

const credentials = z.object({ username: z.string().min(1), password: z.string().min(1) });

/**
 * The user that a secret names, in the JSON that RDS itself writes for one. Its password is not checked: the database of a laptop
 * asks for none.
 *
 * @throws {RdsDataError} SecretsErrorException
 */
export function userOfSecret(arn: string, read: ReadSecret): string {
  const value = read(arn);
  if (value === undefined) {
    throw new RdsDataError('SecretsErrorException', 400, `Secrets Manager can't find a value of the secret ${arn}.`);
  }
  const parsed = credentials.safeParse(jsonOf(value));
  if (parsed.success) return parsed.data.username;
  throw new RdsDataError('SecretsErrorException', 400, `The secret ${arn} holds no username and password.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
