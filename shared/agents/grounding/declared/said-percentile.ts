import { FIGURE } from '../polarity/placed.ts';
import { SHARE, shareOf } from '../share-in-words.ts';

const MIDDLE = /\b(?:(?:in|at) the (?:median|middle|typical|average|central)\b|typical(?:ly)?|the (?:median|middle)\b|half of (?:the|them|all|those)\b|on average|usual(?:ly)?|as a rule)/i; // prettier-ignore
const RANKED = /\b(?:worst|best|bad|poor|good|luck\w*|unluck\w*|percentile|tenth|twentieth|quarter|one in|(?:5|10|25|75|90|95) ?(?:%|percent)|or (?:more|less)|at (?:least|most)|top|bottom|upper|lower|severe\w*|range|between|middle half|(?:less|more) than|under|over|chance)\b/i; // prettier-ignore

/** The words that say of an end of the range that it is its middle; null where none do. */
export function saidMiddle(clause: string, sentence: string): string | null {
  if (/\btypical (?:good|bad)\b/i.test(clause)) return MIDDLE.exec(clause)?.[0] ?? null;
  return RANKED.test(sentence) ? null : (MIDDLE.exec(clause)?.[0] ?? null);
}

const FUTURES = String.raw`(?:(?:the|all|our|simulated|possible) )*(?:futures?|simulations?|scenarios?|cases?|paths?|outcomes?|times?|runs|lives)`;
const OF_FUTURES = new RegExp(
  String.raw`(?<![\d.,])${SHARE}(?:(?: of)? ${FUTURES}| (?:chance|probability|risk|likelihood)|(?<= in .*))(?![\w-])`,
  'giu',
);
const LESS = new RegExp(String.raw`\b(?:less|fewer|lower|below|under|short of|at most|no more than|not more than)(?: than)?(?: \w+){0,2} ${FIGURE}|${FIGURE} or (?:less|below|under)`, 'iu'); // prettier-ignore
const MORE = new RegExp(String.raw`\b(?:more|higher|above|over|at least|no less than|exceed\w*|beyond)(?: than)?(?: \w+){0,2} ${FIGURE}|${FIGURE} or (?:more|above|over)`, 'iu'); // prettier-ignore
/** Of both ends of a range. */
const A_RANGE = /\b(?:between|middle|rang\w+|from|spread|span\w*)\b/iu;
const ROOM = 1;

/** The words that say of a balance at the end of so many percent of the futures that it is that of another share of them; null where none do. */
export function otherShare(clause: string, percentile: number): string | null {
  const said = [...clause.matchAll(OF_FUTURES)];
  const [match] = said;
  // "Between one in twenty and one in four": each has its own.
  if (match === undefined || said.length > 1 || A_RANGE.test(clause)) return null;
  const share = 100 * shareOf(match.groups ?? {});
  const [below, above] = [LESS.test(clause), MORE.test(clause)];
  const fits = (one: number): boolean => Math.abs(share - one) <= ROOM;
  const isSo = below === above ? fits(percentile) || fits(100 - percentile) : fits(below ? percentile : 100 - percentile); // prettier-ignore
  return Number.isNaN(share) || isSo ? null : match[0];
}
