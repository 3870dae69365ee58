import { everyMatch } from '../../every-match.ts';
import { isOfSecurity } from './whose-price.ts';

/** A price that a sentence says something has, in US dollars. */
export interface SaidPrice {
  usd: number;
  /** Of which time: `now`, as far as it does not say; `lately`: a high, a low, a target, a month; `before`: a year gone by or another count of shares. */
  of: 'now' | 'lately' | 'before';
  /** Whether the sentence says that it is a security's; it may be said elsewhere. */
  isTold: boolean;
  /** The sentence up to the amount. */
  before: string;
}

/** Dollars and cents, no millions. */
const AMOUNT =
  /(?:US|USD\s?)?\$\s?(\d[\d,]*(?:\.\d+)?)(?![\d.,]*\s?(?:billion|million|trillion|thousand|bn|mn|m|k|b|t)\b)|\b(\d[\d,]*(?:\.\d+)?) (?:US )?dollars?\b|\b(\d[\d,]*(?:\.\d+)?|half an?|an?|one) (?:cents?|penny)\b/gu;
/** What has a price, is traded or moves, shortly before the amount. */
const TRADED =
  /\b(?:pric(?:e[sd]?|ing)|quot(?:ed?|es)|clos(?:ed?|es|ing)|end(?:ed|s)|finish(?:ed|es)|settle[ds]?|open(?:ed|s)|trad(?:e[ds]?|ing)|changed hands|stands?|stood|costs?|sells?|sold|bought|buys?|worth|valued|fell|falls?|fallen|rose|rises?|risen|drop(?:ped|s)|slid|slipped|climbed|jumped|plunged|sank|crashed|tumbled|soared|surged|declined|advanced|moved|went|hit|hits|reached|touched|crossed|broke|is|are|was|now)\b[^$;]{0,60}$/iu;
/** Between that and the amount: "to", "at a record". */
const JOINED =
  /(?:\b(?:to|at|near|around|below|above|under|over|for|from|is|was|are|of|hit|hits|reached|touched|crossed|costs?|worth|buys?|price:?)(?: (?:a|an|the|just|only|about|roughly|nearly|almost|now|record|new|all-time|high|low|price|close|of|at|today|below|above|under|over))*|:)\s$/iu;
/** Amounts that are no price of a share: what it pays or earns, what a fund takes, what somebody put in, what other things cost. */
const OTHERWISE =
  /\b(?:dividends?|distribution\w*|payouts?|pays?|paid|earn\w*|profits?|revenues?|sales|income|fees?|charg\w+|expenses?|coupons?|interest|invest(?:ment|ed|ing)\w*|portfolio|stake|position|account|deal|takeover|acquisition|assets|market value|capitali[sz]ation|contracts?|ounces?|barrels?|bushels?|gallons?|tons?|oil|crude|gold|silver|copper|bitcoin|ether|options?|strike|premium|cash flow|book value|euros?|pounds?|yen)\b/iu;
const PER = /^\s?(?:a|an|per|each|every) (?:year|month|week|quarter|ounce|barrel|ton|gallon|user|hour|customer|\$)/iu;
const BEFORE = /\b(?:splits?|went public|ipo|initial public offering|ago|adjusted|back in|decades?)\b/iu;
const LATELY = /\b(?:record|highs?|lows?|peak|bottom|targets?|52-week|year['’]s|earlier|since|once|before|in (?:January|February|March|April|May|June|July|August|September|October|November|December)|this year)\b/iu; // prettier-ignore
const YEAR = /\b((?:19|20)\d\d)\b/gu;

/**
 * The prices of a share or a unit that a sentence says, as far as it says them in dollars or cents; what something pays, earns or
 * takes is none, and neither is what
 * anything else costs: a home, a car.
 *
 * @param year in which it was written
 */
export function saidPrices(sentence: string, year: number): SaidPrice[] {
  return everyMatch(AMOUNT, sentence).flatMap((found): SaidPrice[] => {
    const [all, dollars, worded, cents] = found;
    const before = sentence.slice(Math.max(0, found.index - 90), found.index);
    const after = sentence.slice(found.index + all.length);
    const about = before.split(/[;,](?=\s)/u).at(-1) ?? '';
    if (!JOINED.test(before) || !TRADED.test(before) || PER.test(after)) return [];
    if (OTHERWISE.test(about) || OTHERWISE.test(after.slice(0, 25))) return [];
    const isSecurity = isOfSecurity(sentence.slice(0, found.index), after);
    if (isSecurity === false) return [];
    const usd = cents === undefined ? numberOf(dollars ?? worded ?? '') : centsOf(cents) / 100;
    return Number.isFinite(usd) && usd > 0 ? [{ usd, of: timeOf(sentence, year), isTold: isSecurity === true, before: sentence.slice(0, found.index) }] : [];
  });
} // prettier-ignore

function timeOf(sentence: string, year: number): SaidPrice['of'] {
  if (BEFORE.test(sentence) || everyMatch(YEAR, sentence).some(([, said]) => Number(said) < year)) return 'before';
  return LATELY.test(sentence) ? 'lately' : 'now';
}

const centsOf = (text: string): number => (text.startsWith('half') ? 0.5 : /^\p{L}/u.test(text) ? 1 : numberOf(text));

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));
