// Lines of two days looked alike, and their time was taken for the reader's own.
import { expect, test } from '@jest/globals';
import { lineWriter } from '../../../../scripts/logs/show-line.ts';

/** What is written of lines with these times. */
function written(times: readonly string[], json = false): string[] {
  const lines: string[] = [];
  const stream = { write: (text: string) => lines.push(text.trimEnd()), isTTY: false } as unknown as NodeJS.WriteStream;
  const write = lineWriter({ stream, json, all: false, width: 3 });
  for (const time of times)
    write({ id: time, name: 'api', at: Date.parse(time), text: '{"level":"INFO","message":"hello"}' });
  return lines;
}

test('a day that is not today, and each one after it, stands above its lines', () => {
  const lines = written(['2026-03-30T23:59:00.250Z', '2026-03-30T23:59:30Z', '2026-03-31T00:01:00Z']);
  expect(lines).toEqual([
    '-- 2026-03-30 (UTC)',
    '23:59:00.250Z api INFO  hello',
    '23:59:30.000Z api INFO  hello',
    '-- 2026-03-31 (UTC)',
    '00:01:00.000Z api INFO  hello',
  ]);
});

test('JSON has no such line', () => {
  expect(written(['2026-03-30T23:59:00Z', '2026-03-31T00:01:00Z'], true).map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { time: '2026-03-30T23:59:00.000Z' },
    { time: '2026-03-31T00:01:00.000Z' },
  ]); // prettier-ignore
});
