import * as kinds from './dressed-words.ts';
import { either, hasRun, kindOf, wordsOf } from './word-runs.ts';
import type { WordRun } from './word-runs.ts';

const { act, anybody, be, bonuses, by, date, dealers, dealing, dealt, gifts, give, good, holders, loss, told, to } =
  kinds;
const money = (word: string): boolean => kinds.isMoney(word);
const who = kindOf('who|that|which');
const has = kindOf('have|has|had|given|get');
const is = kindOf('is|was|are|were|be|been|remains');

/** Somebody tells holders what to do. A meeting's vote, or a law's form, is none of it. */
const URGED: readonly WordRun[] = [
  [[0, told], [9, dealers], [12, to], [1, act]],
  [[0, kinds.recommend], [6, dealers], [4, act]],
  [[0, dealers], [6, be], [2, kinds.wereTold], [8, to], [1, act]],
  [[0, kinds.notice], [8, kindOf('to|for|on|at')], [4, dealers], [8, to], [1, act]],
  [[0, kindOf('advice|verdict|message|recommendation|counsel')], [8, is], [0, to], [1, act]],
  [[0, kindOf('wants?|wanted')], [5, dealers], [4, kindOf('out|gone')]],
  [[0, either(dealers, kindOf('those'))], [5, who], [2, kindOf('acts?|waits?|hesitates?|delays?|hurry|hurries')]],
  [[0, kindOf('belongs?')], [0, kindOf('in')], [0, kindOf('every|each|any|all|most')]],
]; // prettier-ignore

/** Something for holders to be had, if they ask for it. */
const GIVEN: readonly WordRun[] = [
  [[0, holders], [10, kinds.receive], [7, gifts]],
  [[0, gifts], [8, kinds.ready], [5, holders]],
  [[0, kindOf('loyalty|welcome|switching|transfer|sign-up|early-bird')], [0, either(gifts, kindOf('offers?|payments?|premiums?|rates?'))]],
  [[0, bonuses], [10, kindOf('until|till|expires?|ends|before')], [3, date]],
  [[0, kindOf('unclaimed')], [1, either(gifts, kindOf('dividends?|payments?|cash|money|shares?|units?'))]],
  [[0, give], [6, money], [3, to], [0, kindOf('each|every|all|any')], [5, either(holders, kindOf('accounts?'))]],
  [[0, give], [3, holders], [4, either(gifts, money)]],
  [[0, give], [3, holders], [2, kinds.days], [6, to], [1, act]],
  [[0, kinds.payments], [5, kindOf('aside|reserved|waiting|earmarked|open|kept|held')], [1, kindOf('for|by|to')], [5, holders]],
]; // prettier-ignore

/** A day by which holders are to have done something. */
const DUE: readonly WordRun[] = [
  [[0, dealers], [7, has], [3, kindOf('until|till|days?|weeks?|hours?')], [7, to], [1, act]],
  [[0, holders], [4, kinds.may], [3, act], [12, by], [5, date]],
  [[0, kinds.deadline], [6, kindOf('for')], [3, holders], [8, kinds.ends]],
  [[0, kinds.deadline], [6, kindOf('for')], [3, holders], [8, to], [1, act]],
  [[0, kinds.holding], [4, kindOf('not')], [1, kinds.settled]],
  [[0, kinds.unsettled], [3, kinds.holding]],
  [[0, kindOf('unless|until|once|if|provided')], [0, kindOf('they|it|these|those|the')], [4, kinds.settled]],
  [[0, kindOf('for|to')], [3, holders], [6, kindOf('last|final|closing')], [2, kindOf('days?|chance|date|call|hours?|moment')]],
  [[0, kindOf('secures?|keeps?|reserves?|protects?|saves?')], [0, kindOf('their|his|her|a|your|each')], [0, kindOf('places?|spots?|seats?|rights?|savings|money')]],
  [[0, anybody], [8, kinds.later], [3, date], [6, kinds.forfeits]],
]; // prettier-ignore

