import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { ColumnSources } from './column-sources.ts';
import { badRequest, ownDatabaseError, RdsDataError, transactionNotFound } from './errors.ts';
import type { Limits } from './limits.ts';
import type { Place } from './request.ts';
import type { Database, Holder, Session } from './session.ts';
import { Transaction } from './transaction.ts';

/** The cluster that is served: its names on AWS, the database behind it and the limits that hold. */
export interface Cluster {
  readonly database: Database;
  readonly clusterArn: string;
  readonly secretArn: string;
  readonly databaseName: string;
  readonly limits: Limits;
}

/** What every action works with: the cluster, the open transactions, and the connection its caller is on. */
export class Service {
  readonly cluster: Cluster;
  /** Of PGlite nobody but this service can change a table. */
  readonly columnSources: ColumnSources;
  readonly #open = new Map<string, Transaction>();
  /** Transactions whose commit failed: they are rolled back, and their callers may still say so. */
  readonly #failed = new Set<string>();

  constructor(cluster: Cluster) {
    this.cluster = cluster;
    this.columnSources = new ColumnSources(cluster.database.kind === 'pglite');
  }

  /** @throws {RdsDataError} when the ARNs are not this cluster's. */
  checkTarget({ resourceArn, secretArn }: Pick<Place, 'resourceArn' | 'secretArn'>): void {
    if (resourceArn !== this.cluster.clusterArn) {
      throw new RdsDataError('NotFoundException', 404, `DBCluster ${resourceArn} not found`);
    }
    if (secretArn !== this.cluster.secretArn) {
      throw new RdsDataError('SecretsErrorException', 400, `Secrets Manager can't find the secret ${secretArn}.`);
    }
  }

  /**
   * @throws {RdsDataError} when the database is not this cluster's. Without a name Aurora connects to the database called
   * like the user of the secret, which holds nothing of ours.
   */
  checkPlace(place: Place, inTransaction: boolean): void {
    this.checkTarget(place);
    if (place.schema !== undefined) throw badRequest("The schema parameter isn't supported.");
    const { database } = place;
    if (database === this.cluster.databaseName || (database === undefined && inTransaction)) return;
    throw ownDatabaseError(`database "${database ?? 'postgres'}" does not exist`, '3D000');
  }

  /** Begins a transaction for the caller at `socket`; rolled back at once if the caller has left meanwhile. */
  async begin(socket: Socket): Promise<Transaction> {
    const transaction = new Transaction(socket, this.cluster.limits, ({ id }) => this.#open.delete(id));
    const session = await this.cluster.database.acquire(transaction);
    this.#open.set(transaction.id, transaction);
    try {
      await transaction.begin(session);
    } catch (error) {
      await transaction.end();
      throw error;
    }
    if (socket.destroyed) await transaction.end();
    return transaction;
  }

  /** @throws {RdsDataError} TransactionNotFoundException. */
  transaction(id: string): Transaction {
    const transaction = this.#open.get(id);
    if (transaction === undefined) throw transactionNotFound(id);
    return transaction;
  }

  /** Remembers that a commit failed, so that the caller's RollbackTransaction is answered and not refused. */
  rememberFailed(id: string): void {
    this.#failed.add(id);
    const oldest = this.#failed.values().next().value;
    if (this.#failed.size > 1_000 && oldest !== undefined) this.#failed.delete(oldest);
  }

  /** Whether this transaction's commit failed; answers true once. */
  forgetFailed(id: string): boolean {
    return this.#failed.delete(id);
  }

  /** Runs something in the transaction named, or in a session of its own, where it commits by itself. */
  async withSession<T>(
    { transactionId, sql }: { transactionId?: string | undefined; sql: string },
    socket: Socket,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    if (transactionId !== undefined) return this.transaction(transactionId).use(socket, work);
    const session = await this.cluster.database.acquire(statementHolder(sql));
    try {
      return await work(session);
    } finally {
      // The answer need not wait until the session is clean for the next in line.
      void session.release();
    }
  }

  /** Rolls back every open transaction. */
  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((transaction) => transaction.end()));
  }
}

/** A statement outside of transactions: never idle while it holds the connection. */
const statementHolder = (sql: string): Holder => ({
  label: `the statement "${sql.trim().slice(0, 80)}"`,
  idleSince: () => undefined,
  abandoned: () => false,
  end: () => Promise.resolve(),
});

/** The request id that every answer carries. */
export const requestId = (): string => randomUUID();
