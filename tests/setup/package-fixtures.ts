import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';
import { zipSync } from 'fflate';

import { lambdaConfig } from '../../shared/schemas/lambda-config.ts';
import type * as z from 'zod';

export interface FixtureFunction {
  /** An ES module that exports `handler`; may import what is installed. */
  source: string;
  config: Partial<z.input<typeof lambdaConfig>>;
}

/** Writes `dist` as the packager would: a zip for each function, and functions.json. */
export async function packageFixtures(dist: string, functions: Record<string, FixtureFunction>): Promise<void> {
  mkdirSync(dist, { recursive: true });
  const listed = await Promise.all(
    Object.entries(functions).map(async ([name, { source, config }]) => {
      const bundle = await build({
        stdin: { contents: source, resolveDir: import.meta.dirname, sourcefile: `${name}.mjs` },
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: 'node24',
        write: false,
        mainFields: ['module', 'main'],
        banner: {
          js: "import{createRequire as __fixtureRequire}from'node:module';const require=__fixtureRequire(import.meta.url);",
        },
      });
      const zip = zipSync({ 'index.mjs': bundle.outputFiles[0]?.contents ?? new Uint8Array() });
      writeFileSync(join(dist, `${name}.zip`), zip);
      return {
        name,
        zip: `${name}.zip`,
        sha256: createHash('sha256').update(zip).digest('hex'),
        bytes: zip.byteLength,
        config: lambdaConfig.parse({ description: name, memory: 128, timeout: 10, zipBudget: 1_000, ...config }),
      };
    }),
  );
  writeFileSync(join(dist, 'functions.json'), JSON.stringify(listed));
}
