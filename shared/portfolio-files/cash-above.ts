import type { DecimalMark } from './decimal-mark.ts';
import { quotation } from './file-problem.ts';
import { textOf } from './find-sections.ts';
import type { Findings } from './findings.ts';
import type { Entry } from './gather-accounts.ts';
import { readNumber } from './number-text.ts';
import type { Row } from './split-rows.ts';

const CASH_ABOVE = /^(?:total |available |account )?cash(?: balance)?\s*:?$/i;
const TOTAL_ABOVE = /\b(?:total|portfolio|account)\b.*\b(?:value|total)\b|^total\b|\bvalue\b/i;

interface Labelled {
  row: Row;
  label: string;
  amount: string;
  currency: string | null;
}

/** The lines of a summary above a table: a label and an amount. */
function summaryOf(preamble: readonly Row[], mark: DecimalMark): Labelled[] {
  return preamble.flatMap((row) => {
    const [label = '', text = '', ...more] = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const read = readNumber(text, mark);
    if (more.length > 0 || read.kind !== 'number' || read.percent || Number(read.value) === 0) return [];
    return [{ row, label, amount: read.value, currency: read.currency }];
  });
}

/**
 * Cash that a summary above the table states, as an entry of the table's one account, where the summary's own total shows that
 * the table does not hold it: what the table's lines are worth and the cash are that total. Else a note says that it was left
 * out, for it may be in the table, too, and so be counted twice.
 */
export function cashAbove(
  preamble: readonly Row[],
  entries: readonly Entry[],
  mark: DecimalMark,
  findings: Findings,
): Entry[] {
  const summary = summaryOf(preamble, mark);
  const held = worthOf(entries);
  const counted: Entry[] = [];
  for (const cash of summary.filter(({ label }) => CASH_ABOVE.test(label))) {
    const { row, amount, currency } = cash;
    const what = `"${quotation(textOf(row))}" stands above the table`;
    const isMoneys = held !== null && (currency ?? held.currency) === held.currency;
    const total = isMoneys ? summary.find((one) => addsUp(one, held.value, Number(amount))) : undefined;
    const [first] = entries;
    if (total === undefined || held === null || first === undefined || counted.length > 0) {
      if (counted.length > 0) continue;
      findings.note(
        'left_out',
        `${what} and was left out; if no line of the table holds it, add a line CASH`,
        row.line,
      );
      continue;
    }
    if (held.others.length > 0 && currency === null) {
      const lines = `its total adds up lines in ${[held.currency, ...held.others].join(' and ')} as if they were in one currency`;
      const then = `and the cash was taken to be in ${held.currency}, as most of them are; a line CASH with its currency settles it`;
      findings.note('unsure', `${what}, ${lines}, ${then}`, row.line);
    }
    const why = `with it the table adds up to "${quotation(textOf(total.row))}"`;
    findings.note('reading', `${what} and was counted as cash: ${why}`, row.line);
    counted.push({
      ...{ account: first.account, type: null, dated: true, line: row.line, column: null, lot: false, heldAs: '' },
      held: { kind: 'cash', cash: { currency: held.currency, amount } },
    });
  }
  return counted;
}

/** Prices are rounded: a thousandth of a total, and never so much that the cash itself might be it. */
function addsUp({ label, amount }: Labelled, held: number, cash: number): boolean {
  const off = Math.abs(Number(amount) - held - cash);
  return (
    TOTAL_ABOVE.test(label) && !CASH_ABOVE.test(label) && off <= 0.001 * Number(amount) && off < Math.abs(cash) / 4
  );
}

/** What lines are worth by the figures that they state, what most of that is in, and what the rest is in. */
interface Worth {
  value: number;
  currency: string;
  others: string[];
}

/** What the lines of one account are worth, all priced and without any cash; null for any other table. */
function worthOf(entries: readonly Entry[]): Worth | null {
  const positions = entries.flatMap(({ held }) => (held.kind === 'position' ? [held.position] : []));
  const accounts = new Set(entries.map(({ account }) => account.key));
  const isPriced = positions.every(({ price }) => price !== undefined);
  if (positions.length === 0 || positions.length < entries.length || accounts.size > 1 || !isPriced) return null;
  const byCurrency = new Map<string, number>();
  for (const { currency, quantity, price } of positions) {
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + Number(quantity) * Number(price));
  }
  const [most, ...less] = [...byCurrency].toSorted(([, left], [, right]) => right - left);
  if (most === undefined) return null;
  const value = [...byCurrency.values()].reduce((total, one) => total + one, 0);
  return { value, currency: most[0], others: less.map(([currency]) => currency) };
}
