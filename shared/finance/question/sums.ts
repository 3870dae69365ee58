import type { PlanChange } from '../../schemas/analysis-plan.ts';
import { usd } from '../amounts.ts';

/** One change in words. */
export function words(
  what: 'retireAt' | 'lifeExpectancy' | 'income' | 'contribute',
  to: number,
  before: number,
): string {
  switch (what) {
    case 'retireAt':
      return `retire at ${to.toString()} instead of ${before.toString()}`;
    case 'lifeExpectancy':
      return `the money has to last to ${to.toString()} instead of ${before.toString()}`;
    case 'income':
      return `spend ${usd(to)} a year instead of ${usd(before)}`;
    case 'contribute':
      return `save ${usd(to)} a year instead of ${usd(before)}`;
  }
}

/** What a change's number comes to in a year. */
export const yearly = ({ value, per }: PlanChange): number => (per === 'month' ? 12 * value : value);

/** A figure after a change: to a number of the question, or up or down by it. */
export function moved(change: PlanChange, before: number): number {
  const { how, value } = change;
  switch (how) {
    case 'to':
      return yearly(change);
    case 'up':
      return before + yearly(change);
    case 'down':
      return before - yearly(change);
    case 'up_percent':
      return before * (1 + value / 100);
    case 'down_percent':
      return before * (1 - value / 100);
  }
}
