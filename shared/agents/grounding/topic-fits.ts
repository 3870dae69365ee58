import type { Context } from './context.ts';
import { plainTopics } from './cues.ts';
import type { CueName } from './cues.ts';
import { speaksOf } from './fact-meaning.ts';
import type { Meaning } from './fact-meaning.ts';
import { isExact, isParticular } from './figure.ts';
import type { Figure } from './figure.ts';
import { isThing, kindOf } from './subject-kinds.ts';

/** What there are facts of in the unit that a figure has: topics, and subjects with their topics ("holding:VTI cost"). */
export type Topics = ReadonlySet<string>;

/** Facts that stand beside others of the same thing: which one is meant must be said, however exact the figure. */
const CHOSEN: ReadonlySet<string> = new Set(['chance', 'sequence', 'compared', 'paidInFull', 'otherIncome', 'taxed']);
const CHANGED = new Set(['income', 'saving', 'inflation', 'return', 'target']);

/**
 * Whether the words allow the topic of a fact. What is supposed, aimed at or rare needs a word that says so; what is, only that
 * no other topic is said plainly.
 */
export function hasItsTopic(
  figure: Figure,
  { subjects, topic, needsTopic, also, unless, says, direction }: Meaning,
  { after, before, clause, of, ownWords, passage, sentence, beside, here, named }: Context,
  topics: Topics,
): boolean {
  // The change of the plan that it comes of is named: no other word for that is needed.
  const changed = subjects.some((subject) => kindOf(subject) === 'whatIf' && named.has(subject));
  const exact = isExact(figure) && !CHOSEN.has(topic ?? '');
  if (also !== undefined && !changed && !exact && !speaksOf(also, passage)) return false;
  if (unless !== undefined && speaksOf(unless, clause)) return false;
  // What was paid is seldom far from the figure, and of two amounts of a sentence one is what it is worth now.
  if (says !== undefined && !speaksOf(says, says === 'paid' ? clause : sentence)) return false;
  if (topic === null) return true;
  // "88% more than" is no share; "a fifth of your bonds", "two fifths of the 401(k)" are none of the whole.
  if (topic === 'share' && figure.kind !== 'money' && /^ (?:more|less|higher|lower|larger|smaller|bigger) than\b/.test(after)) return false; // prettier-ignore
  if ((topic === 'share' || topic === 'largest') && isOfAPart(of, subjects)) return false;
  // "MSFT: +150%" says by its sign that it has gained.
  const signed = figure.sign !== 0 && direction !== undefined;
  const told =
    isParticular(figure) &&
    subjects.some((one) => (isThing(one) && beside.has(one)) || (kindOf(one) === 'age' && here.has(one)));
  // What stands for many sizes is of what is spoken of: "a year" alone is of no income.
  if (figure.within !== undefined && !(topic === 'income' ? plainTopics.income?.test(sentence) : speaksOf(topic, passage))) return false; // prettier-ignore
  if (needsTopic === true && !exact && !told && !changed && !signed && !speaksOf(topic, passage)) return false;
  // What is changed in the plan is said beside what comes of it: "spending less brings 58%".
  const turned = subjects.some((subject) => kindOf(subject) === 'whatIf');
  // "$6.7 million lasts to 95 at spending of $210,000": what the chance is at is said of the other figure.
  const said = MAY_BE_CONDITION.test(ownWords) ? ownWords.replace(new RegExp(`(?<=${figure.text.replace(/[^\w ]/g, '\\$&')}.*)${CONDITION}`, 'i'), '') : ownWords; // prettier-ignore
  // "Withdrawing $190,000 from $3.4 million".
  if (topic === 'worth' && /\b(?:from|out of|of|on|against) (?:about |around |roughly |a |an )?-?$/i.test(before))
    return true;
  const plain = PLAIN_TOPICS.filter(
    ([name, pattern]) => hasFacts(name, topics) && !(turned && CHANGED.has(name)) && pattern.test(said),
  );
  // "3.2% of the $2.08 million": what a share is of.
  if (plain.length === 0 || /\d ?% of (?:the |your |an? )?-?$/.test(before)) return true;
  const kin = (KIN[topic] ?? [topic]) as readonly string[];
  if (plain.some(([name]) => kin.includes(name))) return true;
  const plainly = plainTopics[topic];
  return topic !== 'share' && (plainly === undefined ? speaksOf(topic, clause) : plainly.test(clause));
}

/** Whether a share is said to be of an account or of the bonds, and the fact is of all. */
const isOfAPart = (of: readonly string[], subjects: readonly string[]): boolean =>
  of.some((one) => kindOf(one) === 'account' || one === 'class:fixed_income') && subjects.some((one) => /^(?:holding|sector):/.test(one)); // prettier-ignore

const PLAIN_TOPICS = Object.entries(plainTopics);

const CONDITION = String.raw`\s(?:at|with|on|for) (?:an? |your |yearly |annual )*(?:spending|saving|inflation|withdrawals|income) of .*$|\s(?:is|are|was|would be|makes?|equals?|comes to|represents?) (?:\S+ ){0,4}times\s.*$`;

/** What it is without the figure before it: an expression that is made for a figure takes longer than the search. */
const MAY_BE_CONDITION = new RegExp(CONDITION, 'i');

/** "Inflation protection on $103,530" contradicts nothing: no fact of inflation is money. */
const hasFacts = (name: string, topics: Topics) => topics.has(name);

/** Topics that speak of one thing in different words. */
const KIN: Partial<Record<CueName, readonly CueName[]>> = {
  share: ['target'],
  loss: ['loss', 'return', 'gain'],
  return: ['return', 'gain', 'loss'],
  gain: ['gain', 'loss', 'return'],
  drift: ['drift', 'target'],
  confidence: ['chance', 'income'],
  otherIncome: ['income', 'saving', 'gain'],
  supposed: ['chance', 'income', 'saving', 'inflation', 'return', 'target'],
};

const WANTED =
  /\b(?:you|they|we|i) (?:want|hope(?: for)?|wish(?: for)?|would like|'d like)(?: to (?:spend|have|draw))?(?: about| around| roughly)? ?-?$/i;
const SUSTAINABLE =
  /\b(?:what|(?:all|the (?:income|spending|amount)) that) (?:would|will|can|could) last(?: \w+){0,3} (?:is|are|would be)(?: about| around| roughly)? ?-?$|\bsustainable (?:spending|income|level|amount)(?: \w+){0,2} (?:is|of|at|would be)(?: about| around| roughly)? ?-?$/i;

/** What is wanted a year and what would last are both an income. */
export function isTheIncomeMeant({ subjects }: Meaning, { before }: Context): boolean {
  if (subjects.includes('plan:sustainable')) return !WANTED.test(before);
  return !subjects.includes('plan:income') || !SUSTAINABLE.test(before);
}
