import { takeAnswers, type Asking } from './ask-sources.ts';
import { NEWEST_WITHIN } from './find-prices.ts';
import type { SourcedQuote } from './memory.ts';
import { addDays } from './trading-day.ts';

/** What one unit of each currency cost in US dollars, newest, from the first source that has it. */
export async function findRates(
  asking: Asking,
  currencies: readonly string[],
  asOf: string,
): Promise<Map<string, SourcedQuote>> {
  const { sources, memory, close } = asking;
  const from = addDays(close, -NEWEST_WITHIN);
  const found = new Map<string, SourcedQuote>();
  for (const source of sources) {
    if (source.rates === undefined) continue;
    const missing = currencies.filter((currency) => !found.has(currency));
    const asked = missing.filter((currency) => {
      const covered = memory.coverage(source.name, `${currency}/USD`);
      return covered === undefined || covered.from > close || covered.to < close;
    });
    if (asked.length > 0) await takeAnswers(asking, source, source.rates(asked, close));
    for (const currency of missing) {
      const [first, last] = source.name === 'file' ? ['0000', asOf] : [from, close];
      const quote = memory.closes(source.name, `${currency}/USD`, first, last).at(-1);
      if (quote !== undefined) found.set(currency, quote);
    }
  }
  return found;
}
