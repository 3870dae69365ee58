import type { TaggedInstrument } from '../../../shared/agents/classify-instruments.ts';
import type { ExpectedTag } from '../case.ts';
import { lose } from '../row.ts';
import type { Loss } from '../row.ts';

/** An instrument is of a class or region with this much of it: fact sheets show some cash everywhere. */
const NEARLY_ALL = 0.9;
/** Below it a classification is shown as a guess; where the name does not say, a guess is no fault. */
const SURE = 0.5;

/** The instruments that are classified wrongly; all of them are 100 points. */
export function checkTags(tagged: readonly TaggedInstrument[], expected: readonly ExpectedTag[]): Loss[] {
  const bySymbol = new Map(tagged.map((one) => [one.symbol, one]));
  return expected.flatMap((wanted) => {
    const wrong = wrongIn(bySymbol.get(wanted.symbol), wanted);
    return wrong === null ? [] : [lose(100 / expected.length, `${wanted.symbol}: ${wrong}`)];
  });
}

function wrongIn(tagged: TaggedInstrument | undefined, { assetClass, region }: ExpectedTag): string | null {
  const given = tagged?.classification ?? null;
  if (assetClass === null) {
    return given === null || given.confidence <= SURE ? null : 'classified, though its name does not say what it is';
  }
  if (given === null) return `not classified; it is ${assetClass}`;
  if ((given.assetClasses[assetClass] ?? 0) < NEARLY_ALL)
    return `said to be ${largest(given.assetClasses)}, is ${assetClass}`;
  if (region === undefined || (given.regions[region] ?? 0) >= NEARLY_ALL) return null;
  return `said to be of ${largest(given.regions)}, is of ${region}`;
}

const largest = (weights: Readonly<Record<string, number>>): string =>
  Object.entries(weights).reduce((best, one) => (one[1] > best[1] ? one : best), ['nothing', 0])[0];
