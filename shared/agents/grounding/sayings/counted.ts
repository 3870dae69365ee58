import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { WORDS, readNumeral } from '../numeral.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const THINGS: readonly (readonly [words: string, facts: readonly string[]])[] = [
  ['accounts?', ['portfolio.accounts']],
  // The same fund in two accounts may be counted as one or as two.
  ['holdings?|positions?|funds?|etfs?|instruments?|investments?|securities|stocks?|tickers?|companies', ['portfolio.holdings', 'portfolio.positions']],
]; // prettier-ignore
const counted = THINGS.map(([words, facts]) => {
  const noun = String.raw`(?:[a-z]+[ -]){0,2}?(?:${words})\b`;
  return {
    facts,
    behind: new RegExp(String.raw`^(?: of)? (?:your|its|these|those) ${noun}`, 'i'),
    alone: new RegExp(String.raw`^(?: of)? (?:different |separate |other )?(?:${words})\b(?! (?:that|which|in (?:the|an?) (?:fund|index|market|world))\b)`, 'i'),
  };
}); // prettier-ignore
const HELD_BEFORE = /\b(?:you|your (?:\w+ )?portfolio|the portfolio) (?:now |currently |also |already |really )?(?:holds?|owns?|ha(?:s|ve)|contains?|consists? of|is made (?:up )?of|comprises?|counts?)(?: (?:about|around|some|over|more than|at least|nearly|almost|well over|a good))? ?$/i; // prettier-ignore
const OF_IT = /^[^.;!?]{0,60}\b(?:(?:in|make up|makes up|fill|hold) (?:your|the|this) (?:\w+ )?(?:portfolio|money))\b/i;
const NOT = /\b(?:no|not|never|nor)\b[^.;]{0,30}$|n['’]t\b[^.;]{0,30}$/i;

/** "You have only one account". */
const ONLY = new RegExp(String.raw`\b(?:you|your (?:\w+ )?portfolio|the portfolio) (?:only |just )?(?:holds?|owns?|ha(?:s|ve)|consists? of) (?:(?:only|just) )?(?:(?<one>one|a single)|no more than (?<some>${WORDS})) (?:\w+ )?(?<thing>accounts?|holdings?|positions?|investments?)\b(?! (?:that|which|with|in|of|at|for|where|outside)\b)`, 'giu'); // prettier-ignore

/** "Two of your 21 positions have no price": how many lack something, and how many do. */
const LACKING: readonly (readonly [said: RegExp, fact: string])[] = [
  ['(?:no|lack(?:s)? an?|without an?) (?:known |current )?prices?|(?:(?:could|can) ?not|(?:could|ca)n[\'’]t) be (?:priced|valued)|(?:is|are|was|were) (?:unpriced|(?:left|shut) out|excluded|not (?:priced|valued))', 'excluded.count'],
  ['(?:has|have|had|show|carry|carries) (?:an )?(?:old|stale|outdated) prices?|prices? (?:is|are) (?:old|stale|outdated)', 'stale.count'],
].map(([words = '', fact = '']) => [new RegExp(String.raw`\b(?<some>${WORDS}|\d{1,3})(?: of)?(?: your| the| all)?(?: (?:${WORDS}|\d{1,3}))? (?:\w+ )?(?:holdings?|positions?|investments?|funds?|lines?|instruments?)(?: (?:that|which))?(?: (?:still|currently|have|has|had|are|is))* (?:${words})\b`, 'giu'), fact]); // prettier-ignore

/** "Only one" is read by `all-or-none.ts`. */
const LEFT_TO_OTHERS = /\b(?:only|just) $|\b(?:no|not|never|nor)\b[^.;]{0,30}$|n['’]t\b[^.;]{0,30}$/i;

/** So many said to have no price, or an old one, where others do. */
export function falseLacking(text: string, { values }: FactIndex): Saying[] {
  return LACKING.flatMap(([said, fact]) => {
    const count = values.get(fact);
    if (typeof count !== 'number') return [];
    return everyMatch(said, text).flatMap(({ 0: words, index: start, groups = {} }): Saying[] => {
      const number = readNumeral((groups.some ?? '').toLowerCase()).value;
      if (Number.isNaN(number) || number === count || LEFT_TO_OTHERS.test(text.slice(Math.max(0, start - 40), start)) || SUPPOSED.test(sentenceAt(text, start))) return []; // prettier-ignore
      return [{ start, end: start + words.length, fault: `it is ${count} of them (${fact})` }];
    });
  });
}

/** Fewer of a thing said to be all than there are. */
export function falseFew(text: string, { values }: FactIndex): Saying[] {
  return everyMatch(ONLY, text).flatMap(({ 0: words, index: start, groups = {} }): Saying[] => {
    const name = /^account/iu.test(groups.thing ?? '') ? 'portfolio.accounts' : 'portfolio.holdings';
    const count = values.get(name);
    const said = groups.some === undefined ? 1 : readNumeral(groups.some.toLowerCase()).value;
    if (typeof count !== 'number' || count <= said || SUPPOSED.test(sentenceAt(text, start))) return [];
    return [{ start, end: start + words.length, fault: `there are ${count} of them (${name})` }];
  });
}

/** More of a thing than there are, or parts of more: "a dozen of your holdings" where six are held. */
export function falseCounts(text: string, figures: readonly Figure[], { values }: FactIndex): Saying[] {
  return figures.flatMap(({ kind, value, within, bound, start, end }): Saying[] => {
    if (kind !== 'number' || bound < 0) return [];
    const [before, after] = [text.slice(Math.max(0, start - 80), start), text.slice(end, end + 90)];
    const facts = counted.find(({ behind, alone }) => behind.test(after) || (alone.test(after) && (HELD_BEFORE.test(before) || OF_IT.test(after))))?.facts; // prettier-ignore
    const all = facts?.map((name) => values.get(name)).filter((count) => typeof count === 'number') ?? [];
    const most = Math.max(...all);
    if (facts === undefined || all.length === 0 || (within?.[0] ?? value) <= most) return [];
    if (NOT.test(before) || SUPPOSED.test(sentenceAt(text, start))) return [];
    return [{ start, end, fault: `there are ${most} of them (${facts[0] ?? ''})` }];
  });
}
