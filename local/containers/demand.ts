/** Who wants a container: the requests that are open, and how long ago there was something to do. */
export interface Demand {
  /** Requests that wait for it or are being answered. */
  readonly open: number;
  /** A request begins; @returns its end, which may be told more than once. */
  begin(): () => void;
  /** There is something to do besides requests. */
  touch(): void;
  /** Milliseconds since there was anything to do; 0 while a request is open. */
  unusedFor(): number;
  /** Resolves once a request is open, or when `stop` is aborted. */
  wanted(stop: AbortSignal): Promise<void>;
}

/** A container that is wanted by nobody as yet. */
export function createDemand(): Demand {
  let open = 0;
  let last = performance.now();
  let came = Promise.withResolvers<undefined>();
  return {
    get open() {
      return open;
    },
    begin: () => {
      open += 1;
      came.resolve(undefined);
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        open -= 1;
        last = performance.now();
      };
    },
    touch: () => {
      last = performance.now();
    },
    unusedFor: () => (open > 0 ? 0 : performance.now() - last),
    wanted: async (stop) => {
      if (open > 0 || stop.aborted) return;
      came = Promise.withResolvers();
      const end = (): void => {
        came.resolve(undefined);
      };
      stop.addEventListener('abort', end, { once: true });
      await came.promise;
      stop.removeEventListener('abort', end);
    },
  };
}
