import { MOST_CHANGES, MOST_SOLVED } from '../../../../schemas/analysis-plan.ts';
import type { AnalysisPlan, PlanChange } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { without } from './slots.ts';
import { isSpent } from './unread.ts';

/** What a question asks Alex to find, and where it does. */
export interface Asked extends Clause {
  open: 'contribute' | 'income' | 'withdraw' | 'retireAt' | 'balance';
}

/** Words that say no more of it than the plan does: "so that I can retire at 60 and the money lasts". Any other may make it another question: a house, a sum to have. */
const PLAIN = new RegExp(
  `^(?:${[
    'a|able|about|additional|amount|again|all|already|alex|also|am|an?d|any|approximately|are|as|at|be|been|before|begin|both|but|by|can|comfortabl[ey]|could|crash|crashes|currently|do|downsize|does|each|earliest|early|earlier|enough|every|exactly|extra|expenses',
    "fall|falls|for|forever|from|gain|get|go|going|good|have|hello|hi|how|i|i'd|i'll|i'm|i've|if|in|inherit|instead|is|it|job|just|last|lose|lasts|lasting|let|life|like|likely|live|living|long|make|market|may|maximum|maybe|me|meet|might|most|money|month|monthly|more|much|must|my|need|needed|never|not|now",
    'of|off|ok|okay|old|on|one|only|or|order|our|out|outlive|per|plan|planned|please|portfolio|possible|quit|quitting|realistically|reach|receive|responsibly|rest|retire|retired|retirement|retiring|roughly|run|running|safe|safely|save|saved|saving|savings|secure|securely|should|so|soon|sooner|soonest|spend|spending|start|starting|still|stop|stopped|stopping|success|sure|sustainabl[ey]|sustain',
    "stocks|take|tell|than|that|the|then|there|this|time|to|today|tomorrow|too|track|until|till|up|us|want|wanted|was|we|we'd|we'll|we're|we've|what|what's|when|where|whether|while|will|wish|with|withdraw|without|work|working|would|year|yearly|years|you",
  ].join('|')})$`,
);

/** Whether a question has nothing left that could make what it leaves open another figure, once what is read of it is taken out. */
export function isPlain(rest: string): boolean {
  if (AS_SURE_AS.test(rest)) return false;
  const words = rest.replaceAll('\u2019', "'").match(/[a-z']+|[\d$%#€£]/g) ?? [];
  return words.every((word) => PLAIN.test(word));
}

/** Another chance than the plan aims at. */
const AS_SURE_AS =
  /\b(?:as|so|equally|just) (?:safe|sure|secure|likely|good) as\b|\bsame (?:chance|odds|probability)\b/;

/**
 * The what-ifs with what the question leaves open, before all others: "how much must I save to retire at 60?". None where it is not sure
 * to be of the plan.
 *
 * @param rest the question with what is read of it marked
 */
export function leftOpen(
  whatIfs: AnalysisPlan['whatIfs'],
  asked: readonly Asked[],
  rest: string,
  question: string,
): AnalysisPlan['whatIfs'] {
  const beside = asked.reduce((text, { start, end }) => without(text, start, end), rest);
  if (asked.length === 0 || !isPlain(beside)) return [];
  // All together stand before each alone.
  const most = Math.max(0, ...whatIfs.map(({ changes }) => changes.length));
  const whole = most === 0 ? [{ changes: [] }] : whatIfs.filter(({ changes }) => changes.length === most);
  // "How much must I save to retire early" leaves two things open.
  return asked
    .filter(({ open }) => open !== 'contribute' || !EARLY.test(beside))
    .flatMap(({ open }) =>
      whole.flatMap(({ changes }) =>
        changes.length < MOST_CHANGES && !changes.some(({ what }) => what === open)
          ? [{ changes: [...changes, enough(open, question)] }]
          : [],
      ),
    )
    .slice(0, MOST_SOLVED);
}

const EARLY = /\b(?:earl(?:y|ier)|sooner)\b/i;

const enough = (what: Asked['open'], question: string): PlanChange => ({
  what,
  how: 'enough',
  value: 0,
  per: (isSpent(what) || what === 'contribute') && BY_THE_MONTH.test(question) ? 'month' : null,
  fromAge: null,
});

export const BY_THE_MONTH = /\b(?:a|per|each|every) month\b|\bmonthly\b/i;
