/** @typedef {import('../protocol.ts').ErrorAnswer} ErrorAnswer */

/**
 * What Lambda answers for something thrown: an error's name, message and stack, or the type of what is no error.
 *
 * @param {unknown} thrown
 * @returns {ErrorAnswer}
 */
export function describeError(thrown) {
  if (!(thrown instanceof Error)) return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  return { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') };
}

/**
 * A rejection that nobody handled ends the environment under its own name.
 *
 * @param {unknown} reason
 * @returns {ErrorAnswer}
 */
export function describeRejection(reason) {
  const { trace } = describeError(reason);
  return { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: String(reason), trace: trace ?? [] };
}
