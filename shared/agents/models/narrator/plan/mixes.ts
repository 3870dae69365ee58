import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import { sentencesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { fallDateIn } from './fall-dates.ts';
import { without } from './slots.ts';
import type { Slotted } from './slots.ts';
import { OF_RETIRING } from './spans-of-time.ts';
import type { Untried } from './unread.ts';

type Part = NonNullable<PlanChange['mix']>[number];

/** Other mixes that a question asks for, what of it says how things are, and what asks for one without its shares or for a later one. */
export interface Mixes {
  reads: { change: PlanChange; span: Clause }[];
  stated: Clause[];
  untried: Untried[];
}

/** What people call asset classes; "US stocks" and "tech stocks" are parts of one, which no mix tells apart. */
const CLASSES: readonly (readonly [asset: string, words: RegExp])[] = [
  ['equity', /^(?:stocks?(?: markets?| index)?(?: funds?| etfs?)?|equit(?:y|ies)(?: funds?)?|shares)$/],
  ['fixed_income', /^(?:bonds?(?: funds?| etfs?)?|fixed[ -]income|treasur(?:y bonds?|ies))$/],
  ['cash', /^(?:cash|money[ -]markets?(?: funds?)?|cds|certificates of deposit|t-?bills|treasury bills)$/],
  ['real_estate', /^(?:reits?|real estate(?: funds?)?)$/],
  ['commodities', /^(?:gold|commodit(?:y|ies))$/],
];
const WORDS = CLASSES.map(([, { source }]) => source.slice(1, -1)).join('|');
/** An asset class, or a symbol, which stands in capitals. */
const of = (group: string) => String.raw`(?<${group}>(?:${WORDS}|[a-z]{3,5})(?![\w-]))`;
const NO_SYMBOL = /^(?:IRA|HSA|ETF|USA|RMD|TSP|CDS|AND|THE|ALL|NOT|FOR|BUT|NOW|YES|WHAT|CASH|BOND|STOCK|GOLD)S?$/;
const NOW = String.raw`(?:(?:about|around|roughly|another|only|just|some|up to|over|maybe|say|all|an? (?:extra|additional)|my|our|the|plain) )*`;
const WHOLE = '(?:portfolio|money|savings|assets|investments?|nest egg|wealth|holdings|funds)';
const OF_ALL = `(?: (?:of )?(?:it|that|everything|(?:(?:my|our|the|all|whole|entire|total) )+${WHOLE}))?`;
const SIDE = '(?: (?:allocation|exposure|share|weight|portion|holdings?|position|percentage|side))?';
const INTO = '(?: (?:is|was|were|be))?(?: (?:in|into|to|over to|as))?';
const NO_FALL =
  '(?! (?:market )?(?:crash|drop|fall|decline|correction|loss|gain|rise|rally|return|plunge|slump|yield|interest|fund fee))';
const PERCENT = '(?<p>%·*)';

const pattern = (source: string) => new RegExp(String.raw`(?<![\w'-])${source}`, 'gd');
/** Each says one part of a mix: a share, so much more or less, or all of it. */
const FORMS: readonly (readonly [how: Part['how'] | 'all' | 'none', pattern: RegExp])[] = [
  ['up_percent', pattern(String.raw`(?:mov|shift|switch|transfer|reallocat|rotat|swap|chang|convert)\w* ${NOW}(?<p>[%$]·*)${OF_ALL}(?: (?:from|out of) ${NOW}${of('from')})?(?: (?:in|into|to|over))+ ${NOW}${of('asset')}`)],
  ['up_percent', pattern(String.raw`(?:add|increas|rais|boost|bump)\w*(?: up)? ${NOW}(?:${PERCENT}(?: (?:of|to|in|more))* ${NOW}${of('asset')}|${of('other')}${SIDE} by ${NOW}(?<q>%·*))`)],
  ['up_percent', pattern(String.raw`${PERCENT} more(?: in| of)? ${NOW}${of('asset')}`)],
  ['down_percent', pattern(String.raw`(?:cut|reduc|lower|trim|decreas)\w*(?: back| down)? ${NOW}${of('asset')}${SIDE} by ${NOW}${PERCENT}|(?<q>%·*) (?:less|fewer)(?: in| of)? ${NOW}${of('other')}`)],
  ['to', pattern(String.raw`(?:(?<or>%·*)(?: or |\/| to |-))?${PERCENT}${OF_ALL}${INTO} ${NOW}${of('asset')}${NO_FALL}`)],
  ['to', pattern(String.raw`${of('asset')}${SIDE}(?:(?: (?:back|down|up|from %·*))* (?:to|at)| (?:of|is|are|be|were|was)|:| =|,)? ${NOW}(?<least>%·*)(?!·| (?:lower|higher|less|more|down|up|below|above|off|cheaper|a year|per year|each))`)],
  ['all', pattern(String.raw`(?:everything|all(?: of (?:it|that|(?:my|our) money)|(?: my| our| the)+ ${WHOLE})?|entirely|(?:the|my|our) (?:whole|entire) (?:thing|${WHOLE})|completely|fully|only|nothing but|purely|totally|it all)(?: (?:is|was|were|be|sits?|goes|went|out))?(?: (?:in|into|to|of))?(?: the| plain| just)* ${of('asset')}${NO_FALL}`)],
  ['all', pattern(String.raw`(?:go|going|went|switch|mov|fle|retreat)\w*(?: (?:all|entirely|completely|everything|fully))*(?: (?:in|into|to|over to))+ (?<asset>cash|bonds|money markets?(?: funds?)?|stocks|treasuries)(?![\w-])`)],
  ['all', pattern(String.raw`(?:sell(?:ing)?|sold|liquidat\w+|cash(?:ing)? out)(?: of)? (?:everything|it all|all of it|the (?:whole|entire) ${WHOLE}|all(?: of)?(?: my| our| the)+ (?:investments|holdings|funds|portfolio)|completely)(?:,? (?:and|then|to)(?: \w+){1,4}? (?<asset>cash|bonds|money markets?(?: funds?)?|treasuries)(?![\w-]))?`)],
  ['all', pattern(String.raw`(?:get(?:ting)?|got|pull(?:ing|ed)?|bail(?:ing)?|exit(?:ing)?)(?: everything)?(?: out(?: of)?)? the (?:stock )?market\b`)],
  ['none', pattern(String.raw`(?:(?:sell|sold|dump|drop|get rid of|got rid of)\w*(?: (?:off|all|of|my|our|the))+|(?:get|got|getting) out of(?: all| my| our| the)*|(?:hold|own|have|with) no(?: more)?|without(?: any)?|zero) (?<asset>${WORDS})(?![\w-])${NO_FALL}`)],
]; // prettier-ignore
/** "60/40": stocks, bonds and cash, or as the words after it have them. */
const RATIO = /(?<![\w·/-])(?<first>[#%]·*)(?<words1> (?:stocks|bonds|equities|fixed income))? ?[/-] ?(?<second>[#%]·*)(?: ?[/-] ?(?<third>[#%]·*))?(?![·/])(?: (?:split|mix|portfolio|allocation|fund))?(?:,? (?:of |in |between |for )?(?<turned>bonds?|fixed[ -]income)(?:\/|-| ?and | ?to )stocks?)?/gd; // prettier-ignore
const ORDER = ['equity', 'fixed_income', 'cash'] as const;
/** Shares below this beside a class are a rate of interest. */
const LEAST_SHARE = 10;

const COMPARED = /\b(?:instead of|rather than|versus|vs\.?|not|compared (?:to|with)|from|than)\s*(?:(?:my|our|the|an?|current|being|having|holding|at|with|usual|today's) )*$/; // prettier-ignore
const STATES =
  /\b(?:i'm|i am|we're|we are|i have|we have|i've got|i hold|we hold|i own|it is|it's|is|my|our|currently|right now|at present|today)\b/;
const SUPPOSES =
  /\b(?:if|what about|how about|should|would|could|can|may|suppose|imagine|say|try|were|too|better|switch\w*|mov\w+|going|let's|dumb|smart|wise|crazy|stupid|good|bad|ok|okay|safer?|risky|riskier|sensible|sense|help\w*)\b|^\s*(?:is|are|am|do|does|how|why)\b|\?/;
const LATER =
  /\b(?:gradual\w*|slowly|over time|step by step|each year|every year|later|eventually|glide|until|till|after|before|for now|temporarily|for the next)\b/;
/** Kinds of one asset class, which are simulated alike. */
const KINDS = /%·*(?: (?:in|into|to|of|my|the))* (?:u\.?s\.?|american|domestic|international|foreign|emerging|developed|tech\w*|growth|value|dividend|(?:small|mid|large)[- ]?caps?|corporate|municipal|muni|government)\b/; // prettier-ignore
const VAGUE = /\b(?:(?:more|less) (?:conservativ|aggressiv|defensiv|cautious|risky)\w*|(?:an?|more|my) (?:conservative|aggressive|defensive|safer|riskier) (?:mix|portfolio|allocation|investments?|approach|strategy)|(?:tak|took|with)\w* (?:on )?(?:less|more) (?:investment )?risk\b|(?:less|more|fewer) (?:money )?(?:in |into |of (?:it )?in )?(?:stocks|bonds|equities|fixed income|cash)\b(?! flow)|dial\w* (?:down|back|up)(?: the| my| our)? risk|play\w* it safe\w*|\b(?:everything|it all|all (?:of it|(?:my|our) money)) (?:in|into|to) (?:an?|one|some) [a-z])/; // prettier-ignore

/**
 * Other mixes of the portfolio: "60/40", "80% stocks", "move 20% to bonds", "all in cash". The shares of a sentence are one mix, and those
 * that are too much for one are several.
 *
 * @param age today's, where it is known: what comes at it comes today
 */
export function mixesIn(slots: Slotted, age: number | null): Mixes {
  const found: Mixes = { reads: [], stated: [], untried: [] };
  for (const sentence of sentencesOf(slots.text)) readSentence(sentence, slots, age, found);
  return found;
}

interface Said extends Clause {
  parts: Part[];
  /** Other shares for the same: "80 or 90% stocks". */
  or: Part[];
  whole: boolean;
}

function readSentence({ start, end }: Clause, slots: Slotted, age: number | null, found: Mixes): void {
  let left = slots.text.slice(start, end);
  const sentence = left;
  const said: Said[] = [];
  const take = (match: RegExpMatchArray, one: Omit<Said, 'start' | 'end'> | null) => {
    const at = match.index ?? 0;
    if (one === null || left.slice(at, at + match[0].length) !== match[0]) return;
    left = without(left, at, at + match[0].length);
    const place = { start: start + at, end: start + at + match[0].length };
    const before = sentence.slice(0, at);
    const clause = (/[^,;]*$/.exec(before)?.[0] ?? '') + (/^[^,;]*/.exec(sentence.slice(at)) ?? [''])[0];
    if (COMPARED.test(before) || (STATES.test(clause) && !SUPPOSES.test(clause))) found.stated.push(place);
    else said.push({ ...place, ...one });
  };
  for (const match of sentence.matchAll(RATIO)) take(match, ratioIn(match, start, slots));
  for (const [how, form] of FORMS)
    for (const match of left.matchAll(form)) take(match, partsIn(match, how, start, slots));
  const open = KINDS.test(left) || (said.length === 0 && VAGUE.test(left) && !/[$%#]/.test(left));
  if (open && SUPPOSES.test(sentence)) found.untried.push({ start, end, why: 'mix' });
  if (open || said.length === 0) return;
  const rest = [...left.matchAll(OF_RETIRING)].reduce((text, one) => without(text, one.index, one.index + one[0].length), left); // prettier-ignore
  const date = fallDateIn(rest, { start: 0, end: rest.length }, { ...slots, numbers: new Map([...slots.numbers].map(([at, one]) => [at - start, one])) }); // prettier-ignore
  if (LATER.test(rest) || (date !== null && !(date.when === 'age' && date.time === age))) {
    found.untried.push({ start, end, why: 'mix' });
    return;
  }
  found.reads.push(...mixed(said));
}

/** The shares of a sentence as one mix, or as several where one cannot have them all. */
function mixed(said: readonly Said[]): Mixes['reads'] {
  const apart = said.filter(({ whole }) => whole).map((one) => [one]);
  const together = said.filter(({ whole }) => !whole).toSorted((one, other) => one.start - other.start);
  const parts = together.flatMap((one) => one.parts);
  const sum = parts.reduce((total, { how, value }) => total + (how === 'to' ? value : 0), 0);
  const isOne = sum <= 100.5 && new Set(parts.map(({ asset }) => asset)).size === parts.length;
  const sets = [...apart, ...(isOne ? [together] : together.map((one) => [one]))].filter((set) => set.length > 0);
  return sets.flatMap((set) => {
    const span = { start: Math.min(...set.map((one) => one.start)), end: Math.max(...set.map((one) => one.end)) };
    const mix = set.flatMap((one) => one.parts);
    const others = set.flatMap(({ or }) => or).map((part) => mix.map((one) => (one.asset === part.asset ? part : one)));
    return [mix, ...others].map((one) => ({ change: changeOf(one), span }));
  });
}

const changeOf = (mix: Part[]): PlanChange => ({ what: 'mix', how: 'to', value: mix[0]?.value ?? 0, per: null, fromAge: null, mix }); // prettier-ignore

function ratioIn(
  { groups = {}, indices }: RegExpMatchArray,
  at: number,
  { numbers }: Slotted,
): Omit<Said, 'start' | 'end'> | null {
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

function partsIn(
  match: RegExpMatchArray,
  how: (typeof FORMS)[number][0],
  at: number,
  slots: Slotted,
): Omit<Said, 'start' | 'end'> | null {
  const placeOf = (name: string) => match.indices?.groups?.[name];
  const assetAt = (name: string): string | null => {
    const place = placeOf(name);
    if (place === undefined) return null;
    const word = slots.text.slice(at + place[0], at + place[1]);
    const written = slots.question.slice(at + place[0], at + place[1]);
    const known = CLASSES.find(([, words]) => words.test(word))?.[0];
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
  if (number === undefined || (least !== undefined && least.value < LEAST_SHARE)) return null;
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
