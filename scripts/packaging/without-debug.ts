import type { Plugin } from 'esbuild';

/**
 * Leaves out the package debug, by which the Agents SDK writes what it does, prompts and all, where DEBUG asks for it (7 KiB, 2 KiB zipped): a
 * function's log holds nothing that a person wrote.
 */
export const withoutDebug: Plugin = {
  name: 'without-debug',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]debug[\\/]src[\\/]index\.js$/ }, () => ({
      contents: 'module.exports = () => Object.assign(() => {}, { enabled: false });',
      loader: 'js',
    }));
  },
};
