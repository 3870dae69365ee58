import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import type { Grounded } from '../operands.ts';
import { SumFault, evaluate } from './evaluate.ts';
import { readTarget } from './name-figure.ts';
import { fitsIn } from './size-of.ts';

/** What stands between a figure and the same one in other words: "two thirds (66%)", "just over half, 53%". */
const BETWEEN =
  /^[\s(),:;–—-]*(?:(?:or|that is|i\.e\.|to be exact|exactly|precisely|about|around|roughly|some|nearly|almost|just|over|under|more|than|a|little|bit|of (?:it|them|that|the portfolio|everything|the total|your (?:money|portfolio))|at|is|are|the|remaining|rest)[\s,]*)*$/i;

/** The fact of a named figure that another directly beside it only says again; null where none does. */
export function restated(
  figure: Figure,
  text: string,
  context: Context,
  named: readonly Grounded[],
  index: FactIndex,
): string | null {
  // prettier-ignore
  const same = named.find(({ figure: one, fact }) => {
    const [first, second] = one.start < figure.start ? [one, figure] : [figure, one];
    if (!BETWEEN.test(text.slice(first.end, second.start))) return false;
    const read = readTarget(fact, index);
    if ('fault' in read) return false;
    try {
      return fitsIn(figure, evaluate(read.expression, index), context) !== null;
    } catch (error) {
      if (error instanceof SumFault) return false;
      throw error;
    }
  });
  return same?.fact ?? null;
}
