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
  /** Sources that failed, and whether they may answer later. */
  failed: Map<MarketSource['name'], 'later' | 'never'>;
  /** Told of a failure as the log is to have it. */
  onFailure: (source: MarketSource['name'], error: MarketError) => void;
}

/** What a source is to be asked for now: its answers one by one; null where there is nothing to ask it. */
export type AnswersOf = (source: MarketSource) => AsyncIterable<Batch> | null;

/**
 * Asks the sources in their order, each for what those before it did not have. Where there are several, each is first asked once
 * and not waited for: a source that fails, or wants to be left alone, does not hold up the next one, which may have it at once.
 * What is missing after all of them is asked again of those whose failure may pass, with all the time there is.
 */
export async function askInTurn(asking: Asking, answersOf: AnswersOf): Promise<void> {
  const { sources } = asking;
  const failed: { source: MarketSource; error: MarketError }[] = [];
  for (const source of sources) {
    const first = sources.length > 1 ? (source.atOnce ?? source) : source;
    const answers = answersOf(first);
    const error = answers === null ? null : await takeAnswers(asking, first, answers);
    if (error === null) continue;
    if (first !== source && error.retryable) failed.push({ source, error });
    else tell(asking, source, error);
  }
  for (const { source, error } of failed) {
    const answers = answersOf(source);
    const last = answers === null ? error : await takeAnswers(asking, source, answers);
    // That it wants to be left alone now does not say what went wrong before.
    if (last !== null) tell(asking, source, last.failure === 'limited' ? error : last);
  }
}

/** Takes answers one by one: those before a failure count. The failure, or null. */
async function takeAnswers(
  { memory }: Asking,
  source: MarketSource,
  answers: AsyncIterable<Batch>,
): Promise<MarketError | null> {
  try {
    for await (const batch of answers) memory.add(source, batch);
    return null;
  } catch (error) {
    if (!(error instanceof MarketError)) throw error;
    return error;
  }
}

function tell({ problems, failed, onFailure }: Asking, { name }: MarketSource, error: MarketError): void {
  failed.set(name, error.retryable ? 'later' : 'never');
  onFailure(name, error);
  if (!problems.includes(error.message)) problems.push(error.message);
}
