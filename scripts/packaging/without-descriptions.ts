import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { PackagingError } from './packaging-error.ts';

/** `.describe('…')`, of one literal text. */
const DESCRIPTION = /\s*\.describe\(\s*(?:'(?:[^'\\\n]|\\.)*'|`[^`$\\]*`|"(?:[^"\\\n]|\\.)*"),?\s*\)/g;

/**
 * Leaves the descriptions of a retirement plan's fields out of every function: they are for who writes one, in `examples/plan.md` and its
 * JSON Schema, and no function reads them. 3.4 KiB of the planner's zip.
 */
export const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  setup(build) {
    const described =
      /[\\/]shared[\\/](?:schemas[\\/]retirement-plan|finance[\\/]retirement[\\/]answers)[\\/][\w-]+\.ts$/;
    build.onLoad({ filter: described }, async ({ path }) => ({
      contents: undescribed(await readFile(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};

/**
 * A module's source with its descriptions taken out, and all else on the line on which it was.
 *
 * @throws PackagingError where one is no literal text, and so cannot be told from what follows it
 */
export function undescribed(source: string, path: string): string {
  const contents = source.replace(DESCRIPTION, (described) => described.replace(/[^\n]/g, ''));
  if (contents.includes('.describe(')) {
    throw new PackagingError(
      `A description in ${path} is no literal text: see scripts/packaging/without-descriptions.ts.`,
    );
  }
  return contents;
}
