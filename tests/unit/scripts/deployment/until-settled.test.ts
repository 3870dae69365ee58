import { describe, expect, test } from '@jest/globals';
import { untilSettled, type Configuration } from '../../../../scripts/deployment/until-settled.ts';

/** Answers these, the last for ever, and counts how often it is asked. */
function answering(...said: Configuration[]) {
  let count = 0;
  return { count: () => count, ask: () => Promise.resolve(said[Math.min(count++, said.length - 1)] ?? {}) };
}
const waiting = { patience: 60, pause: 0 };

describe('the last change of a function', () => {
  test('is waited for while it is under way', async () => {
    const { ask, count } = answering({ LastUpdateStatus: 'InProgress' }, { LastUpdateStatus: 'Successful' });
    expect(await untilSettled(ask, waiting)).toEqual({ LastUpdateStatus: 'Successful' });
    expect(count()).toBe(2);
  });

  test('that does not end is what was said last, and is neither a success nor a failure', async () => {
    const { ask } = answering({ LastUpdateStatus: 'InProgress' });
    expect(await untilSettled(ask, { patience: 0, pause: 0 })).toEqual({ LastUpdateStatus: 'InProgress' });
  });

  test('that nobody may see is passed on, and not asked for again', async () => {
    let count = 0;
    const ask = (): Promise<Configuration> => {
      count += 1;
      return Promise.reject(new Error('not authorized'));
    };
    await expect(untilSettled(ask, waiting)).rejects.toThrow('not authorized');
    expect(count).toBe(1);
  });

  test('is not ended by an answer of before it', async () => {
    const { ask } = answering({ LastUpdateStatus: 'Successful', CodeSha256: 'old' }, { CodeSha256: 'new' });
    const told = await untilSettled(ask, waiting, ({ CodeSha256 }) => CodeSha256 === 'new');
    expect(told).toEqual({ CodeSha256: 'new' });
  });
});
