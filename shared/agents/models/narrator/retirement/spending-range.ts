import type { Reading, Retirement } from '../reading/reading.ts';
import { paragraph } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';

/** A chance that holds only because spending gives way is no chance of spending what is wanted: how often it gives way. */
export function givesWay(
  { book, stated }: Pick<Reading, 'book' | 'stated'>,
  { rule, income }: Retirement,
): string | null {
  const cut = book.number('retirement.spendingCut');
  if (rule === null || cut === null || income === 0) return null;
  const often = cut === 0 ? 'in none of them' : cut === 1 ? 'in all of them' : `in ${percent(cut)} of them`;
  return `That is not of ${stated(income)} every year: spending is ${rule}, and ${often} some year brings less than ${survivorShare({ book }) === null ? 'that' : 'is planned for who is alive then'}.`;
}

/** What is spent at a later age: the 5th percentile, and in words. */
interface Later {
  low: number;
  text: string;
}

/** Where spending follows the markets: how far apart it lies early and late; null where it is the same every year. */
export function spendingRange(reading: Reading, { rule, followsMarkets, futures }: Retirement): string | null {
  if (rule === null) return null;
  const ages = reading.book.ages('retirement.spending.p50');
  const told = laterSpending(reading, 'spending', futures, [ages[0], ages[Math.min(ages.length - 1, 3)]]);
  return told.length === 0
    ? null
    : paragraph(
        !followsMarkets
          ? `Spending is ${rule}; it falls short of that only where the money runs out.`
          : survivorShare(reading) === null
            ? 'What can be spent changes with the markets.'
            : 'What can be spent changes with the markets, and with who is alive.',
        ...told.map(({ text }) => text),
        ofTwoOrOne(reading),
      );
}

const survivorShare = ({ book }: Pick<Reading, 'book'>): number | null => book.number('goals.plan.survivorShare');

/** A percentile over couples and survivors together is lower for the deaths, too: nobody should read that as what markets do. */
export function ofTwoOrOne(reading: Pick<Reading, 'book'>): string | null {
  const [share, bounds] = [survivorShare(reading), reading.book.number('goals.plan.survivorBounds')];
  if (bounds !== null)
    return `These are figures of two people or of one: for whoever is left alone the floor and the ceiling are ${percent(bounds)} of what they are for both, whatever the markets do.`;
  if (share === null) return null;
  return `These are figures of two people or of one: whoever is left alone spends ${percent(share)} of what both would, whatever the markets do.`;
}

/**
 * The percentiles of spending at some ages; where none are given ten years on and late.
 *
 * @param family of the facts: as planned, or begun with the sustainable amount
 */
export function laterSpending(
  { book, money }: Pick<Reading, 'book' | 'money'>,
  family: 'spending' | 'sustainable',
  futures: string,
  ages: readonly (number | undefined)[] = tenYearsOnAndLate(book.ages(`retirement.${family}.p50`)),
): Later[] {
  return [...new Set(ages)].flatMap((age) => {
    if (age === undefined) return [];
    const [low, middle, high] = ['p5', 'p50', 'p95'].map((which) =>
      book.number(`retirement.${family}.${which}.${age.toString()}`),
    );
    if (typeof low !== 'number' || typeof middle !== 'number' || typeof high !== 'number') return [];
    const alone = family === 'spending' ? book.number('goals.plan.survivorSpending') : null;
    const whole = (amount: number) =>
      alone !== null && Math.abs(amount - alone) < 1 ? ', all that one alone wants,' : '';
    const text = `At age ${age.toString()} the median is ${money(middle)} a year${whole(middle)}${whole(middle) === '' ? ',' : ''} the 5th percentile of the ${futures} ${money(low)}${whole(low)} and the 95th percentile ${money(high)}.`;
    return [{ low, text }];
  });
}

/** Nobody plans for the very last birthday: 90 where the facts go so far. */
function tenYearsOnAndLate(ages: readonly number[]): (number | undefined)[] {
  const first = ages[0] ?? 0;
  return [ages.find((age) => age >= first + 10), ages.findLast((age) => age <= 90 && age > first)];
}
