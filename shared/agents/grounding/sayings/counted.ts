import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
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
