import type { Positions } from './column-guesses.ts';
import type { Row } from './split-rows.ts';

/** Headers of how many there are, and of what may be that or an amount of money. */
const COUNT = /^(?:number|count)(?: (?:held|owned))?$/i;
const MAYBE_COUNT = /^(?:amount|balance|holdings?|total)$/i;
/** Headers of what a line is worth in all, besides those that always mean it. */
const SUM = /^(?:(?:total|current|line|ending|closing) )?(?:total|amount|balance|sum)$/i;

/** How far a product may be off, for prices are rounded, and how many of the lines have to be products. */
const ROUNDED = 0.005;
const MOST = 0.8;

/** A number by both ways to write one: "1,234.5" and "1.234,5". */
export const figureReadings = (text: string): [number, number] => {
  const plain = text.replace(/[$€£\s'’]/g, '');
  const numeral = (digits: string): number => (/^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : NaN);
  return [numeral(plain.replaceAll(',', '')), numeral(plain.replaceAll('.', '').replace(',', '.'))];
};

function columnOf(rows: readonly Row[], place: number): string[] {
  return rows.map(({ cells }) => (cells[place] ?? '').trim());
}

/** Whether one column times the price is another one, line by line. */
function areProducts(rows: readonly Row[], count: number, price: number, sum: number): boolean {
  const lines = rows
    .map(({ cells }) => [count, price, sum].map((place) => figureReadings(cells[place] ?? '')))
    .filter((line) => line.every(([one]) => !Number.isNaN(one) && one !== 0));
  const fits = (way: 0 | 1): boolean => {
    const good = lines.filter(([of, each, all]) => {
      const [product, stated] = [(of?.[way] ?? NaN) * (each?.[way] ?? NaN), all?.[way] ?? NaN];
      return Math.abs(product - stated) <= Math.max(ROUNDED * stated, 0.01);
    });
    return good.length >= lines.length * MOST;
  };
  return lines.length > 0 && (fits(0) || fits(1));
}

/** Whether a column holds plain numbers, and does not count the lines: 1, 2, 3. */
function areCounts(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const isNumbering = filled.length > 1 && filled.every((text, at) => text === String(at + 1));
  return !isNumbering && filled.length > 0 && filled.every((text) => /^\(?-?\d[\d.,'’\s]*\)?$/.test(text));
}

/**
 * Finds how many are held where no header says it for certain: under "Number" or "Count" beside a price or a value; and under "Amount" and
 * the like where that times the price is what a line is worth in all.
 */
export function guessCounts(headers: readonly string[], positions: Positions, below: () => readonly Row[]): void {
  const named = positions.get('symbol') ?? positions.get('name');
  if (named === undefined || positions.has('quantity')) return;
  const places = (fits: (header: string) => boolean): number[] =>
    headers.flatMap((header, place) => (place !== named && fits(header) ? [place] : []));
  const price = positions.get('price');
  const value = positions.get('marketValue');
  const take = (count: number, worth: number | undefined): void => {
    positions.set('symbol', named);
    positions.set('quantity', count);
    if (worth !== undefined) positions.set('marketValue', worth);
    if ([count, worth].includes(positions.get('amount'))) positions.delete('amount');
  };
  const counts = places((header) => COUNT.test(header) || MAYBE_COUNT.test(header));
  for (const count of price === undefined ? [] : counts) {
    const sums = value === undefined ? places((header) => SUM.test(header)) : [value];
    const sum = sums.find((place) => place !== count && areProducts(below(), count, price ?? -1, place));
    if (sum === undefined) continue;
    take(count, sum);
    return;
  }
  const [count] = places((header) => COUNT.test(header));
  if (count === undefined || (price === undefined && value === undefined)) return;
  if (areCounts(columnOf(below(), count))) take(count, value);
}
