import { currencyText } from './currency-column.ts';
import { readCurrency } from './currency-text.ts';
import type { DecimalMark } from './decimal-mark.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import { debtOf, isBelonging } from './household-line.ts';
import { isMissing } from './missing-text.ts';
import { readNumber } from './number-text.ts';
import type { TableRow } from './table-row.ts';

/** A line under a header that states what is held, or the sum of others, in the file's order; `heading` names the account of those below. */
export interface SummedLine {
  kind: 'position' | 'cash' | 'debt' | 'belonging' | 'total' | 'heading';
  row: TableRow;
}

/** The sum of an account or of all: not that of a kind of holdings, nor of what a line before it was one of. */
const WHOLE =
  /^(?:(?:(?:account|grand|portfolio|overall)[\s-]*)?(?:totals?|sum)(?:\s+(?:account|portfolio|market))?(?:\s+value)?|net (?:worth|value)|portfolio value|overall(?: value)?|depotwert)\s*:?$/i;

/** The sum of several accounts. */
const OF_ALL = /^(?:grand|portfolio|overall|net)\b/i;

/** What is owed, and what is lived in, may or may not be in a file's own total. */
export function summedAs(kind: 'position' | 'cash', row: TableRow): Exclude<SummedLine['kind'], 'total' | 'heading'> {
  if (debtOf(row) !== null) return 'debt';
  return kind === 'position' && isBelonging(row) ? 'belonging' : kind;
}

interface Amount {
  value: number;
  /** Half of the last place that is written: as far as rounding can be off. */
  rounding: number;
  /** Empty where nothing says it. */
  currency: string;
}

/** A sum of lines of one currency, all of which state their value. */
export interface Sum {
  value: number;
  rounding: number;
}

/** The sums of the lines of each kind; of debts, whatever their sign, of what is owed. */
export type Sums = Record<Exclude<SummedLine['kind'], 'total' | 'heading'>, Sum>;

const NONE: Sum = { value: 0, rounding: 0 };
export const nothing = (): Sums => ({ position: NONE, cash: NONE, debt: NONE, belonging: NONE });
export const plus = (sum: Sum, { value, rounding }: Sum, sign: 1 | 0 | -1 = 1): Sum => ({
  value: sum.value + sign * value,
  rounding: sum.rounding + Math.abs(sign) * rounding,
});

/** What a total may be of: with cash or without, debts taken off, left out or added in, a house counted or not. */
export const variants = ({ position, cash, debt, belonging }: Sums): Sum[] =>
  ([-1, 0, 1] as const).flatMap((owed) =>
    [position, plus(position, cash)].flatMap((held) => [
      plus(held, debt, owed),
      plus(plus(held, debt, owed), belonging),
    ]),
  );

/**
 * Compares a file's own totals with the values that it states above them, so that a line that was cut off or not read does not
 * go unseen. A total may be of the lines since the last one, of its account, its table or all (`variants`). Where a line states no value,
 * or not all are in one currency, a sum would say nothing; and nothing of a total that is in another.
 */
export function compareTotals(lines: readonly SummedLine[], mark: DecimalMark, findings: Findings): void {
  const amounts = lines.map(({ row }) => amountOf(row, mark));
  const held = amounts.filter((_, at) => !['total', 'heading'].includes(lines[at]?.kind ?? ''));
  const [currency = '', ...others] = new Set(held.map((one) => one?.currency));
  if (held.some((one) => one === null) || others.length > 0) return;
  const sums = { sinceTotal: nothing(), account: nothing(), table: nothing(), all: nothing() };
  let section = lines[0]?.row.section;
  let isUnderHeading = false;
  lines.forEach(({ kind, row }, at) => {
    const amount = amounts[at];
    if (row.section !== section || kind === 'heading') [sums.sinceTotal, sums.account] = [nothing(), nothing()];
    isUnderHeading = kind === 'heading' || (isUnderHeading && row.section === section);
    if (row.section !== section) [section, sums.table] = [row.section, nothing()];
    if (kind === 'heading' || amount === null || amount === undefined) return;
    if (kind !== 'total') {
      const own = kind === 'debt' ? { ...amount, value: Math.abs(amount.value) } : amount;
      for (const one of [sums.sinceTotal, sums.account, sums.table, sums.all]) one[kind] = plus(one[kind], own);
      return;
    }
    const label = row.row.cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
    const candidates = [sums.sinceTotal, sums.account, sums.table, sums.all].flatMap(variants);
    sums.sinceTotal = nothing();
    if (currency !== '' && amount.currency !== '' && amount.currency !== currency) return;
    if (!WHOLE.test(label) || candidates.every(({ rounding }) => rounding === 0)) return;
    if (candidates.some((sum) => Math.abs(sum.value - amount.value) <= sum.rounding + amount.rounding)) return;
    const { position, cash, debt, belonging } = isUnderHeading && !OF_ALL.test(label) ? sums.account : sums.table;
    const sum = plus(plus(plus(position, cash), belonging), debt, -1).value;
    const [topic, more, why] =
      amount.value > sum
        ? (['left_out', 'less', 'a line is missing from the file, or was not read'] as const)
        : (['in_doubt', 'more', 'a line may be there twice, or its prices are of another time'] as const);
    findings.note(
      topic,
      `"${quotation(label)}" is ${written(amount.value)}, but the lines above it add up to ${written(sum)}, ${written(Math.abs(amount.value - sum))} ${more}: ${why}`,
      row.row.line,
    );
  });
}

/** What a line says that it is worth; null where that is nothing, or in pence, which a total in pounds does not add up. */
function amountOf(row: TableRow, mark: DecimalMark): Amount | null {
  const text = row.text('marketValue');
  const read = readNumber(text, mark);
  if (read.kind !== 'number' || read.unit === 'hundredth') return null;
  return {
    value: Number(read.value),
    rounding: roundingOf(text, mark),
    currency: currencyIn(row.text('currency')) ?? read.currency ?? '',
  };
}

/** Half of the last place that an amount is written to. */
export function roundingOf(text: string, mark: DecimalMark): number {
  const places = /^\d*/.exec(text.split(mark)[1] ?? '')?.[0].length ?? 0;
  return 0.5 * 10 ** -Math.min(2, places);
}

/** What a column of currencies says; pence are another than pounds. */
function currencyIn(text: string): string | null {
  if (isMissing(text)) return null;
  const { code, perUnit } = readCurrency(currencyText(text)) ?? { code: text, perUnit: 1 };
  return perUnit === 100 ? 'GBX' : code;
}

const written = (value: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
