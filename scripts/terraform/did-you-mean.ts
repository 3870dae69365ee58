import { nearestName } from '../terminal/nearest-name.ts';

/** A remedy for names that are not there: "Did you mean reporter?", with one for each that is near to one. None where none is. */
export function didYouMean(wrong: readonly string[], names: readonly string[]): string[] {
  const meant = new Set(wrong.map((name) => nearestName(name, names)).filter((name) => name !== undefined));
  return meant.size === 0 ? [] : [`Did you mean ${[...meant].join(', ')}?`];
}
