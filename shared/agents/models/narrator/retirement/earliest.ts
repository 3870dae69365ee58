import { canCountOnWorkingTo } from '../../../../finance/retirement/working-age.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { count } from '../wording/count.ts';
import { list, paragraph, sentence } from '../wording/list.ts';
import { finePercent, percent } from '../wording/percent.ts';
import { sinceAge, spendingSince } from './spending-since.ts';

/** Somebody who still works: the age planned, and the one that work could stop at. */
interface Worker {
  /** Null where there is only one to speak of. */
  name: string | null;
  planned: number;
  age: number;
}

/** When work could stop, or would have to go on to, for the chance aimed at: whole years sooner or later than planned. */
export interface Earliest {
  workers: Worker[];
  way: 'sooner' | 'later' | 'as planned';
  /** Years, above 0; null where they are not the same for both. */
  years: number | null;
  /** Whether people can count on working so long. */
  credible: boolean;
  /** How often the money lasts then: the chance aimed at, or a little more. */
  success: number;
  /** Of two who both work: who could stop sooner than planned, or would have to work longer, with the other's age kept, where the plan has that as a way. */
  alone: Worker[];
  /** From when the income is then spent, behind a sum: " from 68 on"; empty where that is when work stops and nothing else was planned. */
  since: string;
}

/** The engine's answer; null where none was found or looked for. */
export function earliestOf({ book }: Pick<Reading, 'book'>, plan: Retirement): Earliest | null {
  const { people, retireAt, yearsToRetirement, confidence } = plan;
  const alone = book.number('retirement.earliestAge');
  const planned = people[0]?.retireAt ?? retireAt;
  const workers =
    alone !== null
      ? [{ name: null, planned, age: alone }]
      : people.flatMap((person, index): Worker[] => {
          const age = book.number(`retirement.earliestAge.${(index + 1).toString()}`);
          return age === null ? [] : [{ name: person.name, planned: person.retireAt, age }];
        });
  const [first] = workers;
  if (first === undefined || (alone !== null && yearsToRetirement === 0)) return null;
  const shifts = new Set(workers.map((one) => one.age - one.planned));
  const shift = first.age - first.planned;
  const ofEach =
    workers.length < 2
      ? []
      : people.flatMap((person, index): Worker[] => {
          const age = book.number(`retirement.earliestAge.alone.${(index + 1).toString()}`);
          return age === null ? [] : [{ name: person.name, planned: person.retireAt, age }];
        });
  const spendingThen = book.number('retirement.earliestSpendingFrom');
  return {
    workers,
    way: shift < 0 ? 'sooner' : shift > 0 ? 'later' : 'as planned',
    years: shifts.size === 1 && alone === null ? Math.abs(shift) : null,
    credible: workers.every((one) => canCountOnWorkingTo(one.age, one.planned)),
    success: book.number('retirement.earliestSuccess') ?? confidence,
    alone: ofEach,
    since: spendingThen === null ? spendingSince(plan) : sinceAge(plan, spendingThen),
  };
}

/** Whether the engine looked for an age and found none. */
const noneFound = ({ book }: Pick<Reading, 'book'>): boolean => book.text('retirement.earliestNone') !== null;

const named = (workers: readonly Worker[], preposition: 'at' | 'to'): string =>
  list(workers.map(({ name, age }) => `${name ?? ''} ${preposition} ${age.toString()}`.trim()));

/** "work could stop at 61"; of two "both could stop 5 years sooner, Ana at 60 and Ben at 61". */
export function couldStop({ workers, years, way }: Earliest): string {
  const [first, second] = workers;
  if (first === undefined) return '';
  if (first.name === null) return `work could stop at ${first.age.toString()}`;
  const by = years === null || years === 0 ? '' : ` ${count(years, 'year')} ${way === 'sooner' ? 'earlier' : 'later'}`;
  return second === undefined
    ? `${first.name} could stop work${by}, at ${first.age.toString()},`
    : `both could stop work${by}, ${named(workers, 'at')},`;
}

/** "work would have to go on to age 70"; of two "both would have to work 3 years longer, Ana to 68 and Ben to 69". */
export function wouldHaveToWork(found: Earliest): string {
  const [first] = found.workers;
  return first?.name === null
    ? `work would have to go on to age ${first.age.toString()}`
    : longer(found, 'would have to work');
}

/** "work to age 70"; of two "both to work 3 years longer, Ana to 68 and Ben to 69,". */
export function toWork(found: Earliest): string {
  const [first] = found.workers;
  return first?.name === null ? `work to age ${first.age.toString()}` : `${longer(found, 'to work')},`;
}

function longer({ workers, years }: Earliest, work: string): string {
  const [first, second] = workers;
  const by = years === null ? ' longer' : ` ${count(years, 'year')} longer`;
  return second === undefined
    ? `${first?.name ?? ''} ${work}${by}, to ${first?.age.toString() ?? ''}`
    : `both ${work}${by}, ${named(workers, 'to')}`;
}

/** Spending that moves only begins with what is wanted, or has shares of it. `since` is from when, " from 68 on". */
export function asWanted({ rule, amountIs }: Retirement, since: string): string {
  const what =
    rule === null
      ? 'With the income you want'
      : amountIs === null
        ? 'With spending that begins as you want it'
        : 'With the amount you want';
  return `${what}${since}`;
}

