// A command that a message tells to type goes by itself to the laptop where a fleet runs there, whatever the message is about.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { passingFailures } from '../../../scripts/terraform/passing-failures.ts';
import { knownFailures } from '../../../scripts/terraform/known-failures.ts';

const scripts = fileURLToPath(new URL('../../../scripts', import.meta.url));
/** Commands that speak to a fleet, as a message tells them; what is no order, such as a name that they leave behind, is not meant. */
const TOLD =
  /npm run (?:logs|check-db|check-job|smoke|redrive|migrate|seed|secrets|ingest|research|search)\b(?!,| once|`)[^`'"\n]*/g;
const NAMES = /made by npm run seed|userAgent|\(npm run ingest\)|^\s*(?:\/\/|\/?\*)/;

const toldIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => (NAMES.test(line) ? [] : [...line.matchAll(TOLD)].map(([told]) => told)));

test.each(globSync('terraform/*.ts', { cwd: scripts }))(
  'a failure of a deployment sends to the log of the laptop: %s',
  (file) => {
    const told = toldIn(readFileSync(join(scripts, file), 'utf8'));
    expect(told.filter((one) => !one.includes('--target aws'))).toEqual([]);
  },
);

test('what is said of the container and of the endpoint is found that way', () => {
  const all = [...passingFailures, ...knownFailures].map(({ says }) => String(says)).join('\n');
  expect(toldIn(all).length).toBeGreaterThan(2);
});

test.each(['database', 'jobs', 'rehearsal', 'research', 'target'])(
  'a message of scripts/%s leaves open whose log, database or queue is meant',
  (room) => {
    const told = globSync(`${room}/*.ts`, { cwd: scripts }).flatMap((file) =>
      toldIn(readFileSync(join(scripts, file), 'utf8')),
    );
    expect(told.filter((one) => !one.includes('--target'))).toEqual([]);
  },
);
