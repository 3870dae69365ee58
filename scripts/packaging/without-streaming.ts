import { readSdkModule } from './read-sdk-module.ts';
import type { Plugin } from 'esbuild';
import { PackagingError } from './packaging-error.ts';

/** The methods of a run whose answer is read piece by piece, each to its end. */
const STREAMS = ['#runStreamLoop', '#runIndividualStream'] as const;
const methodOf = (name: string): RegExp => new RegExp(String.raw`^ {4}async ${name}\([\s\S]*?\n {4}\}\n`, 'gm');
const streamsNothing = (name: string): string => `    async ${name}() {
        throw new Error('This bundle reads no answer piece by piece: see scripts/packaging/without-streaming.ts.');
    }
`;

/**
 * Leaves out how @openai/agents-core runs an agent whose answer is read while it comes (some 22 KiB, 4 KiB zipped): nobody sees a text of Alex
 * before it is whole and checked.
 */
export const withoutStreaming: Plugin = {
  name: 'without-streaming',
  setup(build) {
    build.onLoad({ filter: /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]run\.m?js$/ }, async ({ path }) => {
      let contents = await readSdkModule(path);
      for (const name of STREAMS) {
        if ([...contents.matchAll(methodOf(name))].length !== 1) {
          throw new PackagingError(
            `${path} is written in another way now: see scripts/packaging/without-streaming.ts.`,
          );
        }
        contents = contents.replace(methodOf(name), streamsNothing(name));
      }
      return { contents, loader: 'js' };
    });
  },
};
