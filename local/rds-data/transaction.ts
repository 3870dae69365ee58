import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { RdsDataError } from './errors.ts';
import { plain, type Holder, type Session } from './session.ts';

/** A transaction that was begun and has not ended: it has a session to itself. */
export class Transaction implements Holder {
  /** Opaque to callers, as on AWS. */
  readonly id = randomBytes(96).toString('base64url');
  readonly label = `transaction ${this.id.slice(0, 8)}…`;
  /** Whose it is; undefined: the owner's. */
  readonly user: string | undefined;
  #session: Session | undefined;
  #socket: Socket;
  #idleSince: number | undefined;
  readonly #onEnd: (transaction: Transaction) => void;
  readonly #limits: { readonly transactionIdleMs: number; readonly transactionMs: number };
  #idleTimer: NodeJS.Timeout | undefined;
  #lifeTimer: NodeJS.Timeout | undefined;

  constructor(
    { socket, user }: { readonly socket: Socket; readonly user: string | undefined },
    limits: { readonly transactionIdleMs: number; readonly transactionMs: number },
    onEnd: (transaction: Transaction) => void,
  ) {
    this.user = user;
    this.#socket = socket;
    this.#limits = limits;
    this.#onEnd = onEnd;
  }

  /** Opens it in a session, which is its own from now on. */
  async begin(session: Session): Promise<void> {
    this.#session = session;
    await session.run(plain('BEGIN'));
    this.#lifeTimer = setTimeout(() => void this.end(), this.#limits.transactionMs).unref();
    this.#becomeIdle();
  }

  /**
   * Runs something in it; when that leaves no transaction open (COMMIT or ROLLBACK in plain SQL), it has ended.
   * @throws {RdsDataError} DatabaseErrorException while something else runs in it.
   */
  async use<T>(socket: Socket, work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#session;
    if (session === undefined || this.#idleSince === undefined) throw stillRunning();
    this.#idleSince = undefined;
    this.#socket = socket;
    clearTimeout(this.#idleTimer);
    try {
      return await work(session);
    } finally {
      // After a time-out the statement may still run, and until it ends the transaction is in use.
      void session.settled().then(() => {
        if (session.status === 'I') return this.end();
        this.#becomeIdle();
        return undefined;
      });
    }
  }

  /** Waits until nothing runs in it, or it has ended. */
  async whenIdle(): Promise<void> {
    while (this.#session !== undefined && this.#idleSince === undefined) {
      await this.#session.settled();
      await setImmediate();
    }
  }

  idleSince(): number | undefined {
    return this.#idleSince;
  }

  abandoned(): boolean {
    return this.#socket.destroyed;
  }

  /** Rolls back what is not committed and gives the session back; the id is unknown from then on. */
  async end(): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    this.#session = undefined;
    this.#idleSince = undefined;
    clearTimeout(this.#idleTimer);
    clearTimeout(this.#lifeTimer);
    this.#onEnd(this);
    await session.release();
  }

  #becomeIdle(): void {
    if (this.#session === undefined) return;
    this.#idleSince = performance.now();
    this.#idleTimer = setTimeout(() => void this.end(), this.#limits.transactionIdleMs).unref();
  }
}

/** In the service's own words, without an SQLState: the database never saw the statement. */
const stillRunning = () => new RdsDataError('DatabaseErrorException', 400, 'Transaction is still running a query');
