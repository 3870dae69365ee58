import type { Reading } from '../reading/reading.ts';
import { count, inWords } from '../wording/count.ts';
import { sentence } from '../wording/list.ts';

/** From this share of the positions left out, what is said of the rest is no verdict on the whole. */
const NOTEWORTHY = 0.2;

/** A headline with what it leaves out before it, where that is much. */
export function withoutLeftOut({ excludedCount, book }: Reading, said: string): string {
  const all = book.number('excluded.of') ?? 0;
  if (all === 0 || excludedCount / all < NOTEWORTHY) return said;
  const rest = /^(?:The|Most|Nothing|A) /.test(said) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
  return `Without ${which(excludedCount, all)}, which could not be valued: ${rest}`;
}

function which(left: number, all: number): string {
  if (left < all) return `${inWords(left)} of ${count(all, 'position')}`;
  return all === 1 ? 'its one position' : `any of its ${count(all, 'position')}`;
}

/** What the figures leave out, as a sentence before them; null where that is nothing. */
export function leftOutFirst({ excludedCount, book }: Reading): string | null {
  const all = book.number('excluded.of') ?? 0;
  if (all === 0) return null;
  if (excludedCount === all) {
    const none = all === 1 ? 'Your one position could not' : `None of your ${count(all, 'position')} could`;
    return `${none} be valued.`;
  }
  const verb = excludedCount === 1 ? 'is' : 'are';
  const left = sentence(`${inWords(excludedCount)} of your ${count(all, 'position')}`);
  return `${left} could not be valued and ${verb} in no figure here.`;
}
