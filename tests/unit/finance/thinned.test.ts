import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { thinned } from '../../../shared/finance/performance/thinned.ts';

const day = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);

test('a long series keeps its ends and the days asked for, in order, and is never longer than asked', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4000 }),
      fc.integer({ min: 4, max: 260 }),
      fc.array(fc.integer({ min: 0, max: 3999 }), { maxLength: 2 }),
      (length, most, kept) => {
        const series = Array.from({ length }, (_, at) => ({ date: day(at), value: at }));
        const keep = new Set(kept.filter((at) => at < length).map(day));
        const result = thinned(series, most, keep);
        expect(result.length).toBeLessThanOrEqual(Math.max(most, 0));
        expect(result.length).toBeGreaterThanOrEqual(Math.min(length, most - keep.size));
        expect(result[0]).toEqual(series[0]);
        expect(result.at(-1)).toEqual(series.at(-1));
        const dates = result.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const date of keep) expect(dates).toContain(date);
      },
    ),
  );
});
