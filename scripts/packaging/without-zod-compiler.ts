import type { Plugin } from 'esbuild';

const absent = (name: string) =>
  `export function ${name}() { throw new Error("This bundle has no ${name} of zod: see scripts/packaging/without-zod-compiler.ts."); }`;

// The compiler's sentinel, by which the parser knows its results, and its errors stay what they are.
const compiler = `
export const INVALID = Symbol.for('zod.compile.invalid');
export class ZodCompileAsyncError extends Error {}
export class ZodCompileUnsupportedError extends Error {}
${['compile', 'compileFn', 'withParser'].map(absent).join('\n')}
`;

/**
 * Leaves out zod's compiler of schemas and its reader of JSON schemas (about 41 KiB, 11 KiB zipped), which zod's own index
 * names: no function compiles a schema, and parsing does without.
 */
export const withoutZodCompiler: Plugin = {
  name: 'without-zod-compiler',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]compile\.js$/ }, () => ({ contents: compiler, loader: 'js' }));
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]from-json-schema\.js$/ }, () => ({
      contents: absent('fromJSONSchema'),
      loader: 'js',
    }));
  },
};
