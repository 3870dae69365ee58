import { fieldOf, isTradeHeader, type Field } from './column-names.ts';

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
}

/** Reads a row as a header. Any row can be read so; see `has` for whether it makes sense as one. */
export function columnMap(cells: readonly string[]): ColumnMap {
  const best = new Map<Field, { position: number; rank: number }>();
  const headers = cells.map((cell) => cell.trim().replace(/\s+/g, ' '));
  headers.forEach((header, position) => {
    const place = fieldOf(header);
    if (place === null) return;
    const known = best.get(place.field);
    if (known === undefined || place.rank < known.rank) best.set(place.field, { position, rank: place.rank });
  });
  return {
    headers,
    positions: new Map([...best].map(([field, { position }]) => [field, position])),
    trades: headers.some(isTradeHeader),
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
