import pg from 'pg';
import { ConnectionLostError, type PostgresError } from './postgres-error.ts';
import { plain, type Database, type Session, type Statement, type StatementResult } from './session.ts';
import type { TransactionStatus } from './session.ts';
import { ResultCollector, statementMessages, toPostgresError, toTransactionStatus } from './wire.ts';

/** One statement as node-postgres runs it: it writes the messages and is handed what comes back. */
class SubmittedStatement {
  readonly #messages: Uint8Array;
  readonly #settle: (error: PostgresError | Error | null, result: StatementResult, status: TransactionStatus) => void;
  readonly #collector = new ResultCollector();

  constructor(
    statement: Statement,
    settle: (error: PostgresError | Error | null, result: StatementResult, status: TransactionStatus) => void,
  ) {
    this.#messages = statementMessages(statement);
    this.#settle = settle;
  }

  submit(connection: pg.Connection): void {
    connection.stream.write(this.#messages);
  }
  handleRowDescription(message: Parameters<ResultCollector['rowDescription']>[0]): void {
    this.#collector.rowDescription(message);
  }
  handleDataRow(message: { fields: (string | null)[] }): void {
    this.#collector.dataRow(message.fields);
  }
  handleCommandComplete(message: { text: string }): void {
    this.#collector.commandComplete(message.text);
  }
  handleEmptyQuery(): void {
    this.#collector.commandComplete('');
  }
  handleError(error: Error, connection: pg.Connection): void {
    if (!(error instanceof pg.DatabaseError)) {
      this.#settle(new ConnectionLostError(error.message), this.#collector.result(), 'I');
      return;
    }
    // The transaction's status comes with ReadyForQuery, after the error.
    connection.once('readyForQuery', (message: { status: string }) => {
      this.#settle(toPostgresError(error), this.#collector.result(), toTransactionStatus(message.status));
    });
  }
  handleReadyForQuery(): void {
    this.#settle(null, this.#collector.result(), 'I');
  }
}

/** A session over one pooled connection. */
class PostgresSession implements Session {
  readonly #client: pg.PoolClient;
  readonly #pool: pg.Pool;
  readonly #backend: number;
  #failedStatus: TransactionStatus | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(pool: pg.Pool, client: pg.PoolClient, backend: number) {
    this.#pool = pool;
    this.#client = client;
    this.#backend = backend;
  }

  get status(): TransactionStatus {
    return this.#failedStatus ?? toTransactionStatus(this.#client.getTransactionStatus());
  }

  run(statement: Statement): Promise<StatementResult> {
    this.#failedStatus = undefined;
    const result = new Promise<StatementResult>((resolve, reject) => {
      this.#client.query(
        new SubmittedStatement(statement, (error, answer, status) => {
          if (error === null) {
            resolve(answer);
            return;
          }
          this.#failedStatus = status;
          reject(error);
        }),
      );
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  settled(): Promise<void> {
    return this.#last.then(() => undefined);
  }

  async cancel(): Promise<void> {
    await this.#pool.query('SELECT pg_cancel_backend($1)', [this.#backend]);
  }

  async release(): Promise<void> {
    await this.settled();
    try {
      if (this.status !== 'I') await this.run(plain('ROLLBACK'));
      await this.run(plain('DISCARD ALL'));
      this.#client.release();
    } catch {
      this.#client.release(true);
    }
  }
}

/** A PostgreSQL server (16 or later) at `url`; each caller has a connection to itself, as on Aurora. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 40, options: '-c TimeZone=UTC -c DateStyle=ISO' });
  // An idle connection that breaks is replaced on next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  client.release();
  return {
    kind: 'postgres',
    async acquire() {
      const connection = await pool.connect();
      const { rows } = await connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      return new PostgresSession(pool, connection, rows[0]?.pid ?? 0);
    },
    close: () => pool.end(),
  };
}
