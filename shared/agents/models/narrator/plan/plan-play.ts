import { FULL_PLAN, MOST_UNREAD } from '../../../../schemas/analysis-plan.ts';
import type { AnalysisPlan, FocusTopic } from '../../../../schemas/analysis-plan.ts';
import { isKnown } from './beyond-the-plan.ts';
import { ASKS, questionsOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { holdingsAsked, TOPIC_OF } from './holdings-asked.ts';
import { withoutOwnAge } from './own-age.ts';
import { partsAsked } from './parts-asked.ts';
import { IDLE, plainQuestions, TOPICS_OF, whyNot } from './plain-questions.ts';
import { plainly } from './plainly.ts';
import { planOne } from './plan-one.ts';
import { slotted, without } from './slots.ts';
import { unreadParts } from './unread.ts';

/**
 * The plan for a question by rules: what it is about by its words, its what-ifs by its numbers.
 *
 * @param age today's, where it is known
 */
export function planPlay(question: string, age: number | null = null): AnalysisPlan {
  const asked = withoutOwnAge(plainly(question), age);
  const ofParts = partsAsked(asked);
  const isOfParts = ({ start }: Clause) => ofParts.some((one) => one.start === start);
  // "How much gold do I own" may be of a fund by that name, and is of a class where there is none.
  const itself = holdingsAsked(asked).filter(
    ({ kind, ...one }) => (kind !== 'owned' && kind !== 'in') || !isOfParts(one),
  );
  const parts = [...itself, ...ofParts.filter(({ start }) => itself.every((one) => one.start !== start))];
  const plain = plainQuestions(asked).filter(({ start }) => parts.every((one) => one.start !== start));
  const asks = ({ start, end }: Clause, text: string) => ASKS.test(text.slice(start, end));
  const each = questionsOf(slotted(asked).text).flatMap((span, _, all) => {
    const isTaken = [...parts, ...plain].some(({ start, end }) => start <= span.start && span.start < end);
    if (all.length < 2 || isTaken || !asks(span, asked)) return [];
    return [{ ...span, plan: planOne(asked.slice(span.start, span.end), age, asked) }];
  });
  const apart = each.filter(({ plan }) => isOfHoldings(plan));
  const isBeyond = each.some(
    ({ start, end, plan }) => isOfNothing(plan) && !isKnown(asked.slice(start, end).toLowerCase()),
  );
  const taken = [...parts, ...plain, ...apart];
  if (taken.length === 0) return withBeyond(planOne(asked, age, asked), isBeyond);
  const left = taken.reduce((text, { start, end }) => without(text, start, end, ' '), asked);
  const { text, numbers } = slotted(left);
  const isIdle = IDLE.test(text) && [...numbers.values()].every(({ value }) => value === age);
  const asksMore = (numbers.size > 0 && !isIdle) || questionsOf(text).some((one) => asks(one, left));
  const rest = asksMore ? planOne(left, age, asked) : FULL_PLAN;
  const focus = new Set([
    ...rest.focus,
    ...itself.map(({ kind }) => TOPIC_OF[kind]),
    ...(parts.length > itself.length ? (['allocation'] as const) : []),
    ...plain.flatMap(({ kind }) => TOPICS_OF[kind]),
    ...apart.flatMap(({ plan }) => plan.focus),
  ]);
  const untried = plain.flatMap((one) => {
    const why = whyNot(one);
    return why === null ? [] : [{ start: one.start, end: one.end, why }];
  });
  const unread = [...(rest.unread ?? []), ...unreadParts(asked, untried)];
  return withBeyond(
    { ...rest, focus: [...focus].slice(0, 3), ...(unread.length > 0 && { unread: unread.slice(0, MOST_UNREAD) }) },
    isBeyond,
  );
}

/** The topics of those questions of several that try nothing: what is tried of the others is no answer to them. */
export const topicsBeside = (question: string): FocusTopic[] => besideTried(question).flatMap(({ focus }) => focus);

/** Where those questions stand, each with its topics. */
export function besideTried(question: string): (Clause & Pick<AnalysisPlan, 'focus'>)[] {
  const all = questionsOf(slotted(question).text);
  if (all.length < 2) return [];
  const plans = all.map((span) => ({ ...span, plan: planOne(question.slice(span.start, span.end), null, question) }));
  return plans.filter(({ plan }) => isOfHoldings(plan)).map(({ start, end, plan }) => ({ start, end, focus: plan.focus })); // prettier-ignore
}

/** The plan with it said that one question of several is of something else. */
const withBeyond = (plan: AnalysisPlan, isBeyond: boolean): AnalysisPlan =>
  isBeyond && plan.outside.length === 0 ? { ...plan, outside: ['other'] } : plan;

/** What a question by itself is when nothing in it is of a portfolio or a plan. */
const isOfNothing = ({ focus, whatIfs, outside, unread = [] }: AnalysisPlan): boolean =>
  focus.length + whatIfs.length + unread.length === 0 && outside.every((one) => one === 'other');

/** What is answered of what is held, and of nothing else that its question says. */
const isOfHoldings = ({ focus, whatIfs, outside, unread = [] }: AnalysisPlan): boolean =>
  focus.length > 0 && whatIfs.length + outside.length + unread.length === 0 && focus.every((topic) => OF_WHAT_IS_HELD.has(topic)); // prettier-ignore
const OF_WHAT_IS_HELD: ReadonlySet<FocusTopic> = new Set(['value', 'allocation', 'drift', 'concentration', 'risk', 'costs', 'performance', 'missing_data']); // prettier-ignore
