/**
 * V8's collection for when memory is short, which `../collector.ts` has put among this thread's globals: it gives the pages
 * that become free back to the system, where others keep them for the next objects. On AWS a handler finds no `gc`: here
 * V8 lets the name not be deleted, so it means undefined.
 *
 * @returns {() => void}
 */
export function takeCollector() {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error('this thread was started without a collector to call');
  globalThis.gc = undefined;
  return () => {
    gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  };
}
