import { parse } from 'csv-parse/browser/esm/sync';
import * as z from 'zod';
import type { Findings } from './findings.ts';

export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export interface Row {
  /** The line of the file that the row begins on, from 1. */
  line: number;
  cells: string[];
}

const QUOTE_NOT_CLOSED = 'CSV_QUOTE_NOT_CLOSED';
/** Damaged rows after which the rest is not read any more: each of them costs another pass. */
const MOST_DAMAGED = 20;
/** Characters that are looked at to find the separator. */
const SAMPLE = 200_000;

const csvError = z.object({ code: z.string(), lines: z.number() });

interface Piece {
  rows: Row[];
  damage: { code: string; line: number } | null;
}

/** Rows from `text` up to its end, `limit` rows, or the first row whose quotes make no sense. */
function splitPiece(text: string, separator: Separator, firstLine: number, limit?: number): Piece {
  const rows: Row[] = [];
  let next = firstLine;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
      ...(limit !== undefined && { to: limit }),
      on_record: (cells: string[], { lines }) => {
        rows.push({ line: next, cells });
        next = firstLine + lines;
        return null;
      },
    });
    return { rows, damage: null };
  } catch (error) {
    const { code } = csvError.parse(error);
    return { rows, damage: { code, line: next } };
  }
}

/** The first rows as one separator splits them, for finding out which separator it is. */
export function firstRows(text: string, separator: Separator, limit: number): Row[] {
  return splitPiece(text.slice(0, SAMPLE), separator, 1, limit).rows;
}

/** Every row of a text, quoted fields with separators and line ends included. Damaged quotes are problems, by line. */
export function splitRows(text: string, separator: Separator, findings: Findings): Row[] {
  const lines = text.split('\n');
  const rows: Row[] = [];
  let from = 1;
  for (let damaged = 0; damaged <= MOST_DAMAGED; damaged += 1) {
    const rest = from === 1 ? text : lines.slice(from - 1).join('\n');
    const piece = splitPiece(rest, separator, from);
    for (const row of piece.rows) rows.push(row);
    if (piece.damage === null) return rows;
    const { code, line } = piece.damage;
    findings.problem(
      code === QUOTE_NOT_CLOSED
        ? 'a quotation mark opens in this row and is never closed'
        : 'there is text after a closing quotation mark; a quotation mark inside a text is written twice ("")',
      line,
    );
    from = line + 1;
    if (from > lines.length) return rows;
  }
  findings.problem('so many rows have damaged quotation marks that the rest was not read', from);
  return rows;
}
