import { askInTurn, type Asking } from './ask-sources.ts';
import { NEWEST_WITHIN, type SourcedQuote } from './memory.ts';
import { addDays } from './trading-day.ts';

/** What one unit of each currency cost in US dollars, newest, from the first source that has it. */
export async function findRates(
  asking: Asking,
  currencies: readonly string[],
  asOf: string,
): Promise<Map<string, SourcedQuote>> {
  const { sources, memory, close } = asking;
  const from = addDays(close, -NEWEST_WITHIN);
  const had = new Set<string>();
  /** Of the first source that has it, among those that have had their turn. */
  const newest = (currency: string): SourcedQuote | undefined => {
    for (const { name } of sources.filter((source) => had.has(source.name))) {
      const [first, last] = name === 'file' ? ['0000', asOf] : [from, close];
      const quote = memory.closes(name, `${currency}/USD`, first, last).at(-1);
      if (quote !== undefined) return quote;
    }
    return undefined;
  };
  await askInTurn(asking, 'exchange rates', (source) => {
    if (source.rates === undefined) return null;
    const missing = currencies.filter((currency) => newest(currency) === undefined);
    had.add(source.name);
    const { name, ratesBack } = source;
    const asked = missing.filter((currency) => !memory.isAnswered(name, `${currency}/USD`, close, ratesBack));
    return asked.length === 0 ? null : source.rates(asked, close);
  });
  return new Map(
    currencies.flatMap((currency) => {
      const quote = newest(currency);
      return quote === undefined ? [] : [[currency, quote]];
    }),
  );
}
