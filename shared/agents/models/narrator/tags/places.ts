import type { Region } from '../../../../schemas/classification.ts';
import type { Beside } from './name-rule.ts';

/** The money that a share class is hedged to, or quoted in, is no place: "EUR Hedged (Acc)". */
const SHARE_CLASS =
  /\([^)]*\b(?:usd|eur|gbp|chf|jpy|acc|dist|inc)\b[^)]*\)|\b(?:usd|eur|euro|gbp|sterling|chf|us dollar)[- ](?:hedged|hdg|h)\b|\bhedged to (?:usd|eur|gbp|chf|euro|sterling)\b/g;

/** Words of more than one region, or of all but one. */
const SEVERAL =
  /\bglobal\b|\bglb\b|\bgl\b|\binternational\b|\bint'?l\b|\bworld(?:wide)?\b|\bwld\b|\bwelt\b|\bmonde\b|\bmondial|\bacwi\b|all[- ]country|\bex[- ]?(?:u\.?s|u\.?k|japan|europe|north america)|\beafe\b|\bdeveloped\b|\bforeign\b|\boverseas\b|\basia\b|\basian\b|\bbric|\bapac\b/;

const PLACES: readonly (readonly [Region, RegExp])[] = [
  [
    'emerging_markets',
    /\bemerging\b|\bemerg\b|\bem\b|\bemrg|schwellenl|[ée]mergents?\b|\bchina\b|\bchinese\b|\bindian?\b|\bbrazil|\bkorean?\b|\btaiwan|\bmexic|latin america|\bfrontier\b|\bsaudi\b|\bsouth africa/,
  ],
  [
    'europe',
    /\beuros?\b|europ[ae]|\beurozone\b|\bemu\b|\bstoxx\b|\buk\b|\bu\.k\b|\bunited kingdom\b|\bbritish\b|\bgilts?\b|\bftse (?:100|250|350|all[- ]share)\b|\bdax\b|\bmdax\b|\bgerman|\bdeutsch|\bbund(?:es)?(?:anl|obl|schatz)?|\bcac\b|\bfrance\b|\bfran[cç]ais|\bfrench\b|\bswiss\b|\bswitzerland\b|\bschweiz|\bsmi\b|\bital(?:y|ian?)\b|\bbtps?\b|\bspain\b|\bspanish\b|\bibex\b|\baex\b|\bnetherlands\b|\bnordic\b|\bswed|\bnorw|\bdenmark\b|\bdanish\b|\bfinland\b|\baustria\b|\bsterling\b/,
  ],
  [
    'pacific',
    /\bjapan|\bnikkei\b|\btopix\b|\bpacific\b|\baustrali|\basx\b|\bhong kong\b|\bsingapore\b|\bnew zealand\b|\bjgbs?\b/,
  ],
  [
    'north_america',
    /\bu\.?s\.?a?\b|\bunited states\b|\bamerican?\b|\bcanad|\btsx\b|s ?& ?p ?(?:100|400|500|600|1500)\b|\brussell\b|\bnasdaq\b|\bdow jones industrial|\bcrsp\b|\bqqq\b/,
  ],
];

/** Words of funds that are sold elsewhere than in the United States. */
const SOLD_ABROAD =
  /\bucits\b|\boeic\b|\bsicav\b|\bfcp\b|\bfonds\b|\baktien|\banleihe|immobili|\bscpi\b|\brenten|\bactions\b|\boblig|\bicvc\b|\bunit trust\b|\b(?:eur|gbp|chf)\b|\bacc\b|\bdist\b|\b1[cd]\b/;

/** Where a name says that things are: a region, "unknown" where it says several, null where it names no place. */
export function regionIn(name: string): Region | 'unknown' | null {
  const said = name.replaceAll(SHARE_CLASS, ' ');
  const found = PLACES.filter(([, words]) => words.test(said)).map(([region]) => region);
  const [only] = found;
  if (only === 'emerging_markets' && !/\bex[- ]/.test(said) && !/\bdeveloped\b|\bworld\b/.test(said))
    return found.length === 1 || /\bemerging\b/.test(said) ? only : 'unknown';
  if (SEVERAL.test(said)) return 'unknown';
  return found.length > 1 ? 'unknown' : (only ?? null);
}

/** Whether a fund is sold elsewhere than in the United States, whose conventions of naming then say nothing. */
export const isSoldAbroad = (name: string, { abroad }: Pick<Beside, 'abroad'>): boolean =>
  abroad || SOLD_ABROAD.test(name);

/** The same, where no place means the United States: the convention of funds that are sold there, and of no others. */
export function regionByConvention(name: string, { abroad }: Beside): Region | 'unknown' {
  return regionIn(name) ?? (isSoldAbroad(name, { abroad }) ? 'unknown' : 'north_america');
}

/** ISO 3166 codes by the region that index makers count the country to. Ireland, Luxembourg, Jersey and islands with few companies of their own are in none. */
const COUNTRIES: Readonly<Record<Region, string>> = {
  north_america: 'US CA',
  europe: 'AT BE CH DE DK ES FI FR GB IT NL NO PT SE',
  pacific: 'AU HK JP NZ SG',
  emerging_markets: 'AE BR CL CN CO CZ EG GR HU ID IN KR KW MX MY PE PH PL QA SA TH TR TW ZA',
  global: '',
};

/** SEDOL, the London Stock Exchange's number: consonants and digits, the last one a check digit by these weights. */
const SEDOL = /^[0-9B-DF-HJ-NP-TV-Z]{6}\d$/;
const SEDOL_WEIGHTS = [1, 3, 1, 7, 3, 9, 1];
const isSedol = (symbol: string): boolean =>
  SEDOL.test(symbol) &&
  SEDOL_WEIGHTS.reduce((sum, weight, at) => sum + weight * parseInt(symbol.charAt(at), 36), 0) % 10 === 0;

/**
 * What a symbol says beside the name, where it is an ISIN (two letters of the country, nine characters, a check digit) or a SEDOL, and
 * what the currency does: a fund quoted in pounds or euros is sold to people who live with them.
 */
export function besideOf(symbol: string, currency = 'USD'): Beside {
  const country = /^([A-Z]{2})[A-Z0-9]{9}\d$/.exec(symbol)?.[1];
  const elsewhere = currency !== 'USD' || isSedol(symbol);
  if (country === undefined || country.startsWith('X')) return { isin: null, abroad: elsewhere };
  const [region] = Object.entries(COUNTRIES).find(([, all]) => all.split(' ').includes(country)) ?? [];
  const known = PLACES.find(([one]) => one === region)?.[0] ?? null;
  return { isin: known, abroad: country !== 'US' || elsewhere };
}
