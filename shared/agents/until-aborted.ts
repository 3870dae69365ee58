/** The promise, or a rejection with the signal's reason as soon as it is aborted, even where the work pays it no heed. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = Promise.withResolvers<never>();
  const stop = () => {
    stopped.reject(signal.reason instanceof Error ? signal.reason : new Error('The run was stopped.'));
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  // Whichever loses the race is not an unhandled rejection.
  promise.catch(() => undefined);
  stopped.promise.catch(() => undefined);
  return Promise.race([promise, stopped.promise]).finally(() => {
    signal.removeEventListener('abort', stop);
  });
}
