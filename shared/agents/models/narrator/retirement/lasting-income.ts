import type { Reading, Retirement } from '../reading/reading.ts';
import { percent } from '../wording/percent.ts';

type Stopped = Pick<Retirement, 'ceilingSuccess' | 'confidence'>;

/** How often the sustainable income lasts: as asked for, or more often where the plan's ceiling is what stops it. */
export const lastsIn = ({ ceilingSuccess, confidence }: Stopped): string => percent(ceilingSuccess ?? confidence);

/** Follows that income where it is the plan's ceiling; a comma ends it where the sentence goes on. */
export const asCeiling = ({ ceilingSuccess }: Stopped): string =>
  ceilingSuccess === null ? '' : ', the ceiling of the plan,';

/** What lasts, with the amount of it: spending begins with that amount, or it is what the plan takes shares of. */
export function lasting({ rule, amountIs }: Pick<Retirement, 'rule' | 'amountIs'>, amount: string): string {
  if (rule === null) return `an income of ${amount}`;
  return amountIs === null ? `spending that begins at ${amount}` : `a planned amount of ${amount}`;
}

/** What the first year then spends, where that is another sum: it follows "a year". */
export const startOf = (
  { money }: Pick<Reading, 'money'>,
  { amountIs, sustainableStart }: Pick<Retirement, 'amountIs' | 'sustainableStart'>,
): string => (amountIs === null || sustainableStart === null ? '' : `, begun at ${money(sustainableStart)},`);

/** What an amount is that the first year does not spend, and what it does; null where it spends that. */
export function beginning(
  { money }: Pick<Reading, 'money'>,
  { amountIs, sustainableStart, followsMarkets }: Retirement,
): string | null {
  if (amountIs === null || sustainableStart === null) return null;
  return `The amount is ${amountIs}: spending itself begins at ${money(sustainableStart)} a year${followsMarkets ? ' in the median' : ''}.`;
}

/** How spending goes on from the amount that lasts, in sentences; none where it is the same every year. */
export function afterwards(reading: Pick<Reading, 'money'>, plan: Retirement): string[] {
  const { rule, followsMarkets } = plan;
  if (rule === null) return [];
  const begun = beginning(reading, plan);
  return [
    ...(begun === null ? [] : [begun]),
    followsMarkets ? 'From then on it follows the markets, down as well as up.' : `From then on it is ${rule}.`,
  ];
}
