// A page of another origin sends an API only the headers that its CORS configuration takes, and reads only those that it exposes.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { UnauthenticatedError, UnavailableError } from '../../shared/errors.ts';
import { problemResponse } from '../../shared/middleware/problem-json.ts';
import type { Resource } from './planned-fleet.ts';

const ROOT = join(import.meta.dirname, '../..');
const source = ['lambdas/api/**/*.ts', 'shared/middleware/authenticate.ts']
  .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

/** A page that sends JSON has to name its type. */
const read = [
  'content-type',
  ...[...source.matchAll(/\bheaders(?:\.(\w+)|\['([\w-]+)'\])/g)].map(([, plain, quoted]) => plain ?? quoted ?? ''),
];
/** https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
const ALWAYS_READABLE = 'content-type';
const answered = [
  ...[...source.matchAll(/\bheaders: \{ '?([\w-]+)'?:/g)].map(([, name = '']) => name),
  ...[new UnavailableError(''), new UnauthenticatedError('')].flatMap((error) =>
    Object.keys(problemResponse(error).headers ?? {}),
  ),
].filter((name) => name !== ALWAYS_READABLE);

const cors = z.array(
  z.object({ allow_headers: z.array(z.string()).nullish(), expose_headers: z.array(z.string()).nullish() }),
);

/** Headers that the API reads or answers, and that a page cannot send or read, a line each. */
export const webPageFindings = (resources: readonly Resource[]): string[] =>
  resources
    .filter(({ type }) => type === 'aws_apigatewayv2_api')
    .flatMap(({ address, values }) =>
      cors
        .parse(values.cors_configuration ?? [])
        .flatMap(({ allow_headers, expose_headers }) => [
          ...lacking(read, allow_headers).map((name) => `${address}: a page cannot send ${name}`),
          ...lacking(answered, expose_headers).map((name) => `${address}: a page cannot read ${name}`),
        ]),
    );

const lacking = (names: readonly string[], given: readonly string[] | null | undefined): string[] =>
  [...new Set(names)].filter((name) => given?.includes(name) !== true);
