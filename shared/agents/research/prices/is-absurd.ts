import { everyMatch } from '../../every-match.ts';
import { KNOWN_SYMBOLS } from '../strangers/known-securities.ts';
import { companiesIn } from '../strangers/company-names.ts';
import { companies } from '../../../database/seeds/reference/companies.ts';
import { saidPrices } from './said-prices.ts';
import { isOfSecurity } from './whose-price.ts';

/** Dollars for a share below and above which hardly any that people hold is traded. */
const PENNIES = 0.05;
const FORTUNE = 25_000;
/** The shares that cost more. */
const DEAR = /\b(?:Berkshire|BRK|class A|bitcoin|BTC|NAV per unit|minimum)\b/iu;
/** Percent in a day or a week beyond which no fund moves, and no company: one that goes bankrupt loses most of its price. */
const IN_DAYS = { fund: { fall: 40, rise: 60 }, company: { fall: 90, rise: 300 } } as const;
/** Percent without any time, as from a high of years ago. */
const EVER = { fund: { fall: 80, rise: 1000 }, company: { fall: 97, rise: 1000 } } as const;
/** What holds many securities, tells of many, or is no share. */
const FUND =
  /\b(?:funds?|ETFs?|trusts?|ind(?:ex(?:es)?|ices)|bonds?|treasur(?:y|ies)|markets?|stocks|equities|securities|sectors?|gold|silver|S&P|Nasdaq|Dow|Vanguard|iShares|SPDR|Invesco|Schwab U\.S\.)(?![\p{L}\p{N}])/iu;
/** Where a share is traded: "(NASDAQ: FISV)", "on the Nasdaq". */
const EXCHANGE =
  /\b(?:NYSE|NASDAQ)\s?:|\bon the (?:Nasdaq|New York Stock Exchange)\b|\b(?:stock )?market (?:open|close|value|cap\w*)\b/giu;
const SHARES = /\b(?:shares|stock)\b/iu;
const COMPANY_SYMBOLS: ReadonlySet<string> = new Set(companies.map(([symbol]) => symbol));
const SYMBOL = /(?<![\p{L}\p{N}])\p{Lu}{2,5}(?![\p{L}\p{N}])/gu;
/** By how much; "fell to 83%" and "down from 92%" say a level. */
const FALL = /\b(?:los(?:t|es?|ing)|f[ae]ll(?:en|s|ing)?|drop(?:ped|s)?|plung\w+|crash\w*|sank|sunk|tumbled?|slumped?|collaps\w+|declin\w+|shed|down|slid|plummet\w*|crater\w*|wiped out|dives?|dived)\b[^.;%]{0,30}?(?<![\d.,])(?<!\b(?:to|from|at) (?:(?:about|around|nearly|just|only|an?|some) )?)(\d[\d,]*(?:\.\d+)?)\s?(?:%|percent)/giu; // prettier-ignore
const RISE = /\b(?:r[io]se[sn]?|gain(?:ed|s)?|jump(?:ed|s)?|soar\w*|surg\w+|climb(?:ed|s)?|up|add(?:ed|s)|rall(?:ied|ies)|skyrocket\w*|returned|made|shot up)\b[^.;%]{0,30}?(?<![\d.,])(?<!\b(?:to|from|at) (?:(?:about|around|nearly|just|only|an?|some) )?)(\d[\d,]*(?:\.\d+)?)\s?(?:%|percent)/giu; // prettier-ignore
const DAYS =
  /\b(?:yesterday|today|tonight|overnight|this (?:morning|afternoon|week)|last (?:night|week)|(?:on|last|this) (?:Mon|Tues|Wednes|Thurs|Fri)day|(?:in|within) (?:(?:a|one|just|under|less than)\s)*(?:single )?(?:days?|sessions?|hours?|minutes?|nights?|week)|single (?:day|session)|within (?:hours|minutes)|one-day)\b/iu;
/** A time over which much can happen. */
const LONG =
  /\b(?:1[89]|20)\d\d\b|\b(?:since|decades?|lifetime|inception|(?:past|last|over|in|after|for) (?:\w+ ){0,2}years?|years?)\b/iu;
/** What moves so, and is no price of what people hold. */
const OTHER =
  /\b(?:volumes?|turnover|trading in|options?|revenues?|profits?|sales|earnings|income|orders?|outflows?|inflows?|flows|yields?|bookings?|dividends?|deliver\w+|shipments?|costs?|output|traffic|premiums?|debut|first day|offering|warrants?|bitcoin|crypto\w*|tokens?|losses|users?|customers?|jobs|members?|odds|chance|probability|volatility|vix|exports?|imports?)\b/iu;
/** How it was traded, of which nothing is told: "on heavy volume". */
const TRADED =
  /\b(?:on|amid) (?:(?!trading\b)[\w-]+ ){0,2}(?:volumes?|turnover|trading)\b|\bin (?:heavy|thin|light|brisk|active|quiet|busy|early|late|morning|afternoon|after-hours|pre-?market|extended|volatile) (?:volumes?|turnover|trading)\b/giu;
/** A close is of a day, where nothing says from when is counted. */
const CLOSED = /\bclos(?:ed?|es|ing) (?:the (?:day|session) )?(?:down|up|at|on|lower|higher)\b/iu;
const COUNTED_FROM = /\b(?:from|below|above|off) (?:its|their|the|an?) (?:[\w-]+ ){0,3}(?:highs?|lows?|peaks?|records?|level)\b|\bso far\b|\bthis (?:year|quarter|month)\b/iu; // prettier-ignore

/**
 * Whether a sentence says a price or a move of a security that cannot be, whichever it is: a share for a cent or for a fortune, a
 * fund that lost half of itself in a day, a company that lost nearly all of itself. What is said of anything else, such as a home or a wage, is judged nowhere. Of a time
 * long gone much is true that is not said here.
 *
 * @param sentence as it is read (`viewOf`)
 */
export function isAbsurd(sentence: string): boolean {
  const prices = saidPrices(sentence, Number.POSITIVE_INFINITY).filter(({ of, isTold }) => of !== 'before' && isTold);
  if (prices.some(({ usd }) => usd <= PENNIES || (usd >= FORTUNE && !DEAR.test(sentence)))) return true;
  if (OTHER.test(sentence.replace(TRADED, ' '))) return false;
  const inDays = DAYS.test(sentence) || (CLOSED.test(sentence) && !COUNTED_FROM.test(sentence) && !LONG.test(sentence));
  const kind = isOfCompany(sentence) ? 'company' : 'fund';
  const isLong = LONG.test(sentence) || (kind === 'company' && COUNTED_FROM.test(sentence));
  const most = inDays ? IN_DAYS[kind] : isLong ? null : EVER[kind];
  return most !== null && (beyond(sentence, FALL, most.fall) || beyond(sentence, RISE, most.rise));
}

/** Whether what moves is the share of one company: it may lose in a day what no fund does. */
function isOfCompany(sentence: string): boolean {
  const symbols = sentence.match(SYMBOL) ?? [];
  if (
    FUND.test(sentence.replace(EXCHANGE, ' ')) ||
    symbols.some((one) => KNOWN_SYMBOLS.has(one) && !COMPANY_SYMBOLS.has(one))
  )
    return false;
  return SHARES.test(sentence) || companiesIn(sentence).length > 0;
}

const beyond = (sentence: string, moves: RegExp, most: number): boolean =>
  everyMatch(moves, sentence).some(
    ({ 0: said, 1: percent = '', index }) =>
      Number(percent.replaceAll(',', '')) >= most &&
      isOfSecurity(sentence.slice(0, index), sentence.slice(index + said.length)) === true,
  );
