import { sql, type SQL } from 'drizzle-orm';

/**
 * The Data API answers at most 64 KiB a row. A value that may be larger is read as several rows of this many bytes, of which
 * each takes two at most on its way (see `piecesOf`).
 */
const BYTES_A_ROW = sql.raw('30000');

/**
 * A lateral join `pieces(piece, number)` that cuts `text` into rows; a null text is one row with a null piece. It is cut by
 * bytes, since to find the 100,000th character of a text PostgreSQL counts them from its beginning, piece by piece: 14 ms for
 * the facts of a job instead of 1.5. A piece may end within a character, so it is sent as Latin-1, in which every byte is a
 * character; `joinPieces` makes them bytes again. `offset 0` has PostgreSQL make the bytes once, not for each piece.
 */
export function piecesOf(text: SQL): SQL {
  return sql`lateral (
    select convert_from(substr(whole, number * ${BYTES_A_ROW} + 1, ${BYTES_A_ROW}), 'LATIN1') as piece, number
    from (select convert_to(${text}, 'UTF8') as whole offset 0) w,
      generate_series(0, greatest(0, (coalesce(length(whole), 0) - 1) / ${BYTES_A_ROW})) as number
  ) pieces`;
}

/** The JSON value whose pieces these are, in order; null when there is none. */
export function joinPieces(pieces: readonly (string | null)[]): unknown {
  const text = Buffer.from(pieces.join(''), 'latin1').toString('utf8');
  return text === '' ? null : (JSON.parse(text) as unknown);
}
