import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const aws = fileURLToPath(new URL('../../../shared/aws/', import.meta.url));

test('no client of the fleet would wait without end: each has a limit that throws, or is told to stop by the caller', () => {
  const clients = globSync('*.ts', { cwd: aws })
    .map((file) => ({ file, text: readFileSync(join(aws, file), 'utf8') }))
    .filter(({ text }) => /new \w+Client\(/.test(text));
  expect(clients.length).toBeGreaterThan(4);
  expect(
    clients
      .filter(({ text }) => !text.includes('throwOnRequestTimeout: true') && !text.includes('{ abortSignal }'))
      .map(({ file }) => file),
  ).toEqual([]);
});
