import { highestRate } from '../schemas/portfolio.ts';
import { quotation } from './file-problem.ts';
import type { CellReader } from './read-cells.ts';
import type { TableRow } from './table-row.ts';

/**
 * What a balance brings in a year, a fraction of it, as its rate or its yield (APY) states it; null where neither is stated. Without
 * a percent sign a number below 1 can be read two ways (0.05 is 5% or a twentieth of one), so it is left out with a note.
 */
export function readInterestRate(row: TableRow, cells: CellReader, isDebt: boolean): string | null {
  for (const field of ['interestRate', 'interestYield'] as const) {
    const cell = cells.number(field, { percent: true });
    if (cell === null || cell === undefined) continue;
    const percent = Number(cell.value);
    const text = row.text(field);
    const shown = `"${quotation(text)}"`;
    const said = `${text} ${row.header(field) ?? ''}`;
    if (percent !== 0 && Math.abs(percent) < 1 && !/%|percent|prozent/i.test(said.replace(/percentage yield/i, ''))) {
      cells.note(
        'left_out',
        field,
        `${shown} could be ${String(100 * percent)}% or ${cell.value}%: it was left out; write a % after it`,
      );
      return null;
    }
    if (Math.abs(percent) > 100 * highestRate(isDebt)) {
      cells.note('left_out', field, `${shown} is no interest rate of a year, and was left out`);
      return null;
    }
    return String(Number((percent / 100).toFixed(6)));
  }
  return null;
}
