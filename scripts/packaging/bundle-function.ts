// One function's sources to one minified ESM file, and one more for each module that it loads only when it has to.
import { build } from 'esbuild';
import type { Metafile, Plugin } from 'esbuild';
import { awsOnNode } from './aws-on-node.ts';
import { awsSchemas } from './aws-schemas.ts';
import { bundlingFailure } from './bundling-failure.ts';
import { credentialsFromEnvironment } from './credentials-from-environment.ts';
import { deferredModules } from './deferred-modules.ts';
import { BundlingError } from './packaging-error.ts';
import { usesMcp, withoutMcp } from './without-mcp.ts';
import { versionAlone } from './version-alone.ts';
import { withoutDebug } from './without-debug.ts';
import { withoutEventStreams } from './without-event-streams.ts';
import { withoutSpanMetrics } from './without-span-metrics.ts';
import { unusedParts } from './unused-parts.ts';
import { usesTools } from './without-hosted-tools.ts';

export interface Bundle {
  /** index.mjs, as it goes into the zip. */
  code: Uint8Array;
  /** Its source map, kept beside the zip: a stack trace can be read with it, and the zip stays small. */
  sourceMap: Uint8Array;
  /** The licence notices of what is inside; empty where there are none. */
  notices: Uint8Array;
  metafile: Metafile;
}

/** A function whole: index.mjs, and by name what goes beside it, e.g. `span-recorder.mjs`. */
export interface FunctionBundle extends Bundle {
  deferred: Readonly<Record<string, Bundle>>;
}

/** Packages written as CommonJS call `require` for Node's own modules, which an ES module does not have. */
export const requireBanner =
  "import{createRequire as __alexRequire}from'node:module';const require=__alexRequire(import.meta.url);";

async function bundleFile(root: string, entry: string, plugins: Plugin[]): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: 'index.mjs',
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // The SDK's ES modules before its CommonJS: only those can be shaken.
    mainFields: ['module', 'main'],
    minify: true,
    treeShaking: true,
    // Declares a table and does nothing else: those that a function does not name are left out.
    pure: ['pgTable'],
    charset: 'utf8',
    sourcemap: 'external',
    legalComments: 'external',
    metafile: true,
    banner: { js: requireBanner },
    plugins,
    logLevel: 'silent',
  });
  const ending = (suffix: string) =>
    outputFiles.find(({ path }) => path.endsWith(suffix))?.contents ?? new Uint8Array();
  return { code: ending('index.mjs'), sourceMap: ending('.map'), notices: ending('.LEGAL.txt'), metafile };
}

async function bundleWith(root: string, entry: string, plugins: Plugin[]): Promise<FunctionBundle> {
  const found = new Map<string, string>();
  const whole = await bundleFile(root, entry, [deferredModules(found), ...plugins]);
  const deferred: Record<string, Bundle> = {};
  for (const [name, module] of found) deferred[name] = await bundleFile(root, module, plugins);
  return { ...whole, deferred };
}

/**
 * @param root the folder that holds lambdas/
 * @param entry the handler, relative to it
 * @throws BundlingError with the file and line of everything that does not resolve or parse, or where `handler` is not exported
 */
export async function bundleFunction(root: string, entry: string): Promise<FunctionBundle> {
  try {
    const always = [
      awsOnNode,
      awsSchemas,
      credentialsFromEnvironment,
      versionAlone,
      withoutDebug,
      withoutEventStreams,
      withoutSpanMetrics,
    ];
    // Before the others: a module of the SDK is changed by the first plugin that asks for it.
    const bundled = (uses: { tools: boolean; mcp: boolean }) =>
      bundleWith(root, entry, [...(uses.mcp ? [] : [withoutMcp]), ...always, ...unusedParts(uses)]);
    const lean = await bundled({ tools: false, mcp: false });
    const uses = { tools: await usesTools(root, lean.metafile), mcp: usesMcp(lean.metafile) };
    const bundle = uses.tools || uses.mcp ? await bundled(uses) : lean;
    mustExportHandler(entry, bundle.metafile);
    return bundle;
  } catch (error) {
    throw await bundlingFailure(entry, error);
  }
}

/** Lambda calls "index.handler": without it every invocation fails, and the first is only after deployment. */
function mustExportHandler(entry: string, { outputs }: Metafile): void {
  const exported = outputs['index.mjs']?.exports ?? [];
  if (exported.includes('handler')) return;
  const instead = exported.length === 0 ? 'nothing' : `only ${exported.join(', ')}`;
  throw new BundlingError(entry, [`It must export "handler", which Lambda calls, and exports ${instead}.`]);
}
