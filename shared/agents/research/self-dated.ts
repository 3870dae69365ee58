import { everyMatch } from '../every-match.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
/** Days, months and quarters that are counted from the day on which a page was written. */
const COUNTED =
  /\b(?:today|yesterday|tonight|overnight|now|currently|recently|latest|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this|last|next|past) (?:morning|afternoon|evening|night|week|weekend|month|quarter|year)|(?:days?|weeks?|months?|years?) ago|so far|(?:in|during|for|of|since) (?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:in|over|for|during) the (?:day|week|month|quarter|session)|(?:first|second|third|fourth)[- ]quarter)\b/iu;
/** A time that a sentence tells of by its year. */
const OWN_TIME = new RegExp(
  `\\b(?:in|during|throughout|on|to|through|as of|for|of|ended|ending|year)\\s(?:(?:early|late|mid|fiscal|calendar|all of|the year|(?:the )?(?:first|second|third|fourth)[ -](?:quarter|half)(?: of)?|(?:mon|tues|wednes|thurs|fri)day,?)[\\s-])*(?:${MONTH}\\s(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s)?|\\d{1,2}(?:st|nd|rd|th)?\\s${MONTH}\\s)?(?:19|20)\\d\\d\\b|\\b${MONTH}\\s\\d{1,2},\\s(?:19|20)\\d\\d\\b`,
  'giu',
);
/** Before a year that something is compared with, or dates from. */
const COMPARES =
  /\b(?:since|than|from|until|after|before|versus|against|compar\w+|unlike|highest|lowest|worst|best|most|biggest|largest|steepest|strongest|weakest|record|peak|high|low|crisis|crash|launch\w*|found\w*|established|created)\b[^;]*$/iu;
/** Something rises, falls, is traded, bought, sold, earned or told: of a day. */
const MOVES =
  /\b(?:r[io]se[ns]?|rising|f[ae]ll(?:s|en|ing)?|gain(?:s|ed|ing)?|los(?:t|es?|ing)|climb\w*|drop(?:s|ped|ping)?|jump\w*|surg(?:e[sd]?|ing)|soar\w*|s[ai]nk(?:s|ing)?|sunk|slid(?:es?|ing)?|slip\w*|slump\w*|tumbl\w*|plung\w*|rall(?:y|ies|ied|ying)|retreat\w*|advanc(?:e[sd]?|ing)|eas(?:es|ed|ing)|declin\w*|shed(?:s|ding)?|outperform\w*|underperform\w*|beats?|trail(?:s|ed)|clos(?:es|ed)|settl\w+|trad(?:es?|ed|ing) (?:at|near|above|below|for|around|up|down|\d)|is (?:up|down|off)|are (?:up|down|off)|yield(?:s|ed|ing)?|return(?:s|ed)|reported|posted|hit|reached|pulled|poured|attracted|took in|sold|bought|added|cut|raised|lowered|doubled|halved|tripled)\b/iu;
/** Measures that have another figure on another day. */
const MEASURES =
  /\b(?:prices?|priced|yields?|inflation|interest rates?|mortgage rates?|unemployment|valuations?|price-to-\p{L}+|earnings|revenues?|profits?|premium|discount|levels?|(?:in|out)?flows?|market value|market cap\w*|net assets|assets under|assets of|cash|worth|stands? at|returns?|performance|volatility|record (?:high|low)|dividend)\b/iu;
const FIGURE = /\d/u;
/** Figures that are of a name: "S&P 500", "10-year", "401(k)", "MSCI ACWI 100". */
const OF_NAMES =
  /(?<=\b(?:S&P|Russell|Nasdaq|Nikkei|Stoxx|FTSE|Dow|Topix|Target|Retirement)(?:[ -]\p{Lu}\p{L}*)? )\d[\d,]*|\b\d+-(?:year|month|day)\b|\b40[13]\(\p{L}\)|\b\d{3,4}\(\p{L}\)|\b(?:19|20)\d\d\b/giu;
/** What stays so: what a fund holds, costs, follows, and when it was founded. */
const LASTS =
  /\b(?:holds?|owns?|has|have|contains?|includes?|covers?|counts?|spans?|comprises?|consists?|spreads?|invests?|tracks?|follows?|charg(?:es?|ing)|costs?|fees?|expense ratios?|weights?|weighted|founded|established|launched|created|started|began|born|inception|opened|listed|employs?|requires?|minimum|matur\w+)\b/iu;
const A_YEAR = /%|percent|basis points?|\b(?:a|per|each|every) (?:year|\$)|\bannual/iu;
const MONEY = /[$€£]\s?\d|\bdollars?\b/u;
const CHARGES = /\b(?:charg(?:es?|ing)|costs?|fees?|expense ratios?|minimum|requires?)\b/iu;

/**
 * Whether a sentence tells what was so on the day on which it was written: a price, a yield, a level, a flow, a move, or anything "on
 * Thursday". Of a page that nowhere says its day nobody knows which that was, and news of years ago would pass for news of now. Only what
 * lasts is none, what a fund holds, costs or follows and when it was founded, and what a sentence says itself of which year it is; a
 * year that it compares with says nothing of that.
 */
export function isDatedByItsPage(sentence: string): boolean {
  if (hasOwnTime(sentence)) return false;
  if (COUNTED.test(sentence) || MOVES.test(sentence)) return true;
  if (!FIGURE.test(sentence.replace(OF_NAMES, ' '))) return false;
  return !isLasting(sentence);
}

const hasOwnTime = (sentence: string): boolean =>
  everyMatch(OWN_TIME, sentence).some(({ index }) => !COMPARES.test(sentence.slice(0, index)));

/** An amount of money is a price or a balance, unless it is what something charges; "costs $212" is a price. */
function isLasting(sentence: string): boolean {
  if (CHARGES.test(sentence) && (A_YEAR.test(sentence) || /\bminimum\b/iu.test(sentence))) return true;
  return LASTS.test(sentence) && !MEASURES.test(sentence) && !MONEY.test(sentence);
}
