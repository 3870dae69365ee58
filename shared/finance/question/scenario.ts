import type { PlanChange } from '../../schemas/analysis-plan.ts';
import { FIRST_CALENDAR_YEAR, isByRetirement, isOpen } from '../../schemas/analysis-plan.ts';
import type { Fall } from '../../schemas/retirement-plan/market.ts';
import type { SpendingGoal } from '../../schemas/retirement-plan/spending.ts';
import { usd } from '../amounts.ts';
import type { KindShares } from '../risk/kinds.ts';
import { anotherMix } from './another-mix.ts';
import type { Mixable } from './another-mix.ts';
import { benefitCut, isBenefitCut } from './benefit-cut.ts';
import { goalsClaiming } from './claiming.ts';
import { ageOf, lifeOf, NO_PLAN } from './dated.ts';
import type { Setting } from './dated.ts';
import { datedFall, isDated } from './dated-fall.ts';
import { datedFlow, isDatedFlow } from './dated-flow.ts';
import type { DatedFlows } from './dated-flow.ts';
import { datedSum, isDatedSum } from './dated-sum.ts';
import { goalsReceiving } from './other-income.ts';
import { otherReturns } from './other-returns.ts';
import type { OtherReturns } from './other-returns.ts';
import { namedIn, planChanged } from './plan-changed.ts';
import { priceMove } from './price-move.ts';
import type { Priced, PriceMove } from './price-move.ts';
import type { Found } from './solve.ts';
import { withdrawing } from './withdrawn.ts';
import { inPercent, moved, noAgeToRetireAt, retiringAge, words } from './sums.ts';
import type { Said } from './sums.ts';
import { goalsWorking } from './working-on.ts';

/** What a scenario starts from. */
export interface Standing extends Mixable, DatedFlows {
  /** Share of the portfolio in stocks, a fraction. */
  stocks: number;
  /** Inflation as the plan has it, a year, a fraction; null or absent where history brings its own. */
  inflation?: number | null;
  /** Asset classes that the plan is simulated with. */
  classes?: readonly string[];
  /** What of them has figures of its own in the bad times of the past. */
  kinds?: KindShares;
  returns?: OtherReturns;
  /** What is held, whose prices may move. */
  held?: Priced;
  /** Prices of parts of it that are other than today's. */
  priceMoves?: readonly PriceMove[];
  /** Falls at an age of the first person. */
  falls?: readonly Fall[];
  /** Paid at an age of the first person, on top of the plan's spending; below zero what comes in. */
  sums?: readonly SpendingGoal[];
  /** By whose retirement is dated what comes by one: by that of the plan itself where absent. */
  dates?: Pick<Setting, 'goals' | 'plan' | 'who'>;
}

/** The plan with everything that a question asks to try, and what is different in words. */
export interface Tried extends Standing {
  label: string;
  /** Each different thing by itself; the label has them one after another. */
  said: readonly Said[];
  /** Why it makes no sense; null where it does. */
  impossible: string | null;
  /** What the question left open and was found. */
  found?: Found;
  /** Age by which the later of the two claims of Social Security, this and the planned one, has paid as much in all. */
  breakEven?: number;
}

const OLDEST = 120;

/**
 * Applies the changes one after another; the sums are done here, on the numbers of the question. What cannot be (an age of
 * retirement after the end, a portfolio below nothing) is said in `impossible`. What falls later does so by the plan that all the
 * others leave: in the year in which work then stops. Another mix is held before anything falls; one with a date, after what falls today.
 *
 * @param found one of the changes whose figure the question left open, and what that is
 */
export function applyChanges(changes: readonly PlanChange[], standing: Standing, found?: Found): Tried {
  let tried: Tried = { ...standing, label: '', said: [], impossible: null };
  const said = new Map<string, Said>();
  const stops: string[] = [];
  const order = changes.toSorted((one, other) => turnOf(one) - turnOf(other));
  const who = standing.who ?? whoRetires(changes, standing);
  for (const change of order) {
    const dated = { ...tried, ...(who !== undefined && { who }), ...standing.dates };
    const {
      label,
      spendsFrom = '',
      same = false,
      ...next
    } = isDatedFlow(change) ? datedFlow(change, tried, dated) : applied(change, turnOf(change) === 2 ? dated : tried);
    const whose = change.what !== 'retireAt' && isByRetirement(change) && tried.plan !== undefined ? namedIn(change, tried.plan) : undefined; // prettier-ignore
    if (whose === null)
      tried = { ...tried, impossible: tried.impossible ?? `nobody of the plan is called ${change.who ?? ''}` };
    // What was left open is the answer, and said even where it is what was planned.
    if (change.what === 'retireAt') stops.push(label);
    for (const before of stops.slice(0, -1)) said.set(before, { ...said.get(before), label: before });
    if (change === found?.change) said.set(label, { label: `${label}${spendsFrom} (${found.note})` });
    else said.set(label, { label: `${label}${spendsFrom}`, same });
    tried = { ...tried, ...next, impossible: tried.impossible ?? next.impossible ?? null };
  }
  const all = [...said.values()];
  if (found !== undefined) tried = { ...tried, found };
  // Of two claims neither age is that of both, and a cut that is asked for beside a claim moves it.
  if (changes.filter(({ what }) => what === 'claimAt').length > 1 || changes.some(isBenefitCut)) delete tried.breakEven;
  return { ...tried, label: joined(all), said: all, impossible: tried.impossible ?? contradiction(tried) };
}

