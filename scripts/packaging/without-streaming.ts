import { readSdkModule } from './read-sdk-module.ts';
import type { Plugin } from 'esbuild';
import { replaceMethods } from './replace-methods.ts';

const refuse = `throw new Error('This bundle reads no answer piece by piece: see scripts/packaging/without-streaming.ts.');`;

/**
 * Leaves out how @openai/agents-core runs an agent whose answer is read while it comes (some 22 KiB, 4 KiB zipped): nobody sees a text of Alex
 * before it is whole and checked.
 */
export const withoutStreaming: Plugin = {
  name: 'without-streaming',
  setup(build) {
    const filter = /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]run\.m?js$/;
    build.onLoad({ filter }, async ({ path }) => ({
      contents: replaceMethods(
        await readSdkModule(path),
        { '#runStreamLoop()': refuse, '#runIndividualStream()': refuse },
        path,
        'without-streaming.ts',
      ),
      loader: 'js',
    }));
  },
};
