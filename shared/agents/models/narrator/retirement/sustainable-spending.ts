import type { Section } from '../../../../schemas/text.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { paragraph, sentence } from '../wording/list.ts';
import { sinkingGoal } from '../report/sinking-goal.ts';
import { asksLittle } from './chance-words.ts';
import { earliestSaid } from './earliest.ts';
import { beginning, lasting, lastsIn } from './lasting-income.ts';
import { laterSpending, ofTwoOrOne } from './spending-range.ts';
import { percent } from '../wording/percent.ts';

/** What could be spent with the stated confidence, beside what is wanted. */
export function sustainableSpending(reading: Reading, plan: Retirement): Section | null {
  const { book, money, stated, apart } = reading;
  const {
    sustainableIncome,
    confidence,
    floor,
    income,
    incomeGap,
    until: end,
    futures,
    rule,
    amountIs,
    taxWords,
  } = plan;
  if (floor !== null) return atFloor(reading, plan, floor);
  if (sustainableIncome === null) return null;
  const goal = sinkingGoal(plan);
  const until = `${end} in ${lastsIn(plan)} of the ${futures}`;
  // Spending that goes with the markets has no one level that lasts.
  const what = sentence(lasting(plan, `**${money(sustainableIncome)} a year**`));
  const lasts =
    sustainableIncome < 1
      ? `No spending at all would last ${until}${goal === null ? '' : ` with ${goal.what}`}.`
      : rule === null
        ? `${what}, ${plan.otherIncome.length > 0 ? 'other income included and ' : ''}rising with inflation, would last ${until}.`
        : amountIs === null
          ? `${what} and is then ${rule} would last ${until}.`
          : `${what}, with spending ${rule}, would last ${until}.`;
  return {
    id: 'sustainable-spending',
    title: 'What you could spend',
    body: paragraph(
      lasts,
      plan.ceilingSuccess === null
        ? null
        : `That is the plan’s ceiling: it never spends more, though ${percent(confidence)} would be sure enough.`,
      sustainableIncome < 1
        ? null
        : rule === null
          ? compare({ apart, stated }, income, incomeGap)
          : moves({ book, money, stated, apart }, plan),
      withdrawalRate(plan),
      `These are dollars of today, ${taxWords}.`,
      // Nothing can be paid from today on.
      asksLittle(plan) ? null : earliestSaid(reading, plan),
    ),
  };
}

/** A floor that does not last as often as asked for leaves nothing to solve for: less is never spent. */
function atFloor(
  reading: Reading,
  plan: Retirement,
  { amount, success }: { amount: number; success: number },
): Section {
  const { money } = reading;
  const { until, futures, confidence, taxWords } = plan;
  return {
    id: 'sustainable-spending',
    title: 'What you could spend',
    body: paragraph(
      `The plan never spends less than its floor of **${money(amount)} a year**, and that lasts ${until} in ${percent(success)} of the ${futures}, less often than the ${percent(confidence)} asked for.`,
      'What would last as often as that is not known while the plan has this floor; with a lower one it can be worked out.',
      `These are dollars of today, ${taxWords}.`,
      earliestSaid(reading, plan),
    ),
  };
}

/** Where spending follows the markets its beginning is no promise: what it comes to, and whether that stays above what is wanted. */
function moves(reading: Pick<Reading, 'book' | 'money' | 'stated' | 'apart'>, plan: Retirement): string | null {
  const { apart, stated } = reading;
  const { income, incomeGap, futures, amountIs } = plan;
  const later = laterSpending(reading, 'sustainable', futures);
  if (later.length === 0) return compare(reading, income, incomeGap);
  const lowest = later.toSorted((one, other) => one.low - other.low)[0];
  return paragraph(
    beginning(reading, plan) ?? 'That is where it begins, and not what can be spent every year.',
    ...later.map(({ text }) => text),
    ofTwoOrOne(reading),
    lowest === undefined || income === 0 || incomeGap === null
      ? null
      : lowest.low >= income
        ? `So spending stays above the ${stated(income)} you want: there is room in the plan.`
        : incomeGap >= 1
          ? `So ${amountIs === null ? 'it begins' : 'the amount is'} ${apart(incomeGap, income + incomeGap)} above the ${stated(income)} you want, and ${amountIs === null ? 'does' : 'spending does'} not stay above ${amountIs === null ? 'it' : 'that'} in all of them.`
          : compare(reading, income, incomeGap, amountIs === null ? 'The first year’s spending' : 'The amount planned'),
  );
}

/** Rates below a thousandth, or of more than there is, say nothing that the sums have not said. */
/** What is wanted in the first year, as a share of what there is then; null where hardly anything is. */
export const withdrawalRate = ({ withdrawalRate: share, yearsToRetirement, retireAt }: Retirement): string | null =>
  rate(share, yearsToRetirement === 0 ? 'today’s balance' : `the median balance at ${retireAt.toString()}`);

function rate(withdrawal: number | null, ofWhat: string): string | null {
  if (withdrawal === null || withdrawal < 0.001) return null;
  if (withdrawal > 1) return `What you want in a single year is more than ${ofWhat}.`;
  return `What you want is ${percent(withdrawal)} of ${ofWhat} in the first year.`;
}

/** @param what what is compared, where sentences lie between it and this one: no "that" reaches so far */
function compare(
  { apart, stated }: Pick<Reading, 'apart' | 'stated'>,
  income: number,
  gap: number | null,
  what = 'That',
): string | null {
  if (income === 0) return 'You asked for no income from the portfolio.';
  if (gap === null) return null;
  if (Math.abs(gap) < 1) return `${what} is the ${stated(income)} you want.`;
  if (income + gap < income / 20) return `${what} is far below the ${stated(income)} you want.`;
  const shown = apart(gap, income + gap);
  return gap > 0
    ? `${what} is ${shown} more than the ${stated(income)} you want: there is room in the plan.`
    : `${what} is ${shown} less than the ${stated(income)} you want.`;
}
