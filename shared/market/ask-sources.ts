import { MarketError } from './market-error.ts';
import type { Batch, MarketSource } from './market-source.ts';
import type { MarketMemory } from './memory.ts';

/** What the steps of pricing a job share. */
export interface Asking {
  sources: readonly MarketSource[];
  memory: MarketMemory;
  /** The last trading day not after the job's whose close is out. */
  close: string;
  /** Sentences about sources that failed. */
  problems: string[];
  /** Told of a failure as the log is to have it. */
  onFailure: (source: MarketSource['name'], error: MarketError) => void;
}

/** Takes a source's answers one by one: those before a failure count, and the failure is a sentence. False where it failed. */
export async function takeAnswers(
  { memory, problems, onFailure }: Asking,
  source: MarketSource,
  answers: AsyncIterable<Batch>,
): Promise<boolean> {
  try {
    for await (const batch of answers) memory.add(source, batch);
    return true;
  } catch (error) {
    if (!(error instanceof MarketError)) throw error;
    onFailure(source.name, error);
    if (!problems.includes(error.message)) problems.push(error.message);
    return false;
  }
}
