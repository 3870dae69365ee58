import { labels } from '../../../../finance/labels.ts';
import type { Clause } from './clauses.ts';
import { OPENING, questionsOf } from './clauses.ts';
import { hasSlot } from './unread.ts';
import { slotted } from './slots.ts';

/** A part of the portfolio that a question names: a row of a breakdown, an account, a currency. */
export interface PartNamed {
  /** The keys of the rows; several of what is in several regions, none of an account, whose name says which it is. */
  keys: string[];
  /** What is said, where it is less than the row: Japan in the Pacific. */
  within: string | null;
  /** What of a region is meant, and not all that is invested there: "US stocks", "how much of my bonds is in Europe". */
  kind: 'stocks' | 'bonds' | null;
}

/** No row of a breakdown, and a figure of its own: what is in single companies' stocks. */
export const SINGLE_STOCKS = 'single_stocks';

/** One question on such parts. */
export interface PartsAsked extends Clause {
  named: PartNamed[];
  /** Whether it asks if that is too much or too little. */
  judged: boolean;
}

const ABROAD = ['europe', 'pacific', 'emerging_markets'];
/** What people say for a row of a breakdown beside its label, and for less than the row. */
const SAID: readonly (readonly [keys: string | readonly string[], whole: string, within?: string])[] = [
  [SINGLE_STOCKS, '(?<!\\b(?:an?|one|any) )(?:single|individual|separate)(?: company)? (?:stocks|shares|equities|companies|stock(?= do\\b))(?: stocks)?'],
  [ABROAD, 'international(?:ly)?|foreign|abroad|overseas|(?:non|ex)[- ]u\\.?s\\.?\\b|outside (?:of )?(?:the )?(?:u\\.?s\\.?a?\\b|united states|america)'], // prettier-ignore
  ['equity', 'equit(?:y|ies)|stocks|stock(?= (?:exposure|allocation|share|portion|part|holdings|market\\b(?! fund)))'],
  ['fixed_income', 'fixed[- ]income|bonds?'],
  ['cash', 'money market'],
  ['commodities', 'commodity', 'gold|silver|oil futures'],
  ['real_estate', 'reits?|property'],
  ['north_america', 'north american|domestic(?:ally)?|u\\.s\\.?a?\\b|usa|united states|us(?=-| (?:stock|bond|equit|compan|share|market|fund|econom)|(?<!\\b(?:for|give|let|of|with|tell) us) ?[?.!]?$)|america\\w*', 'canad\\w+'], // prettier-ignore
  ['europe', 'european', 'uk|britain|british|german\\w*|france|french|swiss|switzerland|ital\\w+|spa(?:in|nish)'],
  ['pacific', 'asia[- ]pacific', 'japan\\w*|australia\\w*|hong kong|singapore'],
  ['emerging_markets', 'emerging|developing (?:countries|markets)', 'chin(?:a|ese)|indian?|brazil\\w*|taiwan\\w*|korean?'],
  ['information_technology', 'tech\\w*', 'ai|semiconductors?|chips?|software'],
  ['financials', 'financial (?=stocks|companies|sector)', 'banks?'],
  ['health_care', 'healthcare', 'pharma\\w*|biotech\\w*'],
  ['energy', 'oil'],
  ['communication_services', 'communications?|telecoms?'],
  ['government_bonds', 'treasur(?:y|ies)(?: bonds?)?'],
  ['municipal_bonds', 'munis?'],
  ['EUR', 'euros?'],
  ['GBP', 'pounds|sterling'],
  ['JPY', 'yen'],
  ['CHF', '(?:swiss )?francs?'],
  ['USD', '(?:us )?dollars'],
]; // prettier-ignore
const NO_ROW = new Set(['other', 'unknown', 'global', 'alternatives', 'taxable', 'tax_deferred', 'tax_free']);
const ROWS = [
  ...SAID.map(([keys, whole, within]) => ({ keys: [keys].flat(), whole, within })),
  ...Object.entries(labels).flatMap(([key, label]) => (NO_ROW.has(key) ? [] : [{ keys: [key], whole: label.toLowerCase(), within: undefined }])), // prettier-ignore
];
const NAMED = new RegExp(
  `(?<![\\w-])(?:${ROWS.map(({ whole, within }, at) => `(?<w${at}>${whole})${within === undefined ? '' : `|(?<p${at}>${within})`}`).join('|')})(?![\\w])`,
  'g',
);
/** A kind of what is held, where no account is meant: "individual stocks", whatever account is called "Individual". */
const KIND_SAID = new RegExp(
  `(?:${NAMED.source}|\\b(?:individual|single|separate) (?:\\w+ )?(?:bonds?|stocks?|securities|funds?))(?! (?:\\w+ )?(?:account|ira|roth|401|403|brokerage|savings|plan|hsa|tsp|trust)\\b)`,
  'g',
);
/** The words that may be of an account's name. */
export const withoutKinds = (said: string): string => said.toLowerCase().replace(KIND_SAID, ' ');

