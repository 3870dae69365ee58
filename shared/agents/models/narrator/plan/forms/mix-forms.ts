import type { PlanChange } from '../../../../../schemas/analysis-plan.ts';
import type { Slotted } from '../slots.ts';

type Part = NonNullable<PlanChange['mix']>[number];

/** What one form says of a mix. */
export interface MixParts {
  parts: Part[];
  /** Other shares for the same: "80 or 90% stocks". */
  or: Part[];
  /** Whether it is all of a mix, and nothing else belongs to it. */
  whole: boolean;
}

/** What people call asset classes; "US stocks" and "tech stocks" are parts of one, which no mix tells apart. */
const CLASSES: readonly (readonly [asset: string, words: RegExp])[] = [
  ['equity', /^(?:stocks?(?: markets?| index)?(?: funds?| etfs?)?|equit(?:y|ies)(?: funds?)?|shares)$/],
  ['fixed_income', /^(?:bonds?(?: funds?| etfs?)?|fixed[ -]income|treasur(?:y bonds?|ies))$/],
  ['cash', /^(?:cash|money[ -]markets?(?: funds?)?|cds|certificates of deposit|t-?bills|treasury bills)$/],
  ['real_estate', /^(?:reits?|real estate(?: funds?)?)$/],
  ['commodities', /^(?:gold|commodit(?:y|ies))$/],
];
/** What money goes into as a whole that is no other mix than its class: kinds of one are simulated alike. */
const INDEXED: typeof CLASSES = [
  ['equity', /^(?:(?:s ?&? ?p ?500|total (?:stock )?market|stock market)(?: index)?(?: funds?| etfs?| trackers?)?)$/],
  ['fixed_income', /^(?:(?:total )?bond(?: market)?(?: index)? (?:funds?|etfs?))$/],
  ['cash', /^(?:(?:high[- ]yield )?savings accounts?)$/],
];
const wordsOf = (classes: typeof CLASSES) => classes.map(([, { source }]) => source.slice(1, -1)).join('|');
const WORDS = wordsOf(CLASSES);
const ANY_OF = `${wordsOf(INDEXED)}|${WORDS}`;
/** An asset class, or a symbol, which stands in capitals. */
const of = (group: string) => String.raw`(?<${group}>(?:${WORDS}|[a-z]{3,5})(?![\w-]))`;
const into = (group: string) => String.raw`(?<${group}>(?:${ANY_OF}|[a-z]{3,5})(?![\w-]))`;
const NO_SYMBOL = /^(?:IRA|HSA|ETF|USA|RMD|TSP|CDS|AND|THE|ALL|NOT|FOR|BUT|NOW|YES|WHAT|CASH|BOND|STOCK|GOLD)S?$/;
const NOW = String.raw`(?:(?:about|around|roughly|another|only|just|some|up to|over|maybe|say|all|an? (?:extra|additional)|my|our|the|plain) )*`;
const WHOLE = '(?:portfolio|money|savings|assets|investments?|nest egg|wealth|holdings|funds)';
const OF_ALL = `(?: (?:of )?(?:it|that|everything|(?:(?:my|our|the|all|whole|entire|total) )+${WHOLE}))?`;
const SIDE = '(?: (?:allocation|exposure|share|weight|portion|holdings?|position|percentage|side))?';
const INTO = '(?: (?:is|was|were|be))?(?: (?:in|into|to|over to|as))?';
const NO_FALL =
  '(?! (?:market )?(?:crash|drop|fall|decline|correction|loss|gain|rise|rally|return|plunge|slump|yield|interest|fund fee))';
const PERCENT = '(?<p>%·*|#·*(?= (?:percentage )?points?))';

