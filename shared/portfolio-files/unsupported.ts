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

/**
 * An option in place of a ticker. The Options Clearing Corporation's form (its Options Symbology Initiative) is a root, the
 * expiry as yymmdd, C or P, and the strike in thousandths in eight digits: "SPY   260116C00450000". Brokers write it with a
 * hyphen, a point or an underscore, a shorter strike, or in words.
 */
const OPTION_SYMBOLS: readonly RegExp[] = [
  /^[-.+]?[A-Z]{1,6}\d?[ _]*\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[CP]\d*(?:\.\d+)?$/,
  /^\.?[A-Z]{1,6}_\d{6}[CP]\d*(?:\.\d+)?$/,
  new RegExp(`^[A-Z.]{1,6}\\d?[ _]+\\d{1,2}/\\d{1,2}/(?:\\d{2}|\\d{4})\\s+${STRIKE}\\s*${SIDE}$`),
  new RegExp(`^[A-Z.]{1,6}\\d?\\s+\\d{1,2}\\s?${MONTH}\\s?'?(?:\\d{2}|\\d{4})\\s+${STRIKE}\\s*${SIDE}$`),
  new RegExp(`^[A-Z.]{1,6}\\d?\\s+${MONTH}\\s?\\d{1,2},?\\s+'?(?:\\d{2}|\\d{4})\\s+${STRIKE}\\s*${SIDE}\\b`),
];
/** A root behind a slash, a month's letter and one or two digits of the year: "/ESZ26". */
const FUTURE_SYMBOL = /^\/[A-Z0-9]{1,4}[FGHJKMNQUVXZ]\d{1,2}$/;
const WARRANT_SYMBOL = /^[A-Z]{1,5}[ ./-](?:WS|WT)(?:[ ./-]?[A-Z])?$/;

/** "CALL (SPY) ...", "PUT APPLE INC $150 EXP 01/16/26", "SPY Jan 16 2026 450 Call", "XYZ call": never a fund's "Covered Call ETF". */
const OPTION_NAMES: readonly RegExp[] = [
  /^(?:CALL|PUT)S?\s*\(/i,
  /^(?:CALL|PUT)S?\b.*(?:\bEXP\b|\$\s?\d|\d{1,2}\/\d{1,2}\/\d{2})/i,
  // A bond that can be called says so too, with its coupon in percent.
  new RegExp(`^[^%]*\\b${MONTH}[^%]*\\d\\s*(?:CALL|PUT)S?$`, 'i'),
];
const WARRANT_NAME = /\bwarrants?\b/i;

/** What a row holds that Alex does not understand, so that it is left out rather than valued wrongly; null for all else. */
export function unsupportedKind(row: TableRow): Unsupported | null {
  const stated = row.text('instrumentType');
  const kind = namesBoth(stated) ? undefined : KINDS.find(([pattern]) => pattern.test(stated))?.[1];
  if (kind !== undefined) return kind;
  const [symbol, name] = [row.text('symbol').toUpperCase().replace(/\*+$/, ''), row.text('name')];
  if (FUTURE_SYMBOL.test(symbol)) return 'futures';
  const isOption = OPTION_SYMBOLS.some((form) => form.test(symbol) || form.test(name.toUpperCase()));
  if (isOption || OPTION_NAMES.some((form) => form.test(name))) return 'options';
  return WARRANT_SYMBOL.test(symbol) || WARRANT_NAME.test(name) ? 'warrants' : null;
}

/** "SPY 260116C450", or where there is no symbol what the row calls it. */
export const unsupportedName = (row: TableRow): string => row.text('symbol') || row.text('name');

/** What the file values a line at that is left out, for its own total counts that; "" where it states no value. */
export function valueInFile(row: TableRow): string {
  const value = row.text('marketValue');
  return /[1-9]/.test(value) ? `; the file values it at ${quotation(value)}` : '';
}
