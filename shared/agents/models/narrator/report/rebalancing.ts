import type { Drift, DriftPart, Reading } from '../reading/reading.ts';
import { paragraph } from '../wording/list.ts';
import { percent, points } from '../wording/percent.ts';
import { AT_TARGET } from './how-it-is-spread.ts';
import type { Recommendation } from './recommendation.ts';

/** The two parts of a move: what is most above its target and what is most below. */
interface Move {
  from: DriftPart;
  to: DriftPart;
  amount: number;
  /** The part that this move brings to its target exactly: the smaller of the two gaps. */
  settled: DriftPart;
}

function largestMove({ parts }: Drift): Move | null {
  const from = parts.find(({ toTarget }) => toTarget <= -1);
  const to = parts.find(({ toTarget }) => toTarget >= 1);
  if (from === undefined || to === undefined) return null;
  const settled = -from.toTarget <= to.toTarget ? from : to;
  return { from, to, settled, amount: Math.abs(settled.toTarget) };
}

/** The move of money that brings the asset classes closest to their targets. */
export function rebalanceClasses(reading: Reading): Recommendation | null {
  const { drift, money, value, retirement } = reading;
  const table = drift.assetClass;
  if (table === null || table.turnover < AT_TARGET || value <= 0) return null;
  const move = largestMove(table);
  if (move === null || move.amount / value < 0.01) return null;
  const { from, to, settled, amount } = move;
  const other = settled === from ? to : from;
  const orientation = table.own
    ? ''
    : ' This target is an orientation for your age, so first settle whether it suits you.';
  const text = paragraph(
    `Moving about ${money(amount)} from ${from.label.toLowerCase()} to ${to.label.toLowerCase()} would bring ${settled.label.toLowerCase()} from ${percent(settled.weight)} to ${table.own ? 'your' : 'the'} target of ${percent(settled.target)}.`,
    other.label !== settled.label &&
      Math.abs(Math.abs(other.toTarget) - amount) > amount * 0.05 &&
      `${other.label} would still be ${other === from ? 'above' : 'below'} theirs, which is ${percent(other.target)}.`,
    sheltered(reading),
    retirement !== null &&
      retirement.contribute > 0 &&
      retirement.yearsToRetirement > 0 &&
      `Part of it can be done without selling, by putting the ${money(retirement.contribute)} you save each year where it is short.`,
  );
  return { title: `Bring ${pair(from, to)} back toward the target`, text: text + orientation, effect: amount / value };
}

function pair(from: DriftPart, to: DriftPart): string {
  return `${from.label.toLowerCase()} and ${to.label.toLowerCase()}`;
}

/** Where a sale is not taxed. */
function sheltered({ breakdown }: Reading): string | null {
  const has = (key: string) => breakdown.accountType.some((part) => part.key === key && part.value > 0);
  if (!has('tax_deferred') && !has('tax_free')) return null;
  return has('taxable')
    ? 'Selling inside a tax-deferred or tax-free account brings no tax today; in a taxable account it can.'
    : 'As it is all in tax-sheltered accounts, selling there brings no tax today.';
}

/** A large gap between regions among the stocks. */
export function rebalanceRegions({ drift, money, value }: Reading): Recommendation | null {
  const table = drift.region;
  if (table === null || !table.ofStocks || value <= 0 || table.turnover < 0.1) return null;
  const move = largestMove(table);
  if (move === null || move.amount / value < 0.02) return null;
  const { from, to, settled, amount } = move;
  const title = `Spread the stocks over more of the world`;
  const than = table.own ? 'your target' : 'its share of the world’s stock markets';
  return {
    title: table.own ? 'Bring the regions back toward your target' : title,
    text: paragraph(
      `${from.label} has ${percent(from.weight)} of your stocks, ${points(from.drift)} more than ${than}.`,
      `Moving about ${money(amount)} from stocks there to stocks of ${regionName(to)} would bring ${regionName(settled)} to ${percent(settled.target)} of your stocks.`,
      !table.own && 'A tilt toward home can be deliberate; it is worth knowing its size.',
    ),
    effect: amount / value / 2,
  };
}

function regionName({ key, label }: DriftPart): string {
  if (key === 'pacific') return 'the Pacific region';
  return key === 'emerging_markets' ? 'the emerging markets' : label;
}
