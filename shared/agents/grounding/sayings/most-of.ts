import { fixed } from '../../../finance/amounts.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { sharesOf } from './share-of.ts';

/** From what share up, or down to which, each of these is no lie. */
const amounts: readonly (readonly [words: string, from: number, to: number])[] = [
  ["most|the (?:vast )?(?:bulk|majority)|the lion['’]s share|more than half|over half", 0.48, 1.5],
  ['nearly all|almost all|virtually all|practically all', 0.85, 1.5],
  ['very little|only a little|a small part|a fraction', -1, 0.3],
  ['hardly any|none|almost none|almost nothing|nothing|next to nothing', -1, 0.1],
];
const ranges = amounts.map(([words, ...range]) => [new RegExp(`^(?:${words})$`, 'i'), ...range] as const);
const AMOUNT = `(${amounts.map(([words]) => words).join('|')})`;
const WHOLE =
  '(?:(?:your|the|this) (?:whole |entire )?(?:portfolio|money|assets|savings|wealth|nest egg|net worth)|what you (?:own|have|hold))';
const IN = String.raw`(?:is|are|sits?|lies|rests?|remains?)(?: (?:held|invested|parked|kept|still|now|currently))* in`;
/** "Most of your money is in bonds", "bonds are most of your money". */
const LEADS = new RegExp(String.raw`\b${AMOUNT} of ${WHOLE} ${IN} (?:your |the )?$`, 'i');
const FOLLOWS = new RegExp(String.raw`^(?: \([^)]*\))? (?:is|are|makes? up|holds?|accounts? for|represents?|contains?) ${AMOUNT} of ${WHOLE}\b`, 'i'); // prettier-ignore
/** Named together with another, or a part of it only. */
const MORE = /^(?:['’]s|,|(?: \([^)]*\))? (?:and|or|plus|as well|together|funds? and)\b|\/)/i;

/** What is said to be most of the money, or hardly any, where it is not. */
export function falseMost(text: string, mentions: readonly Mention[], index: FactIndex): Saying[] {
  if (!MAYBE.test(text)) return [];
  return mentions.flatMap((mention, at): Saying[] => {
    const said = LEADS.exec(text.slice(Math.max(0, mention.start - 110), mention.start)) ?? FOLLOWS.exec(text.slice(mention.end, mention.end + 110)); // prettier-ignore
    if (said === null || MORE.test(text.slice(mention.end)) || SUPPOSED.test(sentenceAt(text, mention.start)))
      return [];
    const before = mentions[at - 1];
    if (before !== undefined && /^(?:,| and| or)(?: the| your)? $/.test(text.slice(before.end, mention.start)))
      return [];
    // "Savings" are all of one's money, too.
    if (text.slice(mention.start, mention.end) === 'savings') return [];
    const shares = sharesOf(mention, index);
    const [, from = -1, to = 1] = ranges.find(([words]) => words.test(said[1] ?? '')) ?? [];
    if (shares.length === 0 || shares.some((share) => share >= from && share <= to)) return [];
    return [{ start: mention.start, end: mention.end, fault: `it is ${fixed(100 * (shares[0] ?? 0), 1)}% of the portfolio` }]; // prettier-ignore
  });
}

const MAYBE = new RegExp(`\\b${AMOUNT} of\\b`, 'i');
