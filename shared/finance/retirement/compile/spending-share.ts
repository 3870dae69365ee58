import type { Spending } from '../../../schemas/retirement-plan/spending.ts';
import { power } from './power.ts';

/**
 * Share of the planned amount that is spent at an age of the first person, `years` whole years after spending began: the
 * plan's table by age, in a straight line between its points and level outside them, times its real growth.
 */
export function spendingShare({ growth = 0, shareByAge = [] }: Spending, age: number, years: number): number {
  return byAge(shareByAge, age) * power(1 + growth, years);
}

function byAge(table: NonNullable<Spending['shareByAge']>, age: number): number {
  const after = table.findIndex((point) => point.age > age);
  const next = after === -1 ? table.at(-1) : table[after];
  const last = after === -1 ? next : table[Math.max(0, after - 1)];
  if (next === undefined || last === undefined) return 1;
  if (next.age === last.age) return next.share;
  return last.share + ((age - last.age) / (next.age - last.age)) * (next.share - last.share);
}