/** In which units the answer is wanted: "in dollars and in percent". */
const UNIT = '(?:us )?(?:dollars?(?: terms)?|percent\\w*(?: terms)?)';
const UNITS = new RegExp(
  `,? (?:both )?(?:in|as) (?:an? )?${UNIT}(?:,? and (?:also )?(?:(?:in|as) )?(?:an? )?${UNIT})(?: of (?:my|our|the) \\w+)?,?|(?<=\\b(?:own|have|hold|got|worth)),? (?:in dollars?(?: terms)?|(?:in|as an?) percent\\w*)(?=$|,| and\\b)`,
  'g',
);
/** A question without the units of its answer, which are no currency that is held. */
export const withoutUnits = (said: string): string => said.replace(UNITS, ' ').trimEnd();

/** What an account is called by how it is taxed, or that one is meant at all. */
export const ACCOUNT =
  /\b(?:401 ?\(?k\)?|403 ?\(?b\)?|457|roth|iras?|tsp|hsa|brokerage|taxable|tax[- ](?:deferred|free)|(?:bank|savings|checking|retirement|investment) accounts?|account\b(?! for)|accounts)(?!\w)/;
/** "At Schwab": whose account it is; "in" and "of" are of all else as well. */
const WITH = /\bhow much\b.*\b(?:have|is|held|keep) (?:at|with|in my) (?!(?:all|total|risk|hand|least|present|home|portfolio|the moment|age|my age|retirement|savings)\b)[a-z]/; // prettier-ignore
const ASKS = new RegExp(
  `^\\W*${OPENING}(?:(?:too|how|am|are|is|do|does|have|has)\\b|what\\b.*\\b(?:my|our|i|we|share|part|percent\\w*|portfolio)\\b)`,
);
const JUDGED =
  /\b(?:too|enough|over-?(?:weight\w*|exposed|invested)|under-?(?:weight\w*|exposed|invested)|concentrat\w*|heav(?:y|ily)|should|right|diversif\w*|balanced|with (?:my|our|the))\b/;
