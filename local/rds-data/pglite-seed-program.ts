// node pglite-seed-program.ts PATH: makes a database in memory, keeps its tarball at PATH as the seed, and ends.
// A process of its own, so that the memory that making took is the system's again.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { compileLean, initDbStartParams, startParams } from './pglite-parameters.ts';

const [, , path = ''] = process.argv;
compileLean();
const database = await PGlite.create({ initDbStartParams, startParams });
const tarball = Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer());
// Written beside its place and renamed: two processes that start together never read half of one.
const partial = `${path}.${process.pid}`;
await mkdir(dirname(path), { recursive: true });
try {
  await writeFile(partial, tarball);
  await rename(partial, path);
} finally {
  await rm(partial, { force: true });
}
await database.close();
