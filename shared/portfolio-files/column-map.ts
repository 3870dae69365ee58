import {
  fieldOf,
  isIdentifierHeader,
  isTimeHeader,
  isTradeHeader,
  mayHoldTickers,
  type Field,
} from './column-names.ts';
import { guessColumns } from './column-guesses.ts';
import { lotColumns } from './lot-list.ts';
import type { Row } from './split-rows.ts';
import { looksLikeSymbol } from './symbol-text.ts';

/** How one column of a file was understood. */
export interface ColumnReading {
  header: string;
  /** Null: not used. */
  field: Field | null;
}

/** Where each field stands in a table's rows. */
export interface ColumnMap {
  headers: string[];
  positions: ReadonlyMap<Field, number>;
  /** It lists trades, not what is held. */
  trades: boolean;
  /** Each of its rows is one purchase of what is held. */
  lots: boolean;
}

/** Rows under a header that are looked at to see whether a column holds tickers. */
const LOOKED_AT = 20;
/** What stands in such a column and is neither a ticker nor a name. */
const NO_HOLDING = /^\W*(?:cash|(?:sub)?totals?)\b/i;
const ISIN = /^[A-Z]{2}[A-Z0-9]{9}\d$/;
/** The share of them that has to. */
const MOST = 0.8;

/** The column of tickers that is headed as one of names might be ("Stock", "Security"); -1 where there is none. */
function tickersIn(headers: readonly string[], below: readonly Row[]): number {
  return headers.findIndex((header, position) => {
    if (!mayHoldTickers(header)) return false;
    const texts = below
      .slice(0, LOOKED_AT)
      .map(({ cells }) => (cells[position] ?? '').trim())
      .filter((text) => text !== '' && !NO_HOLDING.test(text));
    const tickers = texts.filter((text) => looksLikeSymbol(text) || ISIN.test(text));
    return tickers.length > 0 && tickers.length >= texts.length * MOST;
  });
}

/**
 * Reads a row as a header. Any row can be read so; see `has` for whether it makes sense as one. The rows `below` tell whether a
 * column that may hold names or tickers holds tickers, where no other does.
 */
export function columnMap(cells: readonly string[], below: () => readonly Row[] = () => []): ColumnMap {
  const best = new Map<Field, { position: number; rank: number }>();
  const headers = cells.map((cell) => cell.trim().replace(/\s+/g, ' '));
  headers.forEach((header, position) => {
    const place = fieldOf(header);
    if (place === null) return;
    const known = best.get(place.field);
    if (known === undefined || place.rank < known.rank) best.set(place.field, { position, rank: place.rank });
  });
  if (!best.has('symbol') && (best.has('quantity') || best.has('price'))) {
    const position = tickersIn(headers, below());
    if (position >= 0) {
      if (best.get('name')?.position === position) best.delete('name');
      best.set('symbol', { position, rank: 0 });
    }
  }
  const time = headers.findIndex(isTimeHeader);
  if (time >= 0 && !best.has('tradeDate') && !best.has('priceDate')) best.set('tradeDate', { position: time, rank: 0 });
  const ticker = best.get('symbol')?.position;
  const identifier = headers.findIndex((header, position) => position !== ticker && isIdentifierHeader(header));
  if (ticker !== undefined && identifier >= 0) best.set('identifier', { position: identifier, rank: 0 });
  const positions = new Map([...best].map(([field, { position }]) => [field, position]));
  guessColumns(headers, positions);
  const lots = lotColumns(headers, positions);
  return {
    headers,
    positions: lots ?? positions,
    trades: lots === null && headers.some(isTradeHeader),
    lots: lots !== null,
  };
}

export const has = ({ positions }: ColumnMap, fields: readonly Field[]): boolean =>
  fields.every((field) => positions.has(field));

/** What each column was taken for; null for those whose field is not among the ones that are `used`. */
export function columnReadings({ headers, positions }: ColumnMap, used: readonly Field[]): ColumnReading[] {
  const fieldAt = new Map([...positions].map(([field, position]) => [position, field]));
  return headers
    .map((header, position) => {
      const field = fieldAt.get(position);
      return { header, field: field !== undefined && used.includes(field) ? field : null };
    })
    .filter(({ header }) => header !== '');
}
