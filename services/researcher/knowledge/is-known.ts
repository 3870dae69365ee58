import { invokeFunction } from '../../../shared/aws/lambda.ts';
import type { HeldInstrument } from '../../../shared/database/held-instruments.ts';
import { documentKinds, searchAnswer, type SearchRequest } from '../../../shared/schemas/knowledge.ts';
import { describeFailure } from '../../../shared/middleware/failure.ts';
import type { Logger } from '../runs/logger.ts';

/** What is older is no news. */
const RECENT_DAYS = 14;

/** An invented sample page tells nothing of anything. */
const REAL = documentKinds.filter((kind) => kind !== 'sample');

/** Passages that are looked at: what is set aside tells nothing either. */
const MOST = 10;

/** Whether the knowledge has a passage about an instrument of the last 14 days that can be quoted. A search that fails says no: at worst a note is doubled. */
export async function isKnown({ symbol, name }: HeldInstrument, now: Date, logger: Logger): Promise<boolean> {
  const publishedFrom = new Date(now.getTime() - RECENT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const query: SearchRequest = { query: `${name} ${symbol}`, k: MOST, kinds: REAL, tickers: [symbol], publishedFrom };
  try {
    const { passages } = searchAnswer.parse(await invokeFunction('search', query));
    return passages.some(({ setAside }) => setAside === undefined);
  } catch (error) {
    logger.warn('the knowledge could not be asked', { error: describeFailure(error) });
    return false;
  }
}
