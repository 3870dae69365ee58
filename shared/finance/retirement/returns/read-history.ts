import { InvalidInputError } from '../../../errors.ts';
import type { FieldProblem } from '../../../errors.ts';
import type { History } from '../../../schemas/retirement-plan/market.ts';

/**
 * A history from CSV text: a header of "year" or "month", any asset names, and "inflation"; then a row a period, oldest
 * first, each figure a fraction (0.07) or a percentage (7%). Lines that begin with # are comments. Throws
 * InvalidInputError with every problem at once, each named `file:line, column`.
 */
export function readHistory(text: string, file: string): History {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({
      cells: line.split(',').map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')),
      number: index + 1,
      line,
    }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'));
  const [header, ...body] = lines;
  const problems: FieldProblem[] = [];
  const names = header?.cells ?? [];
  const lower = names.map((name) => name.toLowerCase());
  const period = lower.findIndex((name) => name === 'year' || name === 'month');
  const inflation = lower.indexOf('inflation');
  const assets = names
    .map((name, column) => ({ name, column }))
    .filter(({ column }) => column !== period && column !== inflation);
  const at = (line: number, column: string): string => `${file}:${line}, ${column}`;
  if (period === -1)
    problems.push({ path: at(header?.number ?? 1, 'header'), message: 'needs a column "year" or "month"' });
  if (inflation === -1)
    problems.push({ path: at(header?.number ?? 1, 'header'), message: 'needs a column "inflation"' });
  if (assets.length === 0)
    problems.push({ path: at(header?.number ?? 1, 'header'), message: 'needs a column of returns' });
  if (names.some((name, column) => name === '' || names.indexOf(name) !== column)) {
    problems.push({ path: at(header?.number ?? 1, 'header'), message: 'has a column without a name, or a name twice' });
  }
  if (problems.length === 0 && body.length < 2)
    problems.push({ path: at(header?.number ?? 1, 'rows'), message: 'needs two rows or more' });
  if (problems.length > 0) throw failed(file, problems);

  const number = (cells: string[], column: number, line: number, least: number): number => {
    const cell = cells[column] ?? '';
    const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)$/i.exec(cell);
    const value = match === null ? NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
    if (!(value > least && value <= 100))
      problems.push({ path: at(line, names[column] ?? ''), message: `"${cell}" is not a return` });
    return value;
  };
  const rows = body.map(({ cells, number: line }) => ({
    period: cells[period] ?? '',
    inflation: number(cells, inflation, line, -0.9),
    returns: Object.fromEntries(assets.map(({ name, column }) => [name, number(cells, column, line, -1)])),
  }));
  if (problems.length > 0) throw failed(file, problems);
  return { frequency: lower[period] === 'month' ? 'month' : 'year', rows };
}

const failed = (file: string, problems: FieldProblem[]) =>
  new InvalidInputError(`The history ${file} cannot be read.`, problems);
