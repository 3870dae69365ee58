// What the host and an execution environment (a worker thread) say to each other.
import type { MessagePort } from 'node:worker_threads';

/** What a worker is started with. */
export interface WorkerData {
  port: MessagePort;
  /** One number, counted up by the host after each event it sends. */
  signal: Int32Array<SharedArrayBuffer>;
  /** The folder of the unzipped bundle. */
  taskRoot: string;
  /** e.g. "index.handler". */
  handler: string;
}

/** Host to worker: one invocation. */
export interface InvocationEvent {
  requestId: string;
  /** JSON. */
  payload: string;
  /** Milliseconds since the epoch. */
  deadline: number;
  invokedFunctionArn: string;
  traceId: string;
  /** JSON. */
  clientContext: string | undefined;
}

/** An error as Lambda writes it in the payload of a failed invocation. */
export interface ErrorAnswer {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

/** Worker to host. `memoryUsed` in bytes. */
export type WorkerMessage =
  | { type: 'log'; text: string }
  | { type: 'ready'; memoryUsed: number }
  | { type: 'result'; payload: string; memoryUsed: number }
  /** The handler threw: the environment lives on. */
  | { type: 'error'; error: ErrorAnswer; memoryUsed: number }
  /** The environment is ending. */
  | { type: 'fatal'; error: ErrorAnswer };
