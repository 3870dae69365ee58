import { invokeFunction } from '../../shared/aws/lambda.ts';
import { retry } from '../../shared/aws/retry.ts';
import { AgentError } from '../../shared/errors.ts';
import { marketPolicy } from '../../shared/market/policy.ts';
import { isNothing, wantedOf, type Given } from '../../shared/market/wanted.ts';
import { describeFailure, reasonFor } from '../../shared/middleware/failure.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { currentTraceparent, inSpan } from '../../shared/middleware/tracing.ts';
import { pricerAnswer, type PricerAnswer } from '../../shared/schemas/market.ts';

/** One more try for what may pass: a throttled call, a function that died. What it found before is there already. */
const PASSING_WAITS = [500];
/** Milliseconds that the planner needs for the figures and the agents after it. */
const RESERVE = 60_000;

/**
 * Has the pricer look for the prices that the job lacks. Undefined where no source is set, or nothing is missing or too old. It
 * never throws: the figures are then of what the person gave, and the answer says why.
 */
export async function askPricer(jobId: string, given: Given): Promise<PricerAnswer | undefined> {
  try {
    if (isNothing(wantedOf(given, marketPolicy(process.env)))) return undefined;
    const attributes = { 'faas.invoked_name': 'pricer', 'faas.invoked_provider': 'aws', 'alex.step': 'price' };
    return await inSpan({ name: 'invoke pricer', kind: 'client', attributes }, async () => {
      const traceparent = currentTraceparent();
      const request = { jobId, asOf: given.asOf, ...(traceparent !== undefined && { traceparent }) };
      const isRetryable = (error: unknown) => error instanceof AgentError && error.retryable;
      const invoke = () => invokeFunction('pricer', request);
      return pricerAnswer.parse(await retry(invoke, { waits: PASSING_WAITS, isRetryable, reserve: RESERVE }));
    });
  } catch (error) {
    logger.error('the pricer failed', { error: describeFailure(error) });
    // It may have got as far as writing prices: everything is read again.
    const problems = [`Prices could not be looked up: ${reasonFor(error)}`];
    return { prices: 1, rates: 1, histories: 1, told: [], problems };
  }
}
