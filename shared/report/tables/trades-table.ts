import type { Analysis } from '../../schemas/analysis.ts';
import { counted, money, percent, quantity, signedMoney } from '../format.ts';
import { plainText } from '../../charts/plain-text.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

/** So many trades are listed; a larger portfolio has the rest in result.json. */
const MOST = 12;

/** The trades that would reach the targets, and what they would leave undone; null where none is called for. */
export function tradesTable({ rebalancing, baseCurrency, totals }: Analysis): Table | null {
  if (rebalancing === null || rebalancing === undefined || rebalancing.trades.length === 0) return null;
  // What is held may leave nothing to buy: then selling alone brings the mix no nearer.
  if (rebalancing.turnoverBefore - rebalancing.residual < 0.01) return null;
  const { trades, tradeCount, source, turnoverBefore, residual, taxableGain, notes, newMoney } = rebalancing;
  const cash = rebalancing.rows.find(({ breakdown, key }) => breakdown === 'assetClass' && key === 'cash');
  const spent = cash !== undefined && totals.cash > 0 && cash.after < cash.before / 2;
  const shown = trades.slice(0, MOST);
  const more = tradeCount - shown.length;
  return {
    id: 'trades',
    caption:
      source === 'person'
        ? 'Trades that would reach your targets'
        : 'Trades towards the typical mix: an illustration only',
    columns: [words('Trade'), words('Account'), figures('Value'), figures('Units')],
    rows: shown.map(({ action, symbol, name, accountName, accountType, value, quantity: units, gain }) => [
      cell(`${action === 'buy' ? 'Buy' : 'Sell'} ${symbol}`, name === symbol ? undefined : plainText(name)),
      cell(plainText(accountName)),
      cell(
        money(value, baseCurrency),
        gain === null || accountType === 'tax_deferred' || accountType === 'tax_free'
          ? undefined
          : `gain ${signedMoney(gain, baseCurrency)}`,
      ),
      cell(quantity(Number(units.toFixed(2)))),
    ]),
    notes: [
      ...(source === 'person'
        ? []
        : [
            'You gave no targets. These trades only show what reaching the typical mix would take; they are no advice to make them.',
          ]),
      ...(more > 0 ? [`${counted(more, 'smaller trade')} not listed here.`] : []),
      ...(newMoney > 0 ? [`With ${money(newMoney, baseCurrency)} of new money.`] : []),
      `Off target now: ${percent(turnoverBefore)} of the portfolio; after these trades: ${percent(residual)}. Trades inside tax-advantaged accounts come first; nothing is bought that is not held already in some account.`,
      ...(spent ? ['They use up most of the cash. Keep back what you may need soon.'] : []),
      ...(taxableGain === null
        ? []
        : [
            `Gains realized in taxable accounts, at average cost: ${signedMoney(taxableGain, baseCurrency)}. No tax is computed.`,
          ]),
      ...notes.map(plainText),
    ],
  };
}
