import { quotation } from './file-problem.ts';
import type { Section } from './find-sections.ts';
import type { Findings } from './findings.ts';

/** Interactive Brokers' marks in front of a last price: C of a previous close, H of a halt. */
const MARK = /^[CH](?=\d[\d.,'’]*$)/;

/** A price without such a mark. */
export const withoutPriceMark = (text: string): string => text.replace(MARK, '');

/** Says how prices with such marks were read. */
export function notePriceMarks({ columns, rows }: Section, findings: Findings): void {
  const place = columns.positions.get('price') ?? -1;
  const first = rows.find(({ cells }) => MARK.test((cells[place] ?? '').trim()));
  if (first === undefined) return;
  const text = (first.cells[place] ?? '').trim();
  const read = `prices such as "${quotation(text)}" were read without their letter, ${withoutPriceMark(text)}`;
  findings.note('price', `${read}: C is of a previous close, and H of a halt`, first.line);
}
