import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import * as z from 'zod';

const versioned = z.object({ version: z.string() });

/** Of its own package.json an AWS client tells a server its version: the rest of the file (2 KiB each) stays out. */
export const versionAlone: Plugin = {
  name: 'version-alone',
  setup(build) {
    build.onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, ({ path }) => ({
      contents: JSON.stringify(versioned.parse(JSON.parse(readFileSync(path, 'utf8')))),
      loader: 'json',
    }));
  },
};
