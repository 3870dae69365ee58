import type { Analysis } from '../../schemas/analysis.ts';
import type { RebalancingPlan } from '../../schemas/rebalancing.ts';
import { counted, listed, money, percent, quantity, signedMoney } from '../format.ts';
import { called } from '../../finance/called.ts';
import { howSure } from '../gaps.ts';
import { isAdvantaged } from '../../finance/rebalancing/sale-order.ts';
import { namesOf } from '../../finance/rebalancing/taxable-sales.ts';
import { plainText } from '../../charts/plain-text.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';
import { bandsNote } from './bands-note.ts';
import { ofWhat, ofWhatNote } from './of-what.ts';
import { orderUnits } from './order-units.ts';
import { inOrder } from './trade-order.ts';
import { titled } from './titled.ts';
import { weightsTable } from './weights-table.ts';

/** So many trades are listed; a larger portfolio has the rest in result.json. */
const MOST = 12;
/** A mix that nobody asked for is traded towards where the trades bring it so much nearer. */
const NEARER = 0.01;
/** Targets count as reached where less than this is still off. */
const REACHED = 0.01;

/**
 * The trades that would reach the targets, and the weights that they lead to; where nothing is traded, why. Empty where nobody
 * gave targets or said how to trade, and the mix is near enough to the typical one.
 */
export function tradesTables(analysis: Analysis): Table[] {
  const { rebalancing, baseCurrency, totals } = analysis;
  if (rebalancing === null || rebalancing === undefined) return [];
  const { trades, tradeCount, source, newMoney, bought, mode } = rebalancing;
  const wanted = source === 'person' || rebalancing.asked === true;
  const notes = rebalancing.notes.map(plainText);
  const given = newMoney > 0 ? [`With ${money(newMoney, baseCurrency)} of new money, counted as cash before.`] : [];
  if (trades.length === 0 && wanted) {
    return [
      weightsTable(rebalancing, {
        id: 'trades',
        caption: 'No trades now, and why',
        notes: [...given, ...ofWhatNote(analysis), ...notes, ...bandsNote(rebalancing)],
      }),
    ];
  }
  if (!wanted && (trades.length === 0 || !helps(rebalancing))) {
    // A mix inside its bands has nothing to explain to whoever asked for nothing.
    if (!rebalancing.needed) return [];
    const little = `What could be traded would bring it nearer by less than ${percent(NEARER)} of ${ofWhat(analysis)}.`;
    const why = [...(trades.length > 0 ? [little] : []), ...notes];
    const caption = 'No trades towards the typical mix are shown, and why';
    return why.length === 0
      ? []
      : [
          weightsTable(
            { ...rebalancing, trades: [] },
            { id: 'trades', caption, notes: [...ofWhatNote(analysis), ...why] },
          ),
        ];
  }
  const units = orderUnits(trades);
  const shown = inOrder(trades.slice(0, MOST));
  const more = tradeCount - shown.length;
  const buysOnly = mode === 'newMoney';
  const reached = Math.max(rebalancing.residual, rebalancing.regions?.residual ?? 0) < REACHED;
  const idle = newMoney - (rebalancing.repaid ?? 0) - bought;
  const list: Table = {
    id: 'trades',
    caption:
      source === 'person'
        ? `${buysOnly ? 'Purchases towards' : reached ? 'Trades that would reach' : 'Trades towards'} your targets`
        : `${buysOnly ? 'Purchases' : 'Trades'} towards the typical mix: an illustration only`,
    columns: [words('Trade'), words('Account'), figures('Value'), figures('Units')],
    rows: shown.map((trade) => {
      const { action, symbol, name, accountName, accountType, value, gain } = trade;
      return [
        titled(`${action === 'buy' ? 'Buy' : 'Sell'} `, symbol, name),
        cell(plainText(accountName)),
        cell(
          money(value, baseCurrency),
          action === 'buy' || isAdvantaged(accountType)
            ? undefined
            : `gain ${gain === null ? 'not known' : signedMoney(gain, baseCurrency)}`,
        ),
        cell(quantity(units.get(trade) ?? trade.quantity)),
      ];
    }),
    notes: [
      ...(source === 'person'
        ? []
        : [
            'You gave no targets. These trades only show what reaching the typical mix would take; they are no advice to make them.',
          ]),
      ...(more > 0 ? [`${counted(more, 'smaller trade')} not listed here.`] : []),
      ...given,
      ...(buysOnly && idle >= 1 ? [`${money(idle, baseCurrency)} of it stays in cash.`] : []),
      `${offTarget(rebalancing, ofWhat(analysis))} ${buysOnly ? 'Nothing is sold' : 'Sales are looked for in tax-advantaged accounts first, and stand before what they pay for in their account'}; nothing is bought that is not held already in some account.`,
      ...(usesCash(rebalancing, totals.cash)
        ? ['They use up most of the cash. Keep back what you may need soon.']
        : []),
      ...gainNote(rebalancing, baseCurrency),
      ...guessNote(analysis, shown),
      ...notes,
      ...bandsNote(rebalancing),
    ],
  };
  const caption = `Before and after these ${buysOnly ? 'purchases' : 'trades'}`;
  return rebalancing.rows.length === 0
    ? [list]
    : [list, weightsTable(rebalancing, { id: 'trades-weights', caption, notes: ofWhatNote(analysis) })];
}

