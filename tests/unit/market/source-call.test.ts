import { expect, test } from '@jest/globals';
import { sourceCall } from '../../../shared/market/source-call.ts';

test.each([
  [9_400, '10 s'],
  [120_000, '120 s'],
  [150_000, '3 minutes'],
  [3_600_000, '60 minutes'],
  [21_595_000, '6 hours'],
])('a source that may not be asked for %d ms is told in a unit that people use: %s', async (wait, said) => {
  const limiter = { take: () => Promise.resolve(wait), block: () => Promise.resolve() };
  const call = sourceCall({ title: 'Stooq', limiter, left: () => 1_000 });
  await expect(call('http://127.0.0.1:9/', {}, String)).rejects.toThrow(`Stooq may not be asked again for ${said}.`);
});
