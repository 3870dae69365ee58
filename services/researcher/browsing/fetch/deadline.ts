import { durationText } from '../limit-text.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';

/**
 * Runs `work` with a signal that is aborted after `milliseconds`, or with the caller's own. What the work throws once
 * its time is over is told as `timed_out`; what it throws once the caller gave up, as the caller's own reason.
 * @throws PageRefusedError timed_out
 */
export async function withDeadline<T>(
  url: URL,
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const late = new PageRefusedError(
    'timed_out',
    nameOf(url),
    `${nameOf(url)} took longer than ${durationText(milliseconds)}.`,
  );
  const timer = setTimeout(() => {
    controller.abort(late);
  }, milliseconds);
  const forward = () => {
    controller.abort(outer?.reason);
  };
  outer?.addEventListener('abort', forward, { once: true });
  const { promise: ended, reject } = Promise.withResolvers<never>();
  controller.signal.addEventListener(
    'abort',
    () => {
      // Whatever was aborted with goes on as it is, which is how AbortSignal's own users see it.
      reject(controller.signal.reason as Error);
    },
    { once: true },
  );
  try {
    return await Promise.race([work(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', forward);
  }
}
