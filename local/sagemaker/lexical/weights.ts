import type { Word } from './words.ts';

/** Words that say how others hang together. */
const function_ = words(`
  a about above after again against all also although always am an and any are as at be because been before being below between both
  but by can cannot could did do does doing down during each either else ever few for from further get gets had has have having he her
  here hers him his how however i if in into is it its itself just let like may me might more most much must my nor not now of off on
  once one only or other our out over own per put rather same shall she should since so some still such than that the their them then there these
  they this those through to too under until up upon us very via was we well were what when where whether which while who whom whose why will with
  within without would yet you your de la le et der die das und`);

/** What nearly every text about money holds: it tells texts apart less than other words do. */
const common = words(`
  according amount analyst analysts average based billion business change company companies corporate current data day days end expected
  february financial first fund funds general good group high higher increase information invest investing investment investments investor investors
  january last level low lower make management many market markets million month months new next number october percent people person portfolio
  price prices quarter rate report reported result results return returns rise risk said say says second september share shares since stock stocks
  term third time today total two use used value way week work world year years`);

/**
 * How much a word tells one text from another. An inverse document frequency needs a collection, and the endpoint sees one text
 * at a time: instead, function words count a twelfth, what is common in texts about money half, symbols most, and long words (rarer
 * ones, by Zipf's law of abbreviation) a little more than short ones.
 */
export function weightOf({ text, isSymbol }: Word): number {
  if (isSymbol) return 2.2;
  if (function_.has(text)) return 0.08;
  if (common.has(text)) return 0.5;
  if (/^\p{N}/u.test(text)) return text.length === 4 ? 0.8 : 0.6;
  return 1 + 0.05 * Math.min(6, Math.max(0, text.length - 4));
}

/** Whether a word says nothing by itself. */
export function isFunctionWord(text: string): boolean {
  return function_.has(text);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
