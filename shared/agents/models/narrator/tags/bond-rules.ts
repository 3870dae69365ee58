import { allIn } from './name-rule.ts';
import type { NameRule } from './name-rule.ts';

/** A bond fund that looks beyond the United States: its name does not say how it is spread. */
const abroad = /global|international|world|emerging|europe|euro\b|ex-?\s?u\.?s|japan|canad|sterling|gilt|asia/;

export const bondRules: readonly NameRule[] = [
  {
    id: 'emerging-market-bonds',
    says: /emerging (?:markets?|mkts?).*(?:bond|debt|fixed income|income)/,
    composition: allIn('fixed_income', 'emerging_markets', 'other'),
    confidence: 0.8,
    rationale:
      'The name says bonds of emerging markets; it does not say of governments or companies, so the sector is Other.',
  },
  {
    id: 'us-treasuries',
    says: /\bu\.?s\.? treasur|\b(?:united states|u\.?s\.?a?) treas\b|\btreas(?:ury)? (?:nts?|notes?|bds?|bills?|bls?)\b|\btreasur(?:y|ies)\b.*(?:bond|note|bill|securit|\betf\b|fund|index|trust)|(?:ishares|spdr|year|term).*\btreasur(?:y|ies)\b|\bt-bills?\b|\btips\b|inflation[- ]protected|\bu\.?s\.? government (?:bond|securit)/,
    unless: abroad,
    composition: allIn('fixed_income', 'north_america', 'government_bonds'),
    confidence: 0.9,
    rationale: 'The name says United States Treasury securities.',
  },
  {
    id: 'us-municipals',
    says: /\bmunicipals?\b|\bmuni\b|tax[- ]exempt/,
    unless: abroad,
    composition: allIn('fixed_income', 'north_america', 'municipal_bonds'),
    confidence: 0.9,
    rationale: 'The name says municipal bonds, which are issued in the United States.',
  },
  {
    id: 'us-mortgage-bonds',
    says: /mortgage[- ]backed|\bgnma\b|\bginnie mae\b|\bmbs\b|securitized/,
    unless: abroad,
    composition: allIn('fixed_income', 'north_america', 'securitized_bonds'),
    confidence: 0.8,
    rationale: 'The name says mortgage-backed bonds and no other country than the United States.',
  },
  {
    id: 'us-corporate-bonds',
    says: /corporate (?:bond|debt)|corp bond|high[- ]yield (?:bond|corp)|investment[- ]grade (?:bond|corp)|junk bond/,
    unless: abroad,
    composition: allIn('fixed_income', 'north_america', 'corporate_bonds'),
    confidence: 0.7,
    rationale: 'The name says corporate bonds and no region, which by convention means the United States.',
  },
  {
    id: 'us-bond-market',
    says: /total bond|(?:u\.?s\.? |core )?aggregate bond|(?:u\.?s\.?|american) bond|core bond|\bagg\b.*bond/,
    unless: abroad,
    composition: allIn('fixed_income', 'north_america', 'other'),
    confidence: 0.7,
    rationale:
      'The name says the broad United States bond market; how it is spread over issuers it does not say, so the sector is Other.',
  },
];
