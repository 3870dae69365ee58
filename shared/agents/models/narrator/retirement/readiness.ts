import type { Section } from '../../../../schemas/text.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { count } from '../wording/count.ts';
import { body, paragraph, sentence } from '../wording/list.ts';
import { finePercent, interval, percent, points } from '../wording/percent.ts';
import { asksLittle, verdict } from './chance-words.ts';
import { failedStarts } from './history-starts.ts';
import { beside, wanted } from './other-income.ts';
import { planned } from './planned.ts';
import { givesWay, spendingRange } from './spending-range.ts';
import { nameOf } from '../../../../finance/retirement/name-of.ts';

/** The chance, how sure it is, and what happens when it goes wrong. */
export function readiness(reading: Reading, plan: Retirement): Section {
  return {
    id: 'readiness',
    title: 'Will the money last?',
    body: body(
      paragraph(
        plan.people.length > 0 ? planned(reading, plan) : question(reading, plan),
        answer(plan),
        givesWay(reading, plan),
      ),
      unvalued(reading),
      beside(reading, plan),
      cannotFail(plan) || asksLittle(plan)
        ? null
        : plan.historical
          ? paragraph(overlapping(plan), failedStarts(reading))
          : sampling(plan),
      spendingRange(reading, plan),
      failing(reading, plan),
      firstYears(reading, plan),
    ),
  };
}

function question(reading: Reading, plan: Retirement): string {
  const { money, stated, value } = reading;
  const { age, retireAt, until, income, contribute, yearsToRetirement, taxWords } = plan;
  const end = until.replace(/^to /, 'until ');
  const spending = wanted(reading, plan);
  const terms = income > 0 || contribute > 0 ? `, in today’s dollars and ${taxWords},` : '';
  if (yearsToRetirement === 0) {
    const since = retireAt < age ? `, past the retirement age of ${retireAt.toString()} that you gave` : '';
    return `You are ${age.toString()}${since}, so spending starts now. You want to ${spending}${terms} ${end}, starting from ${money(value)}.`;
  }
  const saving =
    contribute > 0 ? `save ${stated(contribute)} a year until you retire` : 'save nothing more until you retire';
  return `You are ${age.toString()}. The plan is to ${saving} at ${retireAt.toString()}, then to ${spending}${terms} ${end}, starting from ${money(value)}.`;
}

/** What could not be valued is not in the sum that the plan starts from. */
function unvalued({ excludedCount, money, value }: Reading): string | null {
  if (excludedCount === 0) return null;
  const [are, them] = excludedCount === 1 ? ['is', 'it'] : ['are', 'them'];
  return `**${sentence(count(excludedCount, 'position'))} that could not be valued ${are} not in this.** The ${money(value)} that the plan starts from is only the rest, and the answer is not one for all that you own: with ${them} it would be another.`;
}

function answer(plan: Retirement): string {
  const { success, paths, income, until, historical } = plan;
  const futures = `${paths.toLocaleString('en-US')} ${plan.futures}`;
  if (cannotFail(plan)) {
    return 'Spending that is a share of what there is does not run out by itself: what the markets change is how much can be spent.';
  }
  const left = plan.lifeExpectancy === null ? null : `money left at age ${plan.lifeExpectancy.toString()}`;
  const holds = income > 0 || left === null ? `the money lasts ${until}` : `there is ${left}`;
  const fails = income > 0 || left === null ? `does the money last ${until}` : `is there ${left}`;
  const share = success === 1 ? 'all' : percent(success);
  if (asksLittle(plan))
    return `In all of ${futures} ${holds}, as ${income === 0 ? 'nothing is' : 'next to nothing is'} taken out of it: that says nothing of a retirement.`;
  const outcome = success === 0 ? `In none of ${futures} ${fails}.` : `In ${share} of ${futures} ${holds}.`;
  return historical
    ? `**${outcome}** ${tested(success)}`
    : success === 0
      ? `**${outcome}**`
      : `**${outcome}** On these assumptions the plan ${verdict(success)}.`;
}

/** Spending that is a share of what there is, and falls short nowhere: then a chance says nothing. */
export const cannotFail = ({ income, rule, success }: Retirement): boolean =>
  income === 0 && rule !== null && success === 1;

/** History tells what would have been, which is not a chance. */
function tested(success: number): string {
  if (success === 1) return 'It would have held from every start on record, which is not the same as certain.';
  return success === 0
    ? 'It would not have held from any start on record.'
    : `What would have been: the plan ${verdict(success)}.`;
}

function overlapping({ paths }: Retirement): string {
  return `Each of the ${paths.toLocaleString('en-US')} starts is a year of the record and what followed it. They share most of their years, so that they are far fewer independent trials than that, and the future need not be among them.`;
}

function sampling({ success, standardError, low, high, paths }: Retirement): string {
  const limits = 'Whether the assumptions are right is another question, and the larger uncertainty.';
  if (success === 0 || success === 1) {
    return `A sample of ${paths.toLocaleString('en-US')} cannot show what is rarer than it can see: the 95% interval for the true chance under these assumptions is ${interval(low, high)}. ${limits}`;
  }
  return `As these futures are a sample, that chance, ${finePercent(success)}, has a standard error of ${points(standardError)}; its 95% interval is ${interval(low, high)}. ${limits}`;
}

export function failing({ book, money }: Reading, plan: Retirement): string | null {
  const { failure, medianRuinAge, p10RuinAge } = plan;
  if (failure < 0.01 || medianRuinAge === null) return null;
  const early =
    p10RuinAge !== null && p10RuinAge < medianRuinAge
      ? `, and in the worst of them, the earliest tenth, by age ${p10RuinAge.toString()}`
      : '';
  const missing = book.number('retirement.shortfall.median') ?? 0;
  const short =
    missing >= 1
      ? ` Lined up by how much of the income wanted is never paid, the middle one of these lacks ${money(missing)} in all.`
      : '';
  const whose = plan.people.length > 1 ? ` of ${nameOf(plan.people, 0)}’s` : '';
  if (plan.success === 0) return `The money typically runs out around age ${medianRuinAge.toString()}${early}.${short}`;
  return `Where the money runs out, it typically does so around age ${medianRuinAge.toString()}${whose}${early}.${short}${plan.rule === null ? ' Someone who sees that coming would probably spend less; the plan does not.' : ''}`;
}

/** How much hangs on the first years of spending: a bad start cannot be made up while money is taken out. */
function firstYears({ book }: Reading, plan: Retirement): string | null {
  const { futures } = plan;
  const years = plan.yearsToSpending === plan.yearsToRetirement ? 'retirement' : 'spending';
  const [bad, good] = ['worst', 'best'].map((which) => ({
    success: book.number(`retirement.sequence.${which}.success`),
    returned: book.number(`retirement.sequence.${which}.return`),
  }));
  if (typeof bad?.success !== 'number' || typeof good?.success !== 'number') return null;
  if (typeof bad.returned !== 'number' || good.success - bad.success < 0.05) return null;
  const returned = `${bad.returned < 0 ? 'a loss of ' : ''}${percent(Math.abs(bad.returned))} a year after inflation`;
  return `Much is decided early. Where the first five years of ${years} are among the worst fifth (typically ${returned}), the money lasts in ${shareOrNone(bad.success, futures)}; where they are among the best fifth, in ${shareOrNone(good.success, futures)}.`;
}

function shareOrNone(share: number, futures: string): string {
  const those = futures.split(' ').at(-1) ?? futures;
  const one = those.replace(/s$/, '');
  return share === 0 ? `no ${one}` : share === 1 ? `every ${one}` : `${percent(share)} of the ${those}`;
}