/** "And is that too much?", "how does that compare with what is typical": of what was asked just before. */
const THAT =
  /^\W*(?:and |so |but )?(?:(?:is|are) (?:that|this|it|they|those|these)(?: (?:really|all|far|much|way))* (?:too (?:much|little|few|many|high|low|big|small|large)|enough|ok(?:ay)?|fine|right|good|bad|reasonable|normal|typical|a lot|a problem|appropriate|about right)|(?:how (?:does|do)|does|do) (?:that|this|it|they|those) compare (?:to|with) (?:what(?:'s| is) )?(?:(?:the|a|my|an) )?(?:typical|average|normal|usual|target|recommended|others|benchmark|people))\b[^$%#]*$/;
/** What asks for something else than how much there is. */
const ELSE =
  /\b(?:if|(?:spen[dt]|withdr|retir(?!\w+ (?:acc|sav))|requir|contribut|pay|ow(?:e|ing)|tax(?:e[sd])?\b(?! acc|[- ](?:free|deferred|sheltered|advantaged)\b)|expens|cheap|inherit|los[etis]|gain|earn|return(?!s? acc)|perform|drop|f[ae]ll|crash|happen|buy|sell|sold|switch|convert|work|stop|target|mov[ei]|ris[eik]|fee|cost|loan|pric|yield|dividend)\w*|afford|ma[kd]e(?! up)|profit\w*|need|save|saving|paid|debts?|mortgage|inflation|pensions?|house|home|did|d(?:one|oing)|why|will|would|could|can|next|last\w*|interest|good|bad|better|up|down|safe\w*|invest in|income(?<!fixed[- ]income)|(?:add|put|go) \w+|m(?:uch|any) more|each(?! account| of (?:my|our|the) account)|per|biggest|largest|smallest|main|top)\b|'ll\b/;

/** What a question asks of the parts that are held: how much of something there is, and whether that is too much. */
export function partsAsked(question: string): PartsAsked[] {
  const { text } = slotted(question.replace(/\bu\.s(?:\.a)?\b\.?/gi, (said) => 'USA'.padEnd(said.length)));
  const all = questionsOf(text);
  return all.flatMap(({ start, end }, at): PartsAsked[] => {
    const said = withoutUnits(text.slice(start, end).trimEnd().replace(/[.?!]+$/, '')); // prettier-ignore
    if (!ASKS.test(said) || hasSlot(said.replace(ACCOUNT, ' ')) || ELSE.test(said)) return [];
    const named = namedIn(said);
    const isAccount = ACCOUNT.test(said) || (named.length === 0 && WITH.test(said));
    if (named.length === 0 && !isAccount) return [];
    const next = all[at + 1];
    const goesOn = next !== undefined && THAT.test(text.slice(next.start, next.end));
    return [{ start, end: goesOn ? next.end : end, named, judged: goesOn || JUDGED.test(said) }];
  });
}

/** The parts that words in small letters name. */
export function namedIn(said: string): PartNamed[] {
  const all: (PartNamed & { end: number })[] = [];
  for (const { index, 0: words, groups = {} } of said.matchAll(NAMED)) {
    const at = ROWS.findIndex((_, row) => groups[`w${row}`] !== undefined || groups[`p${row}`] !== undefined);
    const keys = ROWS[at]?.keys ?? [];
    // A currency is of what is quoted in it, and no unit to count in.
    if (/^[A-Z]/.test(keys[0] ?? '') && !/\b(?:share|part|percent|expos\w*|much of|quoted|currenc)/.test(said))
      continue;
    // "Growth stocks" are no part of any breakdown.
    if (keys[0] === 'equity' && STYLED.test(said.slice(0, index))) continue;
    const before = all.at(-1);
    const isKind = keys[0] !== undefined && keys[0] in KINDS && before !== undefined && isPlace(before) && /^ *$/.test(said.slice(before.end, index)); // prettier-ignore
    if (isKind) before.kind = KINDS[keys[0] ?? ''] ?? null;
    else if (all.every((one) => one.keys.join() !== keys.join()))
      all.push({ keys, within: groups[`p${at}`] === undefined ? null : words, kind: said.startsWith(' compan', index + words.length) ? 'stocks' : null, end: index + words.length }); // prettier-ignore
  }
  // "Stocks in Europe" are European stocks.
  const [kinds, places] = [all.filter(({ keys }) => keys[0] !== undefined && keys[0] in KINDS), all.filter(isPlace)];
  const [kind] = kinds;
  const isOf = kinds.length === 1 && places.length > 0 && !/\b(?:and|or|than|versus|vs)\b/.test(said);
  if (isOf) for (const place of places) place.kind ??= KINDS[kind?.keys[0] ?? ''] ?? null;
  return (isOf ? all.filter((one) => one !== kind) : all).map(({ keys, within, kind }) => ({ keys, within, kind }));
}

const STYLED = /\b(?:growth|value|dividend(?:[- ]paying)?|caps?|blue[- ]chip|penny|meme|momentum|quality)[- ]$/;
const KINDS: Readonly<Record<string, 'stocks' | 'bonds'>> = { equity: 'stocks', fixed_income: 'bonds' };
const PLACES = new Set([...ABROAD, 'north_america']);
const isPlace = ({ keys }: PartNamed): boolean => PLACES.has(keys[0] ?? '');
