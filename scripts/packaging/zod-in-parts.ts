import type { Plugin } from 'esbuild';
import { readSdkModule } from './read-sdk-module.ts';

/** Leaves out what of zod neither Alex nor @openai/agents-core uses (see read-sdk-module.ts). After all plugins that change a module of the SDK. */
export const zodInParts: Plugin = {
  name: 'zod-in-parts',
  setup(build) {
    build.onLoad({ filter: /[\\/]@openai[\\/]agents-core[\\/]dist[\\/].*\.m?js$/ }, async ({ path }) => ({
      contents: await readSdkModule(path),
      loader: 'js',
    }));
  },
};
