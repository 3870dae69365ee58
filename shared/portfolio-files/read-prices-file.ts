import type { IsoDate } from '../schemas/decimal.ts';
import { decodeText } from './decode-text.ts';
import { fileConventions, type Conventions } from './file-conventions.ts';
import type { FileNote, FileProblem } from './file-problem.ts';
import { quotation } from './file-problem.ts';
import { layoutOf, type FileLayout } from './file-layout.ts';
import { findTable, tableOf, type TableKind } from './find-sections.ts';
import { findingsOf, inFileOrder, type Findings } from './findings.ts';
import { readCurrencyPair } from './exchange-rate-text.ts';
import { MAX_QUOTES, type InputFile } from './input-file.ts';
import { isMissing } from './missing-text.ts';
import { priceSource, settleUndated } from './price-dates.ts';
import { notePassedOver } from './passed-over.ts';
import { rowKind } from './row-kind.ts';
import { isFooter } from './footer-row.ts';
import { isRagged } from './ragged-row.ts';
import { cellReader } from './read-cells.ts';
import { canonical, shifted } from './decimal-number.ts';
import type { Row } from './split-rows.ts';
import { settleRivals } from './settle-rivals.ts';
import { readSymbol } from './symbol-text.ts';
import { tableRow, type TableRow } from './table-row.ts';
import type { StatedRate } from './with-exchange-rates.ts';

/** The price of one unit of an instrument on a day. */
export interface Quote {
  symbol: string;
  /** A positive decimal. */
  price: string;
  /** Null where the file does not say: then the position's own. */
  currency: string | null;
  asOf: IsoDate;
  source: string;
  line: number;
}

export interface PricesFile {
  ok: true;
  quotes: Quote[];
  /** From lines such as EUR/USD. */
  rates: StatedRate[];
  notes: FileNote[];
  layout: FileLayout;
}

export type PricesFileReading = PricesFile | { ok: false; problems: FileProblem[] };

const symbolAndPrice = tableOf('symbol', 'price');

/** A table of prices. */
const PRICES: TableKind = {
  fits: (columns) => symbolAndPrice.fits(columns) && !columns.trades,
  lacks: (columns) => (columns.trades ? ['of prices alone (these are transactions)'] : symbolAndPrice.lacks(columns)),
};

/** Reads a CSV of prices and exchange rates: a symbol and a price column, perhaps a date, a currency and a source. It never throws. */
export function readPricesFile(file: InputFile): PricesFileReading {
  const findings = findingsOf(file.name);
  const text = decodeText(file.bytes, findings);
  const read = text === null ? null : readQuotes(text, file, findings);
  const count = (read?.quotes.length ?? 0) + (read?.rates.length ?? 0);
  if (read !== null && count === 0 && findings.problems.length === 0) findings.problem('there is no price in the file');
  if (count > MAX_QUOTES) findings.problem(`the file has ${count} prices; at most ${MAX_QUOTES} are read`);
  if (read === null || findings.problems.length > 0) return { ok: false, problems: inFileOrder(findings.problems) };
  return { ok: true, ...read, notes: inFileOrder(findings.notes) };
}

function readQuotes(text: string, file: InputFile, findings: Findings): Omit<PricesFile, 'ok' | 'notes'> | null {
  const found = findTable(text, PRICES, findings);
  if (found === null) return null;
  const table = settleRivals(found, file, findings);
  const conventions = fileConventions(table, findings);
  const quotes: Quote[] = [];
  const undated: number[] = [];
  const passedOver: Row[] = [];
  for (const section of table.sections) {
    for (const raw of section.rows) {
      const row = tableRow(section, raw);
      const kind = rowKind(row, false);
      if (kind === 'text' || kind === 'total') passedOver.push(raw);
      if (kind !== 'position' || isFooter(row) || isRagged(row, findings)) continue;
      const quote = readQuote(row, conventions, file, findings);
      if (quote === null) continue;
      if (isMissing(row.text('priceDate'))) undated.push(raw.line);
      quotes.push(quote);
    }
  }
  notePassedOver(passedOver, findings);
  settleUndated(undated, file, conventions, findings);
  complainOfContradictions(quotes, findings);
  const layout = layoutOf('prices', table, 'prices');
  return { quotes: quotes.filter(({ symbol }) => !isRate(symbol)), rates: quotes.flatMap(rateOf), layout };
}

function readQuote(row: TableRow, conventions: Conventions, file: InputFile, findings: Findings): Quote | null {
  const cells = cellReader(row, conventions, findings);
  const pair = readCurrencyPair(row.text('symbol'));
  const symbol = pair === null ? readSymbol(row.text('symbol')) : `${pair.from}/${pair.to}`;
  if (symbol === null) cells.problem('symbol', `"${quotation(row.text('symbol'))}" is not a ticker such as VTI`);
  const price = cells.number('price');
  if (price === null) cells.note('left_out', 'price', 'this line has no price and was left out');
  else if (price !== undefined && Number(price.value) <= 0) cells.problem('price', `${price.value} is not above zero`);
  const { code, perUnit, from } = cells.currency();
  const inWhat = from !== null ? code : (price?.currency ?? null);
  if (pair !== null && inWhat !== null && inWhat !== pair.to) {
    cells.problem(
      'currency',
      `${pair.from}/${pair.to} is what one ${pair.from} costs in ${pair.to}, but the currency is ${inWhat}`,
    );
  }
  const dated = cells.day('priceDate', file.asOf) ?? conventions.statedDate;
  if (symbol === null || !price || cells.failed()) return null;
  return {
    symbol,
    price: perUnit === 100 ? canonical(shifted(price.value, -2)) : price.value,
    currency: pair?.to ?? inWhat,
    asOf: dated ?? file.modifiedOn,
    source: priceSource(row.text('priceSource'), file, dated === null),
    line: row.row.line,
  };
}

/** BTC/USD is none, for bitcoin is no currency here: it is held as a position. */
const isRate = (symbol: string): boolean => readCurrencyPair(symbol) !== null;

function rateOf({ symbol, price, asOf, source }: Quote): StatedRate[] {
  const [from = '', to = ''] = symbol.split('/');
  return isRate(symbol) ? [{ from, to, rate: price, asOf, source }] : [];
}

function complainOfContradictions(quotes: readonly Quote[], findings: Findings): void {
  const seen = new Map<string, Quote>();
  for (const quote of quotes) {
    const key = `${quote.symbol} ${quote.currency ?? ''} ${quote.asOf}`;
    const earlier = seen.get(key);
    if (earlier !== undefined && earlier.price !== quote.price) {
      findings.problem(`${quote.symbol} has another price for ${quote.asOf} on line ${earlier.line}`, quote.line);
    }
    seen.set(key, earlier ?? quote);
  }
}
