import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { findUserByApiKey } from '../database/api-keys.ts';
import type { Queryable } from '../database/client.ts';
import type { User } from '../database/users.ts';
import { UnauthenticatedError } from '../errors.ts';

/** The personal API key in `Authorization: Bearer KEY` or `x-api-key: KEY`, as it was sent. */
export function sentApiKey({ headers }: APIGatewayProxyEventV2): string {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  const key = bearer ?? headers['x-api-key'];
  if (key === undefined || key === '') {
    throw new UnauthenticatedError('Send your API key: "Authorization: Bearer alex_…" or "x-api-key: alex_…".');
  }
  return key;
}

/** Whose request it is, by that key. */
export async function authenticate(db: Queryable, event: APIGatewayProxyEventV2): Promise<User> {
  const user = await findUserByApiKey(db, sentApiKey(event));
  if (user === undefined) throw new UnauthenticatedError('This API key is unknown, expired or revoked.');
  return user;
}
