/**
 * The second argument of a handler, as Lambda's Node 24 runtime builds it.
 *
 * @param {import('../protocol.ts').InvocationEvent} event
 */
export function invocationContext(event) {
  const { env } = process;
  return {
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: event.invokedFunctionArn,
    awsRequestId: event.requestId,
    xRayTraceId: event.traceId,
    /** @type {unknown} */
    clientContext: event.clientContext === undefined ? undefined : JSON.parse(event.clientContext),
    identity: undefined,
    getRemainingTimeInMillis: () => event.deadline - Date.now(),
  };
}
