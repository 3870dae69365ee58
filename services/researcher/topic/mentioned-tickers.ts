import { otherListings } from '../../../shared/agents/research/strangers/other-listings.ts';

/** Symbols that are words or too short to be told from them count only where they stand as symbols: "(T)", "$T", "NYSE: T". */
const SURE_LENGTH = 3;

/** Which of these symbols a text names, in the order given; none that stands in it for another security ("ASX: VEA"). */
export function mentionedTickers(text: string, symbols: readonly string[]): string[] {
  const others = otherListings(text);
  return symbols.filter((symbol) => {
    if (others.has(symbol)) return false;
    const name = symbol.replace(/[.^$*+?()[\]{}|\\/]/gu, '\\$&');
    const marked = new RegExp(
      `(?:\\(|\\$|(?:NYSE|NASDAQ|Nasdaq|ARCA|BATS|AMEX)\\s?:\\s?)${name}(?![\\p{L}\\p{N}])`,
      'u',
    );
    if (marked.test(text)) return true;
    return symbol.length >= SURE_LENGTH && new RegExp(`(?<![\\p{L}\\p{N}.])${name}(?![\\p{L}\\p{N}])`, 'u').test(text);
  });
}
