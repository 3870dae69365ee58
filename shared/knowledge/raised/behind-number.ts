import { MARK } from './marks.ts';

const NUMBER = /\d[\d.,]*$/u;
const CURRENCY = /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY))\s?$/u;
/** What is multiplied or equated is a power's base. */
const OPERATOR = /(?:[×*·=^]|\bx|\btimes|\bby)\s?$/iu;
/** Units in which texts on markets count, and nothing is raised to a power. */
const COUNTED =
  /^\s?(?:%|percent\b|per cent\b|percentage\b|basis points?\b|bps?\b|thousand\b|[mbt]r?illions?\b|[mb]n\b|[MBK]\b)/iu;
/** A day of a month, a quarter, or a number that is part of a name: "S&P 500". */
const OF_A_NAME =
  /(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\p{Ll}*\.?\s|\b(?:S&P|Nasdaq|NASDAQ|FTSE|Russell|Nikkei|Dow|DAX|CAC|Stoxx|STOXX|MSCI|Fortune|ASX|TSX|BSE|Nifty)(?:\s\p{L}+)?\s|\p{L}-?|[\d.,](?:-|–))$/u;
const OF_A_DATE = /^\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/u;
/** One and so much more: what grows is multiplied by it, year by year. */
const GROWTH = /^1\.\d+$/u;
/** No other number above it is a base: "103⁴ stocks" has a note. */
const LARGEST_BASE = 20;
const CENTS = /^\d\d$/u;

/**
 * What a raised number behind a number is: a power, which is written "10^9", or the mark of a note, which is nothing. Where neither is certain it is
 * written as a power and marked unsure.
 *
 * @param before what stands before it, with the number
 * @param next the beginning of what stands behind it
 */
export function behindNumber(before: string, raised: string, next: string): string {
  const [number = ''] = NUMBER.exec(before) ?? [];
  const context = before.slice(0, before.length - number.length);
  const power = `^${raised.replace(/[−–]/u, '-')}`;
  if (/^[-−–]/u.test(raised)) return power;
  if (/^[01]$|^0/u.test(raised) || /[.,]$/u.test(number)) return '';
  const isMoney = CURRENCY.test(context);
  const isCounted = COUNTED.test(next);
  // "$19⁹⁹" is a price, and "$19¹²" is one with a note.
  if (isMoney && !isCounted && CENTS.test(raised) && !/[.]/u.test(number)) return power + MARK.unsure;
  if (isMoney || isCounted) return '';
  if (OPERATOR.test(context)) return power;
  if (OF_A_NAME.test(context) || OF_A_DATE.test(next)) return '';
  if (GROWTH.test(number)) return power + MARK.unsure;
  const isBase = /^10+$/u.test(number) || Number(number) <= LARGEST_BASE;
  return /[.,]|\d{4}/u.test(number) || !isBase ? '' : power + MARK.unsure;
}
