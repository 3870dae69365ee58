import type { IncomingMessage } from 'node:http';
import type { LambdaHost } from '../host.ts';

/** One request to the Lambda API. */
export interface ActionCall {
  host: LambdaHost;
  request: IncomingMessage;
  query: URLSearchParams;
  /** From the path, decoded: a name or an ARN; empty where the action has none. */
  functionName: string;
  requestId: string;
}

export interface ActionAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Bytes are sent as they are, anything else as JSON. */
  body?: Uint8Array | object;
}

export type Action = (call: ActionCall) => ActionAnswer | Promise<ActionAnswer>;
