import { plain } from '../wording/markdown.ts';
import type { FactBook } from './fact-book.ts';
import type { Drift, DriftPart } from './reading.ts';

/** Weights against their targets; null where there is nothing to compare. */
export function readDrift(book: FactBook, kind: 'assetClass' | 'region'): Drift | null {
  const family = `drift.${kind}`;
  const source = book.text(`${family}.source`);
  if (source === null) return null;
  const parts = book.keys(family, 'target').map((key) => {
    const number = (leaf: string) => book.number(`${family}.${key}.${leaf}`) ?? 0;
    return {
      key,
      label: plain(book.label(`${family}.${key}.target`).replace(/, target$/, '')),
      weight: number('weight'),
      target: number('target'),
      drift: number('drift'),
      toTarget: number('toTarget'),
    };
  });
  const [first] = parts;
  const own = source === 'person';
  const farthest = parts.toSorted((a, b) => Math.abs(b.drift) - Math.abs(a.drift));
  return {
    own,
    how: book.how(`${family}.source`) ?? '',
    ofStocks: first !== undefined && book.label(`${family}.${first.key}.weight`).endsWith('share of the stocks'),
    share: book.number(`${family}.value.weight`) ?? 1,
    typicalFor: book.text(`${family}.typicalFor`) ?? 'your age',
    turnover: book.number(`${family}.turnover`) ?? 0,
    parts: farthest,
    leading: leadingOf(farthest, own),
  };
}

/**
 * The widest gap; but a target that nobody gave is about stocks and bonds and has no room for cash or anything else, so
 * their gaps come first where they are worth speaking of.
 */
function leadingOf(farthest: readonly DriftPart[], own: boolean): DriftPart | null {
  const main = farthest.find(
    ({ key, drift }) => (key === 'equity' || key === 'fixed_income') && Math.abs(drift) >= 0.03,
  );
  return (own ? undefined : main) ?? farthest[0] ?? null;
}
