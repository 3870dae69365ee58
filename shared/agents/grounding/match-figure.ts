import type { FactIndex, Quantity } from './fact-index.ts';
import type { Figure } from './figure.ts';
import { CAPITAL_WORDS } from './vocabulary.ts';

/** Room for the binary rounding of a number that was itself rounded half up. */
const EPSILON = 1e-6;

/**
 * The fact behind a figure, or null. A figure agrees with a fact when the fact, rounded to the places that the text shows,
 * is what the text says: 63% stands for 62.5 to 63.5, $412,000 for anything nearest to it in thousands but never more than 1 %
 * away, "about $410,000" and "$1.2 million" up to 4 % away.
 */
export function matchFigure(figure: Figure, index: FactIndex): string | null {
  switch (figure.kind) {
    case 'money':
      return nearest(figure.value, moneyTolerance(figure), index.money) ?? statedIn(figure, index);
    case 'percent':
      return nearest(figure.value, percentTolerance(figure), index.percent) ?? statedIn(figure, index);
    case 'points': {
      const tolerance = percentTolerance(figure);
      return nearest(figure.value, tolerance, index.points) ?? nearest(figure.value, tolerance, index.percent);
    }
    case 'odds':
      return (
        nearest(figure.value * 100, Math.min(figure.place / 2, 0.035) * 100, index.percent) ?? statedIn(figure, index)
      );
    case 'number':
      return (
        index.codes.get(figure.text) ??
        nearest(figure.value, numberTolerance(figure), index.number) ??
        statedIn(figure, index)
      );
    case 'year':
      return (
        datedIn(String(figure.value), index) ?? statedIn(figure, index) ?? nearest(figure.value, 0.5, index.number)
      );
    case 'date':
      return datedIn(figure.key, index);
    case 'ticker':
      return CAPITAL_WORDS.has(figure.key) ? 'vocabulary' : (index.words.get(figure.key) ?? null);
    case 'word':
      return index.words.get(figure.key) ?? null;
    case 'link':
      return index.prose.includes(figure.key) ? 'source' : null;
  }
}

function moneyTolerance({ value, place, approximate, text }: Figure): number {
  const scaled = /\d\s?(?:thousand|[mbtr]+illion|[kKmMbBT]n?\b)/.test(text);
  const share = approximate || scaled ? 0.04 : 0.01;
  return Math.max(Math.min(place / 2, share * value), Math.min(place, 1) / 2);
}

function percentTolerance({ value, place, approximate }: Figure): number {
  if (!approximate) return place / 2;
  return value >= 10 && value % 5 === 0 ? 1.5 : place;
}

function numberTolerance({ value, place, approximate }: Figure): number {
  const limit = value < 100 ? 0.5 : Math.max(0.5, (approximate ? 0.04 : 0.01) * value);
  return Math.min(place / 2, limit);
}

/** The closest of the quantities within the tolerance. */
function nearest(value: number, tolerance: number, quantities: readonly Quantity[]): string | null {
  let best: Quantity | undefined;
  for (const quantity of quantities) {
    if (best === undefined || Math.abs(quantity.value - value) < Math.abs(best.value - value)) best = quantity;
  }
  if (best === undefined) return null;
  return Math.abs(best.value - value) <= tolerance + EPSILON * Math.max(1, value) ? best.fact : null;
}

/** Too common to tell which figure is meant. */
const COMMON = new Set('a an the of to in at is are and or by for with from it its that this as on'.split(' '));

/**
 * A figure that a label or a text of the facts states, e.g. "95 % interval" or "Retire 2 years later, at 69": the same
 * kind and value, next to one of the same words. Money is particular enough by itself.
 */
function statedIn({ kind, value, before, after }: Figure, index: FactIndex): string | null {
  const same = (a: string, b: string) => a === b && a !== '' && !COMMON.has(a);
  const found = index.stated.find(
    (one) =>
      one.kind === kind &&
      Math.abs(one.value - value) <= EPSILON * Math.max(1, value) &&
      (kind === 'money' || same(one.before, before) || same(one.after, after)),
  );
  return found?.fact ?? null;
}

/** `key` is a date, a month ("2026-03") or a year. */
function datedIn(key: string, index: FactIndex): string | null {
  for (const [date, fact] of index.dates) if (date === key || date.startsWith(`${key}-`)) return fact;
  return null;
}
