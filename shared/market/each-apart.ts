import { MarketError, type MarketFailure } from './market-error.ts';
import type { Batch } from './market-source.ts';

/** The source itself answers no more: nothing else is worth asking it. */
const OF_THE_SOURCE: ReadonlySet<MarketFailure> = new Set(['limited', 'unauthorized']);
/** So many failures one after another are the source's, and not those of what it was asked about. */
const IN_A_ROW = 3;

/**
 * Asks for one thing after another, and goes on where one fails: the others are not to go without for it.
 *
 * @throws {MarketError} the first failure, once all have been asked; at once where the source itself fails
 */
export async function* eachApart<T>(
  things: Iterable<T>,
  ask: (thing: T) => AsyncIterable<Batch>,
): AsyncGenerator<Batch> {
  let first: MarketError | null = null;
  let inARow = 0;
  for (const thing of things) {
    try {
      for await (const batch of ask(thing)) {
        inARow = 0;
        yield batch;
      }
    } catch (error) {
      if (!(error instanceof MarketError) || OF_THE_SOURCE.has(error.failure)) throw error;
      first ??= error;
      inARow += 1;
      if (inARow === IN_A_ROW) throw first;
    }
  }
  if (first !== null) throw first;
}
