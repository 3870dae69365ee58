import type { RebalancingPlan } from '../../schemas/rebalancing.ts';
import { pendingIn } from '../borrowed.ts';
import type { Instruments } from '../look-through.ts';
import { toMoney } from '../money.ts';
import type { Valuation } from '../valuation.ts';
import { FIVE_TWENTY_FIVE } from './bands.ts';
import { debtNotes } from './debt-notes.ts';
import { decide } from './decide.ts';
import type { RebalancingOptions } from './decide.ts';
import { fundsToChoose } from './fund-to-choose.ts';
import { notOffered } from './not-offered.ts';
import { notesOn } from './notes.ts';
import { taxed } from './taxable-sales.ts';
import { tradeOf } from './trades.ts';
import { whyNoFurther } from './unmet.ts';
import { washSales } from './wash-sales.ts';
import { turnover } from './weights.ts';

export type { RebalancingOptions } from './decide.ts';

/** Longest list of trades a plan shows. */
const LISTED = 100;
const MOST_NOTES = 20;

/**
 * Trades that bring the portfolio to its targets, account by account (money moves from those of coins alone): first the
 * cash, then swaps inside tax-advantaged accounts, and only while a weight is still outside its band sales in taxable
 * accounts, without gain first and of unknown gain last. A fund is sold only while its class is above target. A default mix leaves cash and what it
 * does not name alone (applyDefault). In full mode nothing is traded while every weight is inside its band. What trades
 * cannot reach is the `residual`. Null where nothing positive is classified. Taxes, spreads and commissions are not modelled.
 */
export function rebalance(
  valuation: Valuation,
  instruments: Instruments,
  options: RebalancingOptions,
): RebalancingPlan | null {
  const decision = decide(valuation, instruments, options);
  if (decision === null) return null;
  const { unit } = valuation;
  const { board, needed, orders, rows, newMoney } = decision;
  const debts = debtNotes(decision, unit, pendingIn(valuation));
  const notes = [...debts.notes, ...notesOn(rows, board, orders, decision.aim), ...washSales(orders)];
  const toChoose = fundsToChoose(decision, unit);
  notes.push(...notOffered(decision, unit), ...toChoose);
  const said = { nothing: notes.length === board.debts.size, explained: debts.explained || toChoose.length > 0 };
  notes.push(...whyNoFurther(decision, said, unit, options.shares ?? 'whole'));
  const trades = orders.map((order) => tradeOf(order, instruments, unit)).sort((a, b) => b.value - a.value);
  const sumOf = (action: 'buy' | 'sell') =>
    toMoney(
      orders.reduce((sum, { units }) => sum + (units > 0 === (action === 'buy') ? Math.abs(units) : 0), 0),
      unit,
    );
  return {
    mode: options.mode ?? 'full',
    source: options.source ?? 'person',
    needed,
    newMoney: toMoney(newMoney, unit),
    bands: options.bands ?? FIVE_TWENTY_FIVE,
    trades: trades.slice(0, LISTED),
    tradeCount: trades.length,
    bought: sumOf('buy'),
    sold: sumOf('sell'),
    ...taxed(trades),
    rows: rows.filter((row) => row.before !== 0 || row.after !== 0 || row.target !== 0),
    turnoverBefore: turnover(rows, 'before'),
    residual: turnover(rows, 'after'),
    ...(options.regions !== undefined && {
      regions: { turnoverBefore: turnover(rows, 'before', 'region'), residual: turnover(rows, 'after', 'region') },
    }),
    notes: [...decision.notes, ...notes].slice(0, MOST_NOTES),
  };
}
