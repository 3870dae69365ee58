import type { Analysis } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';
import { shortened } from './shortened.ts';

/** What may be lost in a year, and what named bad times would have done. */
export function riskFacts({ risk }: Analysis): FactDraft[] {
  if (risk === null || risk === undefined) return [];
  const { mean, volatility, valueAtRisk, draws, seed, stress, assumptions } = risk;
  const from = `market assumptions "${assumptions}"`;
  const how = `${draws} simulated years of correlated lognormal asset classes, seed ${seed}, ${from}.`;
  const nominal = { basis: 'nominal' } as const;
  return [
    {
      name: 'risk.mean',
      label: 'Expected yearly return of the mix',
      value: mean,
      unit: 'fraction',
      ...nominal,
      how: `Arithmetic; ${from}, weighted by the mix.`,
    },
    {
      name: 'risk.volatility',
      label: 'Expected yearly volatility',
      value: volatility,
      unit: 'fraction',
      ...nominal,
      how: `sqrt(w S w) with ${from}, and in squares what single companies have of their own.`,
    },
    ...valueAtRisk.flatMap(({ confidence, parametric, simulated, lossValue, tailValue }): FactDraft[] => {
      const percent = Math.round(confidence * 100);
      const at = `risk.loss${percent}`;
      const years = `in ${percent} of 100 years the loss is smaller`;
      return [
        {
          name: `${at}.share`,
          label: `Loss of a year, share: ${years}`,
          value: simulated.loss,
          unit: 'fraction',
          ...nominal,
          how: `Value at risk: ${how}`,
        },
        {
          name: `${at}.value`,
          label: `Loss of a year, money: ${years}`,
          value: lossValue,
          unit: 'usd',
          ...nominal,
          how: `Value at risk: ${how}`,
        },
        {
          name: `${at}.tailShare`,
          label: `Average loss in the other ${100 - percent} of 100 years, share`,
          value: simulated.tail,
          unit: 'fraction',
          ...nominal,
          how: `Expected shortfall (CVaR): ${how}`,
        },
        {
          name: `${at}.tailValue`,
          label: `Average loss in the other ${100 - percent} of 100 years, money`,
          value: tailValue,
          unit: 'usd',
          ...nominal,
          how: `Expected shortfall (CVaR): ${how}`,
        },
        {
          name: `${at}.parametric`,
          label: `Loss of a year by a normal law: ${years}`,
          value: parametric.loss,
          unit: 'fraction',
          ...nominal,
          how: `-(mean + z volatility); ${from}.`,
        },
      ];
    }),
    ...stress.flatMap(({ key, label, return: returned, change, assumed, source }): FactDraft[] => {
      const taken =
        assumed.length === 0
          ? ''
          : ` No figure for ${assumed.join(', ')}: real assets taken as stocks, cash as unchanged.`;
      const basis = `Sum of weight x class return, held throughout. ${shortened(source, 300)}.${taken}`;
      return [
        {
          name: `risk.stress.${key}.return`,
          label: `${label}: what the mix would have returned`,
          value: returned,
          unit: 'fraction',
          ...nominal,
          how: basis,
        },
        {
          name: `risk.stress.${key}.change`,
          label: `${label}: change in money`,
          value: change,
          unit: 'usd',
          ...nominal,
          how: 'Return x value of the portfolio.',
        },
      ];
    }),
  ];
}
