import type { Analysis } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';
import { NAME, shortened } from './shortened.ts';

/** So many trades are stated one by one. */
const TRADES = 10;
const NOTES = 5;

/** The trades that would reach the targets, and what they would leave. */
export function rebalancingFacts({ rebalancing }: Analysis): FactDraft[] {
  if (rebalancing === null || rebalancing === undefined) return [];
  const { source, needed, tradeCount, bought, sold, residual, turnoverBefore, taxableGain, trades, rows, notes } =
    rebalancing;
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
  notes.slice(0, NOTES).forEach((note, index) => {
    const name = `${at}.note.${index + 1}`;
    facts.push({ name, label: 'Note to the trades', value: note, unit: 'text', how: 'Said by the rebalancing.' });
  });
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
