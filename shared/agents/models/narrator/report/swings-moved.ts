import { symbolSlug } from '../../../../finance/facts/slug.ts';
import { shifted } from '../../../../finance/retirement/answers/equity-what-ifs.ts';
import { EQUITY_SHIFT } from '../../../../finance/retirement/answers/equity-shift.ts';
import { mixMoments } from '../../../../finance/market-assumptions/mix.ts';
import { perAssetClass } from '../../../../schemas/asset-classes.ts';
import type { AssetClass } from '../../../../schemas/asset-classes.ts';
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
  const labels = new Map(
    classes.map((one) => [one, book.label(`assumption.${one}.weight`).replace(/, share simulated$/, '')]),
  );
  const read = (one: string, leaf: string): number =>
    classes.includes(one) ? (book.number(`assumption.${one}.${leaf}`) ?? Number.NaN) : 0;
  const market = {
    classes: perAssetClass((one) => ({ mean: read(one, 'mean'), volatility: read(one, 'volatility') })),
    correlation: (one: AssetClass, other: AssetClass): number =>
      classes.includes(one) && classes.includes(other)
        ? (correlationOf(book, labels.get(one) ?? '', labels.get(other) ?? '') ?? Number.NaN)
        : 0,
  };
  const weights = classes.map((one) => read(one, 'weight'));
  const volatilityOf = (mix: readonly number[]): number =>
    mixMoments(
      perAssetClass((one) => mix[classes.indexOf(one)] ?? 0),
      market,
    ).volatility;
  const by = key === 'more_equity' ? EQUITY_SHIFT : -EQUITY_SHIFT;
  const moved = shifted(weights, classes.indexOf('equity'), classes.indexOf('fixed_income'), by);
  const change = volatilityOf(moved) - volatilityOf(weights);
  return Math.abs(change) > ALIKE ? (change > 0 ? 'wider' : 'smaller') : null;
}

const correlationOf = (book: Reading['book'], one: string, other: string): number | null =>
  book.number(`assumption.correlation.${symbolSlug(`${one} ${other}`)}`) ??
  book.number(`assumption.correlation.${symbolSlug(`${other} ${one}`)}`);
