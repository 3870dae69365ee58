import { fixed } from '../../../finance/amounts.ts';
import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { sharesOf } from './share-of.ts';

const WHO = String.raw`(?:you|your (?:\w+ )?(?:portfolio|money)|the portfolio|it|there)`;
const HAVE = '(?:hold|own|have|keep|contain|include|is|are|ha|invest)(?:s|ed)?(?: got| invested)?';
const SOME = '(?:(?:a single|one|any|in|direct|at all) )*';
/** "None of your money is in cash". */
const NO_PART = String.raw`\b(?:none|no part|nothing|not a (?:cent|penny|dollar)) of (?:your|the|this) (?:\w+ )?(?:money|portfolio|savings|wealth) (?:is|sits|lies)(?: held| invested)? in`;
const SPACE = ' ?(?:your |the )?';
/** "You own nothing outside North America". */
const ABROAD = /\b(?:no (?:money|stocks?|holdings?|investments?)|nothing)(?: at all)?(?: invested)? outside (?:of )?(?:the (?:US\b|U\.S\.|United States)|(?:North )?America)/gi; // prettier-ignore
const FOREIGN = /^allocation\.region\.(?!north_america|unknown|global)[^.]+\.weight$/;

/** "You hold no bonds", "you do not own any gold". */
const NONE = new RegExp(String.raw`\b${WHO}(?: (?:now|currently|also|still|really|actually))*(?: ${HAVE} (?:no|zero|nothing in|without|no money in)| (?:do|does)(?: not|n['’]t) (?:${HAVE}) ${SOME}|['’]ve no)${SPACE}$|${NO_PART}${SPACE}$`, 'i'); // prettier-ignore
/** And nothing that narrows it: "no bonds of single companies". */
const ALONE = /^(?=[.,;:!)]|$| (?:at all|whatsoever|to speak of|and|or|either|in (?:your|the|this|it)(?: \w+)? portfolio|anywhere|but|today|now)\b)/i; // prettier-ignore
/** What is so little that it may be called none. */
const LITTLE = 0.005;

/** What is said not to be held at all, and is. */
export function falseNone(text: string, mentions: readonly Mention[], index: FactIndex): Saying[] {
  if (!/\b(?:no|zero|not|none|nothing|without)\b|n['’]t\b/i.test(text)) return [];
  return [
    ...noneAbroad(text, index),
    ...mentions.flatMap((mention): Saying[] => {
      const { start, end } = mention;
      const said = NONE.exec(text.slice(Math.max(0, start - 60), start));
      if (said === null || !ALONE.test(text.slice(end)) || SUPPOSED.test(sentenceAt(text, start))) return [];
      const share = Math.min(...sharesOf(mention, index));
      if (!Number.isFinite(share) || share < LITTLE) return [];
      return [{ start: start - said[0].length, end, fault: `it is ${fixed(100 * share, 1)}% of the portfolio` }];
    }),
  ];
}

function noneAbroad(text: string, { values }: FactIndex): Saying[] {
  if (!text.includes('outside')) return [];
  const abroad = [...values].reduce((sum, [name, share]) => sum + (typeof share === 'number' && FOREIGN.test(name) ? share : 0), 0); // prettier-ignore
  if (abroad < LITTLE) return [];
  return everyMatch(ABROAD, text).flatMap(({ 0: words, index: start }): Saying[] =>
    SUPPOSED.test(sentenceAt(text, start))
      ? []
      : [{ start, end: start + words.length, fault: `${fixed(100 * abroad, 1)}% of the portfolio is outside it` }],
  );
}
