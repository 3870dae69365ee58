import { quotation } from './file-problem.ts';
import type { TableRow } from './table-row.ts';

/** Contracts, in the plural: their value hangs on another instrument, and nothing of Alex can reckon with that. */
export type Unsupported = 'options' | 'futures' | 'warrants' | 'contracts for difference';

/** What files call a kind of instrument in a column of its own ("Asset Category", "Security Type"). */
const KINDS: readonly [pattern: RegExp, kind: Unsupported][] = [
  [/^(?:.*\b)?options?\b|^(?:opt|fop|iopt)$|^(?:calls?|puts?)$/i, 'options'],
  [/^futures?\b|^fut$/i, 'futures'],
  [/^(?:.*\b)?warrants?\b|^war$|^optionsscheine?$/i, 'warrants'],
  [/^cfds?\b|^contracts? for differences?$/i, 'contracts for difference'],
];

/** "Stocks / Options": a kind of more than one thing, of which either part may be meant. */
const JOINED = /\s*(?:[/&,;+|]|\b(?:and|or|und|et|y|e)\b)\s*/i;
const HELD =
  /^(?:[a-z]+ )*(?:stocks|equities|shares|adrs|etfs|etps|cefs|funds|reits|bonds|securities|aktien|fonds|actions|acciones|azioni)$/i;
/** In the singular it may stand for "Equity Options and Index Options" with the words that follow. */
const HELD_ONE = /^(?:stock|equity|share|adr|etf|fund|reit|bond)$/i;
const CONTRACTS_ALONE = /^(?:options?|warrants?|rights?|futures?|cfds?|derivatives?|optionen|optionsscheine)$/i;

/** Whether a kind names what is owned beside contracts: it does not tell which of them a row is. IBKR's "Equity and Index Options" are options. */
function namesBoth(stated: string): boolean {
  const parts = stated.trim().split(JOINED);
  if (parts.length < 2) return false;
  return (
    parts.some((part) => HELD.test(part)) ||
    (parts.some((part) => HELD_ONE.test(part)) && parts.some((part) => CONTRACTS_ALONE.test(part)))
  );
}

const MONTH = '(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\\.?';
const STRIKE = '\\$?\\d[\\d,]*(?:\\.\\d+)?';
const SIDE = '(?:C|P|CALL|PUT)';
const YEAR = "'?(?:\\d{2}|\\d{4})";
const EXPIRY = `(?:\\d{1,2}/\\d{1,2}(?:/${YEAR})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s?${MONTH}\\s?${YEAR}|${MONTH}\\s?\\d{1,2},?\\s+${YEAR}|${MONTH}\\s?${YEAR})`;

/**
 * An option in place of a ticker. The Options Clearing Corporation's form (its Options Symbology Initiative) is a root, the
 * expiry as yymmdd, C or P, and the strike in thousandths in eight digits: "SPY   260116C00450000". Brokers write it with a
 * hyphen, a point or an underscore, a shorter strike, or in words, in any order behind the root.
 */
const OPTION_SYMBOLS: readonly RegExp[] = [
  /^[-.+]?[A-Z]{1,6}\d?[ _]*\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[CP]\d*(?:\.\d+)?$/,
  /^\.?[A-Z]{1,6}_\d{6}[CP]\d*(?:\.\d+)?$/,
  new RegExp(`^[A-Z.]{1,6}\\d?[ _]+${EXPIRY}\\s+(?:${STRIKE}\\s*${SIDE}|${SIDE}\\s*${STRIKE})\\b`),
  new RegExp(`^[A-Z.]{1,6}\\d?\\s+(?:${STRIKE}\\s*${SIDE}|${SIDE}\\s*${STRIKE})\\s+${EXPIRY}$`),
];
/** A root behind a slash, a month's letter and one or two digits of the year: "/ESZ26". */
const FUTURE_SYMBOL = /^\/[A-Z0-9]{1,4}[FGHJKMNQUVXZ]\d{1,2}$/;
const WARRANT_SYMBOL = /^[A-Z]{1,5}[ ./-](?:WS|WT)(?:[ ./-]?[A-Z])?$/;

