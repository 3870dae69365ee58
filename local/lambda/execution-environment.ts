import { MessageChannel, receiveMessageOnPort, Worker, type MessagePort } from 'node:worker_threads';
import { youngObjects } from '../young-objects.ts';
import { HEADROOM, watchMemory } from './memory-watch.ts';
import type { ErrorAnswer, InvocationEvent, WorkerData, WorkerMessage } from './protocol.ts';

/** How the loading of the module, or one invocation, ended. */
export type Outcome =
  | { type: 'ready' }
  | { type: 'result'; payload: string }
  /** The handler threw; the environment can be used again. */
  | { type: 'error'; error: ErrorAnswer }
  /** These end the environment. */
  | { type: 'fatal'; error: ErrorAnswer }
  | { type: 'exit'; exitCode: number }
  | { type: 'outOfMemory' }
  | { type: 'timeout' };

export interface EnvironmentOptions {
  taskRoot: string;
  handler: string;
  environment: Record<string, string>;
  /** Megabytes. */
  memory: number;
  name: string;
}

const bootstrap = new URL('./worker/bootstrap.mjs', import.meta.url);

/** One execution environment: a worker thread that has one function's module loaded, and runs one event at a time. */
export class ExecutionEnvironment {
  /** Where the lines that the function prints go; set for each invocation. */
  onLog: (text: string) => void = () => undefined;
  /** The most the thread was seen to hold, bytes. */
  memoryUsed = 0;
  /** False once it can take no further event. */
  alive = true;
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #signal = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  #settle: ((outcome: Outcome) => void) | undefined;
  #outOfMemory = false;
  readonly #memoryBytes: number;

  constructor(options: EnvironmentOptions) {
    const { port1, port2 } = new MessageChannel();
    const { taskRoot, handler } = options;
    this.#port = port1;
    this.#memoryBytes = options.memory * 1024 * 1024;
    this.#worker = new Worker(bootstrap, {
      env: options.environment,
      execArgv: [],
      name: options.name,
      resourceLimits: {
        maxOldGenerationSizeMb: options.memory + HEADROOM,
        maxYoungGenerationSizeMb: youngObjects(options.memory),
      },
      stdout: true,
      stderr: true,
      workerData: { port: port2, signal: this.#signal, taskRoot, handler } satisfies WorkerData,
      transferList: [port2],
    });
    this.#port.on('message', (message: WorkerMessage) => {
      this.#receive(message);
    });
    this.#worker.on('error', (error) => {
      this.#failed(error);
    });
    this.#worker.on('exit', (exitCode) => {
      this.#drain();
      this.#end(this.#outOfMemory ? { type: 'outOfMemory' } : { type: 'exit', exitCode });
    });
  }

  /** Waits for the module to be loaded. */
  ready(timeoutMilliseconds: number): Promise<Outcome> {
    return this.#outcome(timeoutMilliseconds);
  }

  /** Runs one event; ends the environment when it takes longer than that. */
  invoke(event: InvocationEvent, timeoutMilliseconds: number): Promise<Outcome> {
    const outcome = this.#outcome(timeoutMilliseconds);
    this.#port.postMessage(event);
    Atomics.add(this.#signal, 0, 1);
    Atomics.notify(this.#signal, 0);
    return outcome;
  }

  /** Ends the thread, whatever it is doing. */
  async terminate(): Promise<void> {
    this.alive = false;
    await this.#worker.terminate();
  }

  #outcome(timeoutMilliseconds: number): Promise<Outcome> {
    return new Promise((resolve) => {
      if (!this.alive) {
        resolve({ type: 'exit', exitCode: 1 });
        return;
      }
      const timer = setTimeout(() => {
        this.#endUnlessAnswered({ type: 'timeout' });
      }, timeoutMilliseconds);
      const unwatch = watchMemory(this.#worker, this.#memoryBytes, () => {
        this.#endUnlessAnswered({ type: 'outOfMemory' });
      });
      this.#settle = (outcome) => {
        clearTimeout(timer);
        unwatch();
        this.#settle = undefined;
        resolve(outcome);
      };
    });
  }

  #receive(message: WorkerMessage): void {
    if (message.type === 'log') {
      this.onLog(message.text);
      return;
    }
    if (message.type === 'fatal') {
      this.#end(message);
      return;
    }
    this.memoryUsed = Math.max(this.memoryUsed, message.memoryUsed);
    this.#settle?.(message);
  }

  #failed(error: unknown): void {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    this.#outOfMemory = code === 'ERR_WORKER_OUT_OF_MEMORY';
    if (!this.#outOfMemory) this.#receive({ type: 'fatal', error: asAnswer(error) });
  }

  /** Takes what the worker has sent and the event loop has not yet delivered. */
  #drain(): void {
    for (;;) {
      const received = receiveMessageOnPort(this.#port) as { message: WorkerMessage } | undefined;
      if (!received) return;
      this.#receive(received.message);
    }
  }

  /** An answer may be waiting because this thread was busy: it counts. */
  #endUnlessAnswered(outcome: Outcome): void {
    this.#drain();
    if (this.#settle) this.#end(outcome);
  }

  #end(outcome: Outcome): void {
    this.alive = false;
    this.#settle?.(outcome);
    void this.#worker.terminate().then(() => {
      this.#port.close();
    });
  }
}

function asAnswer(thrown: unknown): ErrorAnswer {
  if (!(thrown instanceof Error)) return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  return { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') };
}
