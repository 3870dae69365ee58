import { expect, test } from '@jest/globals';
import { showProgress } from '../../../scripts/analysis/progress.ts';
import type { Job } from '../../../shared/schemas/job.ts';

const ID = '0193a000-0000-7000-8000-000000000001';
const at = '2026-11-22T10:00:00.000Z';
const step = (status: 'pending' | 'running'): Job['steps'][number] => ({
  ...{ step: 'price', status, attempt: 0, degraded: false, detail: null, error: null },
  ...{ startedAt: status === 'running' ? at : null, finishedAt: null },
});
const job = (status: 'pending' | 'running'): Job => ({
  ...{ id: ID, status, asOf: '2026-11-22', seed: 1, attempt: 0, createdAt: at, startedAt: null, finishedAt: null },
  ...{ error: null, steps: [step(status)] },
});

/** What a job shows that waits for so many seconds, looked at every ten, and is then begun. */
function shown(isTTY: boolean, seconds: number): { waiting: string; begun: string } {
  let [text, time] = ['', 0];
  const write = (part: string | Uint8Array): boolean => {
    text += String(part);
    return true;
  };
  const { seen } = showProgress({ isTTY, columns: 80, write }, () => time);
  for (; time <= seconds * 1000; time += 10_000) seen(job('pending'));
  const waiting = text;
  text = '';
  seen(job('running'));
  return { waiting, begun: text };
}

test.each([true, false])('an analysis that nobody begins is not waited for in silence (terminal: %s)', (isTTY) => {
  const { waiting } = shown(isTTY, 30);
  expect(waiting).toMatch(/Nobody has begun it for \d+ s/);
  expect(waiting).toContain(`npm run check-job -- ${ID}`);
});

test('one that was only just asked for is not said to wait', () => {
  expect(shown(true, 10).waiting).not.toContain('Nobody');
  expect(shown(false, 10).waiting).toBe('');
});

test('in a pipe it is said once', () => {
  expect(shown(false, 60).waiting.match(/Nobody/g)).toHaveLength(1);
});

test('on a terminal nothing of it stays once it is begun', () => {
  const { begun } = shown(true, 30);
  expect(begun).not.toContain('Nobody');
  expect(begun.endsWith('\u001b[J')).toBe(true);
});
