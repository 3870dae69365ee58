import { MarketError } from './market-error.ts';

/**
 * The rows of a source's CSV by column, one record a row. Quoted cells may hold commas. A body that ends in the middle of a row
 * is refused whole: nothing tells a price cut short from a lower one.
 *
 * @throws {MarketError} `garbled` where a column is missing or a row has another number of cells
 */
export function csvTable<const Column extends string>(
  title: string,
  body: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const garbled = (why: string) => new MarketError('garbled', `${title} sent ${why}.`, { said: body.slice(0, 200) });
  const lines = body.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  const head = cellsOf(lines[0] ?? '');
  const places = columns.map((column) => [column, head.indexOf(column)] as const);
  const missing = places.find(([, place]) => place < 0);
  if (missing !== undefined) throw garbled(`a table without the column ${missing[0]}`);
  if (lines.at(-1) !== '') throw garbled('a table that ends in the middle of a row');
  return lines.slice(1, -1).map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== head.length) throw garbled(`a row of ${cells.length} cells under ${head.length} columns`);
    const row: Partial<Record<Column, string>> = {};
    for (const [column, place] of places) row[column] = cells[place] ?? '';
    return whole(row, columns);
  });
}

function whole<Column extends string>(
  row: Partial<Record<Column, string>>,
  columns: readonly Column[],
): Record<Column, string> {
  const isWhole = (one: typeof row): one is Record<Column, string> =>
    columns.every((column) => one[column] !== undefined);
  if (!isWhole(row)) throw new TypeError('a row lacks a column that its table has');
  return row;
}

/** RFC 4180, without line ends inside quotes. */
function cellsOf(line: string): string[] {
  const cells = line.match(/(?<=^|,)("(?:[^"]|"")*"|[^,]*)/gu) ?? [];
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell.trim()));
}
