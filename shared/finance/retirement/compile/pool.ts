import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import type { Market } from '../returns/market.ts';
import type { Schedule } from './schedule.ts';
import type { SurvivorsBenefits } from './survivors-benefits.ts';

/** All accounts as one balance, which is exact where no tax tells them apart and the rule is constant real spending. */
export interface Pool {
  balance: number;
  /** Below zero by a rounding: a balance above it has not run out. */
  floor: number;
  /** Factor on every growth factor: deflation and fees. */
  scale: number;
  /** Net flow at the start and at the end of each step, [state * steps + step]; negative is withdrawn. */
  start: Float64Array;
  end: Float64Array;
  /** The part of the flows that is not the plan's spending, and one dollar a year of that spending. */
  otherStart: Float64Array;
  otherEnd: Float64Array;
  unitStart: Float64Array;
  unitEnd: Float64Array;
  /** What a survivor is paid beside these flows, at the end of a step where `paidAtEnd`, else at its start. */
  survivors: SurvivorsBenefits;
  paidAtEnd: boolean;
}

/**
 * What rounding may lack of a balance, a share of what there is and of a year's spending: a plan that comes out at exactly
 * nothing has not failed. A thousandth of a dollar of a million.
 */
const ROUNDING = 1e-9;

/** The least money that counts as missing, US dollars. */
export const leastMissing = ({ accounts, spending }: Plan): number =>
  ROUNDING * accounts.reduce((sum, { balance }) => sum + balance, spending.amount);

/** The pooled flows, or null where the accounts must be kept apart. */
export function poolFlows(
  plan: Plan,
  schedule: Schedule,
  market: Market,
  deflator: number,
  feeFactors: Float64Array,
): Pool | null {
  const { accounts, spending } = plan;
  const [fee = 1] = feeFactors;
  const alike = accounts.every((account, index) => account.taxRate === 0 && feeFactors[index] === fee);
  const indexed = market.fixedInflation !== null || schedule.nominal.every((amount) => amount === 0);
  if (!alike || !indexed || spending.rule.rule !== 'constant_real') return null;

  const { steps, unit, goals, real, nominal, saveStart, saveEnd } = schedule;
  const atEnd = spending.timing === 'end';
  const prices = new Float64Array(steps + 1).fill(1);
  for (let step = 1; step <= steps; step++) prices[step] = (prices[step - 1] ?? 1) * (market.fixedInflation ?? 1);
  const flows = Float64Array.from(unit, (_, at) => {
    const price = prices[(at % steps) + (atEnd ? 1 : 0)] ?? 1;
    return (real[at] ?? 0) + (nominal[at] ?? 0) / price - (goals[at] ?? 0);
  });
  const none = new Float64Array(unit.length);
  const sum = (first: Float64Array, rest: Float64Array[]) =>
    first.map((value, at) => rest.reduce((total, other) => total + (other[at] ?? 0), value));
  const otherStart = sum(atEnd ? none : flows, saveStart);
  const otherEnd = sum(atEnd ? flows : none, saveEnd);
  const [unitStart, unitEnd] = atEnd ? [none, unit] : [unit, none];
  const less = (other: Float64Array, units: Float64Array) =>
    other.map((value, at) => value - spending.amount * (units[at] ?? 0));
  return {
    balance: accounts.reduce((total, account) => total + account.balance, 0),
    floor: -leastMissing(plan),
    scale: deflator * fee,
    start: less(otherStart, unitStart),
    end: less(otherEnd, unitEnd),
    otherStart,
    otherEnd,
    unitStart,
    unitEnd,
    survivors: schedule.survivors,
    paidAtEnd: atEnd,
  };
}
