import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { PackagingError } from './packaging-error.ts';

const BY = 'without-constraints.ts';

/** The third argument of a table, laid out as Prettier does: its indexes, its keys of several columns, its checks. */
const CONSTRAINTS = /^ {2}\(t\) => \[(?:.*\],|\n[\s\S]*?\n {2}\],)$/gm;
/** A column's reference to another table. */
const REFERENCE = /\s*\.references\(\(\) => \w+\.\w+(?:, \{[^{}]*\})?\)/g;

/** Whoever describes a table by a function of all kinds of columns, and gets this instead. */
const columns = `
export function getPgColumnBuilders() { throw new Error('This bundle has the kinds of columns that its tables name: see scripts/packaging/${BY}.'); }
`;

/**
 * Leaves out what the database holds to by itself: constraints, indexes and references. They are in `shared/database/schema.ts` for
 * `drizzle-kit`, which writes the migrations, and no function asks for them; each start of one made the references. 18 KiB of the planner, 4 KiB
 * zipped.
 */
export const withoutConstraints: Plugin = {
  name: 'without-constraints',
  setup(build) {
    build.onLoad({ filter: /[\\/]shared[\\/]database[\\/]schema\.ts$/ }, async ({ path }) => ({
      contents: unconstrained(await readFile(path, 'utf8'), path),
      loader: 'ts',
    }));
    build.onLoad({ filter: /[\\/]drizzle-orm[\\/]pg-core[\\/]columns[\\/]all\.js$/ }, () => ({
      contents: columns,
      loader: 'js',
    }));
  },
};

/**
 * The tables with their columns alone, and all else on the line on which it was.
 *
 * @throws PackagingError where one is written in a way that cannot be told from what follows it
 */
export function unconstrained(source: string, path: string): string {
  const contents = [CONSTRAINTS, REFERENCE].reduce(
    (text, part) => text.replace(part, (found) => found.replace(/[^\n]/g, '')),
    source,
  );
  if (/^ {2}\(\w*\) =>|\.references\(/m.test(contents)) {
    throw new PackagingError(`A constraint in ${path} is laid out in another way: see scripts/packaging/${BY}.`);
  }
  return contents;
}
