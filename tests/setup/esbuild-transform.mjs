// Jest transform: TypeScript to ESM through esbuild, with source maps so that a failure names the .ts line.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { transformSync, version } from 'esbuild';

/**
 * What the language itself has, and no test replaces. Jest gives each test file a global object of its own that asks Node about
 * every look at it, so that a `Math.min` in a loop costs ten times what it does anywhere else: a simulation took seven times as long
 * in a test as in the command. A constant of the module is looked up once.
 */
const BUILT_IN = [
  'Array',
  'Float64Array',
  'Infinity',
  'Int32Array',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'RegExp',
  'Set',
  'String',
  'Uint32Array',
];

/** @param {string} source */
function builtIn(source) {
  const used = BUILT_IN.filter((name) => new RegExp(`(?<![\\w.$])${name}\\b`).test(source));
  return used.length === 0 ? '' : `const { ${used.join(', ')} } = globalThis;`;
}

// Jest keeps what was transformed, and would keep it when only this file or esbuild has changed.
const self = createHash('sha256')
  .update(version)
  .update(readFileSync(import.meta.filename))
  .digest('hex');

export default {
  /** @param {string} source @param {string} path */
  process(source, path) {
    const { code } = transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node24',
      sourcefile: path,
      sourcemap: 'inline',
      banner: builtIn(source),
    });
    return { code };
  },
  /** @param {string} source @param {string} path */
  getCacheKey(source, path) {
    return createHash('sha256')
      .update(self)
      .update('\0')
      .update(path)
      .update('\0')
      .update(source)
      .digest('hex')
      .slice(0, 32);
  },
};
