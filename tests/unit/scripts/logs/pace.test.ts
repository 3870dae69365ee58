// A burst that AWS refuses is refused again: who waits too little reads nothing, who waits without end is told nothing.
import { expect, test } from '@jest/globals';
import { createPace } from '../../../../scripts/logs/pace.ts';

const throttled = (): Error => Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });

/** A pace whose time is its own: each wait passes at once, and is counted. */
function paced(interval: number, patience: number) {
  const clock = { now: 1000 };
  const wait = async (milliseconds: number) => {
    clock.now += milliseconds;
    await Promise.resolve();
  };
  return { clock, pace: createPace({ interval, patience, now: () => clock.now, wait }) };
}

test.each([5, 10, 25])('all of 60 questions are answered where %i a second are taken', async (quota) => {
  const { clock, pace } = paced(100, 30_000);
  let tokens = quota;
  let last = clock.now;
  let refused = 0;
  const ask = async () => {
    await Promise.resolve();
    tokens = Math.min(quota, tokens + ((clock.now - last) / 1000) * quota);
    last = clock.now;
    if (tokens < 1) {
      refused += 1;
      throw throttled();
    }
    tokens -= 1;
  };
  for (let question = 0; question < 60; question += 1) await pace(ask);
  expect(clock.now - 1000).toBeLessThan((60 / quota) * 1000 * 3 + 5000);
  expect(refused).toBeLessThan(40);
});

test('where nothing but refusals comes, it ends after its patience, and each further question is put once', async () => {
  const { clock, pace } = paced(0, 10_000);
  let asked = 0;
  const ask = () => {
    asked += 1;
    return Promise.reject(throttled());
  };
  await expect(pace(ask)).rejects.toThrow('Rate exceeded');
  expect(clock.now - 1000).toBeGreaterThanOrEqual(10_000);
  expect(clock.now - 1000).toBeLessThan(13_000);
  asked = 0;
  await expect(pace(ask)).rejects.toThrow('Rate exceeded');
  expect(asked).toBe(1);
});

test('an answer gives it its patience back', async () => {
  const { pace } = paced(0, 10_000);
  await expect(pace(() => Promise.reject(throttled()))).rejects.toThrow('Rate exceeded');
  await pace(() => Promise.resolve());
  let left = 3;
  const answer = await pace(() => ((left -= 1) > 0 ? Promise.reject(throttled()) : Promise.resolve('lines')));
  expect(answer).toBe('lines');
});

test('any other failure is no reason to wait', async () => {
  const { clock, pace } = paced(0, 10_000);
  await expect(pace(() => Promise.reject(new Error('denied')))).rejects.toThrow('denied');
  expect(clock.now).toBe(1000);
});

test('what is given up while it waits ends at once', async () => {
  const pace = createPace({ interval: 600_000, patience: 600_000 });
  await pace(() => Promise.resolve());
  const stopping = new AbortController();
  const waiting = pace(() => Promise.resolve(), stopping.signal);
  stopping.abort();
  await expect(waiting).rejects.toThrow('aborted');
});
