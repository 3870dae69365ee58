import { Logger } from '@aws-lambda-powertools/logger';

/**
 * One structured logger a function: JSON lines with the function's name, request id and, once known, the job's id. Says what
 * happened, never what a person owns: no names, quantities or amounts.
 */
export const logger = new Logger({ serviceName: 'alex' });

/** Every line from now to the end of the invocation carries the job's id. */
export function logJob(jobId: string): void {
  logger.appendKeys({ jobId });
}
