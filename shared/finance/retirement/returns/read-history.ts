import { InvalidInputError } from '../../../errors.ts';
import type { FieldProblem } from '../../../errors.ts';
import { periodFaults } from '../../../schemas/retirement-plan/history-periods.ts';
import type { History } from '../../../schemas/retirement-plan/market.ts';
import { figureColumn } from './figure-column.ts';

/** So many problems of a file are told one by one. */
const TOLD = 20;

interface Line {
  cells: string[];
  /** From 1, as an editor counts. */
  number: number;
}

/**
 * A history from CSV text: a header of "year" or "month" (or both, in two columns), any asset names, and "inflation"; then a
 * row a period without gaps, each figure a fraction (0.07) or a percentage (7%). A figure too large for a fraction is taken only
 * with the sign. Lines that begin with # are comments. The rows stay in the order of the file: a plan is run on them in the
 * order of time. Throws InvalidInputError with every problem at once, each named `file:line, column`.
 */
export function readHistory(text: string, file: string): History {
  const [header = { cells: [], number: 1 }, ...body] = linesOf(text);
  const names = header.cells;
  const lower = names.map((name) => name.toLowerCase());
  const [year, month, inflation] = [lower.indexOf('year'), lower.indexOf('month'), lower.indexOf('inflation')];
  const assets = names.flatMap((_, index) => ([year, month, inflation].includes(index) ? [] : [index]));
  const missing = [
    ...(year === -1 && month === -1 ? ['needs a column "year" or "month"'] : []),
    ...(inflation === -1 ? ['needs a column "inflation"'] : []),
    ...(assets.length === 0 ? ['needs a column of returns'] : []),
    ...(names.some((name, at) => name === '' || names.indexOf(name) !== at)
      ? ['has a column without a name, or a name twice']
      : []),
  ];
  if (missing.length === 0 && body.length < 2) missing.push('needs two rows or more');
  if (missing.length > 0) {
    throw failed(
      file,
      missing.map((message) => ({ path: `${file}:${header.number}, header`, message })),
    );
  }

  const frequency = month === -1 ? 'year' : 'month';
  const problems: { row: number; column: string; message: string }[] = [];
  const figures = (index: number): number[] => {
    const kind = index === inflation ? 'inflation' : 'return';
    const cells = body.map((line) => line.cells[index] ?? '');
    const { values, faults } = figureColumn(cells, kind, frequency);
    problems.push(...faults.map((fault) => ({ ...fault, column: names[index] ?? '' })));
    return values;
  };
  body.forEach(({ cells }, row) => {
    if (cells.slice(names.length).every((cell) => cell === '')) return;
    problems.push({ row, column: 'row', message: `has ${cells.length} cells, the header ${names.length}` });
  });
  const columns = assets.map((index) => ({ name: names[index] ?? '', values: figures(index) }));
  const prices = figures(inflation);
  const periods = body.map(({ cells }) => periodOf(cells, year, month));
  const lineOf = (row: number): number => body[row]?.number ?? 0;
  const column = names[month === -1 ? year : month] ?? '';
  const faults = periodFaults(periods, frequency, (row) => `line ${lineOf(row)}`);
  problems.push(...faults.map((fault) => ({ ...fault, column })));
  if (problems.length > 0) {
    problems.sort((a, b) => a.row - b.row);
    throw failed(
      file,
      problems.map((one) => ({ path: `${file}:${lineOf(one.row)}, ${one.column}`, message: one.message })),
    );
  }
  return {
    frequency,
    rows: periods.map((period, row) => ({
      period,
      inflation: prices[row] ?? 0,
      returns: Object.fromEntries(columns.map(({ name, values }) => [name, values[row] ?? 0])),
    })),
  };
}

function linesOf(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
    .map(({ line, number }) => ({
      cells: line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')),
      number,
    }));
}

/** What stands in the column of years or of months; where there are both, they are one month. */
function periodOf(cells: readonly string[], year: number, month: number): string {
  const [inYear, inMonth] = [cells[year] ?? '', cells[month] ?? ''];
  if (year === -1 || month === -1) return inYear + inMonth;
  return `${inYear}-${inMonth.padStart(2, '0')}`;
}

function failed(file: string, problems: readonly FieldProblem[]): InvalidInputError {
  const more = problems.length - TOLD;
  return new InvalidInputError(`The history ${file} cannot be read.`, [
    ...problems.slice(0, TOLD),
    ...(more > 0 ? [{ path: file, message: `and ${more} more problems` }] : []),
  ]);
}
