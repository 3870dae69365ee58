import type { SavingsGoal } from '../../../../schemas/analysis-plan.ts';
import { dated, MILLION, SUM, TO_HAVE } from './balances-asked.ts';
import { OPENING, questionsOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { fallDateIn } from './fall-dates.ts';
import { BY_THE_MONTH } from './left-open.ts';
import { MOST_A_YEAR } from './read-changes.ts';
import { slotted, without } from './slots.ts';
import type { Slotted } from './slots.ts';
import { HOW_MUCH_TO_SAVE } from './unread.ts';

const WHEN =
  '(?:,?(?: more)?(?: starting| beginning)?(?: (?:a|per|each|every) (?:single )?(?:year|month)| monthly| yearly| annually| from (?:now|today)(?: on)?| now| today| until then| in total| altogether| in order| extra| more))*';
/** "How much do I have to save a month". */
const SAVE = `${HOW_MUCH_TO_SAVE.source}${WHEN}`;
const HAVE = `(?:${TO_HAVE}|sav(?:e|ing)(?: up)?|build(?:ing)?(?: up)?|amass(?:ing)?|get(?:ting)?)`;
const WANT =
  "(?:i|we)(?: (?:really|would|do))* ?(?:want|wish|plan|hope|aim|intend|need|like|'d like|am going|are going|'m going)(?: to)?";
const GOALS = [
  // "... to have $2 million at 65", "... so that I have a million by then"
  `^[\\s,]*${OPENING}${SAVE},? (?:(?:to|in order to|so (?:that )?(?:i|we)(?:'ll| will| can| could)?|if ${WANT}|and)(?: be able to)?(?: still| finally)? ${HAVE}|for|if ${WANT})${SUM}[\\s?.!]*$`,
  // "If I want $2 million at 65, how much must I save?"
  `^[\\s,]*${OPENING}(?:(?:if|suppose|say|assuming) )?(?:(?:${WANT}(?: (?:be able to )?${HAVE})?|to ${HAVE}|(?:my|our) (?:savings )?(?:goal|target|aim) is(?: to ${HAVE})?)${SUM})\\s*[,.;:–—-]*\\s*(?:then |so )?${SAVE}(?: (?:to get there|for that|to (?:reach|hit|make|meet|achieve) (?:that|it|this(?: goal)?|(?:my|our|the|that) (?:goal|target))))?[\\s?.!]*$`,
].map((one) => new RegExp(one));

/** Another goal of saving than a sum of the portfolio, or one on terms that are not the plan's. */
const OTHER =
  /\b(?:house|home|down ?payment|car|college|tuition|wedding|child\w*|kids?|emergency|each(?! (?:single )?(?:year|month))|apiece|after tax(?:es)?|roth|iras?|401|hsa|529|brokerage|of (?:retirement )?income|if (?:i|we) (?:retire|spend|stop|earn|return)|returns?|%)\b|%/;

/** What has to be saved for a sum at a day to come, and where a question asks for it; the day is that on which work stops where it gives none. */
export function savingsGoalsAsked(question: string): (SavingsGoal & Clause)[] {
  const all = slotted(question);
  const spans = questionsOf(all.text);
  const asked: (SavingsGoal & Clause)[] = [];
  spans.forEach((span, at) => {
    const before = spans[at - 1];
    // "I want $2 million at 65. How much must I save?"
    const both = before !== undefined && !all.text.slice(before.start, before.end).includes('?') ? { start: before.start, end: span.end } : null; // prettier-ignore
    const goal = goalIn(all, span) ?? (both && goalIn(all, both));
    if (goal !== null) asked.push(goal);
  });
  return asked;
}

function goalIn(all: Slotted, span: Clause): (SavingsGoal & Clause) | null {
  const text = dated(all.text);
  const date = fallDateIn(text, span, all);
  const said = (date === null ? text : without(text, date.start, date.end, ' ')).slice(span.start, span.end);
  const [sum, ...others] = [...all.numbers.values()].filter(({ start }) => start >= span.start && start < span.end && said[start - span.start] !== ' '); // prettier-ignore
  const plain = said.replace(/\s+/g, ' ').replace(/ (?=[,.?!;])/g, '');
  if (!GOALS.some((one) => one.test(plain)) || OTHER.test(plain) || others.length > 0) return null;
  // "To retire with $70,000" is what is spent in a year of it.
  if (/\bretir(?:e|ing) with\b/.test(plain) && (sum?.value ?? MILLION) < MOST_A_YEAR) return null;
  const { when, time } = date ?? { when: 'after_retirement' as const, time: 0 };
  if ((sum?.kind ?? 'money') !== 'money' || when === 'before_retirement') return null;
  const per = BY_THE_MONTH.test(said) ? 'month' : 'year';
  return { amount: sum?.value ?? MILLION, when, time, per, confidence: null, start: span.start, end: span.end };
}
