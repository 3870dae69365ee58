/**
 * Milliseconds until the first answer: it may find everything asleep. A serverless endpoint loads its container for 10 to 20 seconds,
 * a laptop under load loads the search function and its model, and the function itself gives up after 28.
 */
const FOR_THE_FIRST = 30_000;
/** Milliseconds, from the first answer on, for all that is asked besides. */
const FOR_THE_REST = 8_000;

/** How long a report waits for what is known: `signal` is aborted when that is over, or when the caller stops. */
export interface Patience {
  signal: AbortSignal;
  /** What is asked is awake: from the first call on it has less time. */
  answered: () => void;
  /** To be called when nothing is waited for any more. */
  end: () => void;
}

/** @param deadlineMs what the whole report has, in milliseconds: at most a half of it is waited for the first answer */
export function newPatience(signal?: AbortSignal, deadlineMs = Number.POSITIVE_INFINITY): Patience {
  const over = new AbortController();
  const waitFor = (milliseconds: number) =>
    setTimeout(() => {
      over.abort(new DOMException(`No answer within ${milliseconds} ms.`, 'TimeoutError'));
    }, milliseconds);
  let timer = waitFor(Math.min(FOR_THE_FIRST, deadlineMs / 2));
  let awake = false;
  return {
    signal: signal === undefined ? over.signal : AbortSignal.any([signal, over.signal]),
    answered() {
      if (awake) return;
      awake = true;
      clearTimeout(timer);
      timer = waitFor(FOR_THE_REST);
    },
    end() {
      clearTimeout(timer);
    },
  };
}
