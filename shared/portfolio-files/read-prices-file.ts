import type { IsoDate } from '../schemas/decimal.ts';
import { decodeText } from './decode-text.ts';
import { fileConventions, type Conventions } from './file-conventions.ts';
import type { FileProblem } from './file-problem.ts';
import { quotation } from './file-problem.ts';
import { findTable } from './find-sections.ts';
import { findingsOf, inFileOrder, type Findings } from './findings.ts';
import type { InputFile } from './input-file.ts';
import { isMissing } from './missing-text.ts';
import { fallbackDate, settleUndated } from './price-dates.ts';
import { notePassedOver } from './passed-over.ts';
import { rowKind } from './row-kind.ts';
import { isRagged } from './ragged-row.ts';
import { cellReader } from './read-cells.ts';
import { canonical, shifted } from './decimal-number.ts';
import type { Row } from './split-rows.ts';
import { readSymbol } from './symbol-text.ts';
import { tableRow, type TableRow } from './table-row.ts';

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

export type PricesFileReading =
  { ok: true; quotes: Quote[]; notes: FileProblem[] } | { ok: false; problems: FileProblem[] };

/** Reads a CSV of prices: a symbol and a price column, perhaps a date, a currency and a source. It never throws. */
export function readPricesFile(file: InputFile): PricesFileReading {
  const findings = findingsOf(file.name);
  const text = decodeText(file.bytes, findings);
  const quotes = text === null ? null : readQuotes(text, file, findings);
  if (quotes?.length === 0 && findings.problems.length === 0) findings.problem('there is no price in the file');
  if (quotes === null || findings.problems.length > 0) return { ok: false, problems: inFileOrder(findings.problems) };
  return { ok: true, quotes, notes: inFileOrder(findings.notes) };
}

function readQuotes(text: string, file: InputFile, findings: Findings): Quote[] | null {
  const table = findTable(text, ['symbol', 'price'], findings);
  if (table === null) return null;
  const conventions = fileConventions(table, findings);
  const quotes: Quote[] = [];
  const undated: number[] = [];
  const passedOver: Row[] = [];
  for (const section of table.sections) {
    for (const raw of section.rows) {
      const row = tableRow(section, raw);
      const kind = rowKind(row, false);
      if (kind === 'text' || kind === 'total') passedOver.push(raw);
      if (kind !== 'position' || isRagged(row, findings)) continue;
      const quote = readQuote(row, conventions, file, findings);
      if (quote === null) continue;
      if (isMissing(row.text('priceDate'))) undated.push(raw.line);
      quotes.push(quote);
    }
  }
  notePassedOver(passedOver, findings);
  settleUndated(undated, file, conventions, findings);
  complainOfContradictions(quotes, findings);
  return quotes;
}

function readQuote(row: TableRow, conventions: Conventions, file: InputFile, findings: Findings): Quote | null {
  const cells = cellReader(row, conventions, findings);
  const symbol = readSymbol(row.text('symbol'));
  if (symbol === null) cells.problem('symbol', `"${quotation(row.text('symbol'))}" is not a ticker such as VTI`);
  const price = cells.number('price');
  if (price === null) cells.note('price', 'this line has no price and was left out');
  else if (price !== undefined && Number(price.value) <= 0) cells.problem('price', `${price.value} is not above zero`);
  const { code, perUnit, stated } = cells.currency();
  const asOf = cells.day('priceDate', file.asOf) ?? fallbackDate(file, conventions);
  if (symbol === null || !price || cells.failed()) return null;
  return {
    symbol,
    price: perUnit === 100 ? canonical(shifted(price.value, -2)) : price.value,
    currency: stated ? code : price.currency,
    asOf,
    source: row.text('priceSource').slice(0, 200) || file.name,
    line: row.row.line,
  };
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
