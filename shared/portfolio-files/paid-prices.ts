import type { Field } from './column-names.ts';
import { readDate } from './date-text.ts';
import type { Row } from './split-rows.ts';

/** Headers of a price that say neither that it is of today nor that it was paid. */
const OF_NO_TIME = /^price(?:\s*(?:\/|per)\s*(?:share|unit))?(?: \(.*\))?$|^(?:share|unit) price$/i;
const PAID = /^(?:total |amount |money )?(?:paid|invested|outlay)(?: \(.*\))?$|^total (?:paid|cost)$/i;
const isDay = (text: string): boolean => readDate(text, 'mdy') !== null || readDate(text, 'dmy') !== null;

/**
 * In a table of purchases whose only price differs from one purchase of a symbol to the next ("Date bought, Shares, Price/Share, Total paid"),
 * that is what was paid: taken for the price of today it would give a value that no day had.
 */
export function settlePaid(
  headers: readonly string[],
  positions: Map<Field, number>,
  below: () => readonly Row[],
): void {
  const [day, price, symbol] = [positions.get('acquired'), positions.get('price'), positions.get('symbol')];
  if (day === undefined || price === undefined || symbol === undefined || !OF_NO_TIME.test(headers[price] ?? ''))
    return;
  if ((['costPerUnit', 'costBasis', 'marketValue', 'priceDate'] as const).some((field) => positions.has(field))) return;
  const lots = below()
    .map(({ cells }) => [symbol, day, price].map((at) => (cells[at] ?? '').trim()))
    .filter(([, bought = '']) => isDay(bought));
  const bySymbol = Map.groupBy(lots, ([held = '']) => held.toUpperCase());
  const differs = [...bySymbol.values()].some((own) => new Set(own.map(([, , stated]) => stated)).size > 1);
  if (!differs && !headers.some((header) => PAID.test(header))) return;
  positions.delete('price');
  positions.set('costPerUnit', price);
}
