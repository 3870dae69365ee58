import type { Context } from './context.ts';
import { speaksOf } from './fact-meaning.ts';
import type { Meaning } from './fact-meaning.ts';
import { isParticular } from './figure.ts';
import type { Figure } from './figure.ts';
import { NAMED, isThing, kindOf } from './subject-kinds.ts';
import { genericNouns } from './subject-words.ts';
import type { Topics } from './topic-fits.ts';

/** "The portfolio's average of 0.21%" is of all, whatever fund is named before it. */
const OF_ALL = /\b(?:average|overall|weighted|blended|altogether)\b/i;

const ALL_IN = /^[^.;$%\d]{0,40}, all of (?:it|them|that) (?:is |are )?in\b/i;

const WHOLE = /\b(?:total|whole|entire|in all|combined|portfolio['’]s)\b[^.;,]{0,25}$/i;

/**
 * Whether a figure can be of the thing that a fact is of: not where another thing is named beside it, before it in its clause
 * or directly behind it. What a clause further off names is no contradiction where the text names the fact's own thing too.
 */
export function isOfTheSame(
  figure: Figure,
  { subjects, topic, says }: Meaning,
  context: Context,
  topics: Topics,
): boolean {
  // "A quarter of the equities is outside North America" names what it is not of.
  if (says === 'abroad') return true;
  const own = subjects.filter((subject) => NAMED.has(kindOf(subject)));
  const { attached, behind, beside, carried, subjects: clause, named, around } = context;
  // The parts of "60/40" are told by their order.
  if (figure.key === 'mix') return true;
  const isOwn = (subject: string) => own.includes(subject);
  // "$48,000 of $625,000", "$95,800 of its $117,000": the second is of what the sentence speaks of.
  if (/(?:\d|illion|thousand) of (?:(?:its|the|your|their|this|that) )?-?$/.test(context.before)) {
    if (own.some((subject) => subject === 'whole:portfolio' || named.has(subject))) return true;
  }
  // "7% of the portfolio, all of it in VXUS".
  if (ALL_IN.test(context.after) && own.some((subject) => named.has(subject))) return true;
  if (own.length === 0) {
    // "Your next $14,400 into the 403(b)" names where it goes.
    const goes = (topic === 'trade' || topic === 'saving') && /^ (?:(?:a|each|every|per) year )?(?:in)?to\b/.test(context.after); // prettier-ignore
    if (goes && attached.size > 0 && [...attached].every((one) => /^(?:account|class):/.test(one))) return true;
    if (topic === 'trade' && /\b(?:new|fresh|incoming|extra) -?$/i.test(context.before)) return true;
    // "$151,000 of stocks would have to move abroad".
    if (topic === 'trade' && /^ of (?:your )?(?:stocks|equities)\b[^.;]*\b(?:abroad|overseas|out of|other regions)\b/i.test(context.after)) return true; // prettier-ignore
    if ([...attached].some(isThing)) return false;
    if (OF_ALL.test(context.own) || WHOLE.test(context.before)) return true;
    // "GRNF costs 0.2% a year" is said of that fund where its own cost is a fact, not of all funds together.
    if (
      topic !== null &&
      [...beside].some(
        (one) => /^(?:holding|account):/.test(one) && !subjects.includes(one) && topics.has(`${one} ${topic}`),
      )
    )
      return false;
    const turned = topic === 'chance' && [...named].some((subject) => subject.startsWith('whatIf:'));
    if (subjects.some((one) => attached.has(one))) return true;
    const things = [...beside].filter((one) => isThing(one) || (kindOf(one) === 'stress' && !subjects.includes(one)));
    return things.length === 0 || topic === null || turned || speaksOf(topic, context.clause);
  }
  const sameKind = (subject: string) => own.some((one) => kindOf(one) === kindOf(subject));
  if (![...attached].some(sameKind) && [...clause].some(isOwn)) return true;
  if ([...attached].some(isOwn)) return true;
  // "The mix is 83% stocks", "a 60/40 portfolio": a share of the whole is of one of its parts.
  const said = [...beside].filter((subject) => NAMED.has(kindOf(subject)));
  if (
    figure.kind === 'percent' &&
    topic === 'share' &&
    said.length > 0 &&
    said.every((other) => other === 'whole:portfolio')
  )
    return true;
  // "The bulk of your bonds, $375,462, is government debt".
  if (carried && !said.some(sameKind) && own.some((subject) => around.has(subject))) return true;
  // "$43,424 in all" where the sentence speaks of an account.
  if (said.every((other) => !isThing(other))) {
    if (said.length > 0 && isParticular(figure)) return own.some((subject) => around.has(subject));
    // What its own clause names only behind it says little against a figure of three digits.
    if (said.length === 0 && isParticular(figure) && behind) return true;
    // A clause before it, or the end of its own, names something: that is no contradiction where the text names both.
    const others = [...clause].filter((subject) => NAMED.has(kindOf(subject)));
    // Stocks are what regions and sectors are parts of.
    const parts = own.every((subject) => /^(?:region|sector):/.test(subject));
    // A currency is seldom called by its name.
    if (own.every((subject) => kindOf(subject) === 'currency') && said.length === 0) return true;
    if (parts && others.every((other) => other === 'class:equity')) return true;
    if (others.length === 0 || own.some((subject) => subject === 'whole:portfolio' || around.has(subject))) return true;
  }
  if ([...attached].some((subject) => NAMED.has(kindOf(subject)))) return false;
  return own.some((subject) => {
    const kind = kindOf(subject);
    return genericNouns[kind]?.test(context.own) === true && ![...beside].some((other) => kindOf(other) === kind);
  });
}

const OUTER: ReadonlySet<string> = new Set(['pct:5', 'pct:95']);

/** Ages, percentiles, crises, changes of the plan: told by the clause, or else by the sentence. */
export function isOfTheSameCase(
  { subjects, topic }: Meaning,
  { named, here, own, after, subjects: inClause }: Context,
): boolean {
  return subjects
    .filter((subject) => !NAMED.has(kindOf(subject)))
    .every((subject) => {
      const same = (other: string) => kindOf(other) === kindOf(subject);
      const near = [...here, ...inClause].filter(same);
      // "Between 63 and 67 only the pension comes in": until another begins.
      if (kindOf(subject) === 'paid' && topic === 'paying' && /\b(?:only|alone|just)\b/i.test(own)) return true;
      // "A and B add 8 and 7 points": each of two is in its place.
      if (kindOf(subject) === 'whatIf' && /^(?: points?)? and (?:about |roughly )?\d/.test(after) && named.has(subject)) return true; // prettier-ignore
      // Of two falls of one sentence each is told in its own clause.
      if (near.length === 0 && kindOf(subject) === 'fall') return true;
      // "From nothing to $27.6 million" names no percentile and is of the two ends.
      if (near.length === 0 && OUTER.has(subject) && /\b(?:from|between)\b.*\b(?:to|and)\b|\brange\b/i.test(own)) return true; // prettier-ignore
      const spoken = near.length > 0 ? near : [...named].filter(same);
      // Where several changes of a plan are told of, and none in these words, it may be any.
      if (near.length === 0 && kindOf(subject) === 'whatIf' && spoken.length > 1) return true;
      return spoken.length === 0 || spoken.includes(subject);
    });
}
