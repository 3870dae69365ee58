import { MOST_CHANGES, MOST_SOLVED } from '../../../../schemas/analysis-plan.ts';
import type { AnalysisPlan, PlanChange } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { without } from './slots.ts';

/** What a question asks Alex to find, and where it does. */
export interface Asked extends Clause {
  open: 'contribute' | 'income' | 'retireAt';
}

/** Words that say no more of it than the plan does: "so that I can retire at 60 and the money lasts". Any other may make it another question: a house, a sum to have. */
const PLAIN = new RegExp(
  `^(?:${[
    'a|about|again|all|already|alex|also|an?d|any|approximately|are|as|at|be|been|before|begin|both|but|by|can|comfortabl[ey]|could|currently|do|does|each|earliest|early|earlier|enough|every|exactly',
    "fall|falls|for|forever|from|get|go|going|good|have|hello|hi|how|i|i'd|i'll|i'm|i've|if|in|instead|is|it|job|just|last|lose|lasts|lasting|let|life|like|likely|live|living|long|make|market|may|maybe|me|might|money|month|monthly|more|much|must|my|need|needed|never|not|now",
    'of|off|ok|okay|old|on|one|only|or|order|our|out|outlive|per|plan|planned|please|portfolio|possible|quit|quitting|realistically|reach|receive|responsibly|rest|retire|retired|retirement|retiring|roughly|run|running|safe|safely|save|saved|saving|savings|secure|securely|should|so|soon|sooner|soonest|spend|spending|start|starting|still|stop|stopped|stopping|success|sure|sustainabl[ey]|sustain',
    "stocks|take|tell|than|that|the|then|there|this|time|to|today|too|track|until|till|up|us|want|wanted|was|we|we'd|we'll|we're|we've|what|when|where|whether|while|will|wish|with|withdraw|without|work|working|would|year|yearly|years|you",
  ].join('|')})$`,
);

/** Whether a question has nothing left that could make what it leaves open another figure, once what is read of it is taken out. */
function isPlain(question: string, read: readonly Clause[]): boolean {
  const rest = read.reduce((text, { start, end }) => without(text, start, end, ' '), question);
  const words =
    rest
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z']+|[\d$%€£]/g) ?? [];
  return words.every((word) => PLAIN.test(word));
}

/**
 * The what-ifs with what the question leaves open, before all others: "how much must I save to retire at 60?". None where it is not sure
 * to be of the plan.
 *
 * @param read where the question says what it changes
 */
export function leftOpen(
  whatIfs: AnalysisPlan['whatIfs'],
  asked: readonly Asked[],
  read: readonly Clause[],
  question: string,
): AnalysisPlan['whatIfs'] {
  if (asked.length === 0 || !isPlain(question, [...asked, ...read])) return [];
  // All together stand before each alone.
  const most = Math.max(0, ...whatIfs.map(({ changes }) => changes.length));
  const whole = most === 0 ? [{ changes: [] }] : whatIfs.filter(({ changes }) => changes.length === most);
  // "How much must I save to retire early" leaves two things open.
  return asked
    .filter(({ open }) => open !== 'contribute' || !EARLY.test(question))
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
  per: what !== 'retireAt' && BY_THE_MONTH.test(question) ? 'month' : null,
  fromAge: null,
});

const BY_THE_MONTH = /\b(?:a|per|each|every) month\b|\bmonthly\b/i;
