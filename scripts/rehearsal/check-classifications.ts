import type { Queryable } from '../../shared/database/client.ts';
import { readJobInstruments } from '../../shared/database/job-instruments.ts';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { allOf } from '../terminal/all-of.ts';
import { expectThat } from './checks.ts';
import { ownInstrument, unpriced, untaggedInstruments } from './many-accounts.ts';

/** Who said what each instrument is: the reference set, the person, a model, or nobody. */
export async function checkClassifications(db: Queryable, jobId: string): Promise<string> {
  const known = await readJobInstruments(db, jobId);
  const sourceOf = (symbol: string): string => known.get(symbol)?.classification?.source ?? 'nobody';
  const own = sourceOf(ownInstrument.symbol);
  expectThat(own === 'user', `The person's own classification of ${ownInstrument.symbol} is taken for ${own}'s.`);
  const reference = new Set(referenceInstruments.map(({ symbol }) => symbol));
  const wrong = [...known.keys()].filter((symbol) => reference.has(symbol) && sourceOf(symbol) !== 'reference');
  expectThat(wrong.length === 0, `${wrong.join(', ')} should be classified by the reference set.`);
  // The one without a price is as unknown to the tagger as they are.
  const tagged = [...untaggedInstruments, unpriced].map(({ symbol }) => [symbol, sourceOf(symbol)] as const);
  const made = tagged.filter(([, source]) => source !== 'model' && source !== 'nobody');
  expectThat(
    made.length === 0,
    `${made.map(([symbol]) => symbol).join(', ')} should be classified by the tagger or by nobody.`,
  );
  const by = (source: string): string[] => tagged.flatMap(([symbol, from]) => (from === source ? [symbol] : []));
  const [sure, rest] = [by('model'), by('nobody')];
  expectThat(sure.length > 0, 'The tagger classified none of the untagged instruments.');
  const unsure = rest.length === 0 ? '' : `; ${allOf(rest)} ${rest.length === 1 ? 'stays' : 'stay'} unclassified`;
  return `${known.size} instruments; of ${tagged.length} untagged ones the tagger was sure of ${allOf(sure)}${unsure}`;
}
