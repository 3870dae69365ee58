// Jest transform: TypeScript to ESM through esbuild, with source maps so that a failure names the .ts line.
import { transformSync } from 'esbuild';

export default {
  /** @param {string} source @param {string} path */
  process(source, path) {
    const { code } = transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node24',
      sourcefile: path,
      sourcemap: 'inline',
    });
    return { code };
  },
};
