import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const NOT = /\b(?:not?|neither|outside|than|can)\b|n['’]t\b/i;
const LIES = /^(?: \([^)]*\))?(?: (?:is|are|sits?|lies?|all|now|held|kept))+ (?:in|inside|within) (?:your |the )?$/i;
const HOLDS = /^(?: account| plan)? (?:holds|contains|owns|keeps|is (?:mostly|mainly|all|largely)) (?:your |the )?$/i;

const keyOf = ({ subjects }: Mention, kind: string): string[] =>
  subjects.filter((one) => one.startsWith(`${kind}:`)).map((one) => one.slice(kind.length + 1));

/** A holding said to lie in an account that does not hold it: "NVDA is held in the 401(k)", "your Roth IRA is mostly Apple". */
export function falsePlaces(text: string, mentions: readonly Mention[], { values }: FactIndex): Saying[] {
  return mentions.slice(1).flatMap((next, at): Saying[] => {
    const first = mentions[at] ?? next;
    const between = text.slice(first.end, next.start);
    const lies = LIES.test(between);
    const [holding, account] = lies ? [first, next] : [next, first];
    if (!lies && !HOLDS.test(between)) return [];
    const [keys, accounts] = [keyOf(holding, 'holding'), keyOf(account, 'account')];
    const held = values.get(`holding.${keys[0] ?? ''}.accounts`);
    if (keys.length !== 1 || accounts.length === 0 || typeof held !== 'string') return [];
    const where = `-${held.toLowerCase().replace(/[^a-z\d]+/g, '-')}-`;
    const sentence = sentenceAt(text, first.start);
    if (accounts.some((one) => where.includes(`-${one}-`)) || NOT.test(sentence) || SUPPOSED.test(sentence)) return [];
    return [{ start: first.start, end: next.end, fault: `it is held in ${held} (holding.${keys[0] ?? ''}.accounts)` }];
  });
}
