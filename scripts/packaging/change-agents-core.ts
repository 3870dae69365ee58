import type { PluginBuild } from 'esbuild';
import { readSdkModule } from './read-sdk-module.ts';
import { removeMethods, replaceFunctions, replaceMethods } from './replace-bodies.ts';
import type { Bodies } from './replace-bodies.ts';

/** What is another thing in a module: what its functions and methods do, which methods it has no more, and then whatever else. */
export interface ModuleChanges {
  functions?: Bodies;
  methods?: Bodies;
  /** Methods that only those call which do something else now. */
  gone?: readonly string[];
  then?: (source: string, path: string) => string;
}

/** @param name of a module of @openai/agents-core, within its dist and without its ending, e.g. `runner/guardrails` */
export const agentsCoreModule = (name: string): RegExp =>
  new RegExp(String.raw`[\\/]@openai[\\/]agents-core[\\/]dist[\\/]${name.replaceAll('/', String.raw`[\\/]`)}\.m?js$`);

/**
 * Has modules of @openai/agents-core do something else, which fails the build where they are not as they were.
 *
 * @param by the plugin's file
 * @param modules by their names, as `agentsCoreModule` has them
 */
export function changeAgentsCore(
  build: PluginBuild,
  by: string,
  modules: Readonly<Record<string, ModuleChanges>>,
): void {
  for (const [name, { functions = {}, methods = {}, gone = [], then }] of Object.entries(modules)) {
    build.onLoad({ filter: agentsCoreModule(name) }, async ({ path }) => {
      const change = { path, by };
      const known = removeMethods(await readSdkModule(path), gone, change);
      const source = replaceMethods(replaceFunctions(known, functions, change), methods, change);
      return { contents: then?.(source, path) ?? source, loader: 'js' };
    });
  }
}
