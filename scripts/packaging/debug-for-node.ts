import type { Plugin } from 'esbuild';

/** Leaves out how the package debug writes in a browser: it looks where it runs as it is loaded, so that a bundler keeps both. */
export const debugForNode: Plugin = {
  name: 'debug-for-node',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]debug[\\/]src[\\/]index\.js$/ }, () => ({
      contents: `module.exports = require('./node.js');`,
      loader: 'js',
    }));
  },
};
