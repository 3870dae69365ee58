import type { Context } from './context.ts';
import { directions, plainTopics } from './cues.ts';
import type { CueName } from './cues.ts';
import { speaksOf } from './fact-meaning.ts';
import type { Meaning } from './fact-meaning.ts';
import type { Figure } from './figure.ts';
import { COUNTED } from './grammar.ts';
import { genericNouns } from './subject-words.ts';

const kindOf = (subject: string) => subject.slice(0, subject.indexOf(':'));
/** Kinds of subject that the words of a clause name; the others are told by the whole sentence. */
const NAMED = new Set([
  'class',
  'region',
  'sector',
  'account',
  'accountType',
  'holding',
  'currency',
  'whole',
  'issuer',
]);
const THINGS = COUNTED.split('|').filter((noun) => !/^(?:dollars|euros|pounds|cents|per|basis|points)/.test(noun));
/** A word that ends what a number counts: "65 is two decades off" counts no decades. */
const NO_NOUN =
  '(?!(?:is|are|was|were|be|in|at|on|to|and|or|but|with|for|from|by|the|an?|your|it|you|would|has|have|had|means?|gives?|puts?|leaves?|two|three|four|five|ten|twenty|thirty)\\b)';
const NOUN = new RegExp(
  String.raw`^[\s-](?:${NO_NOUN}[a-z]+[\s-]){0,2}?(${THINGS.join('|')}|of|units?|lifetimes|lives)\b`,
  'i',
);

/** What there are facts of in the unit that a figure has: topics, and subjects with their topics ("holding:VTI cost"). */
export type Topics = ReadonlySet<string>;

/** In which respect a text says of a figure what is not so of a fact. */
export type Contradiction = 'sign' | 'count' | 'subject' | 'case' | 'topic' | 'direction';

/**
 * What speaks against a fact of the right size being what a figure states, by the words around it: the things they name,
 * what kind of figure they speak of, what is counted, and which way it goes; null where nothing does. It looks for what
 * contradicts, and lets pass what says nothing: a writer may leave unsaid what the sentence before has said.
 */
export function contradiction(
  figure: Figure,
  meaning: Meaning,
  context: Context,
  topics: Topics,
): Contradiction | null {
  if (!signFits(figure, meaning)) return 'sign';
  if (meaning.once === true && A_YEAR.test(context.after)) return 'count';
  if (!isTheIncomeMeant(meaning, context)) return 'topic';
  if (figure.kind === 'number' && !saidAsItIs(meaning, context, topics)) return 'topic';
  if (!countsTheSame(figure, meaning, context)) return 'count';
  if (!isOfTheSame(figure, meaning, context, topics)) return 'subject';
  if (!isOfTheSameCase(meaning, context)) return 'case';
  if (!hasItsTopic(figure, meaning, context, topics)) return 'topic';
  return goesTheSameWay(figure, meaning, context) ? null : 'direction';
}

/** Whether nothing in the text speaks against the fact. */
export const agrees = (figure: Figure, meaning: Meaning, context: Context, topics: Topics): boolean =>
  contradiction(figure, meaning, context, topics) === null;

/** Three digits shown: what has them is hardly of that size by accident. */
const isParticular = ({ kind, value, place }: Figure) => kind !== 'odds' && value / place >= 99.5;

const A_YEAR = /^\s(?:a|per|each|every)\s(?:single\s)?year\b|^\s(?:annually|yearly)\b/i;

/** Words directly before a figure that say of which topics it must be, where there are facts of them. */
const SAYINGS: readonly (readonly [RegExp, readonly (CueName | null)[]])[] = [
  [/\b(?:retir\w*|stop\w*(?: work\w*)?|quit\w*|leav\w+)(?: \w+){0,2} (?:at|by) (?:age )?(?:about )?$/i, ['retire', 'supposed', 'confidence']],
  [/^(?!.*\bretirement\b).*\b(?:starts?|begins?|kicks? in|claim\w*|ends?)(?: \w+){0,2} (?:at|by|from|until) (?:age )?$/i, ['paying', 'supposed', 'lasting', 'paidInFull']],
  [/\b(?:in full|full income)(?: \w+){0,3} (?:to|until|till|through) (?:age )?$/i, ['paidInFull', 'supposed']],
];

function saidAsItIs({ topic }: Meaning, { before }: Context, topics: Topics): boolean {
  return SAYINGS.every(
    ([saying, meant]) =>
      topic === null || !saying.test(before) || meant.includes(topic) || !meant.some((one) => one !== null && topics.has(one)),
  );
}

