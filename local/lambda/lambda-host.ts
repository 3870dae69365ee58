import type { FunctionPackage } from './function-package.ts';

export interface InvokeResult {
  /** 200, also where the function failed. */
  status: number;
  /** Present when the function threw, timed out or died; the payload then holds errorType, errorMessage and trace. */
  functionError?: 'Unhandled';
  /** JSON. */
  payload: Uint8Array;
  /** The last 4 KB of the invocation's log. */
  logTail: string;
  requestId: string;
}

export interface InvokeOptions {
  requestId?: string;
  /** An `X-Amzn-Trace-Id`; a new one by default. */
  traceId?: string;
  /** JSON. */
  clientContext?: string;
}

export interface LambdaHost {
  readonly region: string;
  readonly accountId: string;
  /**
   * Runs a function and waits for its answer. A function that fails is an answer (`functionError`).
   *
   * @throws {ServiceException} ResourceNotFoundException, TooManyRequestsException (429, worth a retry),
   *   RequestTooLargeException, InvalidRequestContentException
   */
  invoke(name: string, payload: Uint8Array | string, options?: InvokeOptions): Promise<InvokeResult>;
  /** Accepts an event: resolves before it runs. Failures are retried twice, then dropped and logged. Throws as `invoke`. */
  invokeAsync(name: string, payload: Uint8Array | string, options?: InvokeOptions): Promise<void>;
  list(): FunctionPackage[];
  /** The function of that name. @throws {ServiceException} ResourceNotFoundException */
  get(name: string): FunctionPackage;
  /** Environments there are now, working or frozen. */
  environmentCount(): number;
  /** Waits for what runs (what it invokes is still served), at most `stopMilliseconds`, then ends every environment. */
  stop(): Promise<void>;
}
