import type { Reading, Retirement } from '../reading/reading.ts';
import { paragraph } from '../wording/list.ts';

/** Where spending follows the markets: how far apart it lies early and late; null where it is the same every year. */
export function spendingRange({ book, money }: Reading, { rule, futures }: Retirement): string | null {
  if (rule === null) return null;
  const ages = book.facts.flatMap(({ name }) => {
    const age = /^retirement\.spending\.p50\.(\d+)$/.exec(name)?.[1];
    return age === undefined ? [] : [Number(age)];
  });
  const told = [ages[0], ages[Math.min(ages.length - 1, 3)]].filter((age) => age !== undefined);
  const sentences = [...new Set(told)].flatMap((age) => {
    const [low, middle, high] = ['p5', 'p50', 'p95'].map((which) =>
      book.number(`retirement.spending.${which}.${age.toString()}`),
    );
    if (typeof low !== 'number' || typeof middle !== 'number' || typeof high !== 'number') return [];
    return [
      `At age ${age.toString()} the median is ${money(middle)} a year, the 5th percentile of the ${futures} ${money(low)} and the 95th percentile ${money(high)}.`,
    ];
  });
  return sentences.length === 0 ? null : paragraph('What can be spent changes with the markets.', ...sentences);
}