/**
 * How early each of two could stop, or how long each would have to work, with the other's age kept: both moved alike pass over these.
 * "With Anna at 64 as planned, Bob could stop at 63 and still reach 85%."
 */
function aloneSaid({ alone, workers }: Earliest, confidence: number, asked?: readonly string[]): string | null {
  const said = alone.flatMap(({ name, planned, age }) => {
    const other = workers.find((one) => one.name !== name);
    if (name === null || other === undefined || !canCountOnWorkingTo(age, planned)) return [];
    if (asked === undefined ? age === planned : !asked.includes(name)) return [];
    const enough = percent(confidence);
    const theirs =
      age < planned
        ? `${name} could stop at ${age.toString()} and still reach ${enough}`
        : age > planned
          ? `${name} would have to work to ${age.toString()} to reach ${enough}`
          : `no age of ${name} before ${age.toString()} reaches ${enough}`;
    return [`with ${other.name ?? ''} at ${other.planned.toString()} as planned, ${theirs}`];
  });
  return said.length === 0 ? null : `${sentence(said.join('; '))}.`;
}

/** The answer where one of two asks for themselves: their own age, and never the ages that both are moved to alike. */
export function aloneAnswer(reading: Reading, plan: Retirement, names: readonly string[]): string | null {
  const found = earliestOf(reading, plan);
  return found && aloneSaid(found, plan.confidence, names);
}

/** The other way to the same confidence: when work stops, the income as wanted. Null where nobody works any more. */
export function earliestSaid(reading: Pick<Reading, 'book'>, plan: Retirement): string | null {
  const found = earliestOf(reading, plan);
  const { confidence } = plan;
  if (found === null) {
    return noneFound(reading)
      ? `${asWanted(plan, spendingSince(plan))}, no age of retirement would reach ${percent(confidence)}.`
      : null;
  }
  const [first] = found.workers;
  const wanted = asWanted(plan, found.since);
  if (found.way === 'as planned') {
    return found.workers.length === 1 && first !== undefined
      ? `${wanted}, ${first.age.toString()} is the earliest age of retirement that reaches that.`
      : paragraph(
          `${wanted}, and both ages moved alike, none earlier than those of the plan, ${named(found.workers, 'at')}, reach that.`,
          aloneSaid(found, confidence),
        );
  }
  if (!found.credible) {
    return `${wanted}, no age that people can count on working to would reach the same.`;
  }
  if (found.way === 'later') {
    return first?.name === null
      ? `${wanted}, working to ${first.age.toString()} would reach the same ${percent(confidence)}.`
      : paragraph(
          `${wanted}, ${wouldHaveToWork(found)}, to reach the same ${percent(confidence)}.`,
          aloneSaid(found, confidence),
        );
  }
  return paragraph(
    `${wanted}, ${couldStop(found)} and still reach ${percent(confidence)}.`,
    aloneSaid(found, confidence),
  );
}

/** The answer to who asks when work can stop; null where that was not looked for. */
export function earliestAnswer(reading: Reading, plan: Retirement): string | null {
  const { futures, confidence, income, yearsToRetirement, rule } = plan;
  const { stated } = reading;
  const found = earliestOf(reading, plan);
  const since = found?.since ?? spendingSince(plan);
  const spent = `${rule === null ? 'living on' : 'beginning with'} ${stated(income)} a year${since}`;
  if (found === null) {
    if (noneFound(reading))
      return `No age of retirement reaches the ${percent(confidence)} aimed at: ${spent}, the money lasts as often as that from none.`;
    return yearsToRetirement === 0
      ? 'By the plan work has stopped already, so there is no earlier age to look for.'
      : 'The plan spends a share of what there is, which lasts from any age: what an earlier retirement costs is how much can be spent.';
  }
  const often = `in ${percent(found.success)} of the ${futures}`;
  const aim = `the chance aimed at is ${percent(confidence)}`;
  const planned = found.way === 'as planned' ? '' : ` As planned it lasts in ${finePercent(plan.success)} of them.`;
  const [first] = found.workers;
  if (first === undefined) return null;
  if (found.way === 'later' && !found.credible) {
    return `${sentence(spent)}, ${wouldHaveToWork(found)} for the money to last ${often}: that is later than people can count on working. ${sentence(aim)}.${planned}`;
  }
  const ages =
    first.name === null
      ? `**The earliest age of retirement is ${first.age.toString()}**`
      : found.workers.length === 1
        ? `**${first.name} could stop work at ${first.age.toString()} at the earliest**`
        : `**With both ages moved alike, the earliest to stop work is ${named(found.workers, 'at')}**`;
  const beside =
    found.way === 'as planned'
      ? ', as planned'
      : found.years === null
        ? `, ${found.way} than the ${first.planned.toString()} of the plan`
        : `, ${count(found.years, 'year')} ${found.way} than planned`;
  return paragraph(
    `${ages}${beside}: ${spent}, the money then lasts ${often}; ${aim}.${planned}`,
    aloneSaid(found, confidence),
  );
}
