import type { Analysis } from '../../schemas/analysis.ts';
import type { Bands, Purchases, RebalancingPlan } from '../../schemas/rebalancing.ts';
import { FIVE_TWENTY_FIVE } from '../rebalancing/bands.ts';
import { namesOf } from '../rebalancing/taxable-sales.ts';
import type { FactDraft } from './fact-list.ts';
import { NAME, shortened } from './shortened.ts';

/** So many trades are stated one by one. */
const TRADES = 10;
const NOTES = 5;

/** The trades that would reach the targets, and what they would leave. */
export function rebalancingFacts({ rebalancing, purchases }: Analysis): FactDraft[] {
  if (rebalancing === null || rebalancing === undefined) return [];
  const {
    source,
    needed,
    tradeCount,
    bought,
    sold,
    residual,
    turnoverBefore,
    regions,
    taxableGain,
    trades,
    rows,
    notes,
    newMoney,
  } = rebalancing;
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
      how: bandsInWords(rebalancing.bands ?? FIVE_TWENTY_FIVE),
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
  if (newMoney > 0) {
    const given = { value: newMoney, unit: 'usd', how: 'As the person says.' } as const;
    facts.push({ name: `${at}.money`, label: 'New money that the trades count on', ...given });
  }
  if (purchases !== undefined) facts.push(...purchaseFacts(purchases));
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
    ...(regions === undefined
      ? []
      : [
          {
            name: `${at}.regionResidual`,
            label: 'Share of the stocks still in other regions than wanted after the trades',
            value: regions.residual,
            unit: 'fraction' as const,
            how: 'Half the sum of the absolute drifts of the regions that remain.',
          },
        ]),
    {
      name: `${at}.taxableGain`,
      label: 'Gains that the sales in taxable accounts would realize',
      value: taxableGain,
      unit: 'usd',
      basis: 'nominal',
      how: 'At average cost, where the cost is known; no tax is computed.',
    },
    ...costFacts(rebalancing),
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

/** Of how much that is sold the gain is known, where it is not known of all. */
function costFacts({ taxableSales }: RebalancingPlan): FactDraft[] {
  if (taxableSales === undefined || taxableSales.costUnknown.length === 0) return [];
  const at = 'rebalancing.taxableSales';
  const how = 'Sales outside tax-advantaged accounts; without what was paid no gain is known.';
  return [
    { name: `${at}.sold`, label: 'To sell in taxable accounts', value: taxableSales.sold, unit: 'usd', how },
    {
      name: `${at}.costKnown`,
      label: 'Of that, what the cost and so the gain is known of',
      value: taxableSales.costKnown,
      unit: 'usd',
      how,
    },
    {
      name: `${at}.costUnknown`,
      label: 'Sold there with a gain that is not known',
      value: shortened(namesOf(taxableSales), 4 * NAME),
      unit: 'text',
      how,
    },
  ];
}

function bandsInWords({ absolute, relative }: Bands): string {
  const [points, part] = [absolute, relative].map((share) => Number((100 * share).toFixed(2)).toString());
  const usual = absolute === FIVE_TWENTY_FIVE.absolute && relative === FIVE_TWENTY_FIVE.relative;
  return `Band: ${points ?? ''} ${points === '1' ? 'point' : 'points'}, or ${part ?? ''}% of the target where that is less${usual ? ' (5/25 rule)' : ', as the person says'}.`;
}

/** What new money alone could buy. */
function purchaseFacts({ origin, accounts, plan }: Purchases): FactDraft[] {
  const at = 'rebalancing.newMoney';
  const how =
    'Funds held, bought with the new money alone, in the order that brings the mix nearest to its target; nothing is sold.';
  const facts: FactDraft[] = [
    {
      name: `${at}.amount`,
      label: origin === 'savings' ? 'Saved in the next year' : 'New money',
      value: plan.newMoney,
      unit: 'usd',
      how: origin === 'savings' ? 'Saved each year, as in the goals.' : 'As the person says.',
    },
    {
      name: `${at}.account`,
      label: 'Account that the new money goes into',
      value: shortened(accounts.map(({ accountName }) => accountName).join(', '), 2 * NAME),
      unit: 'text',
      how: accounts.every(({ chosen }) => chosen)
        ? 'As the person says.'
        : 'Where nothing is said, the account that most is invested in, of those that may take so much in a year.',
    },
  ];
  if (plan.tradeCount === 0) return facts;
  facts.push(
    { name: `${at}.trades`, label: 'Purchases with the new money', value: plan.tradeCount, unit: 'count', how },
    { name: `${at}.bought`, label: 'To buy with the new money', value: plan.bought, unit: 'usd', how },
    {
      name: `${at}.residual`,
      label: 'Share off target after buying with the new money alone',
      value: plan.residual,
      unit: 'fraction',
      how: 'Half the sum of the absolute drifts that remain.',
    },
  );
  plan.trades.slice(0, NOTES).forEach(({ symbol, accountName, quantity, value }, index) => {
    const one = `${at}.trade.${index + 1}`;
    const title = `Buy ${symbol} with the new money`;
    facts.push(
      { name: `${one}.symbol`, label: `Purchase ${index + 1}, what`, value: symbol, unit: 'text', how },
      { name: `${one}.account`, label: `${title}, where`, value: shortened(accountName, 2 * NAME), unit: 'text', how },
      { name: `${one}.quantity`, label: `${title}, units`, value: quantity, unit: 'ratio', how },
      { name: `${one}.value`, label: `${title}, money`, value, unit: 'usd', how: 'Units x price.' },
    );
  });
  return facts;
}