/** "CALL (SPY) ...", "PUT APPLE INC $150 EXP 01/16/26", "SPY Jan 16 2026 450 Call", "Tesla $400 put", "TSLA calls", "XYZ call". */
const OPTION_NAMES: readonly RegExp[] = [
  /^(?:CALL|PUT)S?\s*\(/i,
  new RegExp(`^(?:CALL|PUT)S?\\b.*(?:\\bEXP\\b|\\$\\s?\\d|\\b${EXPIRY})`, 'i'),
  new RegExp(`\\b${MONTH}.*\\d\\s*(?:CALL|PUT)S?$`, 'i'),
  /(?<!\p{L})\$?\d[\d,.]*\s*(?:strike\s+)?(?:CALL|PUT)S?\b|\b(?:CALL|PUT)S?\s+(?:@\s*)?\$?\d/iu,
  /^(?:\S+\s){1,3}(?:CALL|PUT)S?(?:\s+options?)?$/i,
  new RegExp(`\\bLEAPS?\\b.*(?:${EXPIRY}|\\b20[2-9]\\d\\b)`, 'i'),
];
/** A bond that can be called says so too, with its coupon in percent; so do funds that write options, and what an owner has yet to pay in. */
const NO_OPTION =
  /%|\b(?:etfs?|funds?|covered|income|strategy|premium|index|portfolio|bonds?|notes?|capital|margin|callable|redem\w*|full|partial|treas\w*|cds?)\b/i;
const isOptionName = (name: string): boolean =>
  (!NO_OPTION.test(name) || /^(?:CALL|PUT)S?\s*\(/i.test(name)) && OPTION_NAMES.some((form) => form.test(name));

/** Columns that tell an option whatever its line is called: the side, or the strike, which shares and bonds have none of. */
const SIDE_HEADER =
  /^(?:option|put|call|right)(?:\s*(?:type|side|\/|or)\s*(?:put|call)?)?$|^(?:c\s*\/\s*p|p\s*\/\s*c)$/i;
const STRIKE_HEADER = /^(?:option\s)?strike(?:\s?price)?$/i;
/** Whether a column tells options. */
export const isOptionHeader = (header: string): boolean => SIDE_HEADER.test(header) || STRIKE_HEADER.test(header);

const isOptionByColumns = ({ section, row }: TableRow): boolean =>
  section.columns.headers.some((header, at) => {
    const cell = (row.cells[at] ?? '').trim();
    return SIDE_HEADER.test(header)
      ? /^(?:c|p|calls?|puts?)$/i.test(cell)
      : STRIKE_HEADER.test(header) && /[1-9]/.test(cell);
  });

const WARRANT_NAME = /\bwarrants?\b/i;

/** What a row holds that Alex does not understand, so that it is left out rather than valued wrongly; null for all else. */
export function unsupportedKind(row: TableRow): Unsupported | null {
  const stated = row.text('instrumentType');
  const kind = namesBoth(stated) ? undefined : KINDS.find(([pattern]) => pattern.test(stated))?.[1];
  if (kind !== undefined) return kind;
  const [symbol, name] = [row.text('symbol').toUpperCase().replace(/\*+$/, ''), row.text('name')];
  if (FUTURE_SYMBOL.test(symbol)) return 'futures';
  const isOption = OPTION_SYMBOLS.some((form) => form.test(symbol) || form.test(name.toUpperCase()));
  if (isOption || isOptionName(name) || isOptionName(row.text('symbol')) || isOptionByColumns(row)) return 'options';
  return WARRANT_SYMBOL.test(symbol) || WARRANT_NAME.test(name) ? 'warrants' : null;
}

/** "SPY 260116C450", or where there is no symbol what the row calls it. */
export const unsupportedName = (row: TableRow): string => row.text('symbol') || row.text('name');

/** What the file values a line at that is left out, for its own total counts that; "" where it states no value. */
export function valueInFile(row: TableRow): string {
  const value = row.text('marketValue');
  return /[1-9]/.test(value) ? `; the file values it at ${quotation(value)}` : '';
}
