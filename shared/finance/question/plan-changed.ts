import { ASKER } from '../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../schemas/analysis-plan.ts';
import type { Plan } from '../../schemas/retirement-plan/plan.ts';
import { lifetime } from '../retirement/longevity/lifetime.ts';
import { nameOf } from '../retirement/name-of.ts';
import { retiringAt, withSpendingFrom } from '../retirement/retiring.ts';
import { isDue, savedIn } from '../retirement/saved.ts';
import { countedCut } from '../retirement/uncounted.ts';
import { workStops } from '../retirement/work-stops.ts';
import { planClaiming } from './claiming.ts';
import { shownAge } from './dated.ts';
import { incomesReceiving } from './other-income.ts';
import { inPercent, moved, noAgeToRetireAt, retiringAge, words } from './sums.ts';
import type { Said } from './sums.ts';
import { planWorking } from './working-on.ts';

/** A plan after a change, with the change in words; or why it cannot be. */
export interface PlanChanged extends Said {
  plan?: Plan;
  impossible?: string;
}

const OLDEST = 120;
/** What is of one person, in words. */
const DOES: Partial<Record<PlanChange['what'], string>> = {
  retireAt: 'retires at',
  lifeExpectancy: 'lives to',
  claimAt: 'claims Social Security at',
};

/**
 * Applies one change of a question to a whole plan. What would leave it open what it does is not tried.
 *
 * @param who of the plan's people another retirement, length of life or claim is of, where the change names none of them; of all who
 *   still work, or of all, where that is left out too
 */
export function planChanged(change: PlanChange, plan: Plan, who?: number): PlanChanged {
  const { what } = change;
  const named = namedIn(change, plan);
  if (named === null && (DOES[what] !== undefined || what === 'otherIncome')) return ofNobody(change);
  const whose = named ?? who;
  switch (what) {
    case 'income':
      return spend(change, plan);
    case 'contribute':
      return save(change, plan);
    case 'otherIncome':
      return change.source === 'work' ? planWorking(change, plan) : receive(change, plan, named ?? undefined);
    case 'claimAt':
      return planClaiming(change, plan, { named: named ?? undefined, who });
    case 'retireAt':
      return retire(change, plan, whose);
    case 'lifeExpectancy':
      return live(change, plan, whose);
    default:
      return { label: 'a change of the plan', impossible: 'it is no part of a plan' };
  }
}

/**
 * Who of a plan's people a change names, by the whole name or by the first name of one of them alone; undefined where it leaves that
 * open, as it does where the plan names nobody, and null where it is who asks of a plan for two, or the plan's people are called otherwise.
 */
export function namedIn({ who }: PlanChange, { people }: Plan): number | null | undefined {
  if (who === ASKER) return people.length === 1 ? 0 : null;
  const names = people.map(({ name }) => name?.toLowerCase().trim());
  if (who === null || who === undefined || names.every((name) => name === undefined)) return undefined;
  const asked = who.toLowerCase().trim();
  const whole = names.indexOf(asked);
  if (whole !== -1) return whole;
  const first = names.flatMap((name, index) => (name?.split(/\s+/)[0] === asked ? [index] : []));
  return first.length > 1 ? undefined : (first[0] ?? null);
}

/** A change of somebody whom the plan does not have. */
function ofNobody({ what, who }: PlanChange): PlanChanged {
  if (who === ASKER)
    return {
      label: `you alone ${(DOES[what] ?? 'do').replace(/^(\w+)s\b/, '$1')} another age`,
      impossible: 'a plan for two does not tell which of them asks; ask with the names that it has',
    };
  const name = who ?? '';
  const label = what === 'otherIncome' ? `another income of ${name}` : `${name} ${DOES[what] ?? 'does'} another age`;
  return { label, impossible: `nobody of the plan is called ${name}` };
}

function spend(change: PlanChange, plan: Plan): PlanChanged {
  const { spending } = plan;
  const { rule } = spending.rule;
  if (rule === 'percentage' || rule === 'variable_percentage') {
    return { label: 'spend another amount', impossible: 'the plan spends a share of what there is, not an amount' };
  }
  const amount = moved(change, spending.amount);
  const said = words('income', amount, spending.amount);
  if (amount < 0) return { ...said, impossible: 'it would take away more than there is' };
  return { plan: { ...plan, spending: { ...spending, amount } }, ...said };
}

/**
 * Changes what is saved today, for as long as the plan saves it. Where the plan saves another sum later that stays, but a percentage
 * is of all that is saved.
 */
