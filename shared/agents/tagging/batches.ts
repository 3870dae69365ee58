import type { UnclassifiedInstrument } from '../../prompts/tagger.ts';

/**
 * Instruments a question. The longest answer for one, every breakdown full and indented, takes 815 tokens (o200k encoding),
 * so eight of them fit into the 8,000 of an answer and leave room to think.
 */
export const BATCH = 8;
/** So many batches in a row that came to nothing, and no more are asked. */
const IN_VAIN = 3;

type Batch = readonly UnclassifiedInstrument[];

/** The batches that were asked about, in the order of the instruments, and the instruments that were not. */
export interface Asked<T> {
  results: T[];
  left: UnclassifiedInstrument[];
}

/**
 * Asks about instruments in batches, at most `atOnce` of them under way. Ends asking where it is in vain: a provider that is
 * down, a budget that is used up. Where a question throws, those under way are awaited, and the first error is thrown.
 *
 * @param ask a question, and whether it came to something
 */
export async function askInBatches<T>(
  items: Batch,
  atOnce: number,
  ask: (batch: Batch) => Promise<{ result: T; answered: boolean }>,
): Promise<Asked<T>> {
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
  const waiting = batches.entries();
  const results = new Map<number, T>();
  let inVain = 0;
  let stopped = false;
  const askNext = async (): Promise<void> => {
    while (!stopped && inVain < IN_VAIN) {
      const next = waiting.next();
      if (next.done === true) return;
      const [index, batch] = next.value;
      try {
        const { result, answered } = await ask(batch);
        results.set(index, result);
        inVain = answered ? 0 : inVain + 1;
      } catch (error) {
        stopped = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(atOnce, batches.length) }, askNext));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return {
    results: batches.flatMap((_, index) => results.get(index) ?? []),
    left: batches.flatMap((batch, index) => (results.has(index) ? [] : batch)),
  };
}
