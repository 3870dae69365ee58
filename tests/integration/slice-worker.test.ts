// Each thread of a projection holds what it imports: a package among that takes as many megabytes as a hundred thousand paths.
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';

test('a thread that runs paths loads packages, or schemas that check what it is sent', async () => {
  const root = join(import.meta.dirname, '../..');
  const { metafile } = await build({
    entryPoints: [join(root, 'scripts/retirement/slice-worker.mjs')],
    ...{ absWorkingDir: root, bundle: true, write: false, metafile: true, platform: 'node', format: 'esm' },
  });
  const packages = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules/'));
  expect(packages).toEqual([]);
});
