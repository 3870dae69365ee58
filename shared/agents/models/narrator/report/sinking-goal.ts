import type { Retirement, WhatIf } from '../reading/reading.ts';
import { paragraph, sentence } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';
import { isReal } from './retirement-levers.ts';

/** Without the goal the chance is higher by so much at least. */
const MUCH = 0.1;
/** A chance that a plan can be begun with, with or without a goal: from here on it is the goal that fails the plan. */
const HOLDS = 0.7;

/** Changes of what a goal takes. */
const GOALS: readonly string[] = ['without_goal', 'half_goal', 'delay_goal', 'without_goals'];
export const isOfGoal = ({ key }: Pick<WhatIf, 'key'>): boolean => GOALS.includes(key);

/** A goal, or all of them, that keeps a plan from the level that it is to reach. */
export interface SinkingGoal {
  /** As it stands in a sentence, with amount and age where it is paid once. */
  what: string;
  /** "is", "it"; of several "are", "them". */
  is: string;
  it: string;
  /** Chance without it, and in how many of the futures that is. */
  success: number;
  share: string;
}

/** The goal that a plan which misses its level cannot bear: without it the chance is much higher. Null where there is none. */
export function sinkingGoal({ whatIfs, success, confidence }: Retirement): SinkingGoal | null {
  if (success >= confidence) return null;
  const [largest, all] = ['without_goal', 'without_goals'].map((key) =>
    whatIfs.find((one) => one.key === key && one.change >= MUCH && isReal(one)),
  );
  // One goal is named rather than all of them, where it decides.
  const found = largest === undefined || (all !== undefined && largest.success < HOLDS) ? all : largest;
  if (found === undefined || found.success < HOLDS) return null;
  const share = found.success === 1 ? 'every one' : percent(found.success);
  return {
    what: found.label.replace(/^Without (?:any of )?/, '').replace(/, \$[\d,.]+ in all\b.*$/, ''),
    ...(found === all ? { is: 'are', it: 'them' } : { is: 'is', it: 'it' }),
    ...{ success: found.success, share },
  };
}

/** What the plan comes to without the goal, and with less of it or a later one. */
export function withoutGoal(plan: Retirement, { what, is, it, share }: SinkingGoal): string {
  return paragraph(
    `${sentence(what)}${what.includes(',') ? ',' : ''} ${is} what it cannot bear: without ${it} the money would last in ${share} of them.`,
    is === 'is' && lessOfGoal(plan),
  );
}

/** What half of the largest goal would do, and the same later. */
export function lessOfGoal({ whatIfs }: Retirement): string | null {
  const said = ['half_goal', 'delay_goal']
    .flatMap((key) => whatIfs.find((one) => one.key === key && one.change > 0 && isReal(one)) ?? [])
    .map(({ label, success }) => `“${label}” would make that ${percent(success)}`);
  return said.length === 0 ? null : `${said.join(', and ')}.`;
}
