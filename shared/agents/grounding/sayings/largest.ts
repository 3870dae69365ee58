import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { sharesOf } from './share-of.ts';

const NOUN = '(accounts?|sectors?|regions?|asset class(?:es)?|holding|position|investment|fund)';
const ELSE = String.raw`(?! (?:after|but|outside|besides|among|apart|except|in (?!your portfolio|the portfolio)|for|by (?!far|value|size)|of (?:your|the) (?:stocks?|bonds?|funds?|equit\w+)))`;
/** Behind a name, and before one. A "taxable account", a "stock fund" is one of some only. */
const IS_LARGEST = new RegExp(String.raw`^(?: \([^)]*\))? (?:is|remains) (?:by far )?(?:your|the) (?:single )?(?:largest|biggest) ${NOUN}\b${ELSE}`, 'i'); // prettier-ignore
const LARGEST_IS = new RegExp(String.raw`\b(?:your|the) (?:single )?(?:largest|biggest) ${NOUN}(?: by far| of all)? is (?:your |the )?$`, 'i'); // prettier-ignore

const KINDS: readonly (readonly [noun: RegExp, kind: string, names: RegExp])[] = [
  [/^account/i, 'account', /^allocation\.account\.[^.]+\.weight$/],
  // What is in no company's business competes with no sector.
  [/^sector/i, 'sector', /^allocation\.sector\.(?!cash|unknown|real_estate|commodities|other|\w+_bonds)[^.]+\.weight$/],
  [/^region/i, 'region', /^allocation\.region\.(?!global|unknown)[^.]+\.weight$/],
  [/^asset/i, 'class', /^allocation\.assetClass\.(?!unknown)[^.]+\.weight$/],
  [/^(?:holding|position|investment|fund)/i, 'holding', /^holding\.[^.]+\.weight$/],
];

/** A little less than the largest may be shown as the same. */
const NEARLY = 0.98;

/** What is said to be the largest of its kind, where another is. */
export function falseLargest(text: string, mentions: readonly Mention[], index: FactIndex): Saying[] {
  if (!/\b(?:largest|biggest)\b/i.test(text)) return [];
  return mentions.flatMap((mention): Saying[] => {
    const noun = IS_LARGEST.exec(text.slice(mention.end, mention.end + 100))?.[1] ?? LARGEST_IS.exec(text.slice(Math.max(0, mention.start - 60), mention.start))?.[1]; // prettier-ignore
    const [, kind = '', names] = KINDS.find(([words]) => words.test(noun ?? '')) ?? [];
    if (names === undefined || SUPPOSED.test(sentenceAt(text, mention.start))) return [];
    const own = sharesOf(mention, index, kind);
    const most = largestOf(names, index);
    if (own.length === 0 || most === null || own.some((share) => share >= NEARLY * most.share)) return [];
    return [{ start: mention.start, end: mention.end, fault: `another is larger: ${index.labelOf(most.name)}` }];
  });
}

function largestOf(names: RegExp, { values }: FactIndex): { name: string; share: number } | null {
  let most: { name: string; share: number } | null = null;
  for (const [name, share] of values) {
    if (typeof share === 'number' && names.test(name) && (most === null || share > most.share)) most = { name, share };
  }
  return most;
}
