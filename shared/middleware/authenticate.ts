import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';
import { findUserByApiKey } from '../database/api-keys.ts';
import type { Queryable } from '../database/client.ts';
import type { User } from '../database/users.ts';
import { UnauthenticatedError } from '../errors.ts';

/** A request as either kind of route hands it on: `rest` leaves names of headers as they were sent, `http` writes them small. */
type Routed = Pick<APIGatewayProxyEvent, 'headers'> | Pick<APIGatewayProxyEventV2, 'headers'>;

/** The personal API key in `Authorization: Bearer KEY` or `x-api-key: KEY`, as it was sent. */
export function sentApiKey(event: Routed): string {
  const headers = writtenSmall(event);
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const key = bearer ?? headers['x-api-key'];
  if (key === undefined || key === '') {
    throw new UnauthenticatedError('Send your API key: "Authorization: Bearer alex_…" or "x-api-key: alex_…".');
  }
  return key;
}

const writtenSmall = ({ headers }: Routed): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/**
 * Whose request it is, by that key.
 *
 * @throws {UnauthenticatedError} for nobody known: `invocation()` answers it with 401
 */
export async function authenticate(db: Queryable, event: Routed): Promise<User> {
  const user = await findUserByApiKey(db, sentApiKey(event));
  if (user === undefined) throw new UnauthenticatedError('This API key is unknown, expired or revoked.');
  return user;
}
