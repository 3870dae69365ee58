import type { CashInterest } from '../schemas/analysis.ts';
import { toMoney, toUnits } from './money.ts';
import { shareOf } from './valuation.ts';
import type { Valuation } from './valuation.ts';

/**
 * What the balances bring in a year at today's rates and amounts, base currency, nominal, before tax: each rate times its balance,
 * as a saver works it out. A yield (APY) has a year's compounding in it; a rate is taken as what is paid in a year, for how often
 * it is credited is not stated. What is borrowed stands apart, with what it is charged. Undefined where no balance's rate is known.
 */
export function cashInterestOf({ lines, unit }: Valuation): CashInterest | undefined {
  let held = 0;
  let known = 0;
  let earned = 0;
  let charged: number | null = null;
  for (const { line, units } of lines) {
    if (line.kind !== 'cash') continue;
    held += Math.max(0, units);
    if (line.interestRate === undefined || units === 0) continue;
    const interest = toUnits(toMoney(units * line.interestRate, unit), unit);
    if (units < 0) charged = (charged ?? 0) - interest;
    else [known, earned] = [known + units, earned + interest];
  }
  if (known === 0 && charged === null) return undefined;
  return {
    yearly: toMoney(earned, unit),
    yield: known === 0 ? 0 : earned / known,
    coverage: shareOf(known, held),
    charged: charged === null ? null : toMoney(charged, unit),
  };
}
