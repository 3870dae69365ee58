import { PGlite } from '@electric-sql/pglite';

/** How PostgreSQL is started: it would take 128 MB for its buffer cache; the host's file cache does that work here. */
export const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/** How a database is made: transaction log segments of 1 MB instead of 16 make a new folder smaller and quicker to write. */
export const initDbStartParams = ['--wal-segsize=1'];
