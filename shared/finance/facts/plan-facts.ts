import type { Analysis } from '../../schemas/analysis.ts';
import type { Score } from '../../schemas/score.ts';
import type { FactDraft } from './fact-list.ts';
import { NAME, shortened } from './shortened.ts';

/** So many trades are stated one by one. */
const TRADES = 10;

/** Grades of diversification and risk, with what they are made of. */
export function scoreFacts({ scores }: Analysis): FactDraft[] {
  return [
    ...gradeFacts('diversification', 'Diversification', '10 is best', scores?.diversification),
    ...gradeFacts('risk', 'Risk', '10 swings most', scores?.risk),
  ];
}

function gradeFacts(key: string, label: string, sense: string, graded: Score | null | undefined): FactDraft[] {
  if (graded === null || graded === undefined) return [];
  return [
    {
      name: `score.${key}`,
      label: `${label}, grade from 1 to 10 (${sense})`,
      value: graded.score,
      unit: 'ratio',
      how: graded.how,
    },
    ...graded.parts.map((part): FactDraft => ({
      name: `score.${key}.${part.key}`,
      label: `${label}: ${part.label}`,
      value: part.figure,
      unit: part.key === 'companies' || part.key === 'regions' || key === 'risk' ? 'fraction' : 'ratio',
      how: part.how,
    })),
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

/** The trades that would reach the targets, and what they would leave. */
export function rebalancingFacts({ rebalancing }: Analysis): FactDraft[] {
  if (rebalancing === null || rebalancing === undefined) return [];
  const { source, needed, tradeCount, bought, sold, residual, turnoverBefore, taxableGain, trades, rows } = rebalancing;
  const whose = source === 'person' ? "the person's targets" : 'the default mix: an illustration, not advice';
  const how = `Swaps inside each account, tax-advantaged ones first, towards ${whose}.`;
  const at = 'rebalancing';
  const facts: FactDraft[] = [
    { name: `${at}.source`, label: 'Rebalancing: whose target', value: source, unit: 'text', how },
    {
      name: `${at}.needed`,
      label: 'Some weight is outside its band',
      value: needed,
      unit: 'boolean',
      how: 'Band: 5 points, or a quarter of the target where that is less (5/25 rule).',
    },
    {
      name: `${at}.turnoverBefore`,
      label: 'Share that would have to change hands',
      value: turnoverBefore,
      unit: 'fraction',
      how: 'Half the sum of the absolute drifts.',
    },
  ];
  if (tradeCount === 0) return facts;
  facts.push(
    { name: `${at}.trades`, label: 'Trades', value: tradeCount, unit: 'count', how },
    { name: `${at}.bought`, label: 'To buy in all', value: bought, unit: 'usd', how },
    { name: `${at}.sold`, label: 'To sell in all', value: sold, unit: 'usd', how },
    {
      name: `${at}.residual`,
      label: 'Share still off target after the trades',
      value: residual,
      unit: 'fraction',
      how: 'Half the sum of the absolute drifts that remain.',
    },
    {
      name: `${at}.taxableGain`,
      label: 'Gains that the sales in taxable accounts would realize',
      value: taxableGain,
      unit: 'usd',
      basis: 'nominal',
      how: 'At average cost, where the cost is known; no tax is computed.',
    },
    ...rows.map(({ breakdown, key, label, after }): FactDraft => ({
      name: `${at}.after.${breakdown}.${key}`,
      label: `${label}, share after the trades`,
      value: after,
      unit: 'fraction',
      how: 'Weight with all trades done.',
    })),
  );
  trades.slice(0, TRADES).forEach(({ action, symbol, accountName, quantity, value }, index) => {
    const one = `${at}.trade.${index + 1}`;
    const title = `${action === 'buy' ? 'Buy' : 'Sell'} ${symbol}`;
    facts.push(
      { name: `${one}.action`, label: `Trade ${index + 1}`, value: action, unit: 'text', how },
      { name: `${one}.symbol`, label: `Trade ${index + 1}, what`, value: symbol, unit: 'text', how },
      { name: `${one}.account`, label: `${title}, where`, value: shortened(accountName, 2 * NAME), unit: 'text', how },
      { name: `${one}.quantity`, label: `${title}, units`, value: quantity, unit: 'ratio', how },
      { name: `${one}.value`, label: `${title}, money`, value, unit: 'usd', how: 'Units x price.' },
    );
  });
  return facts;
}
