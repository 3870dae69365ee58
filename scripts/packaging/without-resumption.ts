import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { PackagingError } from './packaging-error.ts';

const RESUMES = 'async function buildRunStateFromString(';

// What whoever resumes a run from its stored state is told; the real one stays under another name, which nothing calls.
const replacement = `async function buildRunStateFromString() {
  throw new Error('This bundle resumes no stored run: see scripts/packaging/without-resumption.ts.');
}
async function neverCalled(`;

/**
 * Leaves out how @openai/agents-core takes up a run from its stored state (some 60 KiB, 12 KiB zipped): Alex keeps jobs and
 * steps in its database, and no function stores the state of a run.
 */
export const withoutResumption: Plugin = {
  name: 'without-resumption',
  setup(build) {
    build.onLoad({ filter: /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]runState\.m?js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (source.split(RESUMES).length !== 2) {
        throw new PackagingError(
          `${path} no longer has one "${RESUMES}": see scripts/packaging/without-resumption.ts.`,
        );
      }
      return { contents: source.replace(RESUMES, replacement), loader: 'js' };
    });
  },
};
