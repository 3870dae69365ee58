import { BlockedByTransactionError } from './postgres-error.ts';
import type { Holder } from './session.ts';

interface Waiter {
  readonly holder: Holder;
  readonly since: number;
  readonly grant: () => void;
  readonly refuse: (error: Error) => void;
}

/**
 * First come, first served over the one connection that PGlite has. Aurora would give each caller its own; here a
 * transaction keeps everyone else waiting. When it does so without running anything for `idleLimitMs`, either its client is
 * gone (then it is ended) or the code that opened it waits for a statement outside of it (then that statement fails).
 */
export class ConnectionQueue {
  readonly #idleLimitMs: number;
  readonly #waiting: Waiter[] = [];
  #holder: Holder | undefined;
  #watch: NodeJS.Timeout | undefined;

  constructor(idleLimitMs: number) {
    this.#idleLimitMs = idleLimitMs;
  }

  acquire(holder: Holder): Promise<void> {
    if (this.#holder === undefined) {
      this.#holder = holder;
      return Promise.resolve();
    }
    return new Promise((grant, refuse) => {
      this.#waiting.push({ holder, since: performance.now(), grant, refuse });
      this.#watch ??= setInterval(() => {
        this.#endBlockade();
      }, this.#idleLimitMs / 10).unref();
    });
  }

  release(): void {
    const next = this.#waiting.shift();
    this.#holder = next?.holder;
    if (this.#waiting.length === 0) this.#stopWatching();
    next?.grant();
  }

  /** Refuses everyone who still waits: the database is closing. */
  close(reason: Error): void {
    this.#stopWatching();
    for (const waiter of this.#waiting.splice(0)) waiter.refuse(reason);
  }

  #stopWatching(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  #endBlockade(): void {
    const holder = this.#holder;
    const idleSince = holder?.idleSince();
    if (holder === undefined || idleSince === undefined) return;
    const now = performance.now();
    const blocked = this.#waiting.filter((waiter) => now - Math.max(idleSince, waiter.since) >= this.#idleLimitMs);
    if (blocked.length === 0) return;
    if (holder.abandoned()) {
      void holder.end();
      return;
    }
    for (const waiter of blocked) {
      this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
      waiter.refuse(
        new BlockedByTransactionError(
          `this database has one connection, and ${holder.label} has held it for ${Math.round(now - idleSince)} ms ` +
            `without running anything while ${waiter.holder.label} waited outside of it; pass the transactionId to ` +
            `every statement between BeginTransaction and CommitTransaction, or end the transaction first`,
        ),
      );
    }
    if (this.#waiting.length === 0) this.#stopWatching();
  }
}
