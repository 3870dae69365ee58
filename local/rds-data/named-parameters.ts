import { badRequest, ownDatabaseError, validationError } from './errors.ts';

/** SQL with `$1`-style places, and the name that stands in each place. */
export interface NumberedSql {
  readonly text: string;
  readonly names: readonly string[];
}

/**
 * One alternative per lexical element in which a colon or a semicolon has no meaning of its own, tried in this order
 * (https://www.postgresql.org/docs/16/sql-syntax-lexical.html): escape strings, strings, quoted identifiers, line comments,
 * the start of a block comment (they nest), dollar quotes, casts, then names, parameters and semicolons.
 */
const token =
  /(?<escape>\b[eE]'(?:[^'\\]|\\[\s\S]|'')*')|(?<string>'(?:[^']|'')*')|(?<identifier>"(?:[^"]|"")*")|(?<line>--[^\n\r]*)|(?<block>\/\*)|(?<dollar>\$(?<tag>(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$)|(?<cast>::)|(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|:(?<name>\w+)|(?<end>;)/g;

/** The index just after the block comment that opens at `start`. */
function skipBlockComment(sql: string, start: number): number {
  let depth = 0;
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start;
  for (let found = edge.exec(sql); found !== null; found = edge.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}

/**
 * Replaces `:name` by `$n`; a name used twice gets one place. Parameters that the SQL does not use are allowed.
 * @param given the names that have a value.
 * @throws {RdsDataError} BadRequestException naming a parameter without a value; ValidationException on a second statement;
 *   DatabaseErrorException on COPY, whose data would have to come on a channel that the API does not have.
 */
export function numberParameters(sql: string, given: ReadonlySet<string>): NumberedSql {
  const names: string[] = [];
  let text = '';
  let copied = 0;
  let ended = false;
  let command: string | undefined;
  token.lastIndex = 0;
  for (let found = token.exec(sql); found !== null; found = token.exec(sql)) {
    const groups = found.groups ?? {};
    const isComment = groups.line !== undefined || groups.block !== undefined;
    if (!isComment) command ??= found[0].toUpperCase();
    if (command === 'COPY') throw ownDatabaseError('COPY is not supported', '0A000');
    const between = sql.slice(copied, found.index);
    if (ended && (between.trim() !== '' || (!isComment && groups.end === undefined))) throw multistatements();
    text += between;
    let piece = found[0];
    if (groups.block !== undefined) {
      token.lastIndex = skipBlockComment(sql, found.index);
      piece = sql.slice(found.index, token.lastIndex);
    } else if (groups.dollar !== undefined) {
      const close = sql.indexOf(groups.dollar, token.lastIndex);
      token.lastIndex = close < 0 ? sql.length : close + groups.dollar.length;
      piece = sql.slice(found.index, token.lastIndex);
    } else if (groups.name !== undefined) {
      piece = `$${place(groups.name, names, given)}`;
    } else if (groups.end !== undefined) {
      ended = true;
    }
    text += piece;
    copied = token.lastIndex;
  }
  const rest = sql.slice(copied);
  if (ended && rest.trim() !== '') throw multistatements();
  return { text: text + rest, names };
}

function place(name: string, names: string[], given: ReadonlySet<string>): number {
  if (!given.has(name)) throw badRequest(`Cannot find parameter: ${name}`);
  const known = names.indexOf(name);
  return known >= 0 ? known + 1 : names.push(name);
}

const multistatements = () => validationError("Multistatements aren't supported.");
