import type { Section } from '../../../../schemas/text.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { body, paragraph } from '../wording/list.ts';
import { finePercent, interval, percent, points } from '../wording/percent.ts';
import { verdict } from './chance-words.ts';
import { beside, wanted } from './other-income.ts';

/** The chance, how sure it is, and what happens when it goes wrong. */
export function readiness(reading: Reading, plan: Retirement): Section {
  return {
    id: 'readiness',
    title: 'Will the money last?',
    body: body(
      paragraph(question(reading, plan), answer(plan)),
      beside(reading, plan),
      sampling(plan),
      failing(reading, plan),
      firstYears(reading),
    ),
  };
}

function question(reading: Reading, plan: Retirement): string {
  const { money, stated, value } = reading;
  const { age, retireAt, lifeExpectancy, income, contribute, yearsToRetirement } = plan;
  const spending = wanted(reading, plan);
  const terms = income > 0 || contribute > 0 ? ', in today’s dollars and before tax,' : '';
  if (yearsToRetirement === 0) {
    const since = retireAt < age ? `, past the retirement age of ${retireAt.toString()} that you gave` : '';
    return `You are ${age.toString()}${since}, so spending starts now. You want to ${spending}${terms} until age ${lifeExpectancy.toString()}, starting from ${money(value)}.`;
  }
  const saving =
    contribute > 0 ? `save ${stated(contribute)} a year until you retire` : 'save nothing more until you retire';
  return `You are ${age.toString()}. The plan is to ${saving} at ${retireAt.toString()}, then to ${spending}${terms} until age ${lifeExpectancy.toString()}, starting from ${money(value)}.`;
}

function answer(plan: Retirement): string {
  const { success, paths, income } = plan;
  const futures = `${paths.toLocaleString('en-US')} simulated futures`;
  const age = plan.lifeExpectancy.toString();
  const holds = income > 0 ? `the money lasts to age ${age}` : `there is money left at age ${age}`;
  const fails = income > 0 ? `does the money last to age ${age}` : `is there money left at age ${age}`;
  const share = success === 1 ? 'all' : percent(success);
  const outcome = success === 0 ? `In none of ${futures} ${fails}.` : `In ${share} of ${futures} ${holds}.`;
  return `**${outcome}** On these assumptions the plan ${verdict(success)}.`;
}

function sampling({ success, standardError, low, high, paths }: Retirement): string {
  const limits = 'Whether the assumptions are right is another question, and the larger uncertainty.';
  if (success === 0 || success === 1) {
    return `A sample of ${paths.toLocaleString('en-US')} cannot show what is rarer than it can see: the 95% interval for the true chance under these assumptions is ${interval(low, high)}. ${limits}`;
  }
  return `As these futures are a sample, that chance, ${finePercent(success)}, has a standard error of ${points(standardError)}; its 95% interval is ${interval(low, high)}. ${limits}`;
}

function failing({ book, money }: Reading, plan: Retirement): string | null {
  const { failure, medianRuinAge, p10RuinAge } = plan;
  if (failure < 0.01 || medianRuinAge === null) return null;
  const early =
    p10RuinAge !== null && p10RuinAge < medianRuinAge
      ? `, and in the worst of them, the earliest tenth, by age ${p10RuinAge.toString()}`
      : '';
  const missing = book.number('retirement.shortfall.median') ?? 0;
  const short =
    missing >= 1
      ? ` In the middle one of these futures, ${money(missing)} of the income wanted cannot be paid in all.`
      : '';
  if (plan.success === 0) return `The money typically runs out around age ${medianRuinAge.toString()}${early}.${short}`;
  return `Where the money runs out, it typically does so around age ${medianRuinAge.toString()}${early}.${short} Someone who sees that coming would probably spend less; the simulation does not.`;
}

/** How much hangs on the first years of retirement: a bad start cannot be made up while money is taken out. */
function firstYears({ book }: Reading): string | null {
  const [bad, good] = ['worst', 'best'].map((which) => ({
    success: book.number(`retirement.sequence.${which}.success`),
    returned: book.number(`retirement.sequence.${which}.return`),
  }));
  if (typeof bad?.success !== 'number' || typeof good?.success !== 'number') return null;
  if (typeof bad.returned !== 'number' || good.success - bad.success < 0.05) return null;
  const returned = `${bad.returned < 0 ? 'a loss of ' : ''}${percent(Math.abs(bad.returned))} a year after inflation`;
  return `Much is decided early. Where the first five years of retirement are among the worst fifth (typically ${returned}), the money lasts in ${shareOrNone(bad.success)}; where they are among the best fifth, in ${shareOrNone(good.success)}.`;
}

function shareOrNone(share: number): string {
  return share === 0 ? 'no future' : share === 1 ? 'every future' : `${percent(share)} of the futures`;
}
