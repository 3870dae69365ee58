import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { replaceFunctions, replaceMethods } from './replace-bodies.ts';

const BY = 'without-relations.ts';
const refuse = `throw new Error('This bundle asks for tables, and joins them itself: see scripts/packaging/${BY}.');`;

/** Whoever gives a schema asks for Drizzle's queries of it, and gets this instead. */
const queries = `
export class RelationalQueryBuilder { constructor() { ${refuse} } }
export class PgRelationalQuery {}
`;

/**
 * Leaves out Drizzle's relational queries (`db.query.jobs.findMany(…)`; some 8 KiB): Alex writes its selects, and gives Drizzle no
 * schema to make such queries from.
 */
export const withoutRelations: Plugin = {
  name: 'without-relations',
  setup(build) {
    const inside = (module: string): RegExp =>
      new RegExp(`[\\\\/]drizzle-orm[\\\\/]${module.replaceAll('/', '[\\\\/]')}\\.js$`);
    build.onLoad({ filter: inside('pg-core/query-builders/query') }, () => ({ contents: queries, loader: 'js' }));
    build.onLoad({ filter: inside('pg-core/dialect') }, async ({ path }) => ({
      contents: replaceMethods(
        await readFile(path, 'utf8'),
        { 'buildRelationalQueryWithoutPK()': refuse },
        { path, by: BY },
      ),
      loader: 'js',
    }));
    build.onLoad({ filter: inside('relations') }, async ({ path }) => ({
      contents: replaceFunctions(
        await readFile(path, 'utf8'),
        { 'extractTablesRelationalConfig()': refuse, 'normalizeRelation()': refuse, 'mapRelationalRow()': refuse },
        { path, by: BY },
      ),
      loader: 'js',
    }));
  },
};
