import type { Held, Reading } from '../reading/reading.ts';
import { paragraph } from '../wording/list.ts';

/** What has been gained or lost, as people ask for it. */
const GAINED =
  /\b(?:gain(?:ed|s)?|los[et]s?|loss(?:es)?|profits?|winners?|losers?|cost basis|(?:did|have) (?:i|we) (?:make|made|paid?|earn(?:ed)?)|(?:am i|are we|i['’]m|is|i am) (?:\w+ )?(?:up|down|ahead|behind)|(?:up|down) on)\b/i;
/** What could be gained or lost is another question. */
const SUPPOSED = /\b(?:could|would|might|will|may|if|were to|stand to|going to|risk)\b/i;
/** Of all holdings the one with most: gained, or lost. */
const MOST =
  /\b(?:biggest|largest|most|best|greatest|worst|top)\b[^.?]{0,30}\b(gain\w*|profit\w*|winner|los[est]\w*|loser)\b|\b(?:gain\w*|profit\w*|los[est]\w*)\b[^.?]{0,10}\bthe most\b/i;

/**
 * What was gained or lost on the holdings that a question names, or on the one with most of it; null where it asks for nothing of that.
 *
 * @param named what the question names of what is held
 */
export function gainAsked(reading: Reading, question: string, named: readonly Held[]): string | null {
  if (!GAINED.test(question) || SUPPOSED.test(question)) return null;
  const most = MOST.exec(question);
  const [held, first] =
    named.length > 0 || most === null ? [named, null] : [...extreme(reading, /\blos/i.test(most[0]))];
  if (held.length === 0) return null;
  const known = held.some(({ gain }) => gain !== null);
  return paragraph(
    first,
    ...held.map(gainOf(reading)),
    known && 'That is unrealized: before tax, and without dividends already paid out.',
  );
}

/** The holding that has gained, or lost, most of those whose cost is known. */
function extreme({ holdings, others }: Reading, lost: boolean): [held: Held[], said: string | null] {
  const known = holdings.filter(({ gain }) => gain !== null && (lost ? gain < 0 : gain > 0));
  const [most] = known.toSorted((one, other) => (lost ? 1 : -1) * ((one.gain ?? 0) - (other.gain ?? 0)));
  const all = others === null && holdings.every(({ gain }) => gain !== null);
  if (most === undefined) return [[], null];
  return [[most], all ? null : 'Of the holdings that are listed here and whose cost is known:'];
}

/** What a holding is worth beside what was paid for it. */
export const gainOf =
  ({ money }: Reading) =>
  ({ title, gain, value }: Held): string => {
    if (gain === null) return `What was paid for ${title} is not known, so neither is what it has gained or lost.`;
    if (Math.abs(gain) < 1) return `${title} is worth ${money(value)}, which is what was paid for it.`;
    return `${title} is worth ${money(value)}, ${money(Math.abs(gain))} ${gain > 0 ? 'more' : 'less'} than was paid for it.`;
  };
