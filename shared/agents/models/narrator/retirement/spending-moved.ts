import { isCertain } from '../../../../finance/retirement/proportion.ts';
import type { Reading, Retirement, WhatIf } from '../reading/reading.ts';
import { decisions } from '../report/retirement-levers.ts';
import { list, paragraph } from '../wording/list.ts';
import { cannotFail } from './readiness.ts';

type Compared = NonNullable<Retirement['comparedSpending']>;

interface Effect extends NonNullable<WhatIf['spending']> {
  key: string;
  label: string;
}

/** Of the median as planned: less of a change than this is small. */
const SMALL = 0.005;

/**
 * What changes do to spending, of a plan that lasts under each of them for its spending follows the markets; null where chances are
 * compared. The report draws the table from the figures, with their errors.
 */
export function spendingMoved(reading: Reading, plan: Retirement): string | null {
  const { comparedSpending: compared, whatIfs, historical, futures } = plan;
  if (compared === null) return null;
  const effects = whatIfs
    .flatMap(({ key, label, spending }) => (spending === null ? [] : [{ key, label, ...spending }]))
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const real = effects.filter((one) => isCertain(one) && Math.abs(one.change) >= SMALL * compared.median);
  const again = historical ? 'begins again from the same starts' : 'simulates the same futures again';
  return paragraph(
    cannotFail(plan)
      ? 'A rule that spends a share of what there is never runs out, so that the money lasts says nothing of a change: what gives way, in bad years above all, is what can be spent.'
      : 'The money lasts under each of the changes that were tried, for spending follows the markets: what they move is how much can be spent.',
    `Each line of the table changes one thing and ${again}; as it stands the median of spending at age ${compared.age.toString()} is ${reading.money(compared.median)} a year, and one in twenty of the ${futures} has less than ${reading.money(compared.low)}.`,
    overAll(reading, compared),
    strongest(reading, real),
    real.some(({ key }) => key === 'claim_at_70') &&
      'The price of a later claim lies before that age: until it begins there is no benefit, so less to spend or to keep.',
    ...real.filter(isMixed).map((one) => mixed(reading, one)),
    worst(reading, real),
    elsewhere(reading, effects, compared),
    within(effects),
  );
}

function strongest(reading: Reading, real: readonly Effect[]): string {
  const [first, second] = real.filter((one) => one.key in decisions && one.change > 0 && !isMixed(one));
  if (first === undefined) return 'Of the changes that are in your hands, none of these raises that median by much.';
  const next =
    second === undefined ? '' : `; next comes “${second.label}”, by ${reading.money(Math.abs(second.change))}`;
  return `Of what is in your hands, “${first.label}” helps most: it raises that median by ${reading.money(Math.abs(first.change))}, to ${reading.money(first.value)}${next}.`;
}

/** What the one year that is compared stands among. */
function overAll(reading: Reading, { meanYear, lowestYear }: Compared): string | null {
  if (meanYear === null || lowestYear === null) return null;
  return `Over all years of spending, half of the futures have a mean year above ${reading.money(meanYear)} and a lowest year above ${reading.money(lowestYear)}.`;
}

/** Changes that leave the year compared as it is or better, and take from the worst year: one year hides their price. */
function elsewhere(reading: Reading, effects: readonly Effect[], { median, lowestYear }: Compared): string | null {
  const taking = effects.flatMap(({ label, change, lowestYear: lowest }) =>
    lowest !== null && isCertain(lowest) && lowest.change <= -SMALL * (lowestYear ?? 0) && change > -SMALL * median
      ? [`“${label}” lowers the lowest year by ${reading.money(-lowest.change)}, to ${reading.money(lowest.value)}`]
      : [],
  );
  return taking.length === 0 ? null : `Not seen in that one year: ${list(taking)}.`;
}

/** More in the middle, and less where it goes badly. */
const isMixed = ({ key, change, low }: Effect): boolean =>
  key in decisions && change > 0 && low.change < 0 && isCertain(low);

const mixed = (reading: Reading, { label, change, low }: Effect): string =>
  `“${label}” would raise it by ${reading.money(change)}, but lower by ${reading.money(-low.change)} what all but one in twenty reach: a choice between the two.`;

function worst(reading: Reading, real: readonly Effect[]): string | null {
  const first = real.find(({ key, change }) => !(key in decisions) && change < 0);
  return first === undefined
    ? null
    : `It is most exposed to “${first.label}”, which would lower it by ${reading.money(Math.abs(first.change))}, to ${reading.money(first.value)}.`;
}

function within(effects: readonly Effect[]): string | null {
  const unsure = effects.filter((one) => one.change !== 0 && !isCertain(one)).map(({ label }) => `“${label}”`);
  return unsure.length === 0
    ? null
    : `What ${list(unsure)} would do is within the error of the simulation, and may be nothing.`;
}
