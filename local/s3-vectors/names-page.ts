import { optionalText, optionalWhole, type Input } from './fields.ts';
import { NAMES_PAGE } from './limits.ts';
import { invalid } from './validation.ts';

/** A page of what has names, in their order; the token is the last name of the page before. */
export function namesPage<T extends { name: string }>(
  all: readonly T[],
  input: Input,
): { page: T[]; nextToken: string | undefined } {
  const most = optionalWhole(input, 'maxResults', 1, NAMES_PAGE) ?? NAMES_PAGE;
  const prefix = optionalText(input, 'prefix', 63) ?? '';
  const after = lastName(optionalText(input, 'nextToken', 512));
  const rest = all.filter(({ name }) => name.startsWith(prefix) && name > after);
  const page = rest.slice(0, most);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  return { page, nextToken: last && Buffer.from(`after ${last.name}`).toString('base64url') };
}

function lastName(token: string | undefined): string {
  if (token === undefined) return '';
  const [, name] = /^after (\S+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  if (name === undefined) throw invalid('/nextToken', 'Must be the nextToken of the page before');
  return name;
}
