import type { Section } from '../../../../schemas/text.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { body, paragraph } from '../wording/list.ts';
import { interval, percent, points } from '../wording/percent.ts';
import { verdict } from './chance-words.ts';

/** The chance, how sure it is, and what happens when it goes wrong. */
export function readiness(reading: Reading, plan: Retirement): Section {
  return {
    id: 'readiness',
    title: 'Will the money last?',
    body: body(paragraph(question(reading, plan), answer(plan)), sampling(plan), failing(plan)),
  };
}

function question({ money, stated, value }: Reading, plan: Retirement): string {
  const { age, retireAt, lifeExpectancy, income, contribute, yearsToRetirement } = plan;
  const spending = income > 0 ? `take ${stated(income)} a year from the portfolio` : 'take nothing from the portfolio';
  const terms = income > 0 || contribute > 0 ? ', in today’s dollars and before tax,' : '';
  if (yearsToRetirement === 0) {
    return `You are ${age.toString()} and already retired in this plan. You want to ${spending}${terms} until age ${lifeExpectancy.toString()}, starting from ${money(value)}.`;
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
  const limits = 'It says nothing about whether the assumptions are right, which is the larger uncertainty.';
  if (success === 0 || success === 1) {
    return `A sample of ${paths.toLocaleString('en-US')} cannot show what is rarer than it can see: the 95% interval for the true chance under these assumptions is ${interval(low, high)}. ${limits}`;
  }
  return `Because the futures are a sample, that chance is an estimate. Its standard error is ${points(standardError)}, and the 95% interval, in which the chance from endlessly many futures would very probably lie, is ${interval(low, high)}. ${limits}`;
}

function failing(plan: Retirement): string | null {
  const { failure, medianRuinAge, p10RuinAge } = plan;
  if (failure < 0.01 || medianRuinAge === null) return null;
  const early =
    p10RuinAge !== null && p10RuinAge < medianRuinAge
      ? `, and in the worst of them, the earliest tenth, by age ${p10RuinAge.toString()}`
      : '';
  if (plan.success === 0) return `The money typically runs out around age ${medianRuinAge.toString()}${early}.`;
  return `Where the money runs out, it typically does so around age ${medianRuinAge.toString()}${early}. Someone who sees that coming would probably spend less; the simulation does not.`;
}
