// Only what a handler imports goes into its zip. A file beside it that nobody imports is not there on Lambda, and is told.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { allOf } from '../terminal/all-of.ts';
import { counted } from '../terminal/counted.ts';
import type { PackedFunction } from './package-function.ts';

/** Files of one folder that are named before the others are counted. */
const MOST_NAMED = 5;

/** Code and its tests, which are imported or not meant to be; settings and papers of the folder; what systems and editors leave. */
const notMissed =
  /(?:^|\/)(?:\.|(?:tests?|__tests__|fixtures|node_modules)\/|(?:README|LICEN[CS]E|CHANGELOG|NOTICE|Dockerfile|Makefile|Thumbs\.db)[^/]*$)|(?:^|\/)(?:lambda|package|package-lock|tsconfig[^/]*)\.json$|\.(?:[cm]?[jt]sx?|md|map|orig|rej|bak|swp)$|~$/i;

/** The files of functions' folders that are in no zip, a sentence for each folder that has any. */
export const describeLeftBehind = (
  root: string,
  packed: readonly Pick<PackedFunction, 'name' | 'record'>[],
): string[] =>
  packed.flatMap(({ name, record }) => {
    const files = leftBehind(root, `lambdas/${name}`, new Set(record.inputs));
    if (files.length === 0) return [];
    const one = files.length === 1;
    const others = files.length - MOST_NAMED;
    const named = allOf(others > 0 ? [...files.slice(0, MOST_NAMED), counted(others, 'other')] : files);
    return [
      `${named} ${one ? 'is' : 'are'} not in ${name}.zip, which has only what the code imports: its function will not find ${one ? 'it' : 'them'} (guides/9-beyond.md).`,
    ];
  });

function leftBehind(root: string, folder: string, inputs: ReadonlySet<string>): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(path.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !notMissed.test(file) && !inputs.has(`${folder}/${file}`))
    .map((file) => `${folder}/${file}`)
    .sort();
}
