import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Database } from '../../shared/database/client.ts';
import type { User } from '../../shared/database/users.ts';
import { InvalidInputError, NotFoundError, type FieldProblem } from '../../shared/errors.ts';
import { validate } from '../../shared/middleware/validate.ts';

export interface OpenRequest {
  db: Database;
  event: APIGatewayProxyEventV2;
}
export interface PersonRequest extends OpenRequest {
  user: User;
}
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}
export interface Route<Request> {
  run: (request: Request) => Promise<Answer>;
}
export interface PersonRoute extends Route<PersonRequest> {
  /**
   * For what is asked over and over: an answer in one statement where the key is good and what is asked for is its owner's.
   * Undefined otherwise; what is wrong is then found out the usual way.
   */
  runByKey?: (request: OpenRequest & { key: string }) => Promise<Answer | undefined>;
}
/** Answer only a person whose key is known. */
export type Routes = Partial<Record<string, PersonRoute>>;
/** Answer anybody. */
export type OpenRoutes = Partial<Record<string, Route<OpenRequest>>>;

/** The JSON body as `schema` describes it. */
export function readBody<S extends z.ZodType>(event: APIGatewayProxyEventV2, schema: S): z.output<S> {
  return validate(schema, readJson(event), 'The body');
}

/** The JSON body as it came, with nothing in it that cannot be stored. */
export function readJson(event: APIGatewayProxyEventV2): unknown {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  let body: unknown;
  try {
    body = JSON.parse(text === '' ? '{}' : text);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'it cannot be parsed';
    throw new InvalidInputError('The body is not JSON.', [{ path: '', message }]);
  }
  const problems = unstorable(body, '');
  if (problems.length > 0)
    throw new InvalidInputError('The body has text that cannot be stored.', problems.slice(0, 100));
  return body;
}

/** PostgreSQL keeps no NUL, and half a surrogate pair is no character. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

function unstorable(value: unknown, path: string): FieldProblem[] {
  if (typeof value === 'string') {
    return isStorable(value) ? [] : [{ path, message: 'has a NUL character or half a surrogate pair in it' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
    return unstorable(one, `${path}${step}`);
  });
}

/** The query string as `schema` describes it; a parameter nobody knows is refused. */
export function readQuery<S extends z.ZodType>(event: APIGatewayProxyEventV2, schema: S): z.output<S> {
  const problems = unstorable(event.queryStringParameters ?? {}, '');
  if (problems.length > 0) throw new InvalidInputError('The query string does not fit.', problems);
  return validate(schema, event.queryStringParameters ?? {}, 'The query string');
}

const uuid = z.uuid();

/** A path parameter that is an id; undefined where it is none at all. */
export function findPathId(event: APIGatewayProxyEventV2): string | undefined {
  return uuid.safeParse(event.pathParameters?.id).data?.toLowerCase();
}

/** The same; what is no id at all is answered like an id that does not exist. */
export function pathId(event: APIGatewayProxyEventV2, what: string): string {
  const id = findPathId(event);
  if (id === undefined) throw new NotFoundError(`There is no such ${what}.`);
  return id;
}

/** Keyset pages: `limit` rows after the key `after`. */
export const page = z.strictObject({
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** A page of rows and the key that the next one starts after, null when this is the last. */
export function pageOf<T>(rows: T[], limit: number, key: (row: T) => string): { items: T[]; next: string | null } {
  const last = rows.at(-1);
  return { items: rows, next: rows.length === limit && last !== undefined ? key(last) : null };
}
