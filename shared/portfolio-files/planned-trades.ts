import type { Field } from './column-names.ts';
import { isOfAnotherTime } from './column-times.ts';
import { isMissing } from './missing-text.ts';
import type { Row } from './split-rows.ts';

/** What is to be done with a holding, as a sheet for rebalancing says it; "bought" and "sold" say what was done. */
const TO_DO =
  /^(?:buy|sell|hold|keep|trim|add|reduce|increase|decrease|accumulate|rebalance|none|no action|nothing|wait|review|watch|ok|do nothing)(?: (?:more|some|all|off|to target))?$/i;
const NOT_TRADED = /^(?:hold|keep|none|no action|nothing|wait|review|ok|do nothing|trim|reduce|rebalance)\b/i;
const ACTION =
  /^(?:(?:suggested |recommended |next |trade )?action(?: needed| required)?|buy\s*(?:\/|or)\s*sell(?:\s*\/\s*hold)?|to do|trade\??)$/i;
/** Columns that a sheet for rebalancing has. */
const OF_A_PLAN = /\b(?:target|drift|desired|ideal|goal|rebalanc\w*|deviation|over ?\/ ?under)\b/i;
const DAYS: readonly Field[] = ['tradeDate', 'priceDate', 'acquired'];

/**
 * The column of a list of holdings that says what is to be done with each ("SELL", "BUY", "HOLD" beside target weights), and nothing of
 * what was; -1 where there is none. What was sold must never be taken for held: each symbol stands on one line, no column is of days,
 * and either some line is to be held or a column says what shall be.
 */
export function plannedTrades(
  headers: readonly string[],
  positions: ReadonlyMap<Field, number>,
  below: () => readonly Row[],
): number {
  const place = headers.findIndex((header) => ACTION.test(header));
  const symbol = positions.get('symbol');
  const isHeld =
    symbol !== undefined && positions.has('quantity') && (positions.has('price') || positions.has('marketValue'));
  if (
    place < 0 ||
    !isHeld ||
    DAYS.some((field) => positions.has(field)) ||
    headers.some((header) => /\bdate\b/i.test(header))
  )
    return -1;
  const rows = below().map(({ cells }) => [cells[place] ?? '', cells[symbol] ?? ''].map((cell) => cell.trim()));
  const texts = rows.map(([text = '']) => text).filter((text) => !isMissing(text));
  if (texts.length === 0 || !texts.every((text) => TO_DO.test(text))) return -1;
  const symbols = rows.map(([, text = '']) => text.toUpperCase()).filter((text) => text !== '');
  if (new Set(symbols).size < symbols.length) return -1;
  const isPlan = headers.some((header) => OF_A_PLAN.test(header) || isOfAnotherTime(header));
  return isPlan || texts.some((text) => NOT_TRADED.test(text)) ? place : -1;
}