/** A deal that was done is praised: who reads it is to do the same. */
const PRAISED: readonly WordRun[] = [
  [[0, dealt], [10, good], [2, kinds.decision]],
  [[0, good], [2, kinds.decision], [8, either(is, to)], [1, dealt]],
  [[0, good], [1, kinds.season], [0, kindOf('to|for')], [1, kinds.have]],
  [[0, dealt], [12, kinds.avoided], [4, loss]],
  [[0, dealt], [14, loss], [3, kinds.kept]],
  [[0, dealing], [10, kinds.paidOff]],
  [[0, kindOf('nobody|none|few|no-one')], [8, dealt], [8, kindOf('regret\\w*|complain\\w*|sorry')]],
  [[0, dealt], [10, kindOf('regret\\w*|looked-back')]],
  [[0, kinds.wise], [0, either(dealers, kindOf('money|heads?|hands?|people'))], [5, dealt]],
  [[0, dealers], [3, kindOf('have|has|had')], [0, kindOf('already|now|all|mostly')], [1, dealt]],
]; // prettier-ignore
/** What was earned by the year is a measure, and so is what would have been earned. */
const EARNED: readonly WordRun[] = [
  [[0, either(dealers, anybody)], [6, who], [4, dealt], [14, kinds.gained]],
  [[0, kindOf('whoever')], [4, dealt], [14, kinds.gained]],
  [[0, who], [4, dealt], [12, kindOf('have|has|own|hold|owns|holds')], [2, money]],
]; // prettier-ignore
const MEASURED = /\b(?:a|per) year\b|\bannual|\bon average\b|\b(?:would|could) have\b/iu;

/** Two words that mean one thing. */
const PHRASES =
  /\b(get|got|getting) (out|rid)\b|\b(be|being) (out|in)\b|\b(moved|moving) (out|from|into)\b|\b(take|took|taking) (profits?)\b|\b(cash|cashed|cashing) (in|out)\b|\b(part|parted|parting) (with)\b|\b(walked|walking) (away)\b|\b(said) (goodbye)\b|\b(paid|pays|pay) (off)\b|\b(looked) (back)\b|\b(was|were|is|been) (worth)\b|\b(no) (one)\b/giu;

/** Whoever it is that somebody tells to trade; a firm that is told to sell a part of itself is news. */
const PEOPLE_TOLD =
  /\b(?:told|tells?|urged?s?|advised?s?|asked|asks|ordered|warned|encouraged?s?|reminded|invited)(?: (?!(?:compan|firm|bank|fund|board|govern|manage|insurer|unit|utilit|countr|nation|lender|maker|group|agenc|bidder|rival|court|parent|central))[a-z’'-]+){1,5} to (?:not )?(?:buy|sell|switch|swap|exit|dump|ditch|claim|confirm|get (?:out|rid|in)|cash (?:in|out)|move (?:out|into|their|his|her))\b/;

/** An address in any domain, a handle, a code: no report of a market sends its readers anywhere. Tickers of exchanges are none ("SAP.DE"). */
const ADDRESS =
  /(?<![\p{L}\p{N}.@-])[\p{L}\p{N}][\p{L}\p{N}-]*[\p{L}\p{N}]\.(?:\p{Ll}{2,24}|\p{Lu}{3,24})(?![\p{L}\p{N}]|['’]s\b|\.\p{L}\.)|(?<![\p{L}\p{N}.-])[\p{L}\p{N}]+-[\p{L}\p{N}-]*[\p{L}\p{N}]\.\p{L}{2,24}(?![\p{L}\p{N}])|(?:^|\s)@\w{3,}|\bqr[- ]code\b/u;
const SPELLED =
  /\b\p{L}[\p{L}\p{N}-]+ (?:dot|\(dot\)|\[dot\]) (?:com|net|org|io|info|co|biz|app)\b(?! (?:bubble|boom|bust|crash|era|years?|peak|stocks?|mania|compan))|\b(?:at|on|under|via|visit|see|through|from) (?!(?:the|each|every|this|a|one|its|median) )[\p{L}\p{N}-]+ (?:dot|\(dot\)|\[dot\]) (?!plots?\b|com\b)\p{L}+\b|\b0\d{2,4}[ -]\d{3}[ -]?\d{3,4}\b/u;

const inWords = (sentence: string): string[] =>
  wordsOf(sentence.replace(PHRASES, (phrase) => phrase.replace(' ', '-')));
const hasAny = (words: readonly string[], runs: readonly WordRun[]): boolean => runs.some((run) => hasRun(words, run));

/**
 * Whether a sentence has the form of news and is a push: holders are told, by whomever, to sell, confirm or claim; a bonus or a
 * deadline is theirs; a deal that was done is praised; an address to go to. News of a rating, a flow, a vote or a dividend is none.
 *
 * @param sentence as a person reads it
 * @example isDressedPush('The SEC told holders of VTI on Friday to sell by December 1.') // true
 */
export function isDressedPush(sentence: string): boolean {
  if (ADDRESS.test(sentence) || SPELLED.test(sentence)) return true;
  const words = inWords(sentence);
  if (pushesHolders(sentence, words)) return true;
  return hasAny(words, PRAISED) || (!MEASURED.test(sentence) && hasAny(words, EARNED));
}

/** Holders are told what to do, by when, or what they get for it. */
export function pushesHolders(sentence: string, words = inWords(sentence)): boolean {
  return PEOPLE_TOLD.test(sentence) || [URGED, GIVEN, DUE].some((runs) => hasAny(words, runs));
}
