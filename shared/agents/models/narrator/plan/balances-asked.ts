import type { DateAsked } from '../../../../schemas/analysis-plan.ts';
import { OPENING, questionsOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { fallDateIn } from './fall-dates.ts';
import { slotted } from './slots.ts';

/** Which dates and sums are asked for, and where. */
export interface BalancesAsked {
  balancesAt: DateAsked[];
  balancesReached: number[];
  spans: Clause[];
}

/** What is the person's own, all of it. */
const OWN =
  "(?:(?:i|we|it|they)\\b|(?:my|our|the) (?:(?:whole|entire|total|overall|combined|current|retirement|investment)s? )*(?:portfolio|savings|money|nest egg|pot|balance|net worth|wealth|investments|accounts|fund)\\b)(?:'ll)?"; // prettier-ignore
const WILL = '(?:will|would|might|could|can|should|do|does|is|are|am)';
const SMALL =
  '(?: (?:likely|probably|roughly|about|approximately|typically|ever|actually|expect|to|going|likely to|on track to|be|have|finally))*'; // prettier-ignore
const FIRST = `^[\\s~,]*${OPENING}`;
const HOW_MUCH = new RegExp(
  `${FIRST}(?:how (?:much|big|large|rich)|what)\\b(?: (?:money|wealth|of a (?:portfolio|nest egg|balance)|in total|savings))*(?:'s| ${WILL}) (?:${OWN}${SMALL} (?:have|be|be worth|worth|own|hold|grow(?:n)? to|amount to|accumulated?|end up with|look like|stand at|total)\\b|(?<=(?:'s|is|are) )(?:my|our|the) (?:projected |likely |expected )?(?:balance|net worth|portfolio(?: value)?)\\b)`,
);
const WHEN = new RegExp(
  `${FIRST}(?:when|(?:at|by) (?:what|which) age|(?:in |by )?(?:what|which) year|by when|how (?:long|soon|old|many years))\\b[^#$%]*?\\b(?:have|reach(?:es)?|hits?|gets? to|be worth|cross(?:es)?|pass(?:es)?|exceeds?|grows? to|make it to|accumulate|saved?|be|become)\\b(?: (?:an?|over|more than|at least|about|around))* ?(?:millionaires?|\\$·*(?: dollars)?)(?: (?:saved|invested|in (?:total|savings|today's (?:money|dollars)|real terms)|in (?:my|our|the) \\w+|portfolio|nest egg|net worth|altogether|mark))*[\\s?.!]*$`,
);
/** What asks for something else than what there is, or supposes something with it. */
const OTHER =
  /\b(?:if|spend\w*|withdr\w*|retir\w*(?! (?:savings|fund|accounts|money))|enough|afford|need|require|save (?!up )\$|contribut\w*|paid|pay\w*|owe|debts?|mortgage|loans?|tax\w*|fees?|costs?|inflation|social security|pension|inherit\w*|expenses|income|house|home|stocks?|bonds?|gold|market|lose|lost|less|more(?! than)|per|return\w*|earn\w*)\b|\b(?:an?|each|every) (?:year|month|week)\b|\//;

/**
 * What a question asks of balances to come: at dates ("What will my portfolio be worth in 20 years?"), and the other way round ("When will I
 * have a million dollars?"). Null where it asks for neither.
 */
export function balancesAsked(question: string): BalancesAsked | null {
  const all = slotted(question);
  const { text, numbers } = all;
  const asked: BalancesAsked = { balancesAt: [], balancesReached: [], spans: [] };
  for (const span of questionsOf(text)) {
    const said = text.slice(span.start, span.end);
    if (OTHER.test(said)) continue;
    const inside = [...numbers.values()].filter(({ start }) => start >= span.start && start < span.end);
    const [first, ...others] = inside;
    if (WHEN.test(said) && others.length === 0 && (first?.kind ?? 'money') === 'money') {
      asked.balancesReached.push(first?.value ?? MILLION);
      asked.spans.push(span);
    }
    if (!HOW_MUCH.test(said) || inside.some(({ kind }) => kind !== 'number')) continue;
    const { when, time } = fallDateIn(text, span, all) ?? {};
    if (time === undefined || (when !== 'age' && when !== 'in_years' && when !== 'in_year')) continue;
    // "At 65 and 75": one more of the same kind.
    const alike = others.every(({ start }, at) => AND_AT.test(text.slice(inside[at]?.end, start)));
    if (!alike || (first !== undefined && first.value !== time)) continue;
    asked.balancesAt.push({ when, time }, ...others.map(({ value }) => ({ when, time: value })));
    asked.spans.push(span);
  }
  return asked.spans.length === 0 ? null : asked;
}

const MILLION = 1_000_000;
const AND_AT = /^(?: years?)?(?:,| and| or| at| in| then| age| when(?: i am| i'm))*\s*$/;
