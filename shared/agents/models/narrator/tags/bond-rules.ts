import type { Sector } from '../../../../schemas/classification.ts';
import { inFund, MIXED } from './fund-words.ts';
import { allIn } from './name-rule.ts';
import type { Beside, Composition, NameRule } from './name-rule.ts';
import { regionByConvention } from './places.ts';

/** What is no fund of bonds alone, though its name speaks of bonds. */
const otherwise = new RegExp(
  String.raw`\bequit(?:y|ies)\b|\bstocks?\b|\baktien|\bactions\b|\bdividends?\b|\bcredit (?:suisse|agricole)\b|\bprivate\b|${MIXED.source
    .replace(String.raw`|\bincome fund\b`, '')
    .replace(String.raw`|\btotal return\b`, '')
    .replace('diversifi', String.raw`diversifi(?!\w*(?: \w+)? (?:bonds?|fixed income|debt|credit)\b)`)}`,
);
const BONDS = String.raw`\bbonds?\b|\bibonds\b|\bbds?\b|\bfixed[- ](?:income|interest)\b|\bgilts?\b|\bdebt\b|\bgovt\b|\bsovereigns?\b|\baggregate\b|\bcorp(?:orate)? credit\b|\bcredit\b|\bhigh yield\b|\bfloating rate\b|\btreasur(?:y|ies)\b|anleihen?\b|\brenten\w*|\boblig(?:ations?|ataire)s?\b|\bobbligazion\w+|\bbonos\b|\binflation[- ](?:linked|protected)\b|\bindex[- ]linked\b`;

/** Who owes, where a name says one kind of debtor. */
const DEBTORS: readonly (readonly [Sector, RegExp])[] = [
  [
    'government_bonds',
    /\bgovernments?\b|\bgov'?t\b|\btreasur|\bgilts?\b|\bsovereigns?\b|\binflation[- ](?:linked|protected)\b|\bindex[- ]linked\b|\btips\b|staatsanl|\bbundesanl|\b[ée]tat\b|\bjgbs?\b|\bsavings bonds?\b/,
  ],
  [
    'corporate_bonds',
    /\bcorporates?\b|\bcorp\b|\bcredit\b|\bhigh[- ]yield\b|\bunternehmensanl|\bentreprises?\b|\binvestment[- ]grade\b|\bjunk\b/,
  ],
  ['municipal_bonds', /\bmunicipals?\b|\bmuni\b|tax[- ]exempt/],
  ['securitized_bonds', /mortgage[- ]backed|\bgnma\b|\bmbs\b|securitized|\basset[- ]backed\b/],
];

function debtorIn(name: string): Sector | 'unknown' {
  const found = DEBTORS.filter(([, words]) => words.test(name));
  return found.length === 1 ? (found[0]?.[0] ?? 'unknown') : 'unknown';
}

function bondsOf(name: string, beside: Beside): Composition {
  return allIn('fixed_income', regionByConvention(name, beside), debtorIn(name));
}

/** Makers whose "Total Return" is a fund of bonds, though of others it may be a mix. Before the rules of mixes. */
export const totalReturnRules: readonly NameRule[] = [
  {
    id: 'total-return-bonds',
    says: /\b(?:pimco|met(?:ropolitan)? ?west(?:ern)?|mwc|doubleline|baird|pgim|prudential|western asset|guggenheim) total return\b/,
    unless: /\b(?:stocks?|real|commodit\w*|international|intl|global|world)\b/,
    composition: allIn('fixed_income', 'north_america', 'unknown'),
    confidence: 0.7,
    rationale: 'The name says the total return fund of a maker whose fund of that name holds bonds.',
  },
];

export const bondRules: readonly NameRule[] = [
  {
    id: 'savings-bonds',
    says: /\bseries (?:i|ee)\b.*\b(?:savings|bonds?)\b|\b(?:u\.?s\.? )?savings bonds?\b|^i[- ]bonds?\b/,
    composition: allIn('fixed_income', 'north_america', 'government_bonds'),
    type: 'bond',
    confidence: 0.9,
    rationale: 'The name says savings bonds of the United States Treasury.',
  },
  {
    id: 'gilts',
    says: /\b(?:uk|united kingdom) (?:treasury|gilt|gov)|\btreasury gilt\b|\btreasury \d.*\bgilts?\b|\bbundes?(?:anl|obl|schatz)|\bbund\b.*\d|\bbtp\b.*\d|\boat\b.*\d/,
    unless: inFund('.'),
    composition: allIn('fixed_income', 'europe', 'government_bonds'),
    type: 'bond',
    confidence: 0.9,
    rationale: 'The name says a bond of a European government.',
  },
  {
    id: 'us-treasuries',
    says: /\bu\.?s\.? treasur|\b(?:united states|u\.?s\.?a?) treas\b|\btreas(?:ury)? (?:nts?|notes?|bds?|bills?|bls?)\b|\btreasur(?:y|ies)\b.*(?:bond|note|bill|securit|\betf\b|fund|index|trust)|(?:ishares|spdr|year|term).*\btreasur(?:y|ies)\b|\bt-bills?\b|\btips\b|inflation[- ]protected|\bu\.?s\.? government (?:bond|securit)/,
    unless:
      /global|international|world|emerging|europe|euro\b|ex-?\s?u\.?s|japan|canad|sterling|gilt|asia|\buk\b|\bu\.k|united kingdom/,
    composition: allIn('fixed_income', 'north_america', 'government_bonds'),
    confidence: 0.9,
    rationale: 'The name says United States Treasury securities.',
  },
  {
    id: 'us-municipals',
    says: /\bmunicipals?\b|\bmuni\b|tax[- ]exempt/,
    unless: /\bmoney\b|global|international/,
    composition: allIn('fixed_income', 'north_america', 'municipal_bonds'),
    confidence: 0.9,
    rationale: 'The name says municipal bonds, which are issued in the United States.',
  },
  {
    id: 'us-mortgage-bonds',
    says: /mortgage[- ]backed|\bgnma\b|\bginnie mae\b|\bmbs\b|securitized/,
    unless: /global|international|world|europe|euro\b/,
    composition: allIn('fixed_income', 'north_america', 'securitized_bonds'),
    confidence: 0.8,
    rationale: 'The name says mortgage-backed bonds and no other country than the United States.',
  },
  {
    id: 'bonds',
    says: new RegExp(
      String.raw`${inFund(BONDS).source}|\b(?:total|core|aggregate|u\.?s\.?|american|global|corporate|government|high[- ]yield|short[- ]term|intermediate|long[- ]term) bond\b|\bemerging (?:markets?|mkts?).*(?:bond|debt|fixed income|income)`,
    ),
    unless: otherwise,
    composition: bondsOf,
    confidence: 0.8,
    rationale:
      'The name says bonds. Where it names no place, that means the United States by the convention of funds sold there; of funds sold elsewhere, and of bonds of several regions, how they are spread is not known, nor who owes them where the name does not say it.',
  },
];
