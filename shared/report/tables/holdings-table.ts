import type { Analysis, ValuedHolding } from '../../schemas/analysis.ts';
import { counted, money, percent, quantity, shortDate, signedMoney } from '../format.ts';
import { plainText } from '../../charts/plain-text.ts';
import { cell, figures, words } from './table.ts';
import type { Cell, Table } from './table.ts';

const MOST_ACCOUNTS = 3;

function accountsOf({ accounts }: ValuedHolding): string {
  const more = accounts.length - MOST_ACCOUNTS;
  return [...accounts.slice(0, MOST_ACCOUNTS).map(plainText), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function priceOf({ kind, price, priceAsOf, priceSource, stale }: ValuedHolding, currency: string): Cell {
  if (kind === 'cash' || price === null) return cell('–');
  const when = priceAsOf === null ? 'no date' : `${shortDate(priceAsOf)}${stale ? ' (old)' : ''}`;
  return cell(money(price, currency, 2), [when, plainText(priceSource ?? '')].filter(Boolean).join(' · '));
}

/** Everything that is counted, largest first. */
export function holdingsTable({ holdings, otherHoldings, totals, baseCurrency, asOf }: Analysis): Table | null {
  if (holdings.length === 0) return null;
  const rows = holdings.map((one) => {
    const name = plainText(one.name);
    const title = one.kind === 'cash' ? name : one.symbol;
    const about = [one.kind === 'cash' || name === one.symbol ? '' : name, accountsOf(one)].filter(Boolean).join(' · ');
    return [
      cell(title, about),
      cell(quantity(one.quantity)),
      priceOf(one, baseCurrency),
      cell(money(one.value, baseCurrency)),
      cell(percent(one.weight)),
      cell(one.gain === null ? '–' : signedMoney(one.gain, baseCurrency)),
    ];
  });
  const { count, value, weight } = otherHoldings;
  const others =
    count === 0
      ? []
      : [
          [
            cell(counted(count, 'smaller holding')),
            cell(''),
            cell(''),
            cell(money(value, baseCurrency)),
            cell(percent(weight)),
            cell('–'),
          ],
        ];
  const notes = [
    'A dash under Gain means that what was paid is not known for every part of that holding.',
    ...(totals.gain === null
      ? []
      : [`The total gain covers ${percent(totals.gainCoverage)} of what is invested: the part whose cost is known.`]),
  ];
  return {
    id: 'holdings',
    caption: `Holdings, as of ${shortDate(asOf)}`,
    columns: [
      words('Holding'),
      figures('Quantity'),
      figures('Price'),
      figures('Value'),
      figures('Weight'),
      figures('Gain'),
    ],
    rows: [...rows, ...others],
    total: [
      cell('Total'),
      cell(''),
      cell(''),
      cell(money(totals.value, baseCurrency)),
      cell(totals.value === 0 ? '–' : percent(1)),
      cell(totals.gain === null ? '–' : signedMoney(totals.gain, baseCurrency)),
    ],
    notes: totals.gain !== null && totals.gainCoverage > 0.9995 ? [] : notes,
  };
}
