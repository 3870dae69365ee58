import { MarketError } from './market-error.ts';
import type { Batch, MarketSource } from './market-source.ts';
import type { MarketMemory } from './memory.ts';
import { remoteTitles } from './source-names.ts';
import type { Unasked } from './tell.ts';

/** What sources are asked for. */
export type Matter = 'prices' | 'exchange rates' | 'past closes';

/** A source's failure. */
export interface Problem {
  matter: Matter;
  /** As the source says it, of whatever it was asked. */
  message: string;
  /** For a person: of what it was asked for. */
  told: string;
}

/** What the steps of pricing a job share. */
export interface Asking {
  sources: readonly MarketSource[];
  memory: MarketMemory;
  /** The last trading day not after the job's whose close is out. */
  close: string;
  problems: Problem[];
  /** Sources that gave an answer in this run: their key is good. */
  answered: Set<MarketSource['name']>;
  /** Sources that failed at the matter that is being asked for, and whether they may answer later. */
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
export async function askInTurn(asking: Asking, matter: Matter, answersOf: AnswersOf): Promise<void> {
  const { sources } = asking;
  asking.failed.clear();
  const failed: { source: MarketSource; error: MarketError }[] = [];
  for (const source of sources) {
    const first = sources.length > 1 ? (source.atOnce ?? source) : source;
    const answers = answersOf(first);
    const error = answers === null ? null : await takeAnswers(asking, first, answers);
    if (error === null) continue;
    if (first !== source && error.retryable) failed.push({ source, error });
    else tell(asking, matter, source, error);
  }
  for (const { source, error } of failed) {
    const answers = answersOf(source);
    const last = answers === null ? error : await takeAnswers(asking, source, answers);
    // That it wants to be left alone now does not say what went wrong before.
    if (last !== null) tell(asking, matter, source, last.failure === 'limited' ? error : last);
  }
}

/** Why nobody can say that there is none of something, of the sources that may have it. */
export function whyUnasked({ failed }: Pick<Asking, 'failed'>, those: readonly MarketSource[]): Unasked {
  if (those.length === 0) return 'nobody';
  const ways = those.map(({ name }) => failed.get(name));
  return ways.includes('later') ? 'later' : ways.includes('never') ? 'never' : null;
}

/** Takes answers one by one: those before a failure count. The failure, or null. */
async function takeAnswers(
  { memory, answered }: Asking,
  source: MarketSource,
  answers: AsyncIterable<Batch>,
): Promise<MarketError | null> {
  try {
    for await (const batch of answers) {
      memory.add(source, batch);
      answered.add(source.name);
    }
    return null;
  } catch (error) {
    if (!(error instanceof MarketError)) throw error;
    return error;
  }
}

function tell(asking: Asking, matter: Matter, { name }: MarketSource, error: MarketError): void {
  const { problems, failed, onFailure } = asking;
  failed.set(name, error.retryable ? 'later' : 'never');
  onFailure(name, error);
  const { message } = error;
  if (!problems.some((one) => one.message === message))
    problems.push({ matter, message, told: toldOf(asking, matter, name, error) });
}

/** A failure is read as one of prices, which come first; of anything else it says of what, and whose key is good was refused no key. */
function toldOf(
  { answered }: Asking,
  matter: Matter,
  name: MarketSource['name'],
  { failure, message }: MarketError,
): string {
  if (failure === 'unauthorized' && name !== 'file' && answered.has(name)) {
    return `${remoteTitles[name]} takes the key, but the plan does not include the ${matter} that it was asked for.`;
  }
  return matter === 'prices' ? message : `${message} It was asked for ${matter}.`;
}