const WANTED = /\b(?:you|they|we|i) (?:want|hope for|wish for|would like|'d like)(?: to (?:spend|have|draw))?(?: about| around| roughly)? ?-?$/i;
const SUSTAINABLE = /\bsustainable (?:spending|income|level|amount)(?: \w+){0,2} (?:is|of|at|would be)(?: about| around| roughly)? ?-?$/i;

/** What is wanted a year and what would last are both an income. */
function isTheIncomeMeant({ subjects }: Meaning, { before }: Context): boolean {
  if (subjects.includes('plan:sustainable')) return !WANTED.test(before);
  return !subjects.includes('plan:income') || !SUSTAINABLE.test(before);
}

function signFits({ sign }: Figure, { direction }: Meaning): boolean {
  return sign === 0 || direction === undefined || direction.words === 'lasting' || direction.up === sign > 0;
}

function countsTheSame(figure: Figure, { nouns, topic }: Meaning, { after, before, sentence }: Context): boolean {
  if (figure.kind !== 'number' || topic === 'supposed') return true;
  const noun = NOUN.exec(after)?.[1];
  if (
    topic !== 'ageToday' &&
    /(?<!\b(?:until|till|when|once|time|while|after|before|if|as) )\b(?:you are|you're|i am|i'm|aged)(?: now| currently| only| just| already)?\s$/i.test(
      before,
    )
  ) {
    return false;
  }
  if (/^[\s-]year-olds?\b|^[\s-]years?[\s-]old\b/i.test(after)) return topic === 'ageToday' || topic === 'retire';
  if (topic !== 'retire' && topic !== null && nouns !== undefined && /\b(?:retir(?:e|es|ed|ing|ement)|stop(?:ping)? work(?:ing)?) at (?:age )?$/i.test(before)) return false; // prettier-ignore
  if (noun === undefined) return nouns === undefined || topic !== null || new RegExp(nouns.source.replace(/^\^|\$$/g, '\\b'), 'i').test(sentence); // prettier-ignore
  if (noun.toLowerCase() === 'of' && nouns !== undefined) return true;
  return nouns === undefined ? /^(?:of|times|places|points?)$/i.test(noun) : nouns.test(noun);
}

/** A thing that a figure can be said of; the whole counts only where nothing else is spoken of. */
const isThing = (subject: string) =>
  NAMED.has(kindOf(subject)) && kindOf(subject) !== 'whole' && kindOf(subject) !== 'currency';

function isOfTheSame(figure: Figure, { subjects, topic }: Meaning, context: Context, topics: Topics): boolean {
  const own = subjects.filter((subject) => NAMED.has(kindOf(subject)));
  const { attached, beside, carried, subjects: clause, named, around } = context;
  // The parts of "60/40" are told by their order.
  if (figure.key === 'mix') return true;
  const isOwn = (subject: string) => own.includes(subject);
  // "$48,000 of $625,000", "$95,800 of its $117,000": the second is of what the sentence speaks of.
  if (/(?:\d|illion|thousand) of (?:(?:its|the|your|their|this|that) )?-?$/.test(context.before)) {
    if (own.some((subject) => subject === 'whole:portfolio' || named.has(subject))) return true;
  }
  if (own.length === 0) {
    if ([...attached].some(isThing)) return false;
    // "GRNF costs 0.2% a year" is said of that fund where its own cost is a fact, not of all funds together.
    if (topic !== null && [...beside].some((one) => !subjects.includes(one) && topics.has(`${one} ${topic}`))) return false;
    const turned = topic === 'chance' && [...named].some((subject) => subject.startsWith('whatIf:'));
    const things = [...beside].filter((one) => isThing(one) || (kindOf(one) === 'stress' && !subjects.includes(one)));
    return things.length === 0 || topic === null || turned || speaksOf(topic, context.clause);
  }
  const sameKind = (subject: string) => own.some((one) => kindOf(one) === kindOf(subject));
  if (![...attached].some(sameKind) && [...clause].some(isOwn)) return true;
  if ([...attached].some(isOwn)) return true;
  // "The mix is 83% stocks", "a 60/40 portfolio": a share of the whole is of one of its parts.
  const said = [...beside].filter((subject) => NAMED.has(kindOf(subject)));
  if (figure.kind === 'percent' && topic === 'share' && said.length > 0 && said.every((other) => other === 'whole:portfolio')) return true;
  // "The bulk of your bonds, $375,462, is government debt".
  if (carried && !said.some(sameKind) && own.some((subject) => around.has(subject))) return true;
  // "$43,424 in all" where the sentence speaks of an account.
  if (said.every((other) => !isThing(other))) {
    if (said.length > 0 && isParticular(figure)) return own.some((subject) => around.has(subject));
    // A clause before it, or the end of its own, names something: that is no contradiction where the text names both.
    const others = [...clause].filter((subject) => NAMED.has(kindOf(subject)));
    // Stocks are what regions and sectors are parts of.
    const parts = own.every((subject) => /^(?:region|sector):/.test(subject));
    if (parts && others.every((other) => other === 'class:equity')) return true;
    if (others.length === 0 || own.some((subject) => subject === 'whole:portfolio' || around.has(subject))) return true;
  }
  if ([...attached].some((subject) => NAMED.has(kindOf(subject)))) return false;
  return own.some((subject) => {
    const kind = kindOf(subject);
    return genericNouns[kind]?.test(context.own) === true && ![...beside].some((other) => kindOf(other) === kind);
  });
}

/** Ages, percentiles, crises, changes of the plan: told by the clause, or else by the sentence. */
function isOfTheSameCase({ subjects }: Meaning, { named, here, subjects: inClause }: Context): boolean {
  return subjects
    .filter((subject) => !NAMED.has(kindOf(subject)))
    .every((subject) => {
      const same = (other: string) => kindOf(other) === kindOf(subject);
      const near = [...here, ...inClause].filter(same);
      // Of two falls of one sentence each is told in its own clause.
      if (near.length === 0 && kindOf(subject) === 'fall') return true;
      const spoken = near.length > 0 ? near : [...named].filter(same);
      // Where several changes of a plan are told of, and none in these words, it may be any.
      if (near.length === 0 && kindOf(subject) === 'whatIf' && spoken.length > 1) return true;
      return spoken.length === 0 || spoken.includes(subject);
    });
}

const CHANGED = new Set(['income', 'saving', 'inflation', 'return', 'target']);

function hasItsTopic(
  figure: Figure,
  { subjects, topic, needsTopic, also, unless }: Meaning,
  { clause, own, passage, beside, here }: Context,
  topics: Topics,
): boolean {
  if (also !== undefined && !speaksOf(also, passage)) return false;
  if (unless !== undefined && speaksOf(unless, clause)) return false;
  if (topic === null) return true;
  const told =
    isParticular(figure) &&
    subjects.some((one) => (isThing(one) && beside.has(one)) || (kindOf(one) === 'age' && here.has(one)));
  if (needsTopic === true && !told && !speaksOf(topic, passage)) return false;
  // What is changed in the plan is said beside what comes of it: "spending less brings 58%".
  const turned = subjects.some((subject) => kindOf(subject) === 'whatIf');
  const plain = Object.entries(plainTopics).filter(
    ([name, pattern]) => hasFacts(name, topics) && !(turned && CHANGED.has(name)) && pattern.test(own),
  );
  if (plain.length === 0) return true;
  const kin = (KIN[topic] ?? [topic]) as readonly string[];
  if (plain.some(([name]) => kin.includes(name))) return true;
  const plainly = plainTopics[topic];
  return topic !== 'share' && (plainly === undefined ? speaksOf(topic, clause) : plainly.test(clause));
}

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

function goesTheSameWay({ sign }: Figure, { direction, subjects }: Meaning, { clause: said, after, attached }: Context): boolean {
  if (sign !== 0) return true;
  // The name of a change says what is changed: "Spend 10% less" raises the chance.
  const clause = said.replace(/[“"][^”"]*[”"]/gu, '');
  // "Move $5,000 into bonds": whatever else is said of it, that is bought.
  if (direction?.words === 'trade' && subjects.some((subject) => attached.has(subject)) && /^\s(?:in)?to\s/.test(after)) {
    return direction.up;
  }
  if (direction === undefined || /\bnot\b|n['’]t\b|\bno\b|\bneither\b|\bnor\b/i.test(clause)) return true;
  const [up, down] = directions[direction.words] ?? [];
  if (up === undefined || down === undefined) return true;
  const [rises, falls] = [up.test(clause), down.test(clause)];
  return rises === falls || rises === direction.up;
}
