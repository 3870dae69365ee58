import { sql, type SQL } from 'drizzle-orm';

/**
 * The Data API answers at most 64 KiB a row, and a character takes up to four bytes. A value that may be larger is read as
 * several rows of this many characters.
 */
const CHARACTERS_A_ROW = sql.raw('15000');

/** A lateral join `pieces(piece, number)` that cuts `text` into rows; a null text is one row with a null piece. */
export function piecesOf(text: SQL): SQL {
  return sql`lateral (
    select substr(whole, number * ${CHARACTERS_A_ROW} + 1, ${CHARACTERS_A_ROW}) as piece, number
    from (select ${text} as whole) w,
      generate_series(0, greatest(0, (coalesce(length(whole), 0) - 1) / ${CHARACTERS_A_ROW})) as number
  ) pieces`;
}

/** The JSON value whose pieces these are, in order; null when there is none. */
export function joinPieces(pieces: readonly (string | null)[]): unknown {
  const text = pieces.join('');
  return text === '' ? null : (JSON.parse(text) as unknown);
}
