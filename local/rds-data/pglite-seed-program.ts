// A thread that makes a database in memory, keeps its tarball as the seed, and ends, with all the memory that making took.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { initDbStartParams } from './pglite-parameters.ts';

const { path } = workerData as { readonly path: string };
const database = await PGlite.create({ initDbStartParams });
const tarball = Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer());
// Written beside its place and renamed: two processes that start together never read half of one.
const partial = `${path}.${process.pid}-${performance.now().toString(36)}`;
await mkdir(dirname(path), { recursive: true });
await writeFile(partial, tarball);
await rename(partial, path);
await database.close();
