import type { MiddlewareObj } from '@middy/core';
import { beginDeadline, endDeadline } from '../aws/deadline.ts';
import { logger } from './logger.ts';

/** What every function does around its work: a deadline for its calls, and log lines that name the request. */
export function invocation(): MiddlewareObj {
  const end = (): void => {
    endDeadline();
    logger.resetKeys();
  };
  return {
    before: ({ context }) => {
      beginDeadline(context.getRemainingTimeInMillis());
      logger.addContext(context);
    },
    after: end,
    onError: end,
  };
}
