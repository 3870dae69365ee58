import type { Analysis } from '../schemas/analysis.ts';
import { toMoney } from './money.ts';
import { shareOf } from './valuation.ts';
import type { Valuation } from './valuation.ts';

/**
 * The portfolio in a few figures. `gain` adds up the lines whose cost is known, each at today's exchange rate, and
 * `gainCoverage` says how much of the invested value they are.
 */
export function totalsOf(valuation: Valuation): Analysis['totals'] {
  const { unit, totalUnits, cashUnits, lines, excluded, holdings } = valuation;
  const accounts = new Set([...lines, ...excluded].map(({ line }) => line.accountName));
  const held = lines.filter(({ line }) => line.kind === 'holding');
  const costed = held.filter(({ costUnits }) => costUnits !== null);
  const gainUnits = costed.reduce((sum, { units, costUnits }) => sum + units - (costUnits ?? 0), 0);
  const dates = holdings.map(({ priceAsOf }) => priceAsOf).filter((date) => date !== null);
  dates.sort();
  return {
    value: toMoney(totalUnits, unit),
    invested: toMoney(totalUnits - cashUnits, unit),
    cash: toMoney(cashUnits, unit),
    gain: costed.length === 0 ? null : toMoney(gainUnits, unit),
    gainCoverage: shareOf(
      costed.reduce((sum, { units }) => sum + units, 0),
      totalUnits - cashUnits,
    ),
    accounts: accounts.size,
    holdings: holdings.filter(({ kind }) => kind === 'holding').length,
    positions: held.length,
    oldestPriceAsOf: dates[0] ?? null,
    newestPriceAsOf: dates.at(-1) ?? null,
  };
}
