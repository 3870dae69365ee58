import { CONTRACT_VALUE } from '../../../../finance/contract-value.ts';
import { leveraged, notLeveraged } from './leveraged.ts';
import { allIn } from './name-rule.ts';
import type { NameRule } from './name-rule.ts';
import { regionByConvention } from './places.ts';

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
  {
    id: 'options-on-stocks',
    says: /covered call|premium income|buy-?write|\bput-?write|\bbuffer\b|yieldmax|option income|defined outcome|long\/short|market neutral|managed futures/,
    composition: null,
    confidence: 0,
    rationale: 'The name says a fund that trades options or bets both ways, whose exposure is not what it holds.',
  },
];

export const cashRules: readonly NameRule[] = [
  {
    id: 'treasury-bills',
    says: /\bt[- ]?bills?\b|\btreas(?:ury)? (?:bills?|bls?)(?![a-z])|^\d{1,2}[- ](?:weeks?|wks?) bills?\b|^cash management bills?$/,
    unless:
      /global|international|world|emerging|europe|euro\b|ex-?\s?u\.?s|japan|canad|sterling|asia|\buk\b|\bu\.k|\bbonds?\b|\bnotes?\b/,
    composition: allIn('cash', 'global', 'cash'),
    confidence: 0.9,
    rationale: 'The name says Treasury bills, which are due within a year and are counted as cash.',
  },
  {
    id: 'money-market',
    says: /money market|money mkt|cash reserves?|\bsweep\b|bank deposit|settlement fund|\bfdic\b|\bdeposit prog(?:ra?m)?\b|\binsured (?:bank )?deposits?\b|federal money|treasury only portfolio/,
    composition: allIn('cash', 'global', 'cash'),
    confidence: 0.9,
    rationale: 'The name says money market or a bank balance, which is counted as cash.',
  },
  {
    id: 'savings-account',
    says: /\b(?:high[- ]yield|online|regular|joint|bank|emergency) savings?\b|\b(?:savings?|checking|chequing) (?:accounts?|accts?|a\/c)\b|^(?:my |our )?(?:savings|hysa|emergency fund)$/,
    unless:
      /\b(?:bonds?|notes?|etfs?|trust|college|education|529|health|medical|tax|retirement|thrift|plan|inc|corp|bancorp|financial|holdings?|plc|ltd)\b|(?<!\bemergency )\bfunds?\b/,
    composition: allIn('cash', 'global', 'cash'),
    type: 'cash',
    confidence: 0.9,
    rationale: 'The name says an account at a bank, whose balance is counted as cash.',
  },
  {
    id: 'money-market-abroad',
    says: /\bgeldmarkt|\bmon[ée]taire\b|\btagesgeld\b|\bfestgeld\b|\blivret\b|\bpremium bonds?\b|\bcash (?:isa|fund|trust)\b|\bovernight\b.*(?:\betf\b|swap|ucits)/,
    composition: allIn('cash', 'global', 'cash'),
    confidence: 0.8,
    rationale: 'The name says a money market fund or a savings account, which is counted as cash.',
  },
  {
    id: 'g-fund',
    says: /(?:\btsp\b|thrift savings).*\bg[- ]fund\b/,
    composition: allIn('fixed_income', 'north_america', 'government_bonds'),
    confidence: 0.9,
    rationale:
      'The name says the G Fund of the Thrift Savings Plan: securities of the US Treasury that are issued to the plan alone.',
  },
  {
    id: 'stable-value',
    says: CONTRACT_VALUE,
    composition: allIn('fixed_income', 'global', 'other'),
    confidence: 0.7,
    rationale:
      'The name says a stable value fund or an account whose interest an insurer guarantees; it is counted as bonds, in whose place it stands, though its balance does not fall as theirs does and it may be hard to take out.',
  },
];

export const realAssetRules: readonly NameRule[] = [
  {
    id: 'real-estate',
    says: /\breits?\b|real estate|\bimmobilien\w*|\bimmobilier|\bscpi\b|\bpropert(?:y|ies)\b.*(?:fund|etf|index|ucits)|\bproperty yield\b/,
    composition: (name, beside) => allIn('real_estate', regionByConvention(name, beside), 'real_estate'),
    confidence: 0.7,
    rationale:
      'The name says real estate. Where it names no place, that means the United States by the convention of funds sold there; of several regions, and of funds sold elsewhere, how it is spread is not known.',
  },
  {
    id: 'rental-property',
    says: /\b(?:rental|rented|investment|buy[- ]to[- ]let|let) (?:propert(?:y|ies)|houses?|homes?|apartments?|condos?|flats?|units?)\b|\b(?:duplex|triplex|fourplex)\b/,
    unless: /\b(?:funds?|etfs?|index|mortgage|loan|inc|corp|plc|ltd|co|nyse|common|invitation)\b/,
    composition: (name, beside) => allIn('real_estate', regionByConvention(name, beside), 'real_estate'),
    type: 'other',
    confidence: 0.7,
    rationale:
      'The name says a property that is let, which is counted as real estate; where it names no place, in the United States by convention.',
  },
  {
    id: 'precious-metals',
    says: /^(?:my |our )?(?:gold|silver|platinum|palladium|precious metals)$|\b(?:gold|silver|platinum|palladium)\b.*\b(?:coins?|bars?|eagles?|ingots?|ounces?|oz)\b|\bkrugerrands?\b|\b(?:gold|silver|platinum|palladium|precious metals)\b.*\b(?:trust|shares|bullion|physical|etf|etc|minishares)\b|(?:physical|bullion|xetra-?|euwax ).*(?:gold|silver|platinum|palladium)\b/,
    unless:
      /miner|mining|producers|explor|royalt|equit|\bcorp|\binc\b|\bltd\b|\bplc\b|\bcommon\b|\bord(?:inary)?\b|\badrs?\b|\bholdings?\b|\bresources?\b/,
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
    unless: /miner|mining|equit|innovators|companies|\binc\b|\bcorp\b|\bplc\b|\bltd\b|\bdepot\b/,
    composition: allIn('alternatives', 'global', 'other'),
    confidence: 0.9,
    rationale: 'The name says a cryptocurrency, an alternative asset that belongs to no region.',
  },
];
