import { readSdkModule } from './read-sdk-module.ts';
import type { Plugin } from 'esbuild';
import { PackagingError } from './packaging-error.ts';
import { shapesWhenAsked } from './shapes-when-asked.ts';

const RESUMES = 'async function buildRunStateFromString(';

// What whoever resumes a run from its stored state is told; the real one stays under another name, which nothing calls.
const resumesNothing = `async function buildRunStateFromString() {
  throw new Error('This bundle resumes no stored run: see scripts/packaging/without-resumption.ts.');
}
async function neverCalled(`;

/** The method that writes the state of a run as JSON, to its end. */
const STORES = /^ {4}toJSON\(options = \{\}\) \{\n[\s\S]*?\n {4}\}\n/gm;
// Whoever prints a result or an error of the SDK whole gets as far as this, and no exception.
const storesNothing = `    toJSON() { return { leftOut: 'the state of a run: see scripts/packaging/without-resumption.ts' }; }\n`;

/**
 * Leaves out how @openai/agents-core stores a run and takes it up again (some 70 KiB, 14 KiB zipped): Alex keeps jobs and steps
 * in its database, and no function stores the state of a run.
 */
export const withoutResumption: Plugin = {
  name: 'without-resumption',
  setup(build) {
    build.onLoad({ filter: /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]runState\.m?js$/ }, async ({ path }) => {
      const source = await readSdkModule(path);
      if (source.split(RESUMES).length !== 2 || [...source.matchAll(STORES)].length !== 1) {
        throw new PackagingError(`${path} is written in another way now: see scripts/packaging/without-resumption.ts.`);
      }
      const contents = source.replace(RESUMES, resumesNothing).replace(STORES, storesNothing);
      return { contents: shapesWhenAsked(contents, path), loader: 'js' };
    });
    build.onLoad(
      { filter: /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]types[\\/]protocol\.m?js$/ },
      async ({ path }) => ({
        contents: shapesWhenAsked(await readSdkModule(path), path),
        loader: 'js',
      }),
    );
  },
};
