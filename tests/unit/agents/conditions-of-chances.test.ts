// A chance beside the condition of another what-if: both figures are facts, and the sentence is none.
import { describe, expect, test } from '@jest/globals';
import { groundingFixture } from './grounding-fixture.ts';

const { facts, problemsOf } = groundingFixture('turned');
const numberOf = (name: string): number => Number(facts.find((one) => one.name === name)?.value);

/** What-ifs of the facts, as people say them: "-ing", and behind "you can". */
const plans = [
  { key: 'retirement.whatIf.retire_2_years_later', doing: 'Working until 67', done: 'work until 67' },
  { key: 'retirement.whatIf.spend_10_percent_less', doing: 'Spending $76,500 a year', done: 'spend $76,500 a year' },
  { key: 'retirement.whatIf.save_20_percent_more', doing: 'Saving 20% more', done: 'save 20% more' },
  { key: 'retirement.whatIf.less_equity', doing: 'Holding 61% in stocks', done: 'cut stocks to 61%' },
  { key: 'retirement.whatIf.more_equity', doing: 'Going to 100% stocks', done: 'go to 100% stocks' },
  { key: 'retirement.whatIf.live_5_years_longer', doing: 'Living to 100', done: 'live to 100' },
  { key: 'retirement.whatIf.inflation_1_point_higher', doing: 'Inflation one point higher', done: null },
  { key: 'retirement.whatIf.returns_1_point_lower', doing: 'Returns one point lower', done: null },
  { key: 'question.whatIf.1', doing: 'Stopping work at 60', done: 'stop work at 60' },
].map((one) => ({ ...one, success: numberOf(`${one.key}.success`), change: numberOf(`${one.key}.change`) }));
type Plan = (typeof plans)[number];

const shown = (share: number): string => (100 * Math.abs(share)).toFixed(1);
const PLANNED = shown(numberOf('retirement.success'));

/** What is said of one plan with the chance of another, which goes the same way. */
function sayings({ doing, done }: Plan, { success, change }: Plan): string[] {
  const moves = change > 0 ? 'raises' : 'lowers';
  return [
    `${doing} ${moves} the chance to ${shown(success)}%.`,
    `${doing} ${moves} the chance from ${PLANNED}% to ${shown(success)}%.`,
    `${doing} ${moves} the chance by ${shown(change)} points.`,
    ...(done === null
      ? []
      : [
          `If you ${done}, the money lasts in ${shown(success)}% of the simulated futures.`,
          `You could ${done}, and the money would then last in ${shown(success)}% of the simulated futures.`,
          `The money lasts in ${shown(success)}% of the futures if you ${done}.`,
          `You could ${done}; the chance would then be ${shown(success)}%.`,
        ]),
  ];
}

test.each(plans)('the chance of another what-if is not believed of "$doing"', (plan) => {
  const others = plans.filter((one) => one.key !== plan.key && one.change > 0 === plan.change > 0 && Math.abs(one.success - plan.success) > 0.002); // prettier-ignore
  const believed = others.flatMap((other) => sayings(plan, other)).filter((text) => problemsOf(text).length === 0);
  expect(believed).toEqual([]);
});

test.each(plans)('its own is, "$doing"', (plan) => {
  const own = sayings(plan, plan).slice(0, 3);
  expect(own.filter((text) => problemsOf(text).length > 0)).toEqual([]);
});

describe('the chance of the plan as it is', () => {
  test.each([
    'You can stop at 60, and the money then lasts in 78.5% of the simulated futures.',
    'Holding 61% in stocks brings the chance to 78.5%.',
    'The money lasts in 78.5% of the futures if you cut stocks to 61%.',
  ])('is not that of a changed one: %s', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });

  test.each([
    'As planned, the money lasts in 78.5% of the simulated futures; if you stop work at 60, in 46.1%.',
    'With less in stocks than is typical for your age, and a 78.5% chance of lasting to age 95.',
    'You asked about 60; at 65, as planned, the chance is 78.5%.',
    'Working two more years and spending 10% less add 8.2 and 7.6 points.',
  ])('may stand beside one: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('what belongs to something else than the sentence is about', () => {
  test.each([
    'The earliest you can retire is 67, with a 78.5% chance.',
    'Where the money runs out, it typically does so around age 95.',
    'Where the money runs out, it typically does so around age 78.',
    'Where the money runs out it does so around 78.',
    'You would have to move $151,200 to bonds.',
    'You would have to move $151,200 out of bonds.',
    'Buying $64,700 more of stocks would reach the target.',
    'You would have to move $64,700 to stocks to reach the target.',
    'Adding $64,700 to stocks would restore the mix.',
    'Social Security pays more than half of what you want.',
    'Social Security covers 46.1% of your spending.',
    'Every one of your funds costs nothing.',
    'Your funds are free.',
  ])('is not believed: %s', (text) => {
    expect(problemsOf(text)).not.toEqual([]);
  });

  test.each([
    'Where the money runs out, it typically does so around age 86.',
    'Where the money runs out it does so at 86 in the median, and in the earliest tenth of those by 78.',
    'You would have to move $151,200 of stocks to other regions.',
    'You would have to move $64,700 from stocks to bonds.',
    'Buying $64,700 of bonds would reach the target.',
    'Selling $64,700 of stocks would restore the mix.',
    'Social Security pays about a third of what you want.',
    'Your funds cost $145 a year.',
  ])('is, where it is its own: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});
