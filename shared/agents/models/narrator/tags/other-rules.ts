import { allIn } from './name-rule.ts';
import type { NameRule } from './name-rule.ts';

const leveraged =
  /\b-?[1-4](?:\.\d+)?x\b|\bultra(?:pro|short)?\b|\binverse\b|\bleveraged\b|\bbear\b|\bdaily bull\b|\bshort (?:s&p|qqq|dow|russell|nasdaq)/;
const notLeveraged = /ultra[- ]?short[- ](?:term|duration|income|bond)/;

/** Whether a name says a fund that multiplies or inverts what a market does in a day. */
export function isLeveraged(name: string | undefined): boolean {
  const said = name?.toLowerCase() ?? '';
  return leveraged.test(said) && !notLeveraged.test(said);
}

/** What a reader should know of such a fund. */
export const LEVERAGED =
  'Its name says a leveraged or inverse fund: such funds multiply a market’s daily moves and can lose most of their value in months';

/** What must be ruled out first, and what is neither shares nor bonds. */
export const exceptionRules: readonly NameRule[] = [
  {
    id: 'leveraged-or-inverse',
    says: leveraged,
    unless: notLeveraged,
    composition: null,
    confidence: 0,
    rationale: 'The name says a leveraged or inverse fund, whose exposure is not what it holds.',
  },
];

export const cashRules: readonly NameRule[] = [
  {
    id: 'money-market',
    says: /money market|money mkt|cash reserves?|\bsweep\b|bank deposit|settlement fund|\bfdic\b|federal money|treasury only portfolio/,
    composition: allIn('cash', 'global', 'cash'),
    confidence: 0.9,
    rationale: 'The name says money market or a bank balance, which is counted as cash.',
  },
];

export const realAssetRules: readonly NameRule[] = [
  {
    id: 'real-estate-abroad',
    says: /(?:global|international|world|ex-?\s?u\.?s\.?|developed).*(?:\breits?\b|real estate)|(?:\breits?\b|real estate).*(?:global|international|world|ex-?\s?u\.?s)/,
    composition: null,
    confidence: 0,
    rationale: 'The name says real estate in several regions but not how it is spread between them.',
  },
  {
    id: 'us-real-estate',
    says: /\breits?\b|real estate/,
    composition: allIn('real_estate', 'north_america', 'real_estate'),
    confidence: 0.7,
    rationale: 'The name says real estate and no region, which by convention means the United States.',
  },
  {
    id: 'precious-metals',
    says: /\b(?:gold|silver|platinum|palladium|precious metals)\b.*(?:trust|shares|bullion|physical|etf|etc|fund|minishares)|(?:physical|bullion).*\b(?:gold|silver|platinum|palladium)\b/,
    unless: /miner|mining|producers|explor|royalt|equit|corp|inc\b|ltd/,
    composition: allIn('commodities', 'global', 'commodities'),
    confidence: 0.9,
    rationale: 'The name says the metal itself, a commodity that belongs to no region.',
  },
  {
    id: 'commodities',
    says: /\bcommodit(?:y|ies)\b/,
    unless: /equit|producers|stock/,
    composition: allIn('commodities', 'global', 'commodities'),
    confidence: 0.8,
    rationale: 'The name says commodities, which belong to no region.',
  },
  {
    id: 'crypto',
    says: /\bbitcoin\b|\bethereum\b|\bether\b|\bsolana\b|\blitecoin\b|\bcryptocurrenc/,
    unless: /miner|mining|equit|innovators|companies/,
    composition: allIn('alternatives', 'global', 'other'),
    confidence: 0.9,
    rationale: 'The name says a cryptocurrency, an alternative asset that belongs to no region.',
  },
];
