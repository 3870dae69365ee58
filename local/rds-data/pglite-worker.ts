// The thread that PostgreSQL-in-WASM runs in, so that a heavy statement does not stop the host's event loop.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { messages, PGlite } from '@electric-sql/pglite';
import { compileLean, initDbStartParams, startParams } from './pglite-parameters.ts';
import type { Statement, StatementResult, TransactionStatus } from './session.ts';
import type { PostgresErrorFields } from './postgres-error.ts';
import { unpackTar } from './unpack-tar.ts';
import { ResultCollector, statementMessages, toPostgresError, toTransactionStatus } from './wire.ts';

/** What the thread is started with. */
export interface PgliteWorkerData {
  /** PostgreSQL's data folder; in memory if absent. */
  readonly folder?: string;
  /** The tarball that a new database is unpacked from; without one it is made from nothing, which takes seconds. */
  readonly seed: string | null;
}

/** A statement to run, or the request to shut down in an orderly way. */
export type PgliteRequest = { readonly id: number; readonly statement: Statement } | { readonly close: true };

/** `ready` once, `failed` instead of it, then one `done` per statement. */
export type PgliteReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly status: TransactionStatus;
      readonly result: StatementResult | null;
      readonly error: PostgresErrorFields | null;
    };

async function open({ folder, seed }: PgliteWorkerData): Promise<PGlite> {
  compileLean();
  const options = { startParams, initDbStartParams };
  if (folder === undefined) {
    return PGlite.create({ ...options, ...(seed !== null && { loadDataDir: new Blob([await readFile(seed)]) }) });
  }
  // PGlite would hold the archive, each file of it and PostgreSQL all at once: 230 MB more.
  if (seed !== null) unpackTar(seed, folder);
  return PGlite.create({ ...options, dataDir: folder });
}

async function run(database: PGlite, id: number, statement: Statement): Promise<PgliteReply> {
  const collector = new ResultCollector();
  let status: TransactionStatus = 'I';
  let error: PostgresErrorFields | null = null;
  const answer = await database.execProtocol(statementMessages(statement), { throwOnError: false });
  for (const message of answer.messages) {
    if (message instanceof messages.RowDescriptionMessage) collector.rowDescription(message);
    else if (message instanceof messages.DataRowMessage) collector.dataRow(message.fields);
    else if (message instanceof messages.CommandCompleteMessage) collector.commandComplete(message.text);
    else if (message instanceof messages.ReadyForQueryMessage) status = toTransactionStatus(message.status);
    else if (message instanceof messages.DatabaseError) error = toPostgresError(message).fields;
  }
  return { kind: 'done', id, status, result: error === null ? collector.result() : null, error };
}

async function serve(data: PgliteWorkerData): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('pglite-worker.ts runs as a worker thread only');
  const reply = (message: PgliteReply) => {
    port.postMessage(message);
  };
  let database: PGlite;
  try {
    database = await open(data);
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    return;
  }
  port.on('message', (request: PgliteRequest) => {
    if ('close' in request) {
      void database.close().finally(() => {
        reply({ kind: 'closed' });
        port.close();
      });
      return;
    }
    run(database, request.id, request.statement).then(reply, (cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause);
      reply({
        kind: 'done',
        id: request.id,
        status: 'I',
        result: null,
        error: { severity: 'FATAL', message, code: 'XX000' },
      });
    });
  });
  reply({ kind: 'ready' });
}

await serve(workerData as PgliteWorkerData);
