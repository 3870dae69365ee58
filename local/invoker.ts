/** What an invocation gave: what API Gateway, the event source mapping and the scheduler need of a Lambda host. */
export interface InvokeResult {
  /** 200 where the function ran, whatever came of it; else the service's refusal, e.g. 413, 429. */
  readonly status: number;
  /** Set where the function threw, timed out or died. */
  readonly functionError?: string | undefined;
  /** The function's answer, or the error, as JSON. */
  readonly payload: Uint8Array | string;
}

/** Invokes a function and waits for its end (Lambda's RequestResponse). */
export interface Invoker {
  invoke(functionName: string, payload: Uint8Array | string): Promise<InvokeResult>;
}

/** One line for the fleet's own log. */
export type ReportProblem = (problem: string, cause?: unknown) => void;

/** The payload as text. */
export function payloadText(result: InvokeResult): string {
  return typeof result.payload === 'string' ? result.payload : new TextDecoder().decode(result.payload);
}

/** What a function that threw said: the sentence alone, without its kind and trace. */
function messageIn(payload: string): string | undefined {
  try {
    const error: unknown = JSON.parse(payload);
    const said =
      typeof error === 'object' && error !== null && 'errorMessage' in error ? error.errorMessage : undefined;
    return typeof said === 'string' && said.trim() !== '' ? said.slice(0, 500) : undefined;
  } catch {
    return undefined;
  }
}

/** Why an invocation counts as failed, in a few words; undefined where it did not fail. */
export function invocationFailure(result: InvokeResult): string | undefined {
  if (result.functionError !== undefined)
    return messageIn(payloadText(result)) ?? `${result.functionError}: ${payloadText(result).slice(0, 500)}`;
  if (result.status >= 300) return `Lambda answered ${result.status}: ${payloadText(result).slice(0, 500)}`;
  return undefined;
}
