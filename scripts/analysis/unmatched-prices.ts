import type { FileNote } from '../../shared/portfolio-files/file-problem.ts';
import type { QuotesOfHeld } from '../../shared/portfolio-files/quotes-of-held.ts';
import { distance } from '../terminal/nearest-name.ts';

/** So many symbols, and so many lines of each, are told one by one. */
const TOLD = 6;
const TOLD_LINES = 2;
/** In letters: of two any one is near many others, and codes of nine or twelve are numbers, of which neighbours are common. */
const TICKER = { shortest: 3, longest: 8 };

/**
 * What is said of a prices file's lines that were read as of another symbol, or as of nothing that is held or was traded. What is
 * one letter from a holding that the file has no price of is told by itself, for it may be meant.
 *
 * @param held symbols of what is held
 */
export function unmatchedPrices(file: string, found: QuotesOfHeld, held: Iterable<string>): FileNote[] {
  const priced = new Set(found.quotes.map(({ symbol }) => symbol));
  const unpriced = [...new Set(held)].filter((symbol) => !priced.has(symbol) && isTicker(symbol));
  const note = (line: number | null, message: string): FileNote => {
    return { file, topic: 'price', line, column: null, message };
  };
  const named = Map.groupBy(found.renamed, ({ from, to }) => `${from.symbol} ${to.symbol}`);
  const renamed = [...named.values()].flatMap(([first]) =>
    first === undefined
      ? []
      : [note(first.from.line, `${first.from.symbol} was taken for the price of ${first.to.symbol}`)],
  );
  const contradicted = found.contradicted.map(({ from, to }) => {
    const other = `${to.symbol} has another price for ${to.asOf} on line ${to.line}`;
    return note(from.line, `${from.symbol} was not used: ${other}`);
  });
  const lines = Map.groupBy(found.unmatched, ({ symbol }) => symbol);
  const likely: FileNote[] = [];
  const others: string[] = [];
  for (const [symbol, of] of lines) {
    const meant = isTicker(symbol) ? unpriced.find((one) => distance(symbol, one) === 1) : undefined;
    if (meant === undefined) others.push(`${symbol} (${linesOf(of.map(({ line }) => line))})`);
    else {
      const why = `${symbol} is nothing that is held or was traded, so its price was not used`;
      likely.push(note(of[0]?.line ?? null, `${why}; ${meant}, one letter away, is held and has no price here`));
    }
  }
  const more = others.length > TOLD ? ` and ${others.length - TOLD} more` : '';
  const listed = `${others.slice(0, TOLD).join(', ')}${more}`;
  const unused = others.length === 0 ? [] : [note(null, `not used, as nothing that is held or was traded: ${listed}`)];
  return [...unused, ...renamed, ...contradicted, ...likely];
}

const isTicker = ({ length }: string): boolean => length >= TICKER.shortest && length <= TICKER.longest;

/** "line 4", "lines 4, 9", "lines 4, 9 and 3 more". */
function linesOf(lines: readonly number[]): string {
  const rest = lines.length - TOLD_LINES;
  return `line${lines.length > 1 ? 's' : ''} ${lines.slice(0, TOLD_LINES).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
