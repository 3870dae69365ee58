import type { MiddlewareObj } from '@middy/core';
import { beginDeadline, endDeadline } from '../aws/deadline.ts';
import { AlexError, InvalidInputError, UnavailableError } from '../errors.ts';
import { asAlexError, describeFailure } from './failure.ts';
import { logger } from './logger.ts';
import { problemResponse } from './problem-json.ts';
import { flushSpans } from './tracing.ts';

/**
 * For `middy(handler, untilLambdaEnds)`. What runs out of time is ended by Lambda, environment and all. Middy by itself gives up
 * 5 ms sooner and leaves the handler in a warm environment, where it goes on in the middle of the next event.
 */
export const untilLambdaEnds = { timeoutEarlyInMillis: 0 };

/**
 * What every function does around its work: a deadline for its calls, log lines that name the request, and the trace sent
 * before it returns. What a route's caller has to mend, such as a missing key, or can wait out, is answered as problem+json and is
 * no failure of the function. An error that is not answered leaves the function without a statement's parameters: Lambda logs it,
 * and its caller shows it.
 */
export function invocation(): MiddlewareObj {
  const end = async (): Promise<void> => {
    await flushSpans();
    endDeadline();
    logger.resetKeys();
  };
  return {
    before: ({ context }) => {
      beginDeadline(context.getRemainingTimeInMillis());
      logger.addContext(context);
    },
    after: end,
    onError: async (request) => {
      if (request.response === undefined && isRouted(request.event)) request.response = answerTo(request.error);
      if (request.response === undefined && !(request.error instanceof AlexError)) {
        logger.error('the invocation failed', { error: describeFailure(request.error) });
        const { message, name } = asAlexError(request.error);
        request.error = Object.assign(new Error(message), { name });
      }
      if (request.response === undefined && request.error instanceof InvalidInputError) {
        // A caller and the log get a message and no list: it names the fields.
        const { name, problems } = request.error;
        const fields = problems.slice(0, MOST_NAMED).map(({ path, message }) => `${path}: ${message}`);
        request.error = Object.assign(new Error(`${request.error.message} ${fields.join('; ')}`.trim()), { name });
      }
      await end();
    },
  };
}

/** Fields that are named of those that are wrong. */
const MOST_NAMED = 20;

/** Whether API Gateway asks: on a route of `rest` (proxy events 1.0) or of `http` (2.0). */
function isRouted(event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false;
  return 'routeKey' in event || ('httpMethod' in event && 'resource' in event);
}

/** What a caller is told who can do something about it; undefined for anything else, which is a failure. */
function answerTo(error: unknown): ReturnType<typeof problemResponse> | undefined {
  const ours = asAlexError(error);
  return ours.status < 500 || ours instanceof UnavailableError ? problemResponse(ours) : undefined;
}
