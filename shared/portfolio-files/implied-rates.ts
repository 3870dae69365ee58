import { currencyOf } from './column-names.ts';
import { canonical } from './decimal-number.ts';
import type { Findings } from './findings.ts';
import { priceSource } from './price-dates.ts';
import type { CellReader } from './read-cells.ts';
import type { PriceOrigin } from './read-position.ts';
import type { TableRow } from './table-row.ts';
import type { StatedRate } from './with-exchange-rates.ts';

/** A row that values the same in two currencies: 4603 USD and 4234.76 EUR. */
export interface ValuedTwice extends Pick<StatedRate, 'from' | 'to' | 'asOf' | 'source'> {
  inFrom: string;
  inTo: string;
  line: number;
}

/** How far lines of a pair may lie apart, beside what their rounding explains. */
const NEAR = 0.003;

/**
 * What a row is worth in its own currency and in the account's, where it has a column for each, as DEGIRO and Swissquote write them.
 * Null where it does not, or where either is missing.
 */
export function readValuedTwice(
  row: TableRow,
  cells: CellReader,
  { file, statedDate }: PriceOrigin,
): ValuedTwice | null {
  const to = currencyOf(row.header('accountValue') ?? '');
  const value = cells.number('marketValue');
  const other = cells.number('accountValue');
  if (to === null || !value || !other) return null;
  const { code, perUnit, stated } = cells.currency();
  const own = value.currency ?? currencyOf(row.header('marketValue') ?? '') ?? (stated ? code : null);
  if (own === null || own === to || (perUnit !== 1 && !value.isWhole) || (other.currency ?? to) !== to) return null;
  if (Number(value.value) * Number(other.value) <= 0) return null;
  const dated = cells.day('priceDate', file.asOf) ?? statedDate;
  const asOf = dated ?? file.modifiedOn;
  if (asOf > file.asOf) return null;
  const source = priceSource(`${file.name.slice(0, 100)}, by its values in two currencies`, file, dated === null);
  return { from: own, to, inFrom: value.value, inTo: other.value, asOf, source, line: row.row.line };
}

const ratioOf = ({ inFrom, inTo }: ValuedTwice): number => Number(inTo) / Number(inFrom);

/** Half of the last digit that is written, as a share of the amount. */
const roundingOf = (amount: string): number => (amount.includes('.') ? 0.005 : 0.5) / Math.abs(Number(amount));
const rounding = ({ inFrom, inTo }: ValuedTwice): number => roundingOf(inFrom) + roundingOf(inTo);

/**
 * The exchange rates at which a file values its own lines: of each pair that of its largest line, where all lines of it agree. A
 * note says so, and where they do not that none was used. Pairs that the file states a rate of are left alone.
 */
export function impliedRates(
  rows: readonly ValuedTwice[],
  stated: readonly StatedRate[],
  findings: Findings,
): StatedRate[] {
  const known = new Set(stated.flatMap(({ from, to }) => [`${from}/${to}`, `${to}/${from}`]));
  const pairs = Map.groupBy(rows, ({ from, to }) => `${from}/${to}`);
  return [...pairs].flatMap(([pair, lines]) => {
    const best = lines.reduce((left, right) =>
      Math.abs(Number(right.inTo)) > Math.abs(Number(left.inTo)) ? right : left,
    );
    if (known.has(pair) || rounding(best) > NEAR) return [];
    const odd = lines.find((one) => Math.abs(ratioOf(one) / ratioOf(best) - 1) > NEAR + rounding(one));
    const { from, to, asOf, source, inFrom, inTo, line } = best;
    if (odd !== undefined) {
      const [here, there] = [best, odd].map((one) => `${significant(ratioOf(one))} on line ${one.line}`);
      const why = `its values in ${from} and in ${to} give several exchange rates (${here ?? ''}, ${there ?? ''})`;
      findings.note('left_out', `${why}, and none was used; one can be given with --rate ${from}/${to}=...`);
      return [];
    }
    const says = `${inFrom} ${from} are ${inTo} ${to} (line ${line})`;
    findings.note('price', `the exchange rate of ${from} and ${to} on ${asOf} is the file's own: ${says}`);
    // The way round that keeps more digits.
    const rate = ratioOf(best);
    const one = rate >= 1 ? { from, to, rate: significant(rate) } : { from: to, to: from, rate: significant(1 / rate) };
    return [{ ...one, asOf, ...(source !== undefined && { source }) }];
  });
}

/** More digits than two amounts with cents can tell of. */
const significant = (rate: number): string => canonical(Number(rate.toPrecision(7)).toFixed(8));
