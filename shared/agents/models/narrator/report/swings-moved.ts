import { symbolSlug } from '../../../../finance/facts/slug.ts';
import { shifted } from '../../../../finance/retirement/answers/equity-what-ifs.ts';
import { EQUITY_SHIFT } from '../../../../finance/retirement/answers/equity-shift.ts';
import type { Reading } from '../reading/reading.ts';

/** Yearly volatilities nearer than this are alike. */
const ALIKE = 0.001;

/**
 * Which way the swings of the simulated mix go with more stocks, or with less: more stocks make them smaller where coins give way to
 * them. The volatility of a mix is sqrt(w S w) (Markowitz 1952), of the shares, volatilities and correlations that are simulated. Null
 * where one of these is no fact, or the swings stay as they are.
 */
export function swingsMoved(
  { book }: Pick<Reading, 'book'>,
  key: 'more_equity' | 'less_equity',
): 'wider' | 'smaller' | null {
  const classes = book.keys('assumption', 'volatility');
  const labels = classes.map((one) => book.label(`assumption.${one}.weight`).replace(/, share simulated$/, ''));
  const [weights, volatilities] = ['weight', 'volatility'].map((leaf) =>
    classes.map((one) => book.number(`assumption.${one}.${leaf}`) ?? Number.NaN),
  );
  if (weights === undefined || volatilities === undefined) return null;
  const correlation = (one: number, other: number): number =>
    one === other ? 1 : (correlationOf(book, labels[one] ?? '', labels[other] ?? '') ?? Number.NaN);
  const volatilityOf = (mix: readonly number[]): number =>
    Math.sqrt(
      mix.reduce(
        (sum, weight, one) =>
          sum +
          mix.reduce(
            (part, also, other) =>
              part + weight * also * (volatilities[one] ?? 0) * (volatilities[other] ?? 0) * correlation(one, other),
            0,
          ),
        0,
      ),
    );
  const by = key === 'more_equity' ? EQUITY_SHIFT : -EQUITY_SHIFT;
  const moved = shifted(weights, classes.indexOf('equity'), classes.indexOf('fixed_income'), by);
  const change = volatilityOf(moved) - volatilityOf(weights);
  return Math.abs(change) > ALIKE ? (change > 0 ? 'wider' : 'smaller') : null;
}

const correlationOf = (book: Reading['book'], one: string, other: string): number | null =>
  book.number(`assumption.correlation.${symbolSlug(`${one} ${other}`)}`) ??
  book.number(`assumption.correlation.${symbolSlug(`${other} ${one}`)}`);
