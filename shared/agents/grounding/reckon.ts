import { countOf } from './count-of.ts';
import { differenceOf } from './difference-of.ts';
import { asPercent, isAbout } from './operands.ts';
import type { Reckoning } from './operands.ts';
import { ofAYear, periodsAYear } from './per-period.ts';
import { restOf } from './polarity/left-out.ts';
import { productOf } from './product-of.ts';
import { forEvery, ratioOf, shareOf } from './ratio-of.ts';
import { TO_ONE, isToOne, ratioOfTwo } from './sayings/to-one.ts';
import { sumOf } from './sum-of.ts';
import { boundedRoom } from './tolerance.ts';
import { yearsBetween } from './years-between.ts';

/**
 * How a figure that is no fact follows from facts by a sum that people do as they speak: "$40,000 more than", "together",
 * "three times", "nine years later than planned". The facts must be stated in the same sentence or the one before, or be
 * those of things named there, and the words must say which sum it is. Null where nothing of the kind fits.
 *
 * @returns an expression of facts' names, e.g. "goals.income - retirement.sustainableIncome"; "vocabulary" where it only counts
 *   what the text names
 */
export function reckon(reckoning: Reckoning): string | null {
  const { figure, context, grounded } = reckoning;
  // "Thousands more" is a sum of anything.
  if (figure.within !== undefined) return null;
  // "Those eight years" have been spoken of.
  if (/\b(?:those|these|the same) $/i.test(context.before)) {
    const said = grounded.findLast(({ figure: { kind, value, start } }) => kind === figure.kind && value === figure.value && start < figure.start && start >= context.within[0]); // prettier-ignore
    if (said !== undefined) return said.fact;
  }
  const periods = figure.kind === 'money' ? periodsAYear(context.before, context.after) : null;
  // Amounts a month are reckoned with as what they are a year.
  return periods === null ? reckoned(reckoning) : reckoned({ ...reckoning, figure: ofAYear(figure, periods) });
}

/** "Two basis points more than VTI". */
const BASIS = /\b(?:basis|bps?)\b/i;

function reckoned(reckoning: Reckoning): string | null {
  const { figure } = reckoning;
  switch (figure.kind) {
    case 'money':
      return sumOf(reckoning) ?? differenceOf(reckoning) ?? productOf(reckoning) ?? forEvery(reckoning) ?? ofTheRest(reckoning); // prettier-ignore
    case 'percent':
      return (
        sumOf(reckoning) ??
        shareOf(reckoning) ??
        productOf(reckoning) ??
        ofTheRest(reckoning) ??
        (BASIS.test(figure.text) ? differenceOf(reckoning) : null)
      );
    case 'odds':
      return sumOf(reckoning) ?? shareOf(reckoning) ?? ofTheRest(reckoning);
    case 'points':
      return differenceOf(reckoning) ?? sumOf(reckoning);
    case 'number':
      return toOne(reckoning) ?? ratioOf(reckoning) ?? yearsBetween(reckoning) ?? countOf(reckoning);
    default:
      return null;
  }
}

/** "21% is not in stocks": the whole, less what the words leave out. */
function ofTheRest({ figure, context, index }: Reckoning): string | null {
  const rest = restOf(figure, context, index);
  if (rest === null) return null;
  const said = asPercent(figure);
  const off = rest.value - said.value;
  return isAbout(said, rest.value) || (off * said.bound > 0 && Math.abs(off) <= boundedRoom(said)) ? rest.fact : null;
}

const OF_ONE = /\d ?(?::|to) ?$|-to-$/i;

/** "Stocks outweigh bonds by 26 to one", and the one of "5:1". */
function toOne({ figure, context, index }: Reckoning): string | null {
  if (figure.value === 1 && OF_ONE.test(context.before)) return 'vocabulary';
  const found = TO_ONE.test(context.after) ? ratioOfTwo(context.names, index) : null;
  return found !== null && isToOne(figure.value, found.ratio) ? found.fact : null;
}
