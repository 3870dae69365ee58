import type { DecimalMark } from './decimal-mark.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import { readNumber } from './number-text.ts';
import type { TableRow } from './table-row.ts';

/** A line under a header that states what is held, or the sum of others, in the file's order. */
export interface SummedLine {
  kind: 'position' | 'cash' | 'total';
  row: TableRow;
}

/** The sum of an account or of all: not that of a kind of holdings, nor of what a line before it was one of. */
const WHOLE =
  /^(?:(?:account|grand|portfolio|overall)[\s-]*)?totals?(?:\s+(?:account|portfolio|market))?(?:\s+value)?\s*:?$/i;

interface Amount {
  value: number;
  /** Half of the last place that is written: as far as rounding can be off. */
  rounding: number;
  currency: string;
}

/** Sums of lines of one currency, all of which state their value. */
interface Sum {
  value: number;
  rounding: number;
}

const NONE: Sum = { value: 0, rounding: 0 };
const plus = (sum: Sum, { value, rounding }: Sum): Sum => ({
  value: sum.value + value,
  rounding: sum.rounding + rounding,
});

/**
 * Compares a file's own totals with the values that it states above them, so that a line that was cut off or not read does not
 * go unseen. A total may be of the lines since the last one, of its table or of all, with cash or without. Where a line states no value,
 * or not all are in one currency, a sum would say nothing.
 */
export function compareTotals(lines: readonly SummedLine[], mark: DecimalMark, findings: Findings): void {
  const amounts = lines.map(({ row }) => amountOf(row, mark));
  const held = amounts.filter((_, at) => lines[at]?.kind !== 'total');
  if (held.some((one) => one === null) || new Set(held.map((one) => one?.currency)).size > 1) return;
  const sums = { sinceTotal: [NONE, NONE], table: [NONE, NONE], all: [NONE, NONE] };
  let section = lines[0]?.row.section;
  lines.forEach(({ kind, row }, at) => {
    const amount = amounts[at];
    if (row.section !== section) [section, sums.sinceTotal, sums.table] = [row.section, [NONE, NONE], [NONE, NONE]];
    if (amount === null || amount === undefined) return;
    if (kind !== 'total') {
      for (const one of ['sinceTotal', 'table', 'all'] as const) {
        const [whole = NONE, withoutCash = NONE] = sums[one];
        sums[one] = [plus(whole, amount), kind === 'cash' ? withoutCash : plus(withoutCash, amount)];
      }
      return;
    }
    const label = row.row.cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
    const candidates = [...sums.sinceTotal, ...sums.table, ...sums.all];
    sums.sinceTotal = [NONE, NONE];
    if (!WHOLE.test(label) || candidates.every(({ rounding }) => rounding === 0)) return;
    if (candidates.some((sum) => Math.abs(sum.value - amount.value) <= sum.rounding + amount.rounding)) return;
    const sum = sums.table[0]?.value ?? 0;
    const [more, why] =
      amount.value > sum
        ? ['less', 'a line is missing from the file, or was not read']
        : ['more', 'a line may be there twice, or its prices are of another time'];
    findings.note(
      'left_out',
      `"${quotation(label)}" is ${written(amount.value)}, but the lines above it add up to ${written(sum)}, ${written(Math.abs(amount.value - sum))} ${more}: ${why}`,
      row.row.line,
    );
  });
}

function amountOf(row: TableRow, mark: DecimalMark): Amount | null {
  const text = row.text('marketValue');
  const read = readNumber(text, mark);
  if (read.kind !== 'number') return null;
  const places = /^\d*/.exec(text.split(mark)[1] ?? '')?.[0].length ?? 0;
  return {
    value: Number(read.value),
    rounding: 0.5 * 10 ** -Math.min(2, places),
    currency: row.text('currency').toUpperCase() || (read.currency ?? ''),
  };
}

const written = (value: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
