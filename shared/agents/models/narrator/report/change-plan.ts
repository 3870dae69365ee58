import type { Reading, Retirement } from '../reading/reading.ts';
import { doesNotHold, fallsShort } from '../retirement/chance-words.ts';
import { earliestOf, toWork, wouldHaveToWork } from '../retirement/earliest.ts';
import { lasting, startOf } from '../retirement/lasting-income.ts';
import { askFirst } from '../retirement/other-income.ts';
import { paragraph } from '../wording/list.ts';
import { fromTo, percent } from '../wording/percent.ts';
import type { Recommendation } from './recommendation.ts';
import { decisions, levers } from './retirement-levers.ts';
import { isOfGoal, lessOfGoal, sinkingGoal, withoutGoal } from './sinking-goal.ts';
import type { SinkingGoal } from './sinking-goal.ts';

/** Ends what is said of working longer where it would take too long. */
const CREDIBLE = 'any age that people can count on working to';

/** What to do about a plan whose chance is below the level that the engine solves incomes for. */
export function changePlan(reading: Reading): Recommendation | null {
  const { retirement: plan } = reading;
  if (plan === null || plan.success >= plan.confidence) return null;
  return fallsShort(plan) ? overhaul(reading, plan) : oneChange(reading, plan);
}

/** A plan more likely to fail than to hold: said first, with what would have to change for it to hold. */
function overhaul(reading: Reading, plan: Retirement): Recommendation {
  const { stated } = reading;
  const { success, income, until, futures, whatIfs } = plan;
  const goal = sinkingGoal(plan);
  const [best] = levers(plan).filter((one) => goal === null || !isOfGoal(one));
  const saving = whatIfs.find(({ key }) => key === 'start_saving' || key === 'save_20_percent_more');
  const share = success === 0 ? 'none' : percent(success);
  return {
    title: doesNotHold(plan)
      ? 'Change the plan first: as it stands it does not hold'
      : 'Change the plan first: it is more likely to fail than to hold',
    text: paragraph(
      `At ${stated(income)} a year the money lasts ${until} in ${share} of the ${futures}.`,
      goal !== null && withoutGoal(plan, goal),
      askFirst(reading, plan),
      wouldLast(reading, plan, goal),
      best !== undefined && best.success < 0.5 && 'None of the smaller changes that were tried is enough by itself.',
      best !== undefined &&
        `Of ${best.success < 0.5 ? 'them' : 'the smaller changes that were tried'}, “${best.label}” does most: it raises the chance to ${percent(best.success)}.`,
      best === undefined && whatIfs.length > 0 && 'None of the smaller changes that were tried is enough by itself.',
      saving !== undefined &&
        saving !== best &&
        `“${saving.label}” would ${saving.change > 0 ? `bring it to ${percent(saving.success)}` : 'not change it'}.`,
    ),
    effect: doesNotHold(plan) ? 3 : 1.2,
  };
}

/** The incomes and ages that reach the level, where the engine has found them. */
function wouldLast(reading: Reading, plan: Retirement, goal: SinkingGoal | null): string | null {
  const { money, stated } = reading;
  const [to, there] = goal === null ? ['To', 'There'] : [`With ${goal.it}, to`, `With ${goal.it} there`];
  const { sustainableIncome, confidence, income, floor } = plan;
  const found = earliestOf(reading, plan);
  const longer = found?.way === 'later';
  const able = longer && found.credible;
  const later = able ? `${toWork(found)} with the income as it is${found.since}` : null;
  const level = `in ${percent(confidence)} of them`;
  if (floor !== null) {
    return `The plan never spends less than its floor of ${money(floor.amount)} a year, and that lasts in ${percent(floor.success)} of them: to last ${level} the floor would have to be lower${later === null ? '' : `, or the plan would need ${later}`}.`;
  }
  if (sustainableIncome === null || sustainableIncome < 1) {
    return later === null
      ? `${there} is no income low enough for the money to last ${level}.`
      : `${to} last ${level}, the plan would need ${later}.`;
  }
  const less = `${lasting(plan, `**${money(sustainableIncome)} a year**`)}${startOf(reading, plan)} in place of ${stated(income)}`;
  const never = longer && !able ? ` Working longer alone would not be enough at ${CREDIBLE}.` : '';
  return `${to} last ${level}, it would take ${less}${later === null ? '' : `, or ${later}`}.${never}`;
}

/** The change to the plan that does most. */
function oneChange(reading: Reading, plan: Retirement): Recommendation | null {
  const { money, stated } = reading;
  const { success, sustainableIncome, incomeGap, confidence, income, rule, amountIs } = plan;
  const [best] = levers(plan);
  if (best === undefined) return null;
  const goal = sinkingGoal(plan);
  return {
    title: `${decisions[best.key] ?? 'One change'} does most for your retirement`,
    text: paragraph(
      `“${best.label}” would raise the chance that the money lasts from ${fromTo(success, best.success, confidence)}.`,
      best.key === 'without_goal' && lessOfGoal(plan),
      goal !== null && !isOfGoal(best) && `Without ${goal.what}, it would be ${goal.share}.`,
      sustainableIncome !== null &&
        incomeGap !== null &&
        incomeGap < -1 &&
        `To reach ${percent(confidence)} by spending alone, ${rule === null ? 'the income' : amountIs === null ? 'the first year’s spending' : 'the amount planned'} would have to be ${money(sustainableIncome)} a year instead of ${stated(income)}${byWorking(reading, plan)}.`,
      askFirst(reading, plan),
    ),
    // The further the plan is from the level aimed for, the more it matters beside everything else.
    effect: best.change + confidence - success,
  };
}

function byWorking(reading: Reading, plan: Retirement): string {
  const found = earliestOf(reading, plan);
  if (found?.way !== 'later') return '';
  return found.credible
    ? `; by working longer alone${found.since === '' ? '' : `, with spending${found.since}`}, ${wouldHaveToWork(found)}`
    : `; working longer alone would not be enough at ${CREDIBLE}`;
}
