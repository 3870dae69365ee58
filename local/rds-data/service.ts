import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { ColumnSources } from './column-sources.ts';
import { badRequest, ownDatabaseError, RdsDataError, transactionNotFound } from './errors.ts';
import { actAs } from './act-as.ts';
import type { Limits } from './limits.ts';
import type { Place } from './request.ts';
import { userOfSecret, type ReadSecret } from './secret-user.ts';
import type { Database, Holder, Session } from './session.ts';
import { Transaction } from './transaction.ts';

/** The cluster that is served: its names on AWS, the database behind it and the limits that hold. */
export interface Cluster {
  readonly database: Database;
  readonly clusterArn: string;
  /** The owner's: whoever names it is the user that the database was opened with. */
  readonly secretArn: string;
  /** What other secrets hold: each is of a user with privileges of its own. */
  readonly readSecret?: ReadSecret | undefined;
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

  /**
   * @returns the user that the secret names; undefined for the owner
   * @throws {RdsDataError} when the cluster is another, or the secret opens nothing.
   */
  userOf({ resourceArn, secretArn }: Pick<Place, 'resourceArn' | 'secretArn'>): string | undefined {
    const { clusterArn, secretArn: ownersArn, readSecret } = this.cluster;
    if (resourceArn !== clusterArn) {
      throw new RdsDataError('NotFoundException', 404, `DBCluster ${resourceArn} not found`);
    }
    return secretArn === ownersArn ? undefined : userOfSecret(secretArn, readSecret ?? (() => undefined));
  }

  /**
   * @throws {RdsDataError} when the database is not this cluster's. Without a name Aurora connects to the database called
   * like the user of the secret, which holds nothing of ours.
   */
  checkPlace(place: Place, inTransaction: boolean): void {
    this.userOf(place);
    if (place.schema !== undefined) throw badRequest("The schema parameter isn't supported.");
    const { database } = place;
    if (database === this.cluster.databaseName || (database === undefined && inTransaction)) return;
    throw ownDatabaseError(`database "${database ?? 'postgres'}" does not exist`, '3D000');
  }

  /** Begins a transaction of a secret's user for the caller at `socket`; rolled back at once if the caller has left meanwhile. */
  async begin(socket: Socket, place: Place): Promise<Transaction> {
    const user = this.userOf(place);
    const transaction = new Transaction({ socket, user }, this.cluster.limits, ({ id }) => this.#open.delete(id));
    const session = await this.#acquire(transaction, user);
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

  /** One that the secret's user began. @throws {RdsDataError} TransactionNotFoundException. */
  transaction(id: string, of: Pick<Place, 'resourceArn' | 'secretArn'>): Transaction {
    const user = this.userOf(of);
    const transaction = this.#open.get(id);
    if (transaction === undefined || transaction.user !== user) throw transactionNotFound(id);
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

  /** Runs something as the secret's user: in the transaction named, or in a session of its own, where it commits by itself. */
  async withSession<T>(
    request: Pick<Place, 'resourceArn' | 'secretArn'> & { transactionId?: string | undefined; sql: string },
    socket: Socket,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const { transactionId, sql } = request;
    if (transactionId !== undefined) return this.transaction(transactionId, request).use(socket, work);
    const session = await this.#acquire(statementHolder(sql), this.userOf(request));
    try {
      return await work(session);
    } finally {
      // The answer need not wait until the session is clean for the next in line.
      void session.release();
    }
  }

  async #acquire(holder: Holder, user: string | undefined): Promise<Session> {
    const session = await this.cluster.database.acquire(holder);
    return user === undefined ? session : actAs(session, user);
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
