import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';

/** How PostgreSQL is started: it would take 128 MB for its buffer cache; the host's file cache does that work here. */
export const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/** How a database is made: transaction log segments of 1 MB instead of 16 make a new folder smaller and quicker to write. */
export const initDbStartParams = ['--wal-segsize=1'];

/**
 * WebAssembly of this process stays with V8's baseline compiler. Its optimizing compiler takes up to 500 MB for a while, for a
 * few very large functions of PostgreSQL, and seconds of a core when everything else starts; the short statements of an
 * analysis are no faster after it (Node 24.21: 0.22 ms of CPU a statement with, 0.22 without). Takes effect for what is compiled
 * after it.
 */
export function compileLean(): void {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
}
