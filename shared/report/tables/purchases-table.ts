import type { Analysis } from '../../schemas/analysis.ts';
import { plainText } from '../../charts/plain-text.ts';
import { counted, listed, money, percent, quantity } from '../format.ts';
import { ofWhat, ofWhatNote } from './of-what.ts';
import { orderUnits } from './order-units.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';
import { titled } from './titled.ts';
import { tradesTables } from './trades-table.ts';
import { weightsTable } from './weights-table.ts';

/** So many purchases are listed; result.json has the rest. */
const MOST = 8;
const OF_PURCHASES = /^No fund held|: check that it can be bought there\.$/;

/**
 * What new money alone could buy, beside the trades that sell as well; where the person's own new money buys nothing, why. Null
 * where none comes, or a year's savings buy nothing.
 */
export function purchasesTable(analysis: Analysis): Table | null {
  const { purchases, baseCurrency } = analysis;
  if (purchases === undefined) return null;
  const { origin, owed = 0, accounts, plan } = purchases;
  const { trades, tradeCount, source, newMoney, repaid = 0, bought, turnoverBefore, residual, regions } = plan;
  const amount = money(newMoney, baseCurrency);
  // What is said below the trades is not said twice, but what cannot be bought is, or may not be where this table buys it.
  const said = new Set(tradesTables(analysis).flatMap(({ notes }) => notes));
  const own = plan.notes.map(plainText).filter((note) => !said.has(note) || OF_PURCHASES.test(note));
  const ofSavings =
    owed > 0
      ? `The ${amount} that is left in the first year of the ${money(newMoney + owed, baseCurrency)} that you save, once debts of ${money(owed, baseCurrency)} are paid`
      : `The ${amount} that you save in a year`;
  if (trades.length === 0) {
    const caption = `${amount} of new money alone buys nothing, and why`;
    return origin === 'savings'
      ? null
      : weightsTable(plan, {
          id: 'purchases',
          caption,
          notes: [...ofWhatNote(analysis).filter((note) => !said.has(note)), ...own],
        });
  }
  const illustration = source === 'person' ? '' : ': an illustration only';
  const assumed = [
    ...new Set(accounts.filter(({ chosen }) => !chosen).map(({ accountName }) => plainText(accountName))),
  ];
  const units = orderUnits(trades);
  const more = tradeCount - Math.min(tradeCount, MOST);
  return {
    id: 'purchases',
    caption: `${origin === 'savings' ? ofSavings : `${amount} of new money`}, put where most is missing${illustration}`,
    columns: [words('Purchase'), words('Account'), figures('Value'), figures('Units')],
    rows: trades
      .slice(0, MOST)
      .map((trade) => [
        titled('Buy ', trade.symbol, trade.name),
        cell(plainText(trade.accountName)),
        cell(money(trade.value, baseCurrency)),
        cell(quantity(units.get(trade) ?? trade.quantity)),
      ]),
    notes: [
      `Nothing is sold. Off target with the money still in cash: ${percent(turnoverBefore)} of ${ofWhat(analysis)}; once it is invested: ${percent(residual)}.${regions === undefined ? '' : ` By region, of the stocks: ${percent(regions.turnoverBefore)}, and then ${percent(regions.residual)}.`}`,
      ...(assumed.length > 0
        ? [
            `It is taken to be paid into ${listed(assumed)}, in which most is invested of those that may take so much in a year.`,
          ]
        : []),
      ...(newMoney - repaid - bought >= 1
        ? [`${money(newMoney - repaid - bought, baseCurrency)} of it stays in cash.`]
        : []),
      ...(more > 0 ? [`${counted(more, 'smaller purchase')} not listed here.`] : []),
      ...own,
    ],
  };
}
