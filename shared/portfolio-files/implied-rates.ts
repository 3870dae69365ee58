import type { Position } from '../schemas/portfolio.ts';
import { currencyOf } from './column-names.ts';
import { canonical, product } from './decimal-number.ts';
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

/** An amount of a row, and what it is in. */
interface InCurrency {
  value: string;
  currency: string;
}

/**
 * What a row is worth in its own currency and in the account's: in a column for each, as Swissquote writes them, or as a quantity at
 * a price beside a value that says another currency than the price. `position` is what was read of the row; null for cash.
 * Null where it is not valued in two.
 */
export function readValuedTwice(
  row: TableRow,
  cells: CellReader,
  position: Position | null,
  { file, statedDate }: PriceOrigin,
): ValuedTwice | null {
  const [own, other] = inTwoColumns(row, cells) ?? byItsPrice(row, cells, position) ?? [];
  if (own === undefined || other === undefined || own.currency === other.currency) return null;
  if (Number(own.value) * Number(other.value) <= 0) return null;
  const dated = cells.day('priceDate', file.asOf) ?? statedDate;
  const asOf = dated ?? file.modifiedOn;
  if (asOf > file.asOf) return null;
  const source = priceSource(`${file.name.slice(0, 100)}, by its values in two currencies`, file, dated === null);
  return {
    ...{ from: own.currency, to: other.currency, inFrom: own.value, inTo: other.value },
    ...{ asOf, source, line: row.row.line },
  };
}

/** What its header says that an amount is in, where its cell does not. */
function valueOf(row: TableRow, cells: CellReader, field: 'marketValue' | 'accountValue'): InCurrency | null {
  const read = cells.number(field);
  const currency = read?.currency ?? currencyOf(row.header(field) ?? '');
  return !read || currency === null ? null : { value: read.value, currency };
}

function inTwoColumns(row: TableRow, cells: CellReader): [InCurrency, InCurrency] | null {
  const other = valueOf(row, cells, 'accountValue');
  const value = cells.number('marketValue');
  if (other === null || !value) return null;
  const { code, perUnit, from } = cells.currency();
  const own = valueOf(row, cells, 'marketValue')?.currency ?? (from === null ? null : code);
  const isInHeaders = other.currency === currencyOf(row.header('accountValue') ?? '');
  if (own === null || (perUnit !== 1 && !value.isWhole) || !isInHeaders) return null;
  return [{ value: value.value, currency: own }, other];
}

/** Nothing is worth the same in two currencies to the cent: one of the two columns is then headed wrongly. */
const ALIKE = 0.01;

function byItsPrice(row: TableRow, cells: CellReader, position: Position | null): [InCurrency, InCurrency] | null {
  if (position?.price === undefined) return null;
  const other = valueOf(row, cells, 'marketValue');
  const value = product(position.quantity, position.price);
  if (other === null || Math.abs(Number(value) / Number(other.value) - 1) <= ALIKE) return null;
  return [{ value, currency: position.currency }, other];
}

const ratioOf = ({ inFrom, inTo }: ValuedTwice): number => Number(inTo) / Number(inFrom);

/** Half of the last digit that is written, as a share of the amount. */
const roundingOf = (amount: string): number => (amount.includes('.') ? 0.005 : 0.5) / Math.abs(Number(amount));
const rounding = ({ inFrom, inTo }: ValuedTwice): number => roundingOf(inFrom) + roundingOf(inTo);

/**
 * The exchange rates at which a file values its own lines: of each pair that of its largest line, where all lines of it agree. A
 * note says so, and where they do not that none was used. Pairs that the file states a rate of are left alone; what it implies between
 * two others is taken through to the dollar.
 */
export function impliedRates(
  rows: readonly ValuedTwice[],
  stated: readonly StatedRate[],
  findings: Findings,
): StatedRate[] {
  const known = new Set(stated.flatMap(({ from, to }) => [`${from}/${to}`, `${to}/${from}`]));
  const pairs = Map.groupBy(rows, ({ from, to }) => `${from}/${to}`);
  const implied = [...pairs].flatMap(([pair, lines]) => {
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
    return [{ ...rateOf(from, to, ratioOf(best)), asOf, ...(source !== undefined && { source }) }];
  });
  return inDollars(implied, stated);
}

/** The way round that keeps more digits. */
const rateOf = (from: string, to: string, rate: number): Pick<StatedRate, 'from' | 'to' | 'rate'> =>
  rate >= 1 ? { from, to, rate: significant(rate) } : { from: to, to: from, rate: significant(1 / rate) };

/** What one unit of a currency costs in dollars by the first of `rates` that says so; null where none does. */
function costInDollars(currency: string, rates: readonly StatedRate[]): number | null {
  const found = rates.find(({ from, to }) => [from, to].includes(currency) && [from, to].includes('USD'));
  if (found === undefined) return null;
  return found.from === currency ? Number(found.rate) : 1 / Number(found.rate);
}

/**
 * Rates between two currencies that are not the dollar, as rates to it, which alone value a holding: an account in euros that values
 * both dollars and Swedish crowns in euros says by that what a crown costs in dollars. Others stay as they are.
 */
function inDollars(implied: readonly StatedRate[], stated: readonly StatedRate[]): StatedRate[] {
  const all = [...stated, ...implied];
  return implied.map((one) => {
    const [cost, other] = [costInDollars(one.from, all), costInDollars(one.to, all)];
    if ([one.from, one.to].includes('USD') || (cost === null) === (other === null)) return one;
    const rate = Number(one.rate);
    const through = cost === null ? rateOf(one.from, 'USD', rate * (other ?? 0)) : rateOf(one.to, 'USD', cost / rate);
    return { ...one, ...through };
  });
}

/** More digits than two amounts with cents can tell of. */
const significant = (rate: number): string => canonical(Number(rate.toPrecision(7)).toFixed(8));
