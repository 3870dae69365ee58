import { describe, expect, test } from '@jest/globals';

import type { InvokeResult, Invoker } from '../../local/invoker.ts';
import { rateMilliseconds } from '../../local/scheduler/rate.ts';
import { startSchedule, type Schedule, type Timers } from '../../local/scheduler/schedule.ts';

const start = Date.parse('2026-11-20T10:00:00.700Z');

/** A clock that a test moves; at most one timer is set at a time, as a schedule needs no more. */
class ManualTimers implements Timers {
  time = start;
  private due: { at: number; run: () => void } | undefined;

  now(): number {
    return this.time;
  }

  setTimeout(run: () => void, milliseconds: number): { cancel(): void } {
    const timer = { at: this.time + milliseconds, run };
    this.due = timer;
    return {
      cancel: () => {
        if (this.due === timer) this.due = undefined;
      },
    };
  }

  /** Moves the clock, runs what falls due on the way, and lets promises settle after each. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    while (this.due !== undefined && this.due.at <= until) {
      const { at, run } = this.due;
      this.due = undefined;
      this.time = Math.max(this.time, at);
      run();
      await new Promise(setImmediate);
    }
    this.time = until;
  }
}

function begin(invoke: (payload: string) => Promise<InvokeResult>): {
  timers: ManualTimers;
  schedule: Schedule;
  problems: string[];
} {
  const timers = new ManualTimers();
  const problems: string[] = [];
  const invoker: Invoker = { invoke: (_name, payload) => invoke(String(payload)) };
  const schedule = startSchedule({
    invoker,
    functionName: 'sweeper',
    rate: 'rate(1 minute)',
    region: 'us-east-1',
    firstAfter: 500,
    timers,
    onProblem: (problem, cause) => problems.push(cause instanceof Error ? `${problem}: ${cause.message}` : problem),
  });
  return { timers, schedule, problems };
}

const done: InvokeResult = { status: 200, payload: 'null' };

describe('a schedule', () => {
  test('runs soon after the start, then at its rate, with the event of EventBridge Scheduler', async () => {
    const events: string[] = [];
    const { timers, schedule } = begin((payload) => {
      events.push(payload);
      return Promise.resolve(done);
    });
    await timers.advance(500);
    expect(events).toHaveLength(1);
    await timers.advance(120_000);
    expect(events).toHaveLength(3);
    const parsed = events.map((event) => JSON.parse(event) as Record<string, unknown>);
    expect(parsed.map((event) => event.time)).toEqual([
      '2026-11-20T10:00:01Z',
      '2026-11-20T10:01:01Z',
      '2026-11-20T10:02:01Z',
    ]);
    expect(parsed[0]).toMatchObject({
      version: '0',
      source: 'aws.scheduler',
      'detail-type': 'Scheduled Event',
      detail: '{}',
      resources: ['arn:aws:scheduler:us-east-1:000000000000:schedule/default/sweeper'],
    });
    expect(new Set(parsed.map((event) => event.id)).size).toBe(3);
    await schedule.stop(0);
  });

  test('never overlaps itself: what fell due meanwhile is left out and the beat is kept', async () => {
    const finish: (() => void)[] = [];
    const { timers, schedule } = begin(
      () =>
        new Promise((resolve) => {
          finish.push(() => {
            resolve(done);
          });
        }),
    );
    await timers.advance(500);
    await timers.advance(150_000);
    expect(finish).toHaveLength(1);
    finish[0]?.();
    await new Promise(setImmediate);
    await timers.advance(29_999);
    expect(finish).toHaveLength(1);
    await timers.advance(1);
    expect(finish).toHaveLength(2);
    finish[1]?.();
    await schedule.stop(1_000);
  });

  test('goes on after a failure, and the log says what failed', async () => {
    let runs = 0;
    const { timers, schedule, problems } = begin(() => {
      runs += 1;
      if (runs === 1)
        return Promise.resolve({ status: 200, functionError: 'Unhandled', payload: '{"errorMessage":"boom"}' });
      if (runs === 2) return Promise.reject(new Error('no host'));
      return Promise.resolve(done);
    });
    await timers.advance(500);
    await timers.advance(120_000);
    expect(runs).toBe(3);
    expect(problems).toEqual([
      expect.stringMatching(/sweeper.*failed.*boom/),
      expect.stringMatching(/sweeper.*could not be made: no host/),
    ]);
    await schedule.stop(0);
  });

  test('stops: nothing runs afterwards, also when a run was under way', async () => {
    let runs = 0;
    let finish: () => void = () => undefined;
    const { timers, schedule } = begin(
      () =>
        new Promise((resolve) => {
          runs += 1;
          finish = () => {
            resolve(done);
          };
        }),
    );
    await timers.advance(500);
    const stopped = schedule.stop(10_000);
    finish();
    await stopped;
    await timers.advance(600_000);
    expect(runs).toBe(1);
  });
});

test.each([
  ['rate(1 minute)', 60_000],
  ['rate(15 minutes)', 900_000],
  ['rate(2 hours)', 7_200_000],
  ['rate(30 days)', 2_592_000_000],
])('%s is %d ms', (expression, milliseconds) => {
  expect(rateMilliseconds(expression)).toBe(milliseconds);
});

test.each(['rate(0 minutes)', 'rate(5 seconds)', 'cron(0 * * * ? *)', ''])('%s is no rate', (expression) => {
  expect(() => rateMilliseconds(expression)).toThrow(RangeError);
});

test('a schedule of hours keeps to the clock, and makes up the run that was due before the start with its own time', async () => {
  const timers = new ManualTimers();
  const times: unknown[] = [];
  const invoker: Invoker = {
    invoke: (_name, payload) => {
      times.push(/"time":"([^"]+)"/.exec(String(payload))?.[1]);
      return Promise.resolve({ status: 200, payload: 'null' });
    },
  };
  const options = { invoker, functionName: 'scheduler', rate: 'rate(2 hours)', region: 'us-east-1', timers };
  const schedule = startSchedule({ ...options, onProblem: () => undefined });
  await timers.advance(14_000);
  expect(times).toEqual([]);
  await timers.advance(2_000);
  expect(times).toEqual(['2026-11-20T10:00:00Z']);
  await timers.advance(4 * 3_600_000);
  expect(times).toEqual(['2026-11-20T10:00:00Z', '2026-11-20T12:00:00Z', '2026-11-20T14:00:00Z']);
  await schedule.stop(0);
});

test.each([
  ['while the stop waits for it', 60_000],
  ['because it outlasted the stop', 1],
])('a run that is ended %s is no problem that anyone is told of', async (_, grace) => {
  const end = Promise.withResolvers<InvokeResult>();
  const { timers, schedule, problems } = begin(() => end.promise);
  await timers.advance(500);
  const stopping = schedule.stop(grace);
  if (grace === 1) await stopping;
  end.reject(new Error('exit status 1'));
  await stopping;
  await timers.advance(0);
  expect(problems).toEqual([]);
});
