import { AgentError } from '../errors.ts';
import type { AgentOptions } from './agent-run.ts';

/** @throws {AgentError} retryable, where the caller's signal has stopped the run */
export function stopIfAsked({ signal }: AgentOptions): void {
  if (signal?.aborted === true) {
    throw new AgentError('The run was stopped by its caller.', { retryable: true, cause: signal.reason });
  }
}