function save(change: PlanChange, plan: Plan): PlanChanged {
  const { now, later, grows } = savedIn(plan);
  const to = moved(change, now);
  const share = change.how === 'up_percent' || change.how === 'down_percent';
  const factor = share ? moved(change, 1) : to / now;
  const rest = share ? 'as much of a change in what is saved later' : 'what the plan saves later stays';
  const saving = words('contribute', to, now);
  const said =
    now === 0 && share && later
      ? { label: `save ${inPercent(change.value / 100)} ${factor < 1 ? 'less' : 'more'} once saving begins` }
      : { ...saving, label: `${saving.label}${grows ? ', as of today' : ''}${later ? `, and ${rest}` : ''}` };
  if (to < 0 || factor < 0) return { ...said, impossible: 'it would take away more than there is' };
  if (now > 0 || (share && later)) {
    const savings = plan.savings.map((one) =>
      share || !later || isDue(plan, one) ? { ...one, amount: one.amount * factor } : one,
    );
    return { plan: { ...plan, savings }, ...said };
  }
  const owner = plan.people.findIndex(({ age, retireAt }) => retireAt > age);
  const person = plan.people[owner];
  if (person === undefined) return { ...said, impossible: 'nobody in the plan works any more' };
  const begins = later ? { to: Math.min(person.retireAt, person.age + firstIn(plan)) } : {};
  const savings = [...plan.savings, { owner, amount: to, growth: 0, timing: 'end' as const, ...begins }];
  return { plan: { ...plan, savings }, ...said };
}

/** Years until the first saving that is yet to begin. */
function firstIn({ savings, people }: Plan): number {
  const years = savings.map(({ owner, amount, from = 0 }) => (amount > 0 ? from - (people[owner]?.age ?? 0) : 0));
  return Math.min(...years.filter((one) => one > 0));
}

function receive(change: PlanChange, plan: Plan, owner?: number): PlanChanged {
  const [first, second] = plan.people;
  const whose = owner !== undefined && second !== undefined ? { owner, name: nameOf(plan.people, owner) } : undefined;
  const person = whose === undefined ? first : plan.people[whose.owner];
  const begins = Math.max(person?.age ?? 0, person?.retireAt ?? 0);
  const { incomes, ...said } = incomesReceiving(change, plan.incomes, begins, whose);
  const isCut = change.source === 'social_security' && countedCut(plan) !== undefined;
  const label = isCut ? `${said.label}, before the plan’s own cut` : said.label;
  return { ...said, label, ...(incomes !== undefined && { plan: { ...plan, incomes } }) };
}

function retire(change: PlanChange, plan: Plan, who?: number): PlanChanged {
  const [first, second] = plan.people;
  if (first !== undefined && second !== undefined) return retireOfTwo(change, plan, who);
  if (first === undefined) return { label: 'retire at another age', impossible: 'the plan is of nobody' };
  const retireAt = retiringAge(change, first.retireAt, first.age);
  const { label, same } = words('retireAt', retireAt, first.retireAt);
  const impossible = same ? null : noAgeToRetireAt(retireAt, first.age);
  if (impossible !== null) return { label, impossible };
  if (retireAt < 0 || retireAt > OLDEST) return { label, impossible: 'that is no age to retire at' };
  const changed = retiringAt(plan, [retireAt]);
  const spendsFrom = same ? '' : withSpendingFrom(plan, changed);
  return { plan: changed, label, ...(spendsFrom !== '' && { spendsFrom }), same };
}

/** Of two people those who still work retire at that age, or one of them; nobody before today. */
function retireOfTwo(change: PlanChange, plan: Plan, who?: number): PlanChanged {
  const moving = workersOf(plan).filter((index) => who === undefined || index === who);
  if (moving.length === 0) return { label: 'retire at another age', impossible: 'nobody in the plan works any more' };
  const wanted = plan.people.map(({ age, retireAt }, index) =>
    moving.includes(index) ? retiringAge(change, retireAt, age) : retireAt,
  );
  const ages = plan.people.map(({ age, retireAt }, index) =>
    moving.includes(index) ? Math.max(age, wanted[index] ?? retireAt) : retireAt,
  );
  const of = (all: readonly number[]) => moving.map((index) => String(all[index] ?? 0));
  const [then, before] = [of(ages), of(plan.people.map(({ retireAt }) => retireAt))];
  const name = (index: number) => nameOf(plan.people, index);
  const each = new Set(then).size === 1 ? then.slice(0, 1) : then;
  const same = then.join() === before.join();
  const label = same
    ? `${moving.length > 1 ? 'both retire' : `${name(moving[0] ?? 0)} retires`} at ${each.join(' and ')}, as planned`
    : moving.length > 1
      ? `both retire at ${each.join(' and ')} instead of at ${before.join(' and ')}`
      : `${name(moving[0] ?? 0)} retires at ${then.join('')} instead of ${before.join('')}`;
  if (wanted.some((age) => age < 0 || age > OLDEST)) return { label, impossible: 'that is no age to retire at' };
  const reasons = moving.map((index) =>
    noAgeToRetireAt(wanted[index] ?? 0, plan.people[index]?.age ?? 0, `${name(index)} is`),
  );
  const [reason] = reasons;
  // An age that is past for one of them only is now for that one.
  if (reason !== undefined && reason !== null && reasons.every((one) => one !== null))
    return { label, impossible: reason };
  const changed = retiringAt(plan, ages);
  const spends = moving.length === 1 ? spendingWaits(plan, changed, moving[0] ?? 0) : '';
  const spendsFrom = same ? '' : `${spends}${withSpendingFrom(plan, changed)}`;
  return { plan: changed, label, ...(spendsFrom !== '' && { spendsFrom }), same };
}

