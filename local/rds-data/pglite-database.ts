import { isDiskFull } from '../disk-space.ts';
import { ConnectionQueue } from './connection-queue.ts';
import { prepareFolder } from './data-folder.ts';
import { ensureSeed, removeSeed } from './pglite-seed.ts';
import { PgliteThread } from './pglite-thread.ts';
import { plain, type Database, type Holder, type Session, type Statement } from './session.ts';

/** How PGlite is opened. */
export interface PgliteOptions {
  /** PostgreSQL's data folder, made if it is not there; in memory if absent. */
  readonly folder?: string;
  /** After how long (ms) a transaction that does nothing may no longer keep others waiting. */
  readonly idleHolderMs: number;
}

/**
 * PostgreSQL in WASM, in a thread of its own, with its one connection shared in turn.
 * @throws {DataFolderError} the folder is in use, damaged or not a database's.
 */
export async function openPglite({ folder, idleHolderMs }: PgliteOptions): Promise<Database> {
  const prepared = folder === undefined ? undefined : await prepareFolder(folder);
  const base = folder === undefined ? {} : { folder };
  const start = async () => {
    if (prepared?.isNew === false) return PgliteThread.start({ ...base, seed: null });
    const seed = await ensureSeed();
    return PgliteThread.start({ ...base, seed }).catch(async (error: unknown) => {
      // A full disk is no fault of the seed, and to make the database without it takes more room, not less.
      if (seed === null || (folder !== undefined && isDiskFull(folder))) throw error;
      await removeSeed(seed);
      await prepared?.empty();
      return PgliteThread.start({ ...base, seed: null });
    });
  };
  let thread: PgliteThread;
  try {
    thread = await start();
    await prepared?.ready();
  } catch (error) {
    throw prepared === undefined ? error : await prepared.failed(error);
  }
  const queue = new ConnectionQueue(idleHolderMs);
  let last: Promise<unknown> = Promise.resolve();
  let restart: Promise<void> | undefined;

  /** The thread, started again if it ended and there is a folder to start it from. */
  const running = async (): Promise<PgliteThread> => {
    if (thread.isLost && folder !== undefined) {
      restart ??= PgliteThread.start({ folder, seed: null })
        .then((started) => {
          thread = started;
        })
        .finally(() => {
          restart = undefined;
        });
      await restart;
    }
    return thread;
  };
  const run = (statement: Statement) => {
    const result = running().then((current) => current.run(statement));
    last = result.catch(() => undefined);
    return result;
  };
  const settled = () => last.then(() => undefined);

  const session: Session = {
    get status() {
      return thread.status;
    },
    run,
    settled,
    async cancel() {
      // WASM gets no signals: the only way to stop a statement is to stop PostgreSQL, which only a folder survives.
      if (folder !== undefined) await thread.kill();
    },
    async release() {
      await settled();
      try {
        if (thread.status !== 'I') await run(plain('ROLLBACK'));
        const ended = thread.isLost;
        const clean = run(plain('DISCARD ALL')).catch(() => undefined);
        // The thread takes what it is sent in turn: whoever is next waits for it to start again, and else for nothing.
        if (ended) await clean;
      } catch {
        // The thread is gone; the next in line gets a new one, or the error.
      } finally {
        queue.release();
      }
    },
  };

  return {
    kind: 'pglite',
    async acquire(holder: Holder) {
      await queue.acquire(holder);
      return session;
    },
    async close() {
      queue.close(new Error('the database is closing'));
      await thread.close();
      await prepared?.unlock();
    },
  };
}
