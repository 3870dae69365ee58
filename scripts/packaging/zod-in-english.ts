import type { Plugin } from 'esbuild';

/** Keeps zod's English messages and leaves its fifty other languages out of the bundle (about 250 KiB). */
export const zodInEnglish: Plugin = {
  name: 'zod-in-english',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};
