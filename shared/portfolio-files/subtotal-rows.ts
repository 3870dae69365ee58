import type { DecimalMark } from './decimal-mark.ts';
import { isBlank, type Section } from './find-sections.ts';
import { isKnownTicker } from './known-codes.ts';
import { isMissing } from './missing-text.ts';
import { readNumber } from './number-text.ts';
import { rowKind } from './row-kind.ts';
import type { Row } from './split-rows.ts';
import { nothing, plus, roundingOf, summedAs, variants, type Sum, type Sums } from './stated-totals.ts';
import { tableRow, type TableRow } from './table-row.ts';

const TOLERANCE = 0.002;
/** Words for a sum, which beside the figure of one leave no doubt. */
const SAYS_TOTAL =
  /\b(?:(?:sub)?totals?|(?<!lump )sums?|overall|altogether|combined|net (?:value|worth)|(?:portfolio|account) (?:value|balance)|summe|gesamt\p{L}*|depotwert|somme|suma)\b/iu;
/** A fund's own name: "Vanguard Total Stock Market", "Total Return Fund". */
const NAMES_FUND =
  /\p{L}+ total (?:\p{L}+ )*(?:market|stock|bond|intl|international|return|world)\b|\btotal \p{L}.* (?:index|idx|fund|etf|trust|admiral)\b/iu;
/** A sum by its figure alone is of so many lines; where all lines are values alone, each of which may be the sum of others by chance, of more. */
const [FEWEST, FEWEST_VALUES] = [2, 3];
/** An amount of whole thousands may be the sum of others by chance. */
const ROUND = 1000;

/** What a row is worth by its own figures, in whatever currency: its value, else its quantity at its price; 0 where it states neither. */
export function rowValue(row: TableRow, mark: DecimalMark): number {
  const number = (field: 'marketValue' | 'quantity' | 'price'): number => {
    const read = readNumber(row.text(field), mark);
    return read.kind === 'number' ? Number(read.value) : 0;
  };
  return number('marketValue') || number('quantity') * number('price');
}

interface ValuedRow {
  raw: Row;
  row: TableRow;
  value: number;
  /** It states no quantity. */
  alone: boolean;
}

const equals = (value: number, sum: number): boolean => Math.abs(value - sum) <= TOLERANCE * Math.abs(value);

/**
 * Lines that state nothing but the value of the lines above or below them, as groups of holdings are headed ("US stocks,,,5000")
 * and tables end ("Sum,,,49740"): they would count what is held twice.
 */
export function subtotalRows(section: Section, mark: DecimalMark): ReadonlySet<Row> {
  if (!section.columns.positions.has('marketValue')) return new Set();
  const rows = section.rows.map((raw): ValuedRow => {
    const row = tableRow(section, raw);
    return { raw, row, value: rowValue(row, mark), alone: isMissing(row.text('quantity')) };
  });
  const wholes = sumsOfAll(section, rows, mark);
  return section.columns.valued ? wholes : new Set([...wholes, ...sumsOfRuns(rows)]);
}

/** The sums of the runs of holdings between lines without a quantity: before each such line, and after it. */
function sumsOfRuns(rows: readonly ValuedRow[]): Row[] {
  const found: Row[] = [];
  let before = 0;
  let open: { raw: Row; value: number } | null = null;
  for (const { raw, value, alone } of rows) {
    if (!alone) {
      before += value;
      continue;
    }
    if (open !== null && before > 0 && equals(open.value, before)) found.push(open.raw);
    if (value > 0 && before > 0 && equals(value, before)) found.push(raw);
    open = value > 0 ? { raw, value } : null;
    before = 0;
  }
  if (open !== null && before > 0 && equals(open.value, before)) found.push(open.raw);
  return found;
}

/** A sum so far, and of how many lines. */
interface Running {
  sums: Sums;
  lines: number;
}

const none = (): Running => ({ sums: nothing(), lines: 0 });

/** The sums of all lines above, cash and debts included, since the last one, in their account or in the table. */
function sumsOfAll(section: Section, rows: readonly ValuedRow[], mark: DecimalMark): Set<Row> {
  const found = new Set<Row>();
  const last = rows.findLast(({ raw }) => !isBlank(raw));
  const sums = { sinceTotal: none(), account: none(), table: none() };
  let account = '';
  for (const one of rows) {
    const { raw, row, value } = one;
    const kind = rowKind(row, false);
    const own = row.text('account');
    if (own !== '' && own !== account) {
      // "All accounts" in the column of accounts is of those above.
      if (kind !== 'position' || !isNameless(row)) sums.account = none();
      account = own;
    }
    if (kind === 'text' || kind === 'total') sums.sinceTotal = none();
    if (kind !== 'position' && kind !== 'cash') continue;
    const states = row.text('marketValue');
    const amount = { value, rounding: isMissing(states) ? TOLERANCE * Math.abs(value) : roundingOf(states, mark) };
    const all = Object.values(sums);
    if (kind === 'position' && isSumOf(one, amount, all, { isLast: one === last, valued: section.columns.valued })) {
      found.add(raw);
      sums.sinceTotal = none();
      continue;
    }
    const as = summedAs(kind, row);
    for (const running of all) {
      running.sums[as] = plus(running.sums[as], as === 'debt' ? { ...amount, value: Math.abs(value) } : amount);
      running.lines += 1;
    }
  }
  return found;
}

const isNameless = (row: TableRow): boolean => row.text('symbol') === '' && row.text('name') === '';

/** Whether a line states the sum of lines above it: by its words to the rounding of prices, else to that of the amounts themselves. */
function isSumOf(
  { raw, row, value, alone }: ValuedRow,
  amount: Sum,
  above: readonly Running[],
  { isLast, valued }: { isLast: boolean; valued: boolean },
): boolean {
  if (!alone || value <= 0 || /\d/.test(row.text('price')) || isKnownTicker(row.text('symbol'))) return false;
  const words = raw.cells.join(' ');
  if (SAYS_TOTAL.test(words) && !NAMES_FUND.test(words)) {
    return above.some(({ sums }) => variants(sums).some((sum) => sum.value > 0 && equals(value, sum.value)));
  }
  if (!isLast && (valued || value % ROUND === 0)) return false;
  if (valued && value % ROUND === 0) return false;
  return above.some(({ sums: { position, cash, debt, belonging }, lines }) => {
    const held = plus(plus(position, cash), debt, -1);
    return [held, plus(held, belonging)].some((sum) => {
      const off = Math.abs(value - sum.value);
      const isNear = off <= Math.min(sum.rounding + amount.rounding, TOLERANCE * value);
      return lines >= (valued ? FEWEST_VALUES : FEWEST) && isNear;
    });
  });
}
