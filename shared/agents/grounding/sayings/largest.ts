import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { sharesOf } from './share-of.ts';

const MOST = '(?:(second|third|2nd|3rd)[ -])?(largest|biggest|smallest)';
const NOUN = '(accounts?|sectors?|regions?|asset class(?:es)?|holding|position|investment|fund)';
const ELSE = String.raw`(?! (?:after|but|outside|besides|among|apart|except|in (?!your portfolio|the portfolio)|for|by (?!far|value|size)|of (?:your|the) (?:stocks?|bonds?|funds?|equit\w+)))`;
/** Behind a name, and before one. A "taxable account", a "stock fund" is one of some only. */
const IS_LARGEST = new RegExp(String.raw`^(?: \([^)]*\))? (?:is|are|remains?|makes? up) (?:by far )?(?:your|the) (?:single )?${MOST} ${NOUN}\b${ELSE}`, 'i'); // prettier-ignore
const LARGEST_IS = new RegExp(String.raw`\b(?:your|the) (?:single )?${MOST} ${NOUN}(?: by far| of all)? (?:is|are) (?:your |the )?$`, 'i'); // prettier-ignore

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
const RANKS: Readonly<Record<string, number>> = { second: 2, '2nd': 2, third: 3, '3rd': 3 };

/** What is said to be the largest of its kind, the second, or the smallest, where another is. */
export function falseLargest(text: string, mentions: readonly Mention[], index: FactIndex): Saying[] {
  if (!/\b(?:largest|biggest|smallest)\b/i.test(text)) return [];
  return mentions.flatMap((mention): Saying[] => {
    const [, rank = '', most = '', noun = ''] = IS_LARGEST.exec(text.slice(mention.end, mention.end + 100)) ?? LARGEST_IS.exec(text.slice(Math.max(0, mention.start - 60), mention.start)) ?? []; // prettier-ignore
    const [, kind = '', names] = KINDS.find(([words]) => words.test(noun)) ?? [];
    if (names === undefined || SUPPOSED.test(sentenceAt(text, mention.start))) return [];
    const own = sharesOf(asKind(mention, kind), index, kind);
    const small = /^smallest$/i.test(most);
    const ahead = aheadOf(own, names, small, index);
    const place = RANKS[rank.toLowerCase()] ?? 1;
    // Of what is not among the facts nobody knows whether it is smaller.
    if (own.length === 0 || ahead.length === place - 1 || (ahead.length < place && (small || rank === ''))) return [];
    const [first = ''] = ahead;
    const fault = first === '' ? 'nothing is larger' : `${place === 1 ? 'another is' : `these are`} ${small ? 'smaller' : 'larger'}: ${ahead.slice(0, 3).map((name) => index.labelOf(name)).join('; ')}`; // prettier-ignore
    return [{ start: mention.start, end: mention.end, fault }];
  });
}

/** Real estate is a class, and a sector where sectors are spoken of. */
const asKind = (mention: Mention, kind: string): Mention =>
  kind === 'sector' ? { ...mention, subjects: mention.subjects.map((one) => (one === 'class:real_estate' ? 'sector:real_estate' : one)) } : mention; // prettier-ignore

/** Those of a kind that are clearly larger than a share, or smaller. */
function aheadOf(own: readonly number[], names: RegExp, small: boolean, { values }: FactIndex): string[] {
  const [least, most] = [Math.min(...own), Math.max(...own)];
  const found = [...values].filter(([name, share]) => typeof share === 'number' && names.test(name) && (small ? share > 0 && share < NEARLY * least : NEARLY * share > most)); // prettier-ignore
  return found.sort(([, one], [, other]) => Number(other) - Number(one)).map(([name]) => name);
}
