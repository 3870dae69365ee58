import { areContrary, toldBy, type SaidOn } from './contradicts.ts';

/** What one page says, to be told beside what others say. */
export interface PageSays extends SaidOn {
  /** The page, by whatever tells it from others: what a page says twice is left to it. */
  page: string | number;
}

/**
 * What is chosen, each followed by what contradicts it on other pages, the first that each page has of that: whoever reads the one is to read the
 * other.
 *
 * @param all what can be told, the chosen among it
 * @returns in groups, of one where nothing contradicts it
 */
export function besideContraries<T extends PageSays>(chosen: readonly T[], all: readonly T[]): T[][] {
  const told = all.map((one) => ({ one, told: toldBy(one) })).filter((each) => each.told.length > 0);
  const placed = new Set<T>();
  return chosen.flatMap((one) => {
    if (placed.has(one)) return [];
    placed.add(one);
    const mine = toldBy(one);
    const pages = new Set([one.page]);
    const contraries = told.flatMap(({ one: other, told: its }) => {
      if (pages.has(other.page) || placed.has(other) || !areContrary(mine, its)) return [];
      pages.add(other.page);
      placed.add(other);
      return [other];
    });
    return [[one, ...contraries]];
  });
}

/** A page by the number that it is cited by, and its day where the page itself says it. */
export interface Numbered {
  number: number;
  published: string | null;
}

/** That some pages contradict each other, a sentence for the reader behind the last of them; which of them is the later, where they say. */
export function tellContrary(pages: readonly Numbered[]): string {
  const numbers = pages.map(({ number }) => `[${number}]`);
  const days = pages.map(({ published }) => published ?? '').toSorted();
  const latest = days.at(-1);
  const later = pages.filter(({ published }) => published === latest);
  const tells = days.includes('') || later.length > 1 ? '' : `; [${later[0]?.number}] is the later page`;
  return `The sources ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} contradict each other here${tells}.`;
}
