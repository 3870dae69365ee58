import { afterEach, describe, expect, test } from '@jest/globals';
import { beginDeadline, endDeadline } from '../../../../shared/aws/deadline.ts';
import { converseFailure } from '../../../../shared/agents/models/bedrock/converse-failure.ts';
import { defaultRules } from '../../../../shared/agents/models/call-rules.ts';
import { endOfFailure } from '../../../../shared/agents/models/call-failure.ts';
import { FailedTry, failedStatus, lostConnection } from '../../../../shared/agents/models/failed-try.ts';
import { withRetries } from '../../../../shared/agents/models/with-retries.ts';

afterEach(endDeadline);

const busy = (retryAfterMs?: number) => new FailedTry('throttled', 'busy', { again: true, retryAfterMs });

/** Fails so often, then answers. */
function attempts(failures: FailedTry[]): { attempt: () => Promise<string>; count: () => number } {
  let count = 0;
  const attempt = () => {
    const failure = failures[count];
    count += 1;
    return failure === undefined ? Promise.resolve('answer') : Promise.reject(failure);
  };
  return { attempt, count: () => count };
}

describe('tries', () => {
  test('are counted beyond the first', async () => {
    const { attempt } = attempts([busy(), busy()]);
    const rules = { ...defaultRules, random: () => 0 };
    expect(await withRetries(attempt, undefined, rules)).toEqual({ value: 'answer', retries: 2 });
  });

  test('stop where the invocation has no time to wait for the next', async () => {
    beginDeadline(3_000);
    const { attempt, count } = attempts([busy(1_500)]);
    await expect(withRetries(attempt, undefined, defaultRules)).rejects.toMatchObject({
      kind: 'throttled',
      retries: 0,
    });
    expect(count()).toBe(1);
  });

  test('are waited for twice as long each time, up to a limit', async () => {
    const limits: number[] = [];
    // Each wait is the random share of its limit: a share of a thousandth shows the limits without the waiting.
    const rules = { ...defaultRules, retries: 6, firstWaitMs: 4_000, longestWaitMs: 16_000, random: () => 0.001 };
    const { attempt } = attempts(Array.from({ length: 6 }, () => busy()));
    let last = performance.now();
    const timed = () => {
      const now = performance.now();
      limits.push(now - last);
      last = now;
      return attempt();
    };
    await withRetries(timed, undefined, rules);
    const least = [0, 4, 8, 16, 16, 16, 16].map((wait) => wait - 1.5);
    expect(limits.every((wait, at) => wait >= (least[at] ?? 0))).toBe(true);
  });

  test('of what nobody knows are not repeated', async () => {
    let count = 0;
    const attempt = () => {
      count += 1;
      return Promise.reject(new RangeError('a mistake of ours'));
    };
    await expect(withRetries(attempt, undefined, defaultRules)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(count).toBe(1);
  });
});

describe('a call that failed', () => {
  const rules = { ...defaultRules, retries: 1, random: () => 0 };
  const lost = (code: string) =>
    lostConnection(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));
  /** As it is settled for a model whose price is not known. */
  const settled = (failures: FailedTry[]) =>
    withRetries(attempts(failures).attempt, undefined, rules).then(
      () => undefined,
      (error: unknown) => endOfFailure(error, { usd: () => null }),
    );
  const nothing = { inputTokens: 0, outputTokens: 0, usd: 0 };
  const unknown = { inputTokens: null, outputTokens: null, usd: null };

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
    'has used nothing and cost nothing where no connection was ever made: %s',
    async (code) => {
      expect(await settled([lost(code), lost(code)])).toMatchObject({ outcome: 'failed', retries: 1, ...nothing });
    },
  );

  test('to Bedrock, whose HTTP/2 says it in its own way, likewise', async () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const canceled = Object.assign(new Error('The pending stream has been canceled', { cause }), {
      code: 'ERR_HTTP2_STREAM_CANCEL',
    });
    expect(await settled([converseFailure(canceled), converseFailure(canceled)])).toMatchObject(nothing);
  });

  test('has used what nobody knows where the connection was lost on the way', async () => {
    expect(await settled([lost('ECONNREFUSED'), lost('ECONNRESET')])).toMatchObject(unknown);
  });

  test.each([
    ['lost', lost('UND_ERR_SOCKET')],
    ['lost behind a gateway', failedStatus(502, '', {})],
  ])('after a try that was %s is asked for anew, whatever ends it', async (_how, first) => {
    for (const last of [lost('ECONNREFUSED'), busy(), failedStatus(503, '', {})]) {
      const told: unknown[] = [];
      const calling = withRetries(attempts([first, last]).attempt, undefined, rules, (one) => {
        told.push(endOfFailure(one, { usd: () => null }));
        return Promise.resolve();
      });
      const error: unknown = await calling.catch((one: unknown) => one);
      expect(told).toMatchObject([{ outcome: 'failed', retries: 0, ...unknown }]);
      expect(endOfFailure(error, { usd: () => null })).toMatchObject({ retries: 0, ...nothing });
    }
  });

  test('that was turned away is made again without asking', async () => {
    for (const first of [busy(), failedStatus(500, '', {}), failedStatus(503, '', {}), lost('ECONNREFUSED')]) {
      const never = () => Promise.reject(new Error('asked'));
      expect(await withRetries(attempts([first]).attempt, undefined, rules, never)).toMatchObject({ value: 'answer' });
    }
  });
});