/** Whether a change moves when work stops. */
const stopsWork = ({ what, source }: PlanChange): boolean =>
  what === 'retireAt' || (what === 'otherIncome' && source === 'work');

/**
 * Where what is tried alone comes by a retirement that the question also moves, "that year" is the year in which both come together.
 *
 * @param all the changes of each what-if of the question
 */
export function datedTogether(
  changes: readonly PlanChange[],
  all: readonly (readonly PlanChange[])[],
  standing: Standing,
): Standing {
  if (changes.some(stopsWork) || !changes.some(isByRetirement)) return standing;
  const alone = changes.map((one) => JSON.stringify(one));
  const together = all.find((others) => {
    const written = others.map((one) => JSON.stringify(one));
    return others.some(stopsWork) && !others.some(isOpen) && alone.every((one) => written.includes(one));
  });
  if (together === undefined) return standing;
  const { goals, plan, impossible } = applyChanges(together, standing);
  const who = standing.who ?? whoRetires(together, standing);
  return impossible === null ? { ...standing, dates: { goals, plan, ...(who !== undefined && { who }) } } : standing;
}

/** Whose work alone a question has stop: "Ana retires at 62 and stocks fall that year" is the year of hers. */
function whoRetires(changes: readonly PlanChange[], { plan }: Standing): number | undefined {
  const retires = plan === undefined ? [] : changes.filter(({ what, who = null, when = null }) => what === 'retireAt' || (who !== null && (when === 'after_retirement' || when === 'before_retirement'))); // prettier-ignore
  const named = new Set(retires.map((change) => plan && namedIn(change, plan)));
  return named.size === 1 ? ([...named][0] ?? undefined) : undefined;
}

/** Single prices move on those that all stocks have then, and what is withdrawn leaves out all other income that the plan then has. */
const turnOf = (change: PlanChange): number =>
  change.what === 'mix'
    ? isDated(change)
      ? 1
      : 0
    : isDated(change)
      ? 2
      : change.what === 'price' || change.what === 'withdraw'
        ? 1.5
        : 1;

/** What is different as one label. */
export function joined(said: readonly Said[]): string {
  const label = said.map((one) => one.label).join('; ');
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
}

type Applied = Partial<Omit<Tried, 'label' | 'said'>> & Said;

function applied(asked: PlanChange, now: Standing): Applied {
  if (isBenefitCut(asked)) return benefitCut(asked, now);
  const change = begun(inYears(asked, now), now);
  const { what } = change;
  const { goals, balance } = now;
  if (what === 'mix') return anotherMix(change, now);
  if (what === 'returns') return otherReturns(change, now);
  if (what === 'cost' || isDatedSum(change)) return datedSum(change, now);
  if (what === 'crash' || isDated(change)) return datedFall(change, now);
  if (what === 'stocks') return stockMove(change, now);
  if (what === 'price') return priceMove(change, now);
  if (isOpen(change) && (goals !== null || now.plan !== undefined)) {
    const { impossible } = what === 'withdraw' ? withdrawing(change, now) : {};
    return { label: OPEN[what] ?? 'do enough', ...(impossible !== undefined && { impossible }) };
  }
  if (what === 'balance') {
    const to = moved(change, balance);
    const same = usd(to) === usd(balance);
    return {
      balance: to,
      label: `begin today with ${usd(to)}${same ? ', as planned' : ` instead of ${usd(balance)}`}`,
      same,
    };
  }
  if (what === 'inflation') return inflationMove(change, now);
  if (what === 'withdraw') return withdrawing(change, now);
  if (now.plan !== undefined) return planChanged(change, now.plan, now.who);
  if (goals === null) return { label: 'a change of the retirement plan', impossible: NO_PLAN };
  if (what === 'claimAt') return goalsClaiming(change, goals);
  if (what === 'otherIncome')
    return change.source === 'work' ? goalsWorking(change, goals) : goalsReceiving(change, goals);
  const before = goals[what];
  if (what === 'retireAt') {
    const to = retiringAge(change, before, goals.age);
    const impossible = noAgeToRetireAt(to, goals.age);
    const said = words(what, to, before);
    return impossible === null || said.same ? { goals: { ...goals, retireAt: to }, ...said } : { ...said, impossible };
  }
  const to = what === 'lifeExpectancy' ? Math.round(moved(change, before)) : moved(change, before);
  return { goals: { ...goals, [what]: to }, ...words(what, to, before) };
}

