import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogStore, type LogStore } from '../../../local/logs/log-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alex-logs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const messages = (store: LogStore, group: string): string[] => [...store.group(group).events()].map((e) => e.message);
const files = (group: string): string[] => readdirSync(join(folder, encodeURIComponent(group)));

describe('logs kept in a folder', () => {
  test('are there after a restart, and go on where they stopped', () => {
    const first = createLogStore({ folder });
    first.append('/aws/lambda/api', 's', 'before, "quoted"\nand two lines');
    first.createGroup('/aws/lambda/planner');
    first.close();
    const second = createLogStore({ folder });
    second.append('/aws/lambda/api', 's', 'after');
    expect(messages(second, '/aws/lambda/api')).toEqual(['before, "quoted"\nand two lines', 'after']);
    expect(second.groups().map((group) => group.name)).toEqual(['/aws/lambda/api', '/aws/lambda/planner']);
    second.close();
    expect(files('/aws/lambda/api')).toHaveLength(1);
    const ids = [...createLogStore({ folder }).group('/aws/lambda/api').events()].map((event) => event.eventId);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('have an ID each, though a restart takes no time and the clock was set back', () => {
    const limits = { segmentBytes: 300 };
    for (const [index, now] of [1_000, 1_000, 900, 1_000].entries()) {
      const store = createLogStore({ folder, ...limits, now: () => now });
      for (let line = 0; line <= index; line += 1) store.append('g', 's', `${index} ${line}`);
      store.close();
    }
    const events = [...createLogStore({ folder }).group('g').events()];
    const ids = events.map(({ eventId }) => eventId);
    expect(ids).toHaveLength(10);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(events.every(({ timestamp }) => timestamp === 1_000)).toBe(true);
  });

  test('survive a crash that tore the last line', () => {
    const first = createLogStore({ folder });
    first.append('g', 's', 'whole');
    first.close();
    appendFileSync(join(folder, 'g', files('g')[0] ?? ''), '{"eventId":"1","times');
    const second = createLogStore({ folder });
    second.append('g', 's', 'next');
    second.close();
    expect(messages(createLogStore({ folder }), 'g')).toEqual(['whole', 'next']);
  });

  test('never grow beyond the limit: the oldest go first, whichever group they are in', () => {
    const limits = { maxBytes: 20_000, segmentBytes: 2_000 };
    let now = 0;
    const store = createLogStore({ folder, ...limits, now: () => (now += 1) });
    for (let i = 0; i < 400; i += 1) store.append(i < 100 ? 'early' : 'late', 's', `${i} ${'x'.repeat(95)}`);
    store.close();
    const onDisk = ['early', 'late'].flatMap((g) => files(g).map((file) => statSync(join(folder, g, file)).size));
    expect(onDisk.reduce((a, b) => a + b, 0)).toBeLessThan(limits.maxBytes + limits.segmentBytes);
    const kept = messages(store, 'late').map((message) => parseInt(message, 10));
    expect(kept.at(-1)).toBe(399);
    expect(kept.length).toBeGreaterThan(60);
    expect(kept).toEqual(Array.from(kept, (_, i) => (kept[0] ?? 0) + i));
    expect(messages(store, 'early').length).toBeLessThan(30);
  });

  test('are read from older segments too', () => {
    let now = 0;
    const store = createLogStore({ folder, segmentBytes: 500, now: () => (now += 10) });
    for (let i = 0; i < 100; i += 1) store.append('g', 's', `event ${i}`);
    const some = [...store.group('g').events(200, 240)].map((event) => event.message);
    expect(some).toEqual(['event 19', 'event 20', 'event 21', 'event 22', 'event 23']);
    expect(messages(store, 'g')).toHaveLength(100);
  });

  test('a disk that refuses is reported once, and the events stay readable', () => {
    const errors: Error[] = [];
    const store = createLogStore({ folder, onError: (error) => errors.push(error) });
    store.append('g', 's', 'one');
    rmSync(join(folder, 'g'), { recursive: true });
    store.close();
    store.append('g', 's', 'two');
    store.close();
    expect(errors).toHaveLength(1);
    expect(messages(store, 'g')).toEqual(['one', 'two']);
  });
});

test('a clock set back does not disorder a group', () => {
  const clock = [0, 5000, 4000, 6000];
  const store = createLogStore({ now: () => clock.shift() ?? 0 });
  for (const message of ['a', 'b', 'c']) store.append('g', 's', message);
  expect([...store.group('g').events()].map((event) => event.timestamp)).toEqual([5000, 5000, 6000]);
});
