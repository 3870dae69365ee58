import type { InvokeResult, Invoker } from './invoker.ts';
import { ServiceException } from './wire/service-exception.ts';

/**
 * A Lambda host as the services in front of it see it: what Lambda refuses (throttled, too large, no such function) is
 * an answer with that status, not an exception.
 */
export function lambdaInvoker(host: Invoker): Invoker {
  return {
    invoke: async (name, payload): Promise<InvokeResult> => {
      try {
        return await host.invoke(name, payload);
      } catch (error) {
        if (!(error instanceof ServiceException)) throw error;
        return { status: error.status, payload: JSON.stringify({ message: error.message }) };
      }
    },
  };
}
