import { labelOf } from '../../../../finance/labels.ts';
import { namedIn } from '../plan/parts-asked.ts';
import type { PartNamed } from '../plan/parts-asked.ts';
import { questionsOf } from '../plan/clauses.ts';
import { slotted } from '../plan/slots.ts';
import { namedHoldings } from '../../../../finance/named-holdings.ts';
import type { Held, Reading } from '../reading/reading.ts';
import { lower } from '../report/breakdown-words.ts';
import { isOfFunds } from './most-held.ts';
import { gain } from './portfolio-observations.ts';
import { list, paragraph } from '../wording/list.ts';

/** What has been gained or lost, as people ask for it. */
const GAINED =
  /\b(?:gain(?:ed|s)?|los(?:[et]s?|ing)|loss(?:es)?|profits?|winners?|losers?|cost basis|(?:average|purchase|original|buying) (?:cost|price)|(?:did|have) (?:i|we) (?:make|made|pa(?:y|id)|earn(?:ed)?)|down|up|red|made?|(?:am i|are we|i['’]m|is|i am) (?:\w+ )?(?:up|down|ahead|behind)|(?:up|down) on|(?<!\bthe )(?:best|worst)[- ](?:perform\w*|investments?|holdings?|positions?|stocks?|funds?|etfs?|bonds?)|(?:perform|done)\w* (?:the )?(?:best|worst))\b/i;
/** What it was bought for, and not what has come of it. */
const PAID = /\b(?:(?:did|have) (?:i|we) pa(?:y|id)|cost basis|(?:average|purchase|original|buying) (?:cost|price))\b/i;
/** Of one account, by its kind. */
const IN_ACCOUNT =
  /\b(?:in|of|on|inside|for) (?:my|our|the) (?:[\w'’-]+ ){0,2}?(?:401\s?\(?k\b|403\s?\(?b\b|457|ira\b|roth\b|hsa\b|tsp\b|brokerage\b|taxable\b|account\b)/i;
/** What could be gained or lost is another question. */
const SUPPOSED = /\b(?:could|would|might|will|may|if|were to|stand to|going to|risk)\b/i;
/** Of all holdings the one with most: gained, or lost. */
const MOST =
  /\b(?:biggest|largest|most|best|greatest|worst|top)\b[^.?]{0,30}\b(gain\w*|profit\w*|winner|los[est]\w*|loser)\b|\b(?:gain\w*|profit\w*|los[est]\w*)\b[^.?]{0,10}\bthe most\b|\b(?<!\bthe )(?:best|worst)[- ](?:perform\w*|(?:investments?|holdings?|positions?|stocks?|funds?|etfs?|bonds?))\b|\b(?:perform|done)\w* (?:the )?(?:best|worst)\b/i;

/** All that have gained, or lost. */
const WHICH =
  /\b(?:which|what) (?:(?:of|are|my|our|the|single) )*(?:holdings?|positions?|investments?|funds?|etfs?|stocks?|bonds?|shares|securities|ones?|assets)\b[^.?]*\b(?:gain\w*|profit\w*|up|made?|winn\w+|los[et]\w*|losing|down|less|red)\b|\b(?:my|any|the) (?:winners|losers)\b/i;

/** Of what the question before it names. */
const MEANT_BEFORE = /\b(?:it|them|they|those|these|that)\b/i;

/** The same for each of several questions, of which another may suppose something, and one may name what the next calls "it". */
export function gainsAsked(reading: Reading, question: string, whole: string): string | null {
  const all = gainAsked(reading, question, namedHoldings(question, reading.holdings));
  const each = questionsOf(slotted(question).text);
  if (all !== null || each.length < 2) return all;
  const said = each.flatMap(({ start, end }, at) => {
    const words = question.slice(start, end);
    const named = namedHoldings(words, reading.holdings);
    const before = each[at - 1];
    const isMeant = named.length === 0 && before !== undefined && MEANT_BEFORE.test(words);
    return gainAsked(reading, words, isMeant ? namedHoldings(whole.slice(before.start, before.end), reading.holdings) : named) ?? []; // prettier-ignore
  });
  return said.length === 0 ? null : said.join(' ');
}

/**
 * What was gained or lost on the holdings that a question names, or on the one with most of it; null where it asks for nothing of that.
 *
 * @param named what the question names of what is held
 */
function gainAsked(reading: Reading, question: string, named: readonly Held[]): string | null {
  const kinds = named.length > 0 || !/\b(?:my|our|i|we|i['’]m)\b/i.test(question) ? [] : kindsIn(question);
  if (SUPPOSED.test(question) || !(GAINED.test(question) || (kinds.length > 0 && FARED.test(question)))) return null;
  if (named.length === 0 && kinds.length === 0 && IN_ACCOUNT.test(question))
    return paragraph('What was gained in one account by itself is not among these figures.', gain(reading)?.text.replace(/^The investments/, 'All investments together') ?? null); // prettier-ignore
  const most = MOST.exec(question);
  const all = most ?? WHICH.exec(question);
  const lost = /\b(?:los|down|less|red|worst)/i.test(all?.[0] ?? '');
  // What the whole portfolio has gained answers nothing that is asked of its bonds.
  const ofKinds = kinds.length === 0 ? reading.holdings : kinds.flatMap((kind) => ofKind(reading, kind));
  const ofThose = most === null ? [] : ofKinds.filter(ofThing(question));
  // Who owns funds of stocks alone may call these stocks.
  const some = { ...reading, holdings: ofThose.length === 0 ? ofKinds : ofThose };
  if (some.holdings.length === 0 && kinds.length > 0)
    return `No holding is in ${list(kinds.map(({ keys }) => lower(labelOf(keys[0] ?? ''))))} alone, so what was gained on that is not among these figures.`;
  const [held, first] =
    named.length > 0
      ? [named, null]
      : all !== null
        ? extreme(some, lost, most === null ? LISTED : 1)
        : kinds.length > 0
          ? [some.holdings.slice(0, LISTED), some.holdings.length > LISTED || reading.others !== null ? 'Of these the largest holdings:' : null] // prettier-ignore
          : [[], null];
  if (held.length === 0)
    return all !== null && some.holdings.some(({ gain }) => gain !== null) ? `No ${kinds.length > 0 || some.holdings.length < reading.holdings.length ? 'such ' : ''}holding whose cost is known is worth ${lost ? 'less' : 'more'} than was paid for it.` : null; // prettier-ignore
  const known = held.some(({ gain }) => gain !== null);
  return paragraph(
    first,
    ...held.map((one) => (PAID.test(question) && one.gain !== null ? `In all ${reading.money(one.value - one.gain)} was paid for ${one.title}. ${gainOf(reading)(one)}` : gainOf(reading)(one))), // prettier-ignore
    known && 'That is unrealized: before tax, and without dividends already paid out.',
  );
}

/** What "my best fund", "my worst stock" can be. */
function ofThing(asked: string): (one: Held) => boolean {
  const words = asked.toLowerCase();
  if (isOfFunds(words)) return ({ expenseRatio }) => expenseRatio !== null;
  if (!/\b(?:stocks?|compan(?:y|ies))\b/.test(words)) return () => true;
  return ({ expenseRatio, assetClass }) => expenseRatio === null && assetClass === labelOf('equity');
}

/** The classes that a question is about, by name. */
const kindsIn = (question: string): PartNamed[] =>
  namedIn(question.toLowerCase()).filter(({ keys }) => CLASSES.has(keys[0] ?? ''));
const CLASSES = new Set(['equity', 'fixed_income', 'commodities', 'real_estate']);
const FARED = /\b(?:done|doing|did|perform\w*|returned|fared?)\b/i;

/** What is held of a class, and nearly all in it; of a part of one ("gold") what has its name, where something has. */
function ofKind({ holdings }: Reading, { keys, within }: PartNamed): Held[] {
  const all = holdings.filter(({ assetClass }) => assetClass === labelOf(keys[0] ?? ''));
  const called = within === null ? [] : all.filter(({ label }) => label.toLowerCase().includes(within));
  return called.length > 0 ? called : all;
}

/** So many are listed. */
const LISTED = 6;

/** The holdings that have gained, or lost, most of those whose cost is known. */
function extreme({ holdings, others }: Reading, lost: boolean, count: number): [held: Held[], said: string | null] {
  const known = holdings.filter(({ gain }) => gain !== null && (lost ? gain < 0 : gain > 0));
  const most = known.toSorted((one, other) => (lost ? 1 : -1) * ((one.gain ?? 0) - (other.gain ?? 0))).slice(0, count);
  const all = others === null && holdings.every(({ gain }) => gain !== null);
  if (most.length === 0) return [[], null];
  return [most, all ? null : 'Of the holdings that are listed here and whose cost is known:'];
}

/** What a holding is worth beside what was paid for it. */
export const gainOf =
  ({ money }: Reading) =>
  ({ title, gain, value }: Held): string => {
    if (gain === null) return `What was paid for ${title} is not known, so neither is what it has gained or lost.`;
    if (Math.abs(gain) < 1) return `${title} is worth ${money(value)}, which is what was paid for it.`;
    return `${title} is worth ${money(value)}, ${money(Math.abs(gain))} ${gain > 0 ? 'more' : 'less'} than was paid for it.`;
  };
