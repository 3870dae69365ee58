import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { sharesOf } from './share-of.ts';

const MOST =
  '(?:(second|third|2nd|3rd)[ -])?(largest|biggest|smallest|heaviest|greatest|top|number[ -]one|lightest)(?: single)?';
/** A part is one of the whole: the largest of an account, or of the risk, is another. */
const OF_THE_WHOLE = String.raw`(?! of (?!all\b(?! (?:your|the|of)\b)|everything\b|what you (?:own|have|hold)\b|(?:your|the) (?:whole |entire )?(?:portfolio|money|assets|savings|wealth)\b(?!['’]s)))`; // prettier-ignore
const NOUN = `(?:of (?:all )?(?:your|the) )?((?:piece|part|share|slice|chunk)\\b${OF_THE_WHOLE}|accounts?|sectors?|regions?|asset class(?:es)?|holding|position|investment|fund|line|stake|stock|company|issuer)`;
/** "The biggest part of your money", "the largest of your accounts". */
const OF_ALL = String.raw`(?: of (?:all )?(?:your|the|this) (?:whole |entire )?(?:portfolio|money|assets|savings|wealth|holdings))?`;
const ELSE = String.raw`(?! (?:after|but|outside|besides|among|apart|except|in (?!(?:your|the) (?:whole |entire )?portfolio)|for|by (?!far|value|size)|of (?:your|the) (?:stocks?|bonds?|funds?|equit\w+)))`;
/** Behind a name, and before one. A "taxable account", a "stock fund" is one of some only. */
const IS_LARGEST = new RegExp(
  String.raw`^(?: \([^)]*\))? (?:is|are|remains?|makes? up|ranks? as|counts? as|represents?) (?:by far )?(?:your|the) (?:single )?${MOST} ${NOUN}\b${ELSE}`,
  'i',
);
/** "One of your three largest holdings" is among so many, "tops the list of your holdings" the first. */
const AMONG = new RegExp(String.raw`^(?: \([^)]*\))? (?:is|are|ranks?|counts?) (?:one of|among) (?:your|the) (?:(two|three|four|five) )?(?:single )?(largest|biggest|heaviest|smallest|top) ${NOUN}s?\b${ELSE}`, 'i'); // prettier-ignore
const TOPS = new RegExp(String.raw`^(?: \([^)]*\))? (?:tops|leads|heads) (?:the list of )?(?:your|the|all) ${NOUN}s?\b`, 'i'); // prettier-ignore
const MORE_THAN = String.raw`(?:outweighs|exceeds|tops|beats|(?:is|are) (?:larger|bigger|heavier|worth more) than|(?:weighs|holds|has) more (?:money )?than)`;
/** "Outweighs every other holding", "no account is larger than". */
const BEYOND_ALL = new RegExp(String.raw`^(?: \([^)]*\))? ${MORE_THAN} (?:every|any|each|all)(?: of)?(?: the| your)? other ${NOUN}s?\b`, 'i'); // prettier-ignore
const NONE_BEYOND = new RegExp(String.raw`\b[Nn]o (?:other )?${NOUN} ${MORE_THAN} (?:your |the )?$`, 'i');
const LARGEST_IS = new RegExp(String.raw`\b(?:your|the) (?:single )?${MOST} ${NOUN}${OF_ALL}(?: by far| of all)? (?:is|are|sits in|lies in) (?:in )?(?:your |the )?$`, 'i'); // prettier-ignore

const KINDS: readonly (readonly [noun: RegExp, kind: string, names: RegExp])[] = [
  [/^account/i, 'account', /^allocation\.account\.[^.]+\.weight$/],
  // What is in no company's business competes with no sector.
  [/^sector/i, 'sector', /^allocation\.sector\.(?!cash|unknown|real_estate|commodities|other|\w+_bonds)[^.]+\.weight$/],
  [/^region/i, 'region', /^allocation\.region\.(?!global|unknown)[^.]+\.weight$/],
  [/^(?:asset|piece|part|share|slice|chunk)/i, 'class', /^allocation\.assetClass\.(?!unknown)[^.]+\.weight$/],
  [/^(?:holding|position|investment|fund|line|stake)/i, 'holding', /^holding\.[^.]+\.weight$/],
  // A fund is no company: against the largest of those alone.
  [/^(?:stock|company|issuer)/i, 'holding', /^concentration\.largestIssuer\.weight$/],
];

/** A little less than the largest may be shown as the same; which holding is the largest, a fact says. */
const NEARLY = 0.98;
const RANKS: Readonly<Record<string, number>> = {
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};
/** "One of the largest" is of the larger half, and of so many at most. */
const SOME = 5;

const RANKED =
  /\b(?:largest|biggest|smallest|heaviest|greatest|top|number[ -]one|lightest|tops|leads|heads|outweighs|exceeds|beats|larger|bigger|heavier|more)\b/i;

