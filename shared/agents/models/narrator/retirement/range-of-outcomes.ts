import type { Section } from '../../../../schemas/text.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { body, paragraph } from '../wording/list.ts';
import { inColumn } from '../wording/money.ts';
import { table } from '../wording/markdown.ts';
import { nameOf } from '../../../../finance/retirement/name-of.ts';

const columns = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;
const ROWS = 7;

/** The fan: how far apart the simulated balances are, age by age. */
export function rangeOfOutcomes(reading: Reading, plan: Retirement): Section | null {
  const { book, money } = reading;
  const ages = pick(book.ages('retirement.balance.p50'), plan);
  const known = ages.flatMap((age) => {
    const balances = columns.map((column) => book.number(`retirement.balance.${column}.${age.toString()}`));
    const all = balances.filter((balance) => balance !== null);
    return all.length === columns.length ? [{ age, balances: all }] : [];
  });
  // Once every column is at nothing, the ages after it say no more.
  const spent = known.findIndex(({ balances }) => balances.every((balance) => balance < 1));
  const shown = spent === -1 ? known : known.slice(0, spent + 1);
  const rows = shown.map(({ age, balances }) => [
    age.toString(),
    ...balances.map((balance) => inColumn(money(balance))),
  ]);
  if (rows.length < 2) return null;
  return {
    id: 'range-of-outcomes',
    title: 'The range of what could happen',
    body: body(
      `${plan.historical ? 'No start is the average one.' : 'Nobody’s future is the average one.'} The table, and the fan in the chart, show how far apart the ${plan.historical ? '' : 'simulated '}balances lie, in today’s dollars${plan.forLife ? '; at each age they are of those in which somebody is alive' : ''}${plan.people.length > 1 ? `; ages are ${nameOf(plan.people, 0)}’s` : ''}:`,
      table(
        ['Age', 'Poor (5th percentile)', '25th percentile', 'Median', '75th percentile', 'Good (95th percentile)'],
        rows,
      ),
      paragraph(
        `Lined up from worst to best at each age, the median is the ${plan.historical ? 'one' : 'future'} in the middle; the columns beside it bracket the middle half, and the outer columns leave out only the extremes.`,
        middle(reading, plan),
      ),
    ),
  };
}

/** The median balance when work stops, and what is left in the end. */
export function middle({ money }: Pick<Reading, 'money'>, plan: Retirement): string {
  const { medianAtRetirement, medianAtEnd, yearsToRetirement, retireAt, lifeExpectancy, people } = plan;
  const when = `when ${people.length < 2 ? 'work stops' : plan.yearsToSpending === yearsToRetirement ? 'spending begins' : 'both have retired'}`;
  const end = lifeExpectancy === null ? 'in the end' : `at ${lifeExpectancy.toString()}`;
  if (plan.forLife) {
    const what = `what is left when ${people.length > 1 ? 'the last of you dies' : 'life ends'}, at whatever age, is ${medianAtEnd < 1 ? 'nothing' : money(medianAtEnd)}`;
    return yearsToRetirement === 0
      ? `At the median ${what}.`
      : `The median balance ${when}, at ${retireAt.toString()}, is ${money(medianAtRetirement)}; at the median ${what}.`;
  }
  const left = `${medianAtEnd < 1 ? 'nothing' : money(medianAtEnd)} left ${end}`;
  if (yearsToRetirement === 0) return `At the median there is ${left}.`;
  return `The median balance ${when}, at ${retireAt.toString()}, is ${money(medianAtRetirement)}; at the median there is ${left}.`;
}

/** Retirement, the beginning of spending and the end always; of the others so many that the table stays readable. */
function pick(all: readonly number[], { age, retireAt, spendingFrom, lifeExpectancy }: Retirement): number[] {
  const ages = all.filter((one) => one > age).sort((a, b) => a - b);
  const must = (one: number) => one === retireAt || one === spendingFrom || one === lifeExpectancy;
  const step = Math.ceil(ages.length / ROWS);
  return ages.filter((one, index) => must(one) || (step < 2 ? true : index % step === 0));
}
