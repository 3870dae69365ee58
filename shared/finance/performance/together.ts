import type { Day, History } from './history.ts';
import { daysBetween } from '../staleness.ts';
import { lagsBefore, staleBefore, STEP } from './priced-until.ts';

/** All accounts as one: what each was worth on every day that any of them has. */
export function together(histories: readonly History[]): History {
  const days = [...new Set(histories.flatMap(({ values }) => values.map(({ date }) => date)))].sort();
  const next = histories.map(() => 0);
  const values = days.map((date) =>
    histories
      .map((history, number) => {
        let at = next[number] ?? 0;
        while ((history.values[at]?.date ?? '9999') <= date) at += 1;
        next[number] = at;
        return history.values[at - 1];
      })
      .reduce<Day>((sum, day) => (day === undefined ? sum : added(sum, day)), emptyOn(date)),
  );
  return {
    values,
    flows: histories.flatMap(({ flows }) => flows),
    cash: histories.every(({ cash }) => cash === 'tracked') ? 'tracked' : 'implied',
    pricedDays: [...new Set(histories.flatMap(({ pricedDays }) => pricedDays))].sort(),
    unpriced: [...new Set(histories.flatMap(({ unpriced }) => unpriced))].sort(),
    ends: new Map(histories.flatMap(({ ends }) => [...ends])),
    lags: summed(histories.map(({ lags }) => lags)),
  };
}

const emptyOn = (date: string): Day => ({
  date,
  value: 0,
  before: 0,
  stale: 0,
  aged: 0,
  invested: 0,
  old: 0,
  lagging: 0,
});

function summed(maps: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, value] of maps.flatMap((map) => [...map])) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}

/** An account on which nothing was quoted or done that day is as it was at its last close, and where that is long ago its prices are old. */
function added(sum: Day, day: Day): Day {
  const quiet = day.date < sum.date;
  const old = day.date < staleBefore(sum.date) ? Math.abs(day.invested) : day.old;
  const lagging = day.date < lagsBefore(sum.date) ? Math.abs(day.invested) : day.lagging;
  return {
    date: sum.date,
    value: sum.value + day.value,
    before: sum.before + (quiet ? day.value : day.before),
    aged: sum.aged + (daysBetween(day.date, sum.date) > STEP ? Math.abs(day.invested) : day.aged),
    stale: sum.stale + (quiet ? Math.abs(day.invested) : day.stale),
    invested: sum.invested + day.invested,
    old: sum.old + old,
    lagging: sum.lagging + lagging,
  };
}
