import type { Figure } from './figure.ts';

/** "Thousands in fees a year": what it is spent on stands between. */
export const SPENT_ON = String.raw`(?:\s(?:more|less|extra))?(?:\s(?:in|to|for|on|of|from)\s(?:\w+\s){0,2}?(?:fees?|costs?|tax(?:es)?|charges|interest|dividends?|expenses|income|savings?|spending|contributions?))?`;

const PERIODS: readonly (readonly [words: RegExp, aYear: number])[] = [
  [/^,?\s?(?:(?:a|per|each|every|the) (?:single )?month\b|monthly\b|\/\s?mo(?:nth)?\b|pcm\b)/i, 12],
  [/^,?\s?(?:(?:a|per|each|every) (?:single )?week\b|weekly\b)/i, 52],
  [/^,?\s?(?:(?:a|per|each|every) (?:single )?day\b|daily\b)/i, 365],
  [/^,?\s?(?:(?:per|each|every) (?:single )?quarter\b|quarterly\b)/i, 4],
];
const MONTHLY_BEFORE =
  /^\s*(?:per|each|every|a) month,? [^.;$\d]{0,40}$|\bmonthly (?:[a-z]+ )?(?:of |is |at |comes to )?(?:about |around |roughly |some )?$/i;
/** Of several amounts in a row the last has the period: "$5,500 and $4,270 a month", "eight or nine dollars a month". */
const IN_A_ROW =
  /^\s?(?:or|and|to|versus|vs\.?|against|instead of|rather than|down from|up from|-|–)\s(?:about |around |roughly |some )?\$?[\w.,]+(?: dollars)?(?= (?:a|per|each|every) (?:month|week|day)\b| monthly\b)/i;

const spentOn = new RegExp(`^${SPENT_ON}(?=\\s(?:a|per|each|every)\\s|\\s(?:month|week|quarter)ly\\b)`, 'i');

/** How many of the periods that an amount is said to be of are in a year: 12 for "$5,500 a month"; null where none is named. */
export function periodsAYear(before: string, after: string): number | null {
  const row = IN_A_ROW.exec(after)?.[0];
  const said = (row === undefined ? after : after.slice(row.length)).replace(spentOn, '');
  const period = PERIODS.find(([words]) => words.test(said));
  return period?.[1] ?? (MONTHLY_BEFORE.test(before) ? 12 : null);
}

/** A figure of a shorter period as that of a year. */
export function ofAYear(figure: Figure, periods: number): Figure {
  const { value, place, within } = figure;
  const size = { value: value * periods, place: place * periods };
  return { ...figure, ...size, ...(within && { within: [within[0] * periods, within[1] * periods] as const }) };
}

const EARLIER =
  /\d(?: dollars)?,? (?:(?:a|per|each|every) (month|week|day)\b|(month|week)ly\b)|(?:^|[.;] )\s*(?:per|each|every|a) (month|week|day),? [^.;]*\$/i;

/** The period that a passage has given an amount; null for none. */
export function periodsBefore(passage: string): number | null {
  const unit = EARLIER.exec(passage)?.slice(1).find(Boolean)?.toLowerCase();
  return unit === undefined ? null : ({ month: 12, week: 52, day: 365 }[unit] ?? null);
}
