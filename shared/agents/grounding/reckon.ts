import { countOf } from './count-of.ts';
import { differenceOf } from './difference-of.ts';
import type { Reckoning } from './operands.ts';
import { ofAYear, periodsAYear } from './per-period.ts';
import { productOf } from './product-of.ts';
import { forEvery, ratioOf, shareOf } from './ratio-of.ts';
import { sumOf } from './sum-of.ts';
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
      return sumOf(reckoning) ?? differenceOf(reckoning) ?? productOf(reckoning) ?? forEvery(reckoning);
    case 'percent':
      return (
        sumOf(reckoning) ??
        shareOf(reckoning) ??
        productOf(reckoning) ??
        (BASIS.test(figure.text) ? differenceOf(reckoning) : null)
      );
    case 'odds':
      return sumOf(reckoning) ?? shareOf(reckoning);
    case 'points':
      return differenceOf(reckoning) ?? sumOf(reckoning);
    case 'number':
      return ratioOf(reckoning) ?? yearsBetween(reckoning) ?? countOf(reckoning);
    default:
      return null;
  }
}
