import { daysBetween } from '../staleness.ts';
import { byDay, YEAR } from './series.ts';
import type { DatedFlow } from './series.ts';

/**
 * The yearly rate at which all flows are worth nothing today, and what it comes to from the first flow to the last (which is
 * what GIPS asks for below a year: 2020, 2.A.32), or why there is none to name: flows of one sign have no
 * root; flows that change sign more than once may have several, none of which is "the" return.
 */
export type MoneyWeighted =
  | { kind: 'root'; rate: number; total: number }
  | { kind: 'several_roots'; rates: number[] }
  | { kind: 'no_root'; reason: string };

interface Term {
  years: number;
  amount: number;
}

/** Where signs change more than once, a flow below this share of all that flowed is the rest of a rounding and decides nothing. */
const DUST = 1e-13;
/** Rates that are looked at where several may exist: ln(1 + r) from -14 (all but a millionth lost a year) to +14. */
const REACH = 14;
const GRID = 1400;
/** Where one root is certain it is looked for further out: beyond this, e^x is no number. */
const FURTHEST = 700;

/**
 * Internal rate of return of dated flows, actual/365: sum of amount / (1 + r)^(days / 365) = 0 (Microsoft's XIRR; CFA
 * Institute, GIPS Handbook, "Money-Weighted Return"). Solved in x = ln(1 + r): bracketed by sign, then polished by
 * Newton steps kept inside the bracket (Press et al., "Numerical Recipes", 3rd ed., 9.4 "rtsafe").
 * With one change of sign in the flows there is exactly one root (Descartes' rule in Laguerre's form for real exponents),
 * and it is found wherever it is; with several, all crossings within rates of -99.9999 % to 120,000,000 % are.
 *
 * @param flows money paid in negative, money received positive (or the reverse); the last is usually the value today
 * @param held days in which there was money, where that is not from the first flow to the last: the rate earns nothing in between
 */
export function moneyWeightedReturn(flows: readonly DatedFlow[], held?: number): MoneyWeighted {
  const days = withoutDust(byDay(flows));
  const first = days[0];
  if (first === undefined) return { kind: 'no_root', reason: 'There are no flows.' };
  const terms = days.map(({ date, amount }) => ({ years: daysBetween(first.date, date) / YEAR, amount }));
  const years = held === undefined ? (terms.at(-1)?.years ?? 0) : held / YEAR;
  const signs = signChanges(terms);
  if (signs === 0) return { kind: 'no_root', reason: 'All money went the same way, so no rate balances it.' };
  if (signs === 1) {
    const bracket = expandBracket(terms);
    if (bracket === null) return { kind: 'no_root', reason: 'The rate is beyond any that a number can hold.' };
    return rootAt(polish(terms, bracket), years);
  }
  const [x, ...others] = crossings(terms);
  if (x === undefined) {
    return { kind: 'no_root', reason: 'The flows change direction more than once and no rate balances them.' };
  }
  if (others.length === 0) return rootAt(x, years);
  return { kind: 'several_roots', rates: [x, ...others].map((one) => Math.expm1(one)) };
}

const signChanges = (flows: readonly { amount: number }[]): number =>
  flows.reduce((count, { amount }, at) => {
    const before = flows[at - 1]?.amount;
    return before !== undefined && before > 0 !== amount > 0 ? count + 1 : count;
  }, 0);

/** Flows that are something. Where signs change once, even the smallest is: of it the rest may have grown. */
function withoutDust(days: readonly DatedFlow[]): readonly DatedFlow[] {
  const flows = days.filter(({ amount }) => amount !== 0);
  if (signChanges(flows) <= 1) return flows;
  const gross = flows.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  return flows.filter(({ amount }) => Math.abs(amount) > DUST * gross);
}

/** Both from x = ln(1 + r): of a large loss in a few days the yearly rate has no digits left. */
function rootAt(x: number, years: number): MoneyWeighted {
  return { kind: 'root', rate: Math.expm1(x), total: Math.expm1(x * years) };
}

/** Present value, its slope and its gross size at x = ln(1 + r), all times one positive factor, so that none overflows. */
function presentValue(terms: readonly Term[], x: number): { value: number; slope: number; size: number } {
  const anchor = x < 0 ? (terms.at(-1)?.years ?? 0) : 0;
  let value = 0;
  let slope = 0;
  let size = 0;
  for (const { years, amount } of terms) {
    const discounted = amount * Math.exp(-x * (years - anchor));
    value += discounted;
    slope -= years * discounted;
    size += Math.abs(discounted);
  }
  return { value, slope, size };
}

function expandBracket(terms: readonly Term[]): [number, number] | null {
  const signAt = (x: number) => Math.sign(presentValue(terms, x).value);
  for (let reach = 0.5; reach <= FURTHEST; reach *= 2) {
    const [low, high] = [signAt(-reach), signAt(reach)];
    if (low === 0) return [-reach, -reach];
    if (high === 0) return [reach, reach];
    if (low !== high) return [-reach, reach];
  }
  return null;
}

function crossings(terms: readonly Term[]): number[] {
  const roots: number[] = [];
  let before = -REACH;
  let sign = Math.sign(presentValue(terms, before).value);
  for (let step = 1; step <= GRID; step += 1) {
    const x = -REACH + (2 * REACH * step) / GRID;
    const now = Math.sign(presentValue(terms, x).value);
    if (now === 0) roots.push(x);
    else if (sign !== 0 && now !== sign) roots.push(polish(terms, [before, x]));
    else if (sign !== 0) roots.push(...touches(terms, before, x, sign));
    [before, sign] = [x, now];
  }
  return roots;
}

/** Two roots between grid points, or one that only touches zero: where the slope turns, is the value on the other side? */
function touches(terms: readonly Term[], low: number, high: number, sign: number): number[] {
  const [left, right] = [presentValue(terms, low), presentValue(terms, high)];
  // Towards zero on the left and away from it on the right: an extreme lies between.
  if (left.slope * sign >= 0 || right.slope * sign <= 0) return [];
  let [from, to] = [low, high];
  for (let step = 0; step < 60; step += 1) {
    const middle = (from + to) / 2;
    if (presentValue(terms, middle).slope * sign < 0) from = middle;
    else to = middle;
  }
  const x = (from + to) / 2;
  const { value, size } = presentValue(terms, x);
  if (Math.abs(value) <= 1e-14 * size) return [x];
  return value * sign < 0 ? [polish(terms, [low, x]), polish(terms, [x, high])] : [];
}

/** The root in a bracket: Newton's step where it stays inside and shrinks fast enough, else the middle. */
function polish(terms: readonly Term[], [low, high]: readonly [number, number]): number {
  let [from, to] = [low, high];
  const rising = presentValue(terms, to).value > 0;
  let x = (from + to) / 2;
  for (let step = 0; step < 200; step += 1) {
    const { value, slope } = presentValue(terms, x);
    if (value === 0 || to - from <= Number.EPSILON * Math.max(1, Math.abs(x))) return x;
    if (value > 0 === rising) to = x;
    else from = x;
    const newton = x - value / slope;
    const next = newton > from && newton < to ? newton : (from + to) / 2;
    if (next === x) return x;
    x = next;
  }
  return x;
}