const pattern = (source: string) => new RegExp(String.raw`(?<![\w'-])${source}`, 'gd');
/** Each says one part of a mix: a share, so much more or less, or all of it. */
export const FORMS: readonly (readonly [how: Part['how'] | 'all' | 'none', pattern: RegExp])[] = [
  ['up_percent', pattern(String.raw`(?:mov|shift|switch|transfer|reallocat|rotat|swap|chang|convert)\w* ${NOW}(?<p>[%$]·*)${OF_ALL}(?: (?:from|out of) ${NOW}${of('from')}(?: and)?)?(?: (?:in|into|to|over))+ ${NOW}${of('asset')}`)],
  ['up_percent', pattern(String.raw`(?:add|increas|rais|boost|bump)\w*(?: up)? ${NOW}(?:${PERCENT}(?: (?:of|to|in|more))* ${NOW}${of('asset')}|${of('other')}${SIDE} by ${NOW}(?<q>%·*))`)],
  ['to', pattern(String.raw`from %·* ${NOW}${of('asset')}(?: (?:down|up|back))* to ${NOW}${PERCENT}(?![ ·]*(?:${WORDS}))`)],
  ['up_percent', pattern(String.raw`${PERCENT} more(?: in| of)? ${NOW}${of('asset')}`)],
  ['down_percent', pattern(String.raw`(?:cut|reduc|lower|trim|decreas)\w*(?: back| down)? ${NOW}${of('asset')}${SIDE} by ${NOW}${PERCENT}|(?<q>%·*) (?:less|fewer)(?: in| of)? ${NOW}${of('other')}`)],
  ['to', pattern(String.raw`(?:(?<or>%·*)(?: or |\/| to |-))?${PERCENT}${OF_ALL}${INTO} ${NOW}(?:an? )?${into('asset')}${NO_FALL}`)],
  ['to', pattern(String.raw`${of('asset')}${SIDE}(?:(?: (?:back|down|up|from %·*))* (?:to|at)| (?:of|is|are|be|were|was)|:| =|,)? ${NOW}(?<least>%·*)(?!·| (?:lower|higher|less|more|down|up|below|above|off|cheaper|a year|per year|each))`)],
  ['all', pattern(String.raw`(?:everything|all(?: of (?:it|that|(?:my|our) money)|(?: my| our| the)+ ${WHOLE})?|entirely|(?:the|my|our) (?:whole|entire) (?:thing|${WHOLE})|completely|fully|only|nothing but|purely|totally|it all)(?: (?:is|was|were|be|sits?|goes|went|out))?(?: (?:in|into|to|of))?(?: the| an?| plain| just| low-cost| cheap)* ${into('asset')}${NO_FALL}`)],
  ['all', pattern(String.raw`(?:go|going|went|switch|mov|fle|retreat)\w*(?: (?:all|entirely|completely|everything|fully))*(?: (?:in|into|to|over to))+ (?<asset>cash|bonds|money markets?(?: funds?)?|stocks|treasuries)(?![\w-])`)],
  ['all', pattern(String.raw`(?:sell(?:ing)?|sold|liquidat\w+|cash(?:ing)? out)(?: of)? (?:everything|it all|all of it|the (?:whole|entire) ${WHOLE}|all(?: of)?(?: my| our| the)+ (?:investments|holdings|funds|portfolio)|completely)(?:,? (?:and|then|to)(?: (?:then|i|we|buy|invest|put|go|move|moving|switch|hold|sit|stay|all|it|that|everything|the|money|proceeds|in|into|on|over|an?|just|to|cheap|low-cost)\b){1,8} ${into('asset')}|(?!,? (?:and|then|to|so)(?: then)? (?:buy|invest|put|go|mov|switch|reinvest)))`)],
  ['all', pattern(String.raw`(?:get(?:ting)?|got|pull(?:ing|ed)?|bail(?:ing)?|exit(?:ing)?)(?: everything)?(?: out(?: of)?)? the (?:stock )?market\b`)],
  ['none', pattern(String.raw`(?:(?:sell|sold|dump|drop|get rid of|got rid of)\w*(?: (?:off|all|of|my|our|the))+|(?:get|got|getting) out of(?: all| my| our| the)*|(?:hold|own|have|with) no(?: more)?|without(?: any)?|zero) (?<asset>${WORDS})(?![\w-])${NO_FALL}`)],
]; // prettier-ignore
/** "60/40": stocks, bonds and cash, or as the words after it have them. */
export const RATIO = /(?<![\w·/-])(?<first>[#%]·*)(?<words1> (?:stocks|bonds|equities|fixed income))? ?[/-] ?(?<second>[#%]·*)(?: ?[/-] ?(?<third>[#%]·*))?(?![·/])(?: (?:split|mix|portfolio|allocation|fund))?(?:,? (?:of |in |between |for )?(?:(?<turned>bonds?|fixed[ -]income)(?:\/|-| ?and | ?to )stocks?|(?:stocks?|equit(?:y|ies)|shares)(?:\/|-|,? ?and | ?to |, ?)(?:bonds?|fixed[ -]income)(?:(?:\/|-|,? ?and )cash)?))?/gd; // prettier-ignore
const ORDER = ['equity', 'fixed_income', 'cash'] as const;
/** Shares below this beside a class are a rate of interest. */
const LEAST_SHARE = 10;

/** The shares of a ratio; null where its numbers are no whole. */
export function ratioIn({ groups = {}, indices }: RegExpMatchArray, at: number, { numbers }: Slotted): MixParts | null {
  const values = ['first', 'second', 'third'].flatMap((name) => {
    const place = indices?.groups?.[name]?.[0];
    return place === undefined ? [] : [numbers.get(at + place)?.value ?? Number.NaN];
  });
  if (Math.abs(values.reduce((sum, value) => sum + value, 0) - 100) > 0.5) return null;
  const turned = groups.turned !== undefined || /bond|fixed/.test(groups.words1 ?? '');
  const order = turned ? ['fixed_income', 'equity', 'cash'] : ORDER;
  return {
    parts: values.map((value, place) => ({ asset: order[place] ?? 'cash', how: 'to', value })),
    or: [],
    whole: true,
  };
}

/** What a form says of a mix, in a part of a question that begins at `at`; null where it says nothing of an asset. */
export function partsIn(
  match: RegExpMatchArray,
  how: (typeof FORMS)[number][0],
  at: number,
  slots: Slotted,
): MixParts | null {
  const placeOf = (name: string) => match.indices?.groups?.[name];
  const assetAt = (name: string): string | null => {
    const place = placeOf(name);
    if (place === undefined) return null;
    const word = slots.text.slice(at + place[0], at + place[1]);
    const written = slots.question.slice(at + place[0], at + place[1]);
    const known = [...CLASSES, ...INDEXED].find(([, words]) => words.test(word))?.[0];
    return known ?? (/^[A-Z]{3,5}$/.test(written) && !NO_SYMBOL.test(written) ? written : '');
  };
  const valueAt = (name: string) => {
    const place = placeOf(name)?.[0];
    return place === undefined ? undefined : slots.numbers.get(at + place);
  };
  const asset = assetAt('asset') ?? assetAt('other') ?? (how === 'all' ? 'cash' : '');
  const from = assetAt('from');
  if (asset === '' || from === '') return null;
  if (how === 'all' || how === 'none')
    return { parts: [{ asset, how: 'to', value: how === 'all' ? 100 : 0 }], or: [], whole: how === 'all' };
  const least = valueAt('least');
  const number = valueAt('p') ?? valueAt('q') ?? least;
  // "Gold doubles" is a price, and no share.
  const written = number === undefined ? '' : slots.question.slice(number.start, number.end);
  if (
    number === undefined ||
    /^(?:doubl|twice|halv)/i.test(written) ||
    (least !== undefined && least.value < LEAST_SHARE)
  )
    return null;
  const dollars = number.kind === 'money';
  const part = (one: string, way: Part['how']): Part => ({ asset: one, how: way, value: number.value });
  const or = valueAt('or')?.value;
  return {
    parts: [
      part(asset, dollars ? 'up' : how),
      ...(from === null ? [] : [part(from, dollars ? 'down' : 'down_percent')]),
    ],
    or: or === undefined ? [] : [{ asset, how: 'to', value: or }],
    whole: false,
  };
}
