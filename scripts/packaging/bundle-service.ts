// One service's sources to a folder of minified ESM files: what it loads only when it has to is a file of its own.
import { basename } from 'node:path';
import { build } from 'esbuild';
import { requireBanner } from './bundle-function.ts';
import { bundlingFailure } from './bundling-failure.ts';
import { unusedParts } from './unused-parts.ts';
import { withoutMcp } from './without-mcp.ts';

/**
 * Packages that a service brings along whole: the browser's driver reads files of its own beside its code. They are found in
 * node_modules, on a laptop the checkout's, in a container the one that the Dockerfile fills.
 */
export const broughtAlong = ['playwright-core'];

export interface ServiceBundle {
  /** File name to content; `index.mjs` is the one to run. */
  files: Readonly<Record<string, Uint8Array>>;
  /** Paths relative to the root. */
  inputs: string[];
}

/**
 * @param root the folder that holds services/
 * @param entry the main module, relative to it
 * @throws BundlingError with the file and line of everything that does not resolve or parse
 */
export async function bundleService(root: string, entry: string): Promise<ServiceBundle> {
  try {
    // Unlike a function it finds its credentials in every way of the SDK: a container's come from an address, not the environment.
    const { outputFiles, metafile } = await build({
      absWorkingDir: root,
      entryPoints: { index: entry },
      outdir: 'out',
      outExtension: { '.js': '.mjs' },
      write: false,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      mainFields: ['module', 'main'],
      minify: true,
      treeShaking: true,
      charset: 'utf8',
      legalComments: 'external',
      metafile: true,
      banner: { js: requireBanner },
      plugins: [withoutMcp, ...unusedParts({ tools: true })],
      external: broughtAlong,
      logLevel: 'silent',
    });
    return {
      files: Object.fromEntries(outputFiles.map(({ path, contents }) => [basename(path), contents])),
      inputs: Object.keys(metafile.inputs)
        .filter((path) => !path.includes('node_modules/'))
        .sort(),
    };
  } catch (error) {
    throw await bundlingFailure(entry, error);
  }
}
