import { expect, test } from '@jest/globals';
import { showSteps } from '../../../scripts/retirement/step-progress.ts';

const shown = (isTTY: boolean): string => {
  let text = '';
  let time = 0;
  const write = (part: string | Uint8Array): boolean => {
    text += String(part);
    return true;
  };
  const progress = showSteps({ isTTY, write }, () => time);
  progress.begins({ plans: [], paths: 1_000_000, record: true });
  time = 12_400;
  progress.begins({ plans: [], paths: 1_000_000, record: false });
  time = 20_000;
  progress.ends();
  return text;
};

test('in a pipe a long projection says line by line how far it is', () => {
  expect(shown(false).split('\n')).toEqual([
    'Step 1: 0 plans on 1,000,000 paths (0 s so far)',
    'Step 2: 0 plans on 1,000,000 paths (12 s so far)',
    'Done in 20 s.',
    '',
  ]);
});

test('on a terminal there is one line, and none of it is left behind', () => {
  const text = shown(true);
  expect(text).not.toContain('\n');
  expect(text.split('\r\u001b[2K').at(-1)).toBe('');
});