/** So many are named. */
const GUESSES = 4;

/** Of what is bought or sold and classified by its name alone: the trade is no surer than that. */
function guessNote({ guessed = [] }: Analysis, trades: RebalancingPlan['trades']): string[] {
  const traded = new Set(trades.map(({ symbol }) => symbol));
  const guesses = guessed.filter(({ symbol }) => traded.has(symbol));
  if (guesses.length === 0) return [];
  const named = guesses
    .slice(0, GUESSES)
    .map(({ symbol, name, confidence }) => `${plainText(called(symbol, name))} (${howSure(confidence)})`);
  const more = guesses.length > GUESSES ? [`${guesses.length - GUESSES} more`] : [];
  const [is, its] = guesses.length === 1 ? ['is', 'it holds'] : ['are', 'they hold'];
  return [
    `${listed([...named, ...more])} ${is} classified by name alone, which is a guess that these trades rest on: look up what ${its} before you trade.`,
  ];
}

const LAST = 'What has no known cost is sold last.';

/** The gains that the sales realize, and of how much of them that is not known. */
function gainNote({ taxableGain, taxableSales }: RebalancingPlan, currency: string): string[] {
  const known =
    taxableGain === null
      ? ''
      : `Gains realized in taxable accounts, at average cost: ${signedMoney(taxableGain, currency)}`;
  if (taxableSales === undefined || taxableSales.costUnknown.length === 0)
    return known === '' ? [] : [`${known}. No tax is computed.`];
  const { sold, costKnown } = taxableSales;
  const names = plainText(namesOf(taxableSales));
  return [
    known === ''
      ? `What ${names} cost is not known, and so neither is the gain on the ${money(sold, currency)} sold in taxable accounts. ${LAST} No tax is computed.`
      : `${known}, known for ${money(costKnown, currency)} of the ${money(sold, currency)} sold there: what ${names} cost is not known, and so neither is the gain on the rest. ${LAST} No tax is computed.`,
  ];
}

function helps({ turnoverBefore, residual, regions }: RebalancingPlan): boolean {
  return Math.max(turnoverBefore - residual, (regions?.turnoverBefore ?? 0) - (regions?.residual ?? 0)) >= NEARER;
}

/** "Off target now: 0.7% of the portfolio; after these trades: 0.6%. By region 33.0% of the stocks now; 1.2% after them." */
function offTarget({ turnoverBefore, residual, regions, mode }: RebalancingPlan, whole: string): string {
  const then = `after these ${mode === 'newMoney' ? 'purchases' : 'trades'}`;
  return `Off target now: ${percent(turnoverBefore)} of ${whole}; ${then}: ${percent(residual)}.${
    regions === undefined
      ? ''
      : ` By region, of the stocks: ${percent(regions.turnoverBefore)} now; ${then}: ${percent(regions.residual)}.`
  }`;
}

/** Whether more than half of the person's own cash is spent, the new money aside. */
function usesCash({ rows, newMoney, mode }: RebalancingPlan, own: number): boolean {
  const cash = rows.find(({ breakdown, key }) => breakdown === 'assetClass' && key === 'cash');
  if (mode === 'newMoney' || cash === undefined || own <= 0 || cash.before <= 0) return false;
  return (own + newMoney) * (cash.after / cash.before) < own / 2;
}
