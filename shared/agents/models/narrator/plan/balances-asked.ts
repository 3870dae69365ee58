import type { ChanceAsked, DateAsked } from '../../../../schemas/analysis-plan.ts';
import { OPENING, questionsOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { fallDateIn } from './fall-dates.ts';
import { slotted, without } from './slots.ts';
import type { Slotted } from './slots.ts';

/** Which dates and sums are asked for, and where. */
export interface BalancesAsked {
  balancesAt: DateAsked[];
  balancesReached: number[];
  balanceChances: ChanceAsked[];
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
  `${FIRST}(?:how (?:much|big|large|rich)|what)\\b(?: (?:money|wealth|of a (?:portfolio|nest egg|balance)|in total|savings))*(?:'s| ${WILL}) (?:${OWN}${SMALL} (?:have|be|be worth|worth|own|hold|grow(?:n)? to|amount to|accumulated?|end up with|look like|stand at|total)\\b|(?:there )?(?:(?:still )?be |remain )?(?:left(?: over)?|remaining|remain)\\b|(?<=(?:'s|is|are) )(?:my|our|the) (?:projected |likely |expected )?(?:balance|net worth|portfolio(?: value)?)\\b)`,
);
/** "In a bad market", "at worst": the answer has the low end of the balances beside the middle. */
const AT_WORST =
  /(?:^|,? )\b(?:at worst|(?:in|at|under|with) (?:(?:a|an|the) )?(?:really |very )?(?:worst|bad|poor|weak|unlucky|best|good|lucky|down)(?:[- ]case)?(?: case| scenario| futures?| markets?| times| conditions)*|(?:if|when) (?:the )?markets? (?:are|is|do(?:es)?|go(?:es)?|perform|turn out) (?:bad|badly|poor|poorly|terrible|terribly|well))\b/g;
/** "What's the worst case at 90?" */
const WORST = new RegExp(
  `${FIRST}what(?:'s| is| would be|'d be) (?:the|my|our) (?:worst|best)[- ](?:case|outcome|scenario|balance)(?: scenario| balance| outcome)?\\b`,
);
const WHEN = new RegExp(
  `${FIRST}(?:when|(?:at|by) (?:what|which) age|(?:in |by )?(?:what|which) year|by when|how (?:long|soon|old|many years))\\b[^#$%]*?\\b(?:have|reach(?:es)?|hits?|gets? to|be worth|cross(?:es)?|pass(?:es)?|exceeds?|grows? to|make it to|accumulate|saved?|be|become)\\b(?: (?:an?|over|more than|at least|about|around))* ?(?:millionaires?|\\$·*(?: dollars)?)(?: (?:saved|invested|in (?:total|savings|today's (?:money|dollars)|real terms)|in (?:my|our|the) \\w+|portfolio|nest egg|net worth|altogether|mark))*[\\s?.!]*$`,
);
const ASKS_CHANCE =
  "(?:(?:what|how)(?:'s| is| are| were)? (?:my|our|the|good (?:are|is) (?:my|our|the))?(?: (?:current|rough|percent(?:age)?|real|actual))? ?(?:chances?|odds|probability|likelihood)|how (?:likely|probable|realistic|certain|confident|possible)|(?:will|would|can|could|might|am|are|do) (?:i|we|my (?:portfolio|savings|money|nest egg)|our (?:portfolio|savings|money|nest egg))(?= (?:ever |really |actually |still |likely |probably |be able to )*(?:have|reach|hit|get to|be worth|grow to|cross|pass|exceed|make it to|accumulate|be|become|end up with|retire with|on track|likely|going))|is it (?:likely|realistic|possible|probable))"; // prettier-ignore
/** A sum, as a question gives it, with what it is a sum of. */
export const SUM =
  "(?: (?:an?|over|more than|at least|about|around))* ?(?:millionaires?|\\$·*(?: dollars)?)(?: (?:or more|left(?: over)?|remaining|saved|invested|in (?:total|savings|today's (?:money|dollars)|real terms)|in (?:(?:my|our|the) )?(?:retirement )?(?:portfolio|savings|accounts|funds)|portfolio|nest egg|net worth|altogether|mark))*";
/** How a sum comes to be there. */
export const TO_HAVE =
  '(?:have|having|reach(?:es|ing)?|hit(?:s|ting)?|get(?:s|ting)? to|(?:be|being) worth|cross(?:es|ing)?|pass(?:es|ing)?|exceed(?:s|ing)?|grow(?:s|ing)? to|mak(?:e|ing) it to|accumulat(?:e|es|ing)|be|being|becom(?:e|ing)|end(?:ing)? up with|retir(?:e|ing) with|on track (?:for|to)|of)'; // prettier-ignore
/** "What are the odds that I have $2 million at 65?", "Will we be millionaires?", "Is $2 million by 65 realistic?": the date is put aside before. */
const LIKELY = new RegExp(
  `${FIRST}(?:${ASKS_CHANCE}[^#$%]*?\\b${TO_HAVE}${SUM}|(?:is|are)(?: having| reaching)?${SUM}[\\s,]*(?:a )?(?:realistic|likely|possible|probable|achievable|feasible|reachable|doable|within reach)(?: (?:goal|target|aim))?(?: for (?:me|us))?)[\\s,?.!]*$`,
);
/** What asks for something else than what there is, or supposes something with it. */
const OTHER =
  /\b(?:if|spend\w*|withdr\w*|retir\w*(?! (?:savings|fund|accounts|money))|enough|afford|need|require|save (?!up )\$|contribut\w*|paid|pay\w*|owe|debts?|mortgage|loans?|tax\w*|fees?|costs?|inflation|social security|pension|inherit\w*|expenses|income|house|home|stocks?|bonds?|gold|market|lose|lost|less|more(?! than)|per|return\w*|earn\w*)\b|\b(?:an?|each|every) (?:year|month|week)\b|\//;

/**
 * What a question asks of balances to come: at dates ("What will my portfolio be worth in 20 years?"), and the other way round ("When will I
 * have a million dollars?"). Null where it asks for neither.
 */
export function balancesAsked(question: string): BalancesAsked | null {
  const whole = slotted(question);
  const all = { ...whole, text: whole.text.replace(AT_WORST, (said) => ' '.repeat(said.length)) };
  const { text, numbers } = all;
  const asked: BalancesAsked = { balancesAt: [], balancesReached: [], balanceChances: [], spans: [] };
  for (const span of questionsOf(text)) {
    const said = text.slice(span.start, span.end);
    const part = withoutSupposed(said, span);
    const itself = text.slice(part.start, part.end);
    const likely = likelyAt(all, part);
    if (likely !== null) {
      const { amount, date } = likely;
      if (date === null) asked.balancesReached.push(amount);
      else asked.balanceChances.push({ amount, ...date });
      asked.spans.push(part);
      continue;
    }
    if (OTHER.test(itself)) continue;
    const inside = [...numbers.values()].filter(({ start }) => start >= part.start && start < part.end);
    const [first, ...others] = inside;
    if (WHEN.test(itself) && others.length === 0 && (first?.kind ?? 'money') === 'money') {
      asked.balancesReached.push(first?.value ?? MILLION);
      asked.spans.push(part);
    }
    if (!(HOW_MUCH.test(itself) || WORST.test(itself)) || inside.some(({ kind }) => kind !== 'number')) continue;
    const { when, time } = fallDateIn(text, part, all) ?? {};
    if (time === undefined || when === undefined || when === 'before_retirement') continue;
    // "At 65 and 75": one more of the same kind.
    const alike = others.every(({ start }, at) => AND_AT.test(text.slice(inside[at]?.end, start)));
    if (!alike || (first !== undefined && first.value !== time)) continue;
    asked.balancesAt.push({ when, time }, ...others.map(({ value }) => ({ when, time: value })));
    asked.spans.push(part);
  }
  return asked.spans.length === 0 ? null : asked;
}

/** A question without what it supposes, which changes the plan: "If I retire at 60, what will I have at 65?", "… if I save more". */
function withoutSupposed(said: string, { start, end }: Clause): Clause {
  const first = SUPPOSED_FIRST.exec(said)?.[0].length ?? 0;
  const last = /,? (?:if|assuming|provided)\b/.exec(said.slice(first));
  return { start: start + first, end: last === null ? end : start + first + last.index };
}

const SUPPOSED_FIRST = new RegExp(
  `^[\\s~,]*${OPENING}(?:if|assuming|suppose|supposing|say|provided)\\b[^?]*?,\\s*(?:then )?(?=(?:how|what|when|will|would|can|could|at what|in what|is|are|am)\\b)`,
);

/** How likely which sum is at which day that a question asks for; of no day, when it is there. Null where it asks for no chance of a sum. */
function likelyAt(
  all: Slotted,
  span: Clause,
): { amount: number; date: Pick<ChanceAsked, 'when' | 'time'> | null } | null {
  const date = fallDateIn(dated(all.text), span, all);
  const said = without(dated(all.text), date?.start ?? span.end, date?.end ?? span.end, ' ').slice(
    span.start,
    span.end,
  );
  const sums = [...all.numbers.values()].filter(({ start }) => start >= span.start && start < span.end && said[start - span.start] !== ' '); // prettier-ignore
  const [sum, ...others] = sums;
  const { when, time } = date ?? {};
  if (!LIKELY.test(said) || OTHER.test(said) || others.length > 0 || (sum?.kind ?? 'money') !== 'money') return null;
  if (when === 'before_retirement' || (when === undefined && /\bend(?:ing)? up\b/.test(said))) return null;
  return { amount: sum?.value ?? MILLION, date: when === undefined || time === undefined ? null : { when, time } };
}

/** "By 65" and "before I retire" date what there is at 65, and when work stops. */
export const dated = (text: string): string =>
  text
    .replace(/\bby(?= (?:the )?(?:age )?(?:of )?#)(?! #···)/g, 'at')
    .replace(/\bby(?= (?:my |our )?retirement)/g, 'at')
    .replace(/\bby(?= the time)/g, '  ')
    .replace(/\bbefore(?= (?:(?:the )?(?:age )?(?:of )?#|(?:my |our )?retirement))/g, 'at    ')
    .replace(/\bbefore(?= (?:i|we)\b)/g, 'when  ');

export const MILLION = 1_000_000;
const AND_AT = /^(?: years?)?(?:,| and| or| at| in| then| age| when(?: i am| i'm))*\s*$/;
