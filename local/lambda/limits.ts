// Lambda's quotas: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html

/** Payload of a synchronous invocation, bytes. */
export const SYNC_PAYLOAD_BYTES = 6_291_456;
/** Answer of a synchronous invocation, bytes: Lambda allows 100 more than for the request. */
export const ANSWER_BYTES = 6_291_556;
/** Payload of an asynchronous invocation, bytes. */
export const ASYNC_PAYLOAD_BYTES = 1_048_576;
/** All environment variables of a function together, bytes. */
export const ENVIRONMENT_BYTES = 4_096;
/** How long a function's module may take to load, milliseconds. */
export const INIT_MILLISECONDS = 10_000;
/** What of an invocation's log `X-Amz-Log-Result` holds, bytes. */
export const LOG_TAIL_BYTES = 4_096;
