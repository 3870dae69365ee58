import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@jest/globals';
import { showProgress } from '../../../scripts/analysis/progress.ts';
import { tellFullDisk } from '../../../scripts/laptop/full-disk.ts';
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
  const { seen } = showProgress({ isTTY, columns: 80, write }, { now: () => time });
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

test('one on AWS that nobody begins is looked into there', () => {
  let [text, time] = ['', 0];
  const { seen } = showProgress(
    { isTTY: false, columns: 80, write: (part: string | Uint8Array) => (text += String(part)) !== '' },
    { now: () => time, target: 'aws' },
  );
  for (; time <= 30_000; time += 10_000) seen(job('pending'));
  expect(text).toContain(`npm run check-job -- ${ID} --target aws`);
  expect(text).not.toContain('cannot write');
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

test.each(['pending', 'running'] as const)(
  'a %s job that a full disk holds up is waited for without a word of it',
  (status) => {
    let [text, time] = ['', 0];
    const write = (part: string | Uint8Array): boolean => {
      text += String(part);
      return true;
    };
    const hindrance = () => tellFullDisk('/data', () => true);
    const { seen } = showProgress({ isTTY: false, columns: 80, write }, { now: () => time, hindrance });
    for (; time <= 60_000; time += 10_000) seen(job(status));
    expect(text.match(/The disk that holds \/data is full/g)).toHaveLength(1);
    expect(text).not.toContain('Nobody');
  },
);

test('a step that takes long on a disk with room is called stuck', () => {
  let [text, time] = ['', 0];
  const write = (part: string | Uint8Array): boolean => {
    text += String(part);
    return true;
  };
  const hindrance = () => tellFullDisk('/data', () => false);
  const { seen } = showProgress({ isTTY: false, columns: 80, write }, { now: () => time, hindrance });
  for (; time <= 60_000; time += 10_000) seen(job('running'));
  expect(text).not.toMatch(/waiting|full/);
});

test.each([60, 0])(
  'words are cut in two on a terminal of %d columns, or what is drawn over is not all that was drawn',
  (columns) => {
    let text = '';
    const write = (part: string | Uint8Array): boolean => {
      text += String(part);
      return true;
    };
    const { seen } = showProgress({ isTTY: true, columns, write }, { now: () => 0 });
    const detail = 'The question asks for three things that the plan tries, and the fourth is not understood';
    const told: Job = { ...job('running'), steps: [{ ...step('running'), detail }] };
    seen(told);
    const lines = text.split('\n').map((part) => stripVTControlCharacters(part));
    expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain(detail);
    for (const one of lines) expect(one.length).toBeLessThan(columns || 80);
    text = '';
    seen(told);
    expect(text).toContain(`\u001b[${lines.length - 1}A`);
  },
);
