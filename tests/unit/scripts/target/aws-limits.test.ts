import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const scripts = fileURLToPath(new URL('../../../../scripts/', import.meta.url));

test('no script makes a client of AWS that would wait without end', () => {
  const made = globSync('**/*.ts', { cwd: scripts }).flatMap((file) =>
    [...readFileSync(join(scripts, file), 'utf8').matchAll(/new \w+Client\([^;]*?\)/g)].map(
      ([text]) => `${file}: ${text}`,
    ),
  );
  expect(made.length).toBeGreaterThan(15);
  expect(made.filter((text) => !text.includes('awsLimits('))).toEqual([]);
});
