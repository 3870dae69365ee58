import { askInTurn, type Asking } from './ask-sources.ts';
import type { Batch } from './market-source.ts';
import { NEWEST_WITHIN, type SourcedQuote } from './memory.ts';
import { addDays } from './trading-day.ts';

/**
 * What one unit of each currency cost in US dollars, by the newest rate there is, of equal days from the first source that has it; a file's stands
 * before those of the sources behind it. A source is asked about what none before it has said the last of: an older rate of one that fails now is
 * not the newest.
 */
export async function findRates(
  asking: Asking,
  currencies: readonly string[],
  asOf: string,
): Promise<Map<string, SourcedQuote>> {
  const { memory, close } = asking;
  const from = addDays(close, -NEWEST_WITHIN);
  const sources = asking.sources.filter((source) => source.rates !== undefined);
  const had = new Set<string>();
  /** Of which a source has said in this run what it has, by its name and the currency. */
  const said = new Set<string>();
  const rateOf = (name: SourcedQuote['source'], currency: string): SourcedQuote | undefined => {
    const [first, last] = name === 'file' ? ['0000', asOf] : [from, close];
    return memory.closes(name, `${currency}/USD`, first, last).at(-1);
  };
  const newest = (currency: string): SourcedQuote | undefined =>
    sources.reduce<SourcedQuote | undefined>((best, { name }) => {
      const quote = best?.source === 'file' ? undefined : rateOf(name, currency);
      return quote !== undefined && (best === undefined || quote.day > best.day) ? quote : best;
    }, undefined);
  const isSaid = (currency: string): boolean =>
    sources.some(({ name, ratesBack }) => {
      const quote = had.has(name) ? rateOf(name, currency) : undefined;
      if (quote === undefined) return false;
      if (name === 'file' || quote.day >= close || said.has(`${name} ${currency}`)) return true;
      return memory.isAnswered(name, `${currency}/USD`, close, ratesBack);
    });
  async function* noted(name: string, asked: readonly string[], answers: AsyncIterable<Batch>): AsyncGenerator<Batch> {
    for await (const batch of answers) {
      for (const currency of asked) said.add(`${name} ${currency}`);
      yield batch;
    }
  }
  await askInTurn(asking, 'exchange rates', (source) => {
    if (source.rates === undefined) return null;
    const missing = currencies.filter((currency) => !isSaid(currency));
    had.add(source.name);
    const { name, ratesBack } = source;
    const asked = missing.filter((currency) => !memory.isAnswered(name, `${currency}/USD`, close, ratesBack));
    return asked.length === 0 ? null : noted(name, asked, source.rates(asked, close));
  });
  return new Map(
    currencies.flatMap((currency) => {
      const quote = newest(currency);
      return quote === undefined ? [] : [[currency, quote]];
    }),
  );
}
