import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import { readCurrencyPair } from './exchange-rate-text.ts';
import { isMissing } from './missing-text.ts';
import { priceSource } from './price-dates.ts';
import type { CellReader } from './read-cells.ts';
import type { PriceOrigin } from './read-position.ts';
import type { TableRow } from './table-row.ts';
import { datedRates, throughBase, type StatedRate } from './with-exchange-rates.ts';

/** What a row says of an exchange rate. `to` is null where it says "to the base currency". */
export interface RowRate extends Omit<StatedRate, 'to'> {
  to: string | null;
  line: number;
}

/** A line that is nothing but a rate: a pair of currencies such as EUR/USD with a price, and no quantity. */
export const isRateLine = (row: TableRow): boolean =>
  readCurrencyPair(row.text('symbol')) !== null && isMissing(row.text('quantity')) && !isMissing(row.text('price'));

/** The exchange rate that a row states, in a column of rates to the base currency or as a line of its own; null where it states none. */
export function readRate(row: TableRow, cells: CellReader, { file, statedDate }: PriceOrigin): RowRate | null {
  const pair = isRateLine(row) ? readCurrencyPair(row.text('symbol')) : null;
  const field = pair === null ? 'exchangeRate' : 'price';
  if (isMissing(row.text(field))) return null;
  const read = cells.number(field);
  const dated = cells.day('priceDate', file.asOf) ?? statedDate;
  const { code, perUnit } = cells.currency();
  const asOf = dated ?? file.modifiedOn;
  if (!read || cells.failed() || asOf > file.asOf || (pair === null && perUnit !== 1)) return null;
  if (Number(read.value) <= 0) {
    if (pair !== null) cells.problem(field, `the rate is ${read.value}; it has to be more than 0`);
    return null;
  }
  const source = priceSource(row.text('priceSource'), file, dated === null);
  return { from: pair?.from ?? code, to: pair?.to ?? null, rate: read.value, asOf, source, line: row.row.line };
}

/** The newest rate of each pair. A base currency that no column names is the one whose own rate is 1. */
export function settleRates(rates: readonly RowRate[], findings: Findings): StatedRate[] {
  const toBase = rates.filter(({ to }) => to === null);
  const bases = [...new Set(toBase.filter(({ rate }) => Number(rate) === 1).map(({ from }) => from))];
  const base = bases.length === 1 ? (bases[0] ?? null) : null;
  const [first] = toBase;
  if (base === null && first !== undefined) {
    const codes = [...new Set(toBase.map(({ from }) => from))].slice(0, 12).join(', ');
    const why = 'exchange rates to a base currency were left out, for no single currency has the rate 1';
    findings.note(
      'left_out',
      `${why}: ${quotation(codes)}; give them with --rate EUR/USD=..., or with --prices as such a line`,
      first.line,
    );
  }
  const stated = rates.flatMap(({ to, from, rate, asOf, source }) => {
    const into = to ?? base;
    return into === null || into === from
      ? []
      : [{ from, to: into, rate, asOf, ...(source !== undefined && { source }) }];
  });
  return throughBase(datedRates(stated));
}