/** What is left open, where nothing is found. */
const OPEN: Partial<Record<PlanChange['what'], string>> = {
  retireAt: 'retire as early as lasts',
  income: 'spend as much as lasts',
  withdraw: 'withdraw as much as lasts',
  contribute: 'save as much as it takes',
  balance: 'begin with as much as it takes',
};

/** Work that stops in a year of the calendar, as years from today; Social Security that begins in one, as an age of the one whose it is. */
function inYears(change: PlanChange, { goals, plan, year }: Standing): PlanChange {
  const { what, how, value } = change;
  if (how !== 'to' || value < FIRST_CALENDAR_YEAR || year === undefined) return change;
  if (what === 'retireAt') return { ...change, how: 'in', value: value - year };
  const named = plan === undefined ? undefined : (namedIn(change, plan) ?? undefined);
  const age = goals?.age ?? plan?.people[named ?? (plan.people.length === 1 ? 0 : -1)]?.age;
  return what === 'claimAt' && age !== undefined ? { ...change, value: Math.floor(age) + value - year } : change;
}

/** An income that begins with something else, from the age at which that comes, and one that ends with work to the age at which that stops. */
function begun(change: PlanChange, now: Standing): PlanChange {
  const { what, when = null, until = null, toAge = null } = change;
  const life = what === 'otherIncome' && (when !== null || until !== null) ? lifeOf(now) : null;
  if (life === null) return change;
  const begins = when === null ? change : { ...change, fromAge: ageOf(change, life, now.year), when: null };
  return until === null ? begins : { ...begins, toAge: toAge ?? life.retires, until: null };
}

/** The stocks' rise or fall, on the part of the portfolio that is in them, which is then another. */
function stockMove({ how, value }: PlanChange, { balance, stocks, stockPrices = 1 }: Standing): Applied {
  const sign = how === 'up_percent' ? 1 : -1;
  const move = (sign * value) / 100;
  const by = move * stocks * balance;
  const after = 1 + move * stocks;
  const effect = `which ${by < 0 ? 'takes' : 'adds'} ${usd(Math.abs(by))}`;
  const moved = { stocks: after > 0 ? (stocks * (1 + move)) / after : 0, stockPrices: stockPrices * (1 + move) };
  return {
    balance: balance + by,
    ...moved,
    label: `stocks ${sign < 0 ? 'fall' : 'rise'} by ${inPercent(value / 100)}, ${effect}`,
  };
}

/** Other inflation, whose numbers are percent and points; what investments return before it stays. */
function inflationMove(change: PlanChange, { inflation = null }: Standing): Applied {
  if (inflation === null) return { label: 'another inflation', impossible: 'the plan takes inflation from history' };
  const to = moved({ ...change, value: change.value / 100, per: null }, inflation);
  const same = Math.abs(to - inflation) < 1e-9;
  const label = same
    ? `inflation is ${inPercent(to)} a year, as planned`
    : `inflation is ${inPercent(to)} a year instead of ${inPercent(inflation)}, and returns before inflation stay`;
  return to > 1 || to < -0.2 ? { label, impossible: 'nobody plans with that' } : { label, same, inflation: to };
}

function contradiction({ goals, balance }: Standing): string | null {
  if (balance < 0) return 'it would take more than the portfolio is worth';
  if (goals === null) return null;
  const { age, retireAt, lifeExpectancy, income, contribute } = goals;
  if (income < 0 || contribute < 0) return 'it would take away more than there is';
  if (lifeExpectancy <= age || lifeExpectancy > OLDEST) return `age ${lifeExpectancy.toString()} cannot be planned to`;
  if (retireAt >= lifeExpectancy) return `retiring at ${retireAt.toString()} is not before the end of the plan`;
  return null;
}
