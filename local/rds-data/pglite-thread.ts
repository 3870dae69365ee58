import { Worker } from 'node:worker_threads';
import { youngObjects } from '../young-objects.ts';
import { ConnectionLostError, PostgresError } from './postgres-error.ts';
import type { PgliteReply, PgliteRequest, PgliteWorkerData } from './pglite-worker.ts';
import type { Statement, StatementResult, TransactionStatus } from './session.ts';

interface Pending {
  resolve(result: StatementResult): void;
  reject(error: Error): void;
}

/** This side of the thread that PGlite runs in: statements go in, results come out, one at a time. */
export class PgliteThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #next = 1;
  #status: TransactionStatus = 'I';
  #lost: ConnectionLostError | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** Starts the thread and waits for the database. Rejects with the reason PostgreSQL or the file system gives. */
  static async start(data: PgliteWorkerData): Promise<PgliteThread> {
    const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
      workerData: data,
      resourceLimits: { maxYoungGenerationSizeMb: youngObjects() },
      // What PostgreSQL prints while it starts or recovers is kept out of the host's own output.
      stdout: true,
      stderr: true,
    });
    const thread = new PgliteThread(worker);
    let said = '';
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
    };
    worker.stdout.on('data', listen);
    worker.stderr.on('data', listen);
    await new Promise<void>((resolve, reject) => {
      const fail = (reason: string) => {
        reject(new Error([reason, said.trim()].filter((part) => part !== '').join('; ')));
      };
      worker.on('message', (reply: PgliteReply) => {
        if (reply.kind === 'ready') resolve();
        else if (reply.kind === 'failed') fail(reply.message);
        else thread.#settle(reply);
      });
      worker.on('error', (error: Error) => {
        fail(error.message);
        thread.#lose(error.message);
      });
      worker.on('exit', (code) => {
        fail(`the database ended with code ${code}`);
        thread.#lose(`the database ended with code ${code}`);
      });
    }).catch(async (error: unknown) => {
      await worker.terminate();
      throw error;
    });
    return thread;
  }

  get status(): TransactionStatus {
    return this.#status;
  }

  /** True when the thread has ended: every statement is refused. */
  get isLost(): boolean {
    return this.#lost !== undefined;
  }

  run(statement: Statement): Promise<StatementResult> {
    if (this.#lost !== undefined) return Promise.reject(this.#lost);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#post({ id, statement });
    });
  }

  /** Ends the database in an orderly way; at once when a statement runs on for longer than `patienceMs`. */
  async close(patienceMs = 3_000): Promise<void> {
    if (this.#lost !== undefined) return;
    const closed = new Promise<void>((resolve) => {
      this.#worker.once('exit', () => {
        resolve();
      });
    });
    this.#post({ close: true });
    const impatience = setTimeout(() => void this.kill(), patienceMs);
    await closed;
    clearTimeout(impatience);
  }

  /** Ends the database at once, as SIGKILL would; what was committed is in the folder. */
  async kill(): Promise<void> {
    await this.#worker.terminate();
  }

  #post(request: PgliteRequest): void {
    this.#worker.postMessage(request);
  }

  #settle(reply: PgliteReply): void {
    if (reply.kind !== 'done') return;
    this.#status = reply.status;
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (reply.result !== null) pending?.resolve(reply.result);
    else if (reply.error !== null) pending?.reject(new PostgresError(reply.error));
  }

  #lose(reason: string): void {
    this.#status = 'I';
    this.#lost ??= new ConnectionLostError(reason);
    for (const pending of this.#pending.values()) pending.reject(this.#lost);
    this.#pending.clear();
  }
}
