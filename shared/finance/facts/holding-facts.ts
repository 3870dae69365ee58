import type { Analysis, ValuedHolding } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';
import { labelOf } from '../labels.ts';
import { NAME, shortened } from './shortened.ts';
import { slugs, symbolSlug } from './slug.ts';

/** So many of the largest holdings have all their facts; the others value and weight only. */
const IN_FULL = 25;

export function holdingFacts({ holdings, otherHoldings }: Analysis): FactDraft[] {
  const slug = slugs(symbolSlug);
  const cashSlug = slugs(symbolSlug);
  const facts = holdings.flatMap((holding, rank) => {
    const name = holding.kind === 'cash' ? `cash.${cashSlug(holding.currency)}` : `holding.${slug(holding.symbol)}`;
    return rank < IN_FULL ? [...worth(holding, name), ...details(holding, name)] : worth(holding, name);
  });
  const { count, value, weight } = otherHoldings;
  if (count === 0) return facts;
  const how = `All holdings beyond the ${holdings.length} largest.`;
  return [
    ...facts,
    { name: 'otherHoldings.count', label: 'Smaller holdings not listed', value: count, unit: 'count', how },
    { name: 'otherHoldings.value', label: 'Smaller holdings not listed, value', value, unit: 'usd', how },
    { name: 'otherHoldings.weight', label: 'Smaller holdings not listed, share', value: weight, unit: 'fraction', how },
  ];
}

function titleOf({ kind, symbol, name }: ValuedHolding): string {
  return kind === 'cash' || name === symbol ? shortened(name, NAME) : `${symbol} (${shortened(name, NAME)})`;
}

function worth(holding: ValuedHolding, name: string): FactDraft[] {
  const title = titleOf(holding);
  const how = holding.kind === 'cash' ? 'Sum of the balances.' : 'Quantity x price x exchange rate over all accounts.';
  return [
    { name: `${name}.value`, label: `${title}, value`, value: holding.value, unit: 'usd', how },
    {
      name: `${name}.weight`,
      label: `${title}, share of the portfolio`,
      value: holding.weight,
      unit: 'fraction',
      how: 'Value / value of the portfolio.',
    },
  ];
}

function details(holding: ValuedHolding, name: string): FactDraft[] {
  if (holding.kind === 'cash') return [];
  const title = holding.symbol;
  const { gain, value, priceAsOf, priceSource, expenseRatio } = holding;
  const cost = gain === null ? null : value - gain;
  return [
    {
      name: `${name}.name`,
      label: `${holding.symbol}, name`,
      value: holding.name,
      unit: 'text',
      how: 'Name of the instrument.',
    },
    {
      name: `${name}.accounts`,
      label: `${holding.symbol}, held in`,
      value: shortened(holding.accounts.join(', '), 3 * NAME),
      unit: 'text',
      how: 'The accounts that hold it.',
    },
    {
      name: `${name}.assetClass`,
      label: `${holding.symbol}, asset class`,
      value: typeof holding.assetClass === 'string' ? labelOf(holding.assetClass) : null,
      unit: 'text',
      how: 'That at least nine tenths of it are in.',
    },
    {
      name: `${name}.price`,
      label: `${title}, price`,
      value: holding.price,
      unit: 'usd',
      asOf: priceAsOf,
      how: `Source: ${shortened(priceSource ?? 'not stated', 2 * NAME)}; as of ${priceAsOf ?? 'no date'}.`,
    },
    {
      name: `${name}.quantity`,
      label: `${title}, units held`,
      value: holding.quantity,
      unit: 'ratio',
      how: 'Sum over all accounts.',
    },
    {
      name: `${name}.gain`,
      label: `${title}, unrealized gain`,
      value: gain,
      unit: 'usd',
      basis: 'nominal',
      how: 'Value less cost.',
    },
    {
      name: `${name}.gainRatio`,
      label: `${title}, unrealized gain as a share of cost`,
      value: gain !== null && cost !== null && cost > 0 ? gain / cost : null,
      unit: 'fraction',
      basis: 'nominal',
      how: '(Value - cost) / cost; not a yearly return.',
    },
    {
      name: `${name}.expenseRatio`,
      label: `${title}, yearly cost`,
      value: holding.type === 'etf' || holding.type === 'mutual_fund' ? expenseRatio : null,
      unit: 'fraction',
      how: "The fund's published expense ratio.",
    },
  ];
}
