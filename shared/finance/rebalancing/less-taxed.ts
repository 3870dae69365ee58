import { canTradeTogether } from './all-accounts.ts';
import type { Together } from './all-accounts.ts';
import { outOfBand } from './bands.ts';
import type { Decision } from './decide.ts';
import { isAdvantaged } from './sale-order.ts';
import { turnover } from './weights.ts';

/** Of the portfolio, or of the stocks: nearer or further by less is as near. */
const AS_NEAR = 0.001;
/** Of the stocks: regions nearer by less are no reason for other trades. */
const NEARER = 0.005;
/** Of the portfolio: a gain smaller by less is no reason for other trades. */
const WORTHWHILE = 0.0005;
/** Gain, of the portfolio, that is worth a part of the stocks further from their regions' targets within the bands. */
const PER_DISTANCE = 0.4;
/** Of the stocks: no gain is worth more than that further within the bands. */
const MOST_FURTHER = 0.025;
/** Below it a part of the portfolio is floating error. */
const HAIR = 1e-9;
/** Both with taxes paid only for what is outside its band, and where they are small for what is within. */
const TOGETHER: readonly [Together, Together] = ['outside', 'within'];

/** Gains that the sales in taxable accounts realize, and what is sold there whose gain nobody knows; units. */
function realized({ orders }: Decision): { gain: number; unknown: number } {
  const sum = { gain: 0, unknown: 0 };
  for (const { place, units } of orders) {
    if (units >= 0 || isAdvantaged(place.accountType)) continue;
    if (place.gain === null) sum.unknown -= units;
    else if (place.held > 0) sum.gain -= (place.gain * units) / place.held;
  }
  return sum;
}

/** How far the weights are outside their bands, all together, a fraction. */
function outside({ rows, bands }: Decision, of: 'assetClass' | 'region'): number {
  return rows
    .filter(({ breakdown, after, target }) => breakdown === of && outOfBand({ weight: after, target }, bands))
    .reduce((sum, { after, target }) => sum + Math.abs(after - target), 0);
}

/**
 * A decision, or of others the best that comes as near to the classes and stays as far within the regions' bands for less taxed gain, or
 * comes nearer for no more. The others are only looked for where this one is taxed, or leaves something to be wished for.
 */
export function lessTaxed(
  decision: Decision | null,
  otherwise: (together: Together) => Decision | null,
): Decision | null {
  if (decision === null || !decision.needed || decision.how.onlyNewMoney) return decision;
  if (!canTradeTogether(decision.board)) return decision;
  const one = measured(decision);
  if (one.taxed <= 0 && one.unknown === 0 && one.regions < NEARER && one.classesOutside === 0) return decision;
  let [best, least] = [decision, scoreOf(one)];
  for (const together of one.taxed <= 0 && one.unknown === 0 ? [TOGETHER[0]] : TOGETHER) {
    const found = otherwise(together);
    if (found === null) continue;
    const other = measured(found);
    if (!isAsGood(other, one) || scoreOf(other) >= least) continue;
    [best, least] = [found, scoreOf(other)];
  }
  return best;
}

type Measured = ReturnType<typeof measured>;

/** What a decision realizes in taxable accounts and leaves off its targets and outside their bands, as parts of the portfolio (regions: of the stocks). */
function measured(decision: Decision) {
  const { gain, unknown } = realized(decision);
  return {
    taxed: gain / decision.board.whole,
    unknown: unknown / decision.board.whole,
    classes: turnover(decision.rows, 'after'),
    regions: turnover(decision.rows, 'after', 'region'),
    classesOutside: outside(decision, 'assetClass'),
    regionsOutside: outside(decision, 'region'),
  };
}

/** What is taxed, or may be: a loss is no reason for other trades. */
const paid = ({ taxed, unknown }: Measured): number => Math.max(0, taxed) + unknown;

const scoreOf = (one: Measured): number => paid(one) + one.regions * PER_DISTANCE + one.classes;

function isAsGood(other: Measured, one: Measured): boolean {
  if (other.taxed > one.taxed + HAIR || other.unknown > one.unknown + HAIR) return false;
  if (other.classes > one.classes + AS_NEAR || other.classesOutside > one.classesOutside + AS_NEAR) return false;
  if (other.regionsOutside > one.regionsOutside + AS_NEAR) return false;
  const [regions, classes] = [one.regions - other.regions, one.classes - other.classes];
  if (-regions > MOST_FURTHER) return false;
  const spared = paid(one) - paid(other);
  const isNearer = regions > NEARER || (classes > NEARER && regions > -AS_NEAR);
  return isNearer || spared > Math.max(WORTHWHILE, -regions * PER_DISTANCE);
}
