/** Seconds that AWS may take for an answer, where this is set: more on a slow network. */
const PATIENCE = 'ALEX_AWS_PATIENCE';
const CONNECTION_MS = 5000;
const ANSWER_MS = 15_000;

/**
 * What every client of AWS in scripts is made with. Without it a network that takes connections and never answers keeps a command
 * waiting without end. A limit that passes is a TimeoutError (ETIMEDOUT), which explain-aws-failure.ts tells.
 *
 * @param answerWithin milliseconds, for what takes its time
 */
export const awsLimits = ({ answerWithin = awsPatience(), maxAttempts = 2 } = {}) => ({
  maxAttempts,
  requestHandler: {
    connectionTimeout: CONNECTION_MS,
    requestTimeout: answerWithin,
    // Without it the SDK only warns.
    throwOnRequestTimeout: true,
  },
});

/** Milliseconds that AWS may take for an answer. */
export function awsPatience(): number {
  const seconds = Number(process.env[PATIENCE]);
  return seconds > 0 ? seconds * 1000 : ANSWER_MS;
}
