import type { JobResult } from '../../schemas/job.ts';
import { factValue, shortDate } from '../format.ts';
import { plainText } from '../../charts/plain-text.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

/** Every figure that code computed: its name, value, date and derivation. */
export function factsTable({ facts, analysis }: JobResult): Table | null {
  if (facts.length === 0) return null;
  return {
    id: 'facts',
    caption: `All ${facts.length} facts`,
    columns: [words('Fact'), figures('Value'), words('As of'), words('How')],
    rows: facts.map((one) => [
      cell(plainText(one.label), one.name),
      cell(plainText(factValue(one, analysis?.baseCurrency))),
      cell(shortDate(one.asOf)),
      cell(plainText(one.how)),
    ]),
    notes: [],
  };
}