/** What is said to be the largest of its kind, the second, or the smallest, where another is. */
export function falseLargest(text: string, mentions: readonly Mention[], index: FactIndex): Saying[] {
  if (!RANKED.test(text)) return [];
  return mentions.flatMap((mention): Saying[] => {
    const behind = text.slice(mention.end, mention.end + 100);
    const before = text.slice(Math.max(0, mention.start - 90), mention.start);
    const [, rank = '', most = '', noun = ''] = IS_LARGEST.exec(behind) ?? LARGEST_IS.exec(before) ?? AMONG.exec(behind) ?? rankedFirst(behind, before) ?? ofThem(behind, mention) ?? []; // prettier-ignore
    const [, kind = '', names] = KINDS.find(([words]) => words.test(noun)) ?? [];
    if (names === undefined || isSupposed(text, mention.start)) return [];
    const own = sharesOf(asKind(mention, kind), index, kind);
    if (own.length === 0) return [];
    const small = /^(?:smallest|lightest)$/i.test(most);
    const isOfCompanies = names.test('concentration.largestIssuer.weight');
    const among = AMONG.exec(behind);
    // Which company is the second or the smallest, no fact says.
    if (isOfCompanies && (small || rank !== '' || among !== null)) return [];
    const { ahead, level, all } = besides(own, names, small, kind === 'holding' ? 1 : NEARLY, index);
    const place = RANKS[rank.toLowerCase()] ?? (among === null ? 1 : Math.min(SOME, Math.ceil(all / 2)));
    if (among !== null && ahead.length < place) return [];
    // Of what is not among the facts nobody knows whether it is smaller.
    if (ahead.length < place && (small || ahead.length + level >= place)) return [];
    const fault = ahead.length < place ? `${ahead.length === 0 ? 'nothing is' : 'fewer are'} larger` : `${place === 1 ? 'another is' : 'these are'} ${small ? 'smaller' : 'larger'}: ${ahead.slice(0, 3).map((name) => index.labelOf(name)).join('; ')}`; // prettier-ignore
    return [{ start: mention.start, end: mention.end, fault }];
  });
}

const rankedFirst = (behind: string, before: string): readonly string[] | null => {
  const noun = (TOPS.exec(behind) ?? BEYOND_ALL.exec(behind) ?? NONE_BEYOND.exec(before))?.[1];
  return noun === undefined ? null : ['', '', 'largest', noun];
};

/** "The Roth is the biggest of the three": of its own kind. */
const OF_THEM = /^(?: account)? (?:is|are|remains) (?:by far )?the (largest|biggest|smallest|heaviest) of (?:(?:the|your|all|these|those) )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+|them|lot)\b(?! (?:stock|bond|index|largest))/i; // prettier-ignore
const NOUNS: Readonly<Record<string, string>> = { account: 'account', holding: 'holding', sector: 'sector', region: 'region', class: 'asset class' }; // prettier-ignore

function ofThem(behind: string, { subjects }: Mention): readonly string[] | null {
  const most = OF_THEM.exec(behind)?.[1];
  const noun = NOUNS[subjects[0]?.split(':')[0] ?? ''];
  return most === undefined || noun === undefined ? null : ['', '', most, noun];
}

/** Real estate is a class, and a sector where sectors are spoken of. */
const asKind = (mention: Mention, kind: string): Mention =>
  kind === 'sector' ? { ...mention, subjects: mention.subjects.map((one) => (one === 'class:real_estate' ? 'sector:real_estate' : one)) } : mention; // prettier-ignore

/** Those of a kind that are clearly larger than a share, or smaller; and how many are about as large, itself among them. */
function besides(own: readonly number[], names: RegExp, small: boolean, nearly: number, { values }: FactIndex) {
  const [least, most] = [Math.min(...own), Math.max(...own)];
  const shares = [...values].flatMap(([name, share]) => (typeof share === 'number' && names.test(name) ? [{ name, share }] : [])); // prettier-ignore
  const ahead = shares.filter(({ share }) => (small ? share > 0 && share < nearly * least : nearly * share > most));
  const level = shares.filter(({ share }) => share >= nearly * least && nearly * share <= most).length;
  return {
    ahead: ahead.sort((one, other) => other.share - one.share).map(({ name }) => name),
    level,
    all: shares.length,
  };
}

/** What a thing that is the largest would do or should be weighs nothing: "VXUS is the largest holding and would fall most". */
const MODAL = /\b(?:were|would|could|should|might|may)\b/gi;

/** "Apart from FXAIX the largest is VTI": of some only. */
const OF_SOME =
  /^\W*(?:outside|(?:apart|aside) from|other than|besides|except|excluding|without|not counting|leaving out)\b/i;

function isSupposed(text: string, at: number): boolean {
  const [before, whole] = [sentenceAt(text.slice(0, at), at), sentenceAt(text, at)];
  return OF_SOME.test(whole) || SUPPOSED.test(before + whole.slice(before.length).replace(MODAL, ''));
}
