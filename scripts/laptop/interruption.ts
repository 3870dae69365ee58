/** npm passes on a Ctrl-C that the terminal has sent already: what comes this soon after the first is the same key press. */
const SAME_KEY_PRESS = 1000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `first` at the first Ctrl-C or request to end; another one, later, ends the process at once. @returns takes it back */
export function onInterruption(first: () => void): () => void {
  let at: number | undefined;
  const stop = (): void => {
    if (at !== undefined) {
      if (performance.now() - at > SAME_KEY_PRESS) process.exit(130);
      return;
    }
    at = performance.now();
    first();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
}
