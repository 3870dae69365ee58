import type { Analysis } from '../../schemas/analysis.ts';
import type { Risk } from '../../schemas/risk.ts';
import { wordOfKind } from '../risk/taken-as-stocks.ts';
import type { FactDraft } from './fact-list.ts';
import { shortened } from './shortened.ts';

/** What people call the years in which the loss is larger, by the confidence in percent. */
const BAD_YEARS: Readonly<Record<number, string>> = { 95: 'Bad year, one in twenty', 99: 'Bad year, one in a hundred' };

/** How far the size of the sample leaves the two losses open. */
function sampling(
  at: string,
  year: string,
  { standardError, tailStandardError }: Risk['valueAtRisk'][number]['simulated'],
): FactDraft[] {
  if (standardError === undefined || tailStandardError === undefined) return [];
  return [
    {
      name: `${at}.standardError`,
      label: `${year}: standard error of the loss of at least`,
      value: standardError,
      unit: 'points',
      how: 'sqrt(n c (1 - c)) ranks times the distance between the returns around it, sampling error only.',
    },
    {
      name: `${at}.averageStandardError`,
      label: `${year}: standard error of the average loss of such years`,
      value: tailStandardError,
      unit: 'points',
      how: 'sqrt((s^2 + c (tail - loss)^2) / k) of the k worst returns, sampling error only.',
    },
  ];
}

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
      how: `sqrt(w S w) with ${from}, and in squares what single companies, bonds and coins have of their own.`,
    },
    ...valueAtRisk.flatMap(({ confidence, parametric, simulated, lossValue, tailValue }): FactDraft[] => {
      const percent = Math.round(confidence * 100);
      const at = `risk.loss${percent}`;
      const year = BAD_YEARS[percent] ?? `Year worse than ${percent} of 100`;
      return [
        {
          name: `${at}.share`,
          label: `${year}: loss of at least, share`,
          value: simulated.loss,
          unit: 'fraction',
          ...nominal,
          how: `Value at risk: ${how}`,
        },
        {
          name: `${at}.value`,
          label: `${year}: loss of at least, money`,
          value: lossValue,
          unit: 'usd',
          ...nominal,
          how: `Value at risk: ${how}`,
        },
        {
          name: `${at}.tailShare`,
          label: `${year}: average loss of such years, share`,
          value: simulated.tail,
          unit: 'fraction',
          ...nominal,
          how: `Expected shortfall (CVaR): ${how}`,
        },
        {
          name: `${at}.tailValue`,
          label: `${year}: average loss of such years, money`,
          value: tailValue,
          unit: 'usd',
          ...nominal,
          how: `Expected shortfall (CVaR): ${how}`,
        },
        ...sampling(at, year, simulated),
        {
          name: `${at}.parametric`,
          label: `${year}: loss of at least by a normal law, share`,
          value: parametric.loss,
          unit: 'fraction',
          ...nominal,
          how: `-(mean + z volatility); ${from}.`,
        },
      ];
    }),
    ...stress.flatMap(({ key, label, return: returned, change, assumed, source: main, sources = [] }): FactDraft[] => {
      const source = [main, ...sources].join('; ');
      const uncited = assumed.map(wordOfKind).join(', ');
      const taken = uncited === '' ? '' : ` No figure for ${uncited}: taken as stocks.`;
      const basis = `Sum of weight x class return, held throughout. ${shortened(source, 300)}.${taken}`;
      const cited = { unit: 'text', how: 'As the test of this episode is documented.' } as const;
      return [
        { name: `risk.stress.${key}.label`, label: 'Bad time', value: label, ...cited },
        { name: `risk.stress.${key}.source`, label: `${label}: source of the returns`, value: source, ...cited },
        {
          name: `risk.stress.${key}.assumed`,
          label: `${label}: held without a cited figure`,
          value: uncited === '' ? null : uncited,
          ...cited,
        },
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
