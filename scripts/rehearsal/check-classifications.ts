import type { Queryable } from '../../shared/database/client.ts';
import { readJobInstruments } from '../../shared/database/job-instruments.ts';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { expectThat } from './checks.ts';
import { ownInstrument, untaggedInstruments } from './many-accounts.ts';

/** Who said what each instrument is: the reference set, the person, a model, or nobody. */
export async function checkClassifications(db: Queryable, jobId: string): Promise<string> {
  const known = await readJobInstruments(db, jobId);
  const sourceOf = (symbol: string): string => known.get(symbol)?.classification?.source ?? 'nobody';
  const own = sourceOf(ownInstrument.symbol);
  expectThat(own === 'user', `The person's own classification of ${ownInstrument.symbol} is taken for ${own}'s.`);
  const reference = new Set(referenceInstruments.map(({ symbol }) => symbol));
  const wrong = [...known.keys()].filter((symbol) => reference.has(symbol) && sourceOf(symbol) !== 'reference');
  expectThat(wrong.length === 0, `${wrong.join(', ')} should be classified by the reference set.`);
  const tagged = untaggedInstruments.map(({ symbol }) => [symbol, sourceOf(symbol)] as const);
  const made = tagged.filter(([, source]) => source !== 'model' && source !== 'nobody');
  expectThat(
    made.length === 0,
    `${made.map(([symbol]) => symbol).join(', ')} should be classified by the tagger or by nobody.`,
  );
  const count = tagged.filter(([, source]) => source === 'model').length;
  expectThat(count > 0, 'The tagger classified none of the untagged instruments.');
  return `${known.size} instruments; of ${tagged.length} untagged ones the tagger was sure of ${count}, the rest stay unclassified`;
}
