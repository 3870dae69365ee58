import type { Field } from './column-names.ts';
import { figureReadings } from './count-columns.ts';
import { readDate } from './date-text.ts';
import { quotation } from './file-problem.ts';
import type { Section } from './find-sections.ts';
import type { Findings } from './findings.ts';
import type { Row } from './split-rows.ts';
import type { IsoDate } from '../schemas/decimal.ts';

/** Headers that do not say what their day is of. */
const PLAIN = /^(?:date|day|datum|fecha|data)$/i;
/** Prices of one list are of days as near to each other, and no older than that without a word. */
const FEW_DAYS = 60;
const A_DAY = 86_400_000;
/** Of how many lines the day is another, and the price another than what was paid. */
const MOST = 0.5;

const dayOf = (text: string): IsoDate | null => readDate(text.trim(), 'mdy') ?? readDate(text.trim(), 'dmy');
const daysBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / A_DAY;

const isPlainDay = (headers: readonly string[], place: number | undefined): boolean => PLAIN.test(headers[place ?? -1] ?? ''); // prettier-ignore

/** Whether days are others from line to line, over more time than prices of one list are. */
function areOfPurchases(rows: readonly Row[], place: number): boolean {
  const days = rows.map(({ cells }) => dayOf(cells[place] ?? '')).filter((day) => day !== null).toSorted(); // prettier-ignore
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || daysBetween(first, last) <= FEW_DAYS) return false;
  return new Set(days).size > MOST * days.length && days.filter((day) => day === last).length <= MOST * days.length;
}

/** Whether what lines are worth is another amount than what was paid for them: else their price is the one that was paid. */
function differsFromPaid(positions: ReadonlyMap<Field, number>, rows: readonly Row[]): boolean {
  const figure = ({ cells }: Row, field: Field, way: 0 | 1): number => figureReadings(cells[positions.get(field) ?? -1] ?? '')[way]; // prettier-ignore
  const differing = (way: 0 | 1): number =>
    rows.filter((row) => {
      const of = (field: Field): number => figure(row, field, way);
      const paid = positions.has('costBasis') ? of('costBasis') : of('quantity') * of('costPerUnit');
      const now = positions.has('marketValue') ? of('marketValue') : of('quantity') * of('price');
      return Math.abs(now - paid) > 0.005 * paid;
    }).length;
  return Math.min(differing(0), differing(1)) > MOST * rows.length;
}

/**
 * Takes a column "Date" for the day of purchase where it stands beside what was paid and holds other days on most lines, over months:
 * prices of one list are of one day, or nearly so.
 */
export function settlePlainDate(
  headers: readonly string[],
  positions: Map<Field, number>,
  below: () => readonly Row[],
): void {
  const place = positions.get('priceDate');
  const isPaid = positions.has('costPerUnit') || positions.has('costBasis');
  if (place === undefined || !isPlainDay(headers, place) || positions.has('acquired') || !isPaid) return;
  if (!areOfPurchases(below(), place) || !differsFromPaid(positions, below())) return;
  positions.delete('priceDate');
  positions.set('acquired', place);
}

/** Says what a column "Date" was taken for, where it is that of purchases, or where a price of such a day would be old. */
export function notePlainDate({ columns, rows, headerLine }: Section, asOf: IsoDate, findings: Findings): void {
  const { headers, positions, trades, lots } = columns;
  if (trades || lots) return;
  const [bought, priced] = [positions.get('acquired'), positions.get('priceDate')];
  if (isPlainDay(headers, bought)) {
    const read = 'was read as the day on which each line was bought, and not that of its price';
    const why = 'its days are others from line to line, beside what was paid';
    const remedy = 'where it is the day of the price, call it "Price date"';
    findings.note('price', `"${quotation(headers[bought ?? -1] ?? '')}" ${read}: ${why}; ${remedy}`, headerLine);
  } else if (priced !== undefined && isPlainDay(headers, priced)) {
    const days = rows.map(({ cells }) => dayOf(cells[priced] ?? '')).filter((day) => day !== null);
    if (!days.some((day) => daysBetween(day, asOf) > FEW_DAYS)) return;
    const read = 'was read as the day of each price, and some are old';
    findings.note('price', `"${quotation(headers[priced] ?? '')}" ${read}; where it is the day of purchase, call it "Date bought"`, headerLine); // prettier-ignore
  }
}
