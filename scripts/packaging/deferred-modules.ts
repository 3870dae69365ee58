import { basename, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Leaves what our own code imports with `await import('./NAME.ts')` out of the bundle, to become NAME.mjs beside it. In one file
 * with the rest it would not run before its time, but Node would load all that it imports from Node, and read all of it, each
 * time that a function starts.
 *
 * @param found is told of each: its file's name in the zip, and the module's path
 */
export function deferredModules(found: Map<string, string>): Plugin {
  return {
    name: 'deferred-modules',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const name = basename(path, '.ts') + '.mjs';
        found.set(name, resolve(resolveDir, path));
        return { path: `./${name}`, external: true };
      });
    },
  };
}
