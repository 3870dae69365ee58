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
const NOUN = new RegExp(String.raw`^[\s-](?:[a-z]+[\s-]){0,2}?(${THINGS.join('|')}|of|units?|lifetimes|lives)\b`, 'i');

/**
 * Whether a fact of the right size can be what a figure states, by the words around it: the things they name, what kind of
 * figure they speak of, what is counted, and which way it goes. It looks for what contradicts, and lets pass what says
 * nothing: a writer may leave unsaid what the sentence before has said.
 */
export function agrees(figure: Figure, meaning: Meaning, context: Context): boolean {
  return (
    signFits(figure, meaning) &&
    countsTheSame(figure, meaning, context) &&
    isOfTheSame(figure, meaning, context) &&
    isOfTheSameCase(meaning, context) &&
    hasItsTopic(meaning, context) &&
    goesTheSameWay(figure, meaning, context)
  );
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

function isOfTheSame(figure: Figure, { subjects, topic }: Meaning, context: Context): boolean {
  const own = subjects.filter((subject) => NAMED.has(kindOf(subject)));
  const named = context.attached.size > 0 ? context.attached : context.subjects;
  const others = [...named].filter((subject) => NAMED.has(kindOf(subject)));
  // "$48,000 of $625,000", "$95,800 of its $117,000": the second is of what the sentence speaks of.
  if (/(?:\d|illion|thousand) of (?:(?:its|the|your|their|this|that) )?-?$/.test(context.before)) {
    if (own.some((subject) => subject === 'whole:portfolio' || context.named.has(subject))) return true;
  }
  if (others.length === 0) return true;
  if (own.length === 0) {
    if ([...context.attached].some((subject) => NAMED.has(kindOf(subject)) && kindOf(subject) !== 'whole' && kindOf(subject) !== 'currency')) return false; // prettier-ignore
    const things = others.filter((subject) => kindOf(subject) !== 'whole' && kindOf(subject) !== 'currency');
    const turned = topic === 'chance' && [...context.named].some((subject) => subject.startsWith('whatIf:'));
    return things.length === 0 || topic === null || turned || speaksOf(topic, context.clause);
  }
  if (own.some((subject) => others.includes(subject))) return true;
  // "The mix is 83% stocks", "a 60/40 portfolio": a share of the whole is of one of its parts.
  if (figure.kind === 'percent' && topic === 'share' && others.every((other) => other === 'whole:portfolio'))
    return true;
  if (context.attached.size > 0) return false;
  return own.some((subject) => {
    const kind = kindOf(subject);
    return genericNouns[kind]?.test(context.clause) === true && !others.some((other) => kindOf(other) === kind);
  });
}

/** Ages, percentiles, crises, changes of the plan: told by the clause, or else by the sentence. */
function isOfTheSameCase({ subjects }: Meaning, { named, here, subjects: inClause }: Context): boolean {
  return subjects
    .filter((subject) => !NAMED.has(kindOf(subject)))
    .every((subject) => {
      const same = (other: string) => kindOf(other) === kindOf(subject);
      const near = [...here, ...inClause].filter(same);
      const spoken = near.length > 0 ? near : [...named].filter(same);
      return spoken.length === 0 || spoken.includes(subject);
    });
}

const CHANGED = new Set(['income', 'saving', 'inflation', 'return', 'target']);

function hasItsTopic(
  { subjects, topic, needsTopic, also, unless }: Meaning,
  { clause, own, passage }: Context,
): boolean {
  if (also !== undefined && !speaksOf(also, passage)) return false;
  if (unless !== undefined && speaksOf(unless, clause)) return false;
  if (topic === null) return true;
  if (needsTopic === true && !speaksOf(topic, passage)) return false;
  // What is changed in the plan is said beside what comes of it: "spending less brings 58%".
  const turned = subjects.some((subject) => kindOf(subject) === 'whatIf');
  const plain = Object.entries(plainTopics).filter(
    ([name, pattern]) => !(turned && CHANGED.has(name)) && pattern.test(own),
  );
  if (plain.length === 0) return true;
  const kin = (KIN[topic] ?? [topic]) as readonly string[];
  if (plain.some(([name]) => kin.includes(name))) return true;
  const plainly = plainTopics[topic];
  return topic !== 'share' && (plainly === undefined ? speaksOf(topic, clause) : plainly.test(clause));
}

/** Topics that speak of one thing in different words. */
const KIN: Partial<Record<CueName, readonly CueName[]>> = {
  share: ['target'],
  loss: ['loss', 'return', 'gain'],
  return: ['return', 'gain', 'loss'],
  gain: ['gain', 'loss', 'return'],
  drift: ['drift', 'target'],
  confidence: ['chance', 'income'],
};

function goesTheSameWay({ sign }: Figure, { direction }: Meaning, { clause: said }: Context): boolean {
  if (sign !== 0) return true;
  // The name of a change says what is changed: "Spend 10% less" raises the chance.
  const clause = said.replace(/[“"][^”"]*[”"]/gu, '');
  if (direction === undefined || /\bnot\b|n['’]t\b|\bno\b|\bneither\b|\bnor\b/i.test(clause)) return true;
  const [up, down] = directions[direction.words] ?? [];
  if (up === undefined || down === undefined) return true;
  const [rises, falls] = [up.test(clause), down.test(clause)];
  return rises === falls || rises === direction.up;
}
