/** An error, and all that it was caused by, the nearest first. */
export function* causesOf(error: unknown): Generator {
  const met = new Set<unknown>();
  const open = [error];
  for (let next = open.shift(); next !== undefined && !met.has(next); next = open.shift()) {
    met.add(next);
    yield next;
    const together: unknown[] = next instanceof AggregateError ? next.errors : [];
    open.push(...together);
    if (next instanceof Error && next.cause !== undefined) open.push(next.cause);
  }
}
