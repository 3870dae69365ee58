import type { Plugin } from 'esbuild';
import { readSdkModule } from './read-sdk-module.ts';
import { replaceFunctions } from './replace-functions.ts';
import type { Bodies } from './replace-functions.ts';
import { replaceMethods } from './replace-methods.ts';
import { shapesWhenAsked } from './shapes-when-asked.ts';

const BY = 'without-resumption.ts';
const refuse = `throw new Error('This bundle resumes no stored run: see scripts/packaging/${BY}.');`;
// Whoever prints a result or an error of the SDK whole gets as far as this, and no exception.
const storesNothing = `return { leftOut: 'the state of a run: see scripts/packaging/${BY}' };`;

/** By a module of agents-core, what only a run that was stored is asked. */
const modules: Readonly<Record<string, Bodies>> = {
  'runner/runLoop': { 'resumeInterruptedTurn()': refuse },
  'runner/sandbox': {
    'prepareSandboxInterruptedTurnResume()': refuse,
    'rehydrateInterruptedTurnExecutionTools()': refuse,
  },
};

/**
 * Leaves out how @openai/agents-core stores a run and takes it up again (some 70 KiB, 14 KiB zipped): Alex keeps jobs and steps
 * in its database, and no function stores the state of a run.
 */
export const withoutResumption: Plugin = {
  name: 'without-resumption',
  setup(build) {
    build.onLoad({ filter: /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]runState\.m?js$/ }, async ({ path }) => {
      const resumesNothing = await replaceFunctions(
        path,
        {
          'buildRunStateFromString()': refuse,
          'deserializeProcessedResponse()': refuse,
          'deserializeItem()': refuse,
        },
        BY,
      );
      const contents = replaceMethods(resumesNothing, { 'toJSON()': storesNothing }, path, BY);
      return { contents: shapesWhenAsked(contents, path), loader: 'js' };
    });
    for (const [module, bodies] of Object.entries(modules)) {
      const filter = new RegExp(
        `[\\\\/]@openai[\\\\/]agents-core[\\\\/]dist[\\\\/]${module.replace('/', '[\\\\/]')}\\.m?js$`,
      );
      build.onLoad({ filter }, async ({ path }) => ({
        contents: await replaceFunctions(path, bodies, BY),
        loader: 'js',
      }));
    }
    build.onLoad(
      { filter: /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]types[\\/]protocol\.m?js$/ },
      async ({ path }) => ({
        contents: shapesWhenAsked(await readSdkModule(path), path),
        loader: 'js',
      }),
    );
  },
};