/**
 * Where one of two stops working before the other, and the plan spends when both have: from when that is, as a label goes on. Of who stops
 * last only where that moves it.
 */
function spendingWaits(planned: Plan, { people, spending }: Plan, who: number): string {
  const [first, one] = [people[0], people[who]];
  if (first === undefined || one === undefined || spending.from !== undefined) return '';
  const spends = workStops(people);
  const isMoved = spends !== workStops(planned.people) && people.some(({ age, retireAt }) => retireAt > age && retireAt - age < spends - first.age); // prettier-ignore
  return spends - first.age <= one.retireAt - one.age && !isMoved
    ? ''
    : `, with spending once both have retired, when ${nameOf(people, 0)} is ${shownAge(spends)}`;
}

/** Who of a plan still works, by their places. */
export const workersOf = ({ people }: Plan): number[] =>
  people.flatMap(({ age, retireAt }, index) => (retireAt > age ? [index] : []));

function live(change: PlanChange, plan: Plan, who?: number): PlanChanged {
  const { longevity, people } = plan;
  const [first, second] = people;
  if (first === undefined) return { label: 'live to another age', impossible: 'the plan is of nobody' };
  if (who !== undefined || second === undefined) return liveAlone(change, plan, who ?? 0);
  const isOne = longevity.model === 'fixed_age' && people.every((person) => person.longevity === undefined);
  // An age sooner than half of such people reach is one of death, which is of one of the two.
  const dies = people.every((one) => change.value < one.age + lifetime(one.longevity ?? longevity, one).years(0.5));
  if (!isOne && (change.how !== 'to' || dies)) {
    return {
      label: 'both live to another age',
      impossible: 'the plan does not fix one age for both: ask for an age, or of one of them',
    };
  }
  const age = isOne ? moved(change, longevity.age) : change.value;
  const said: Said = isOne
    ? words('lifeExpectancy', age, longevity.age)
    : { label: `both live to ${String(age)}`, same: false };
  if (people.some((person) => age <= person.age) || age > OLDEST)
    return { ...said, impossible: `age ${String(age)} cannot be planned to` };
  const alike = people.map(({ longevity: _, ...person }) => person);
  return {
    plan: { ...plan, people: alike, longevity: { model: 'fixed_age', age } },
    ...pastTheRule(said, plan, age),
  };
}

/** Who lives longer than a rule that uses the accounts up plans to has other income alone from then on, though nothing fails by that rule. */
function pastTheRule(said: Said, { spending }: Plan, age: number): Said {
  const { rule, planTo } = spending;
  if (rule.rule !== 'variable_percentage' || planTo === undefined || planTo >= age) return said;
  return { ...said, label: `${said.label}, with what is held used up at ${planTo.toString()} as the rule plans, and other income alone after that` }; // prettier-ignore
}

/** One person's age at death, whatever the plan has in its place; what it says of the other stays. */
function liveAlone(change: PlanChange, plan: Plan, who: number): PlanChanged {
  const person = plan.people[who];
  if (person === undefined) return { label: 'live to another age', impossible: 'the plan is not of so many' };
  const model = person.longevity ?? plan.longevity;
  const planned = model.model === 'fixed_age' ? model.age : null;
  if (planned === null && change.how !== 'to') {
    return { label: 'live to another age', impossible: 'the plan does not fix how long that is: ask for an age' };
  }
  const age = moved(change, planned ?? 0);
  const alone = plan.people.length === 1;
  const sooner = age < person.age + lifetime(model, person).years(0.5);
  const verb = alone
    ? sooner
      ? 'die at'
      : 'live to'
    : `${nameOf(plan.people, who)} ${sooner ? 'dies at' : 'lives to'}`;
  const instead = planned === null ? '' : age === planned ? ', as planned' : ` instead of ${String(planned)}`;
  const said =
    alone && planned !== null
      ? words('lifeExpectancy', age, planned)
      : { label: `${verb} ${String(age)}${instead}`, same: age === planned };
  if (age <= person.age || age > OLDEST) return { ...said, impossible: `age ${String(age)} cannot be planned to` };
  const lived = { ...person, longevity: { model: 'fixed_age' as const, age } };
  const told = who === 0 ? pastTheRule(said, plan, age) : said;
  return { plan: { ...plan, people: plan.people.map((one, index) => (index === who ? lived : one)) }, ...told };
}
