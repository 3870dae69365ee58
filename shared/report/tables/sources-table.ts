import { quotedTitle } from '../../schemas/quoted-title.ts';
import { plainText } from '../../charts/plain-text.ts';
import type { JobResult } from '../../schemas/job.ts';
import { counted, longDate } from '../format.ts';
import { cell, words } from './table.ts';
import type { Cell, Table } from './table.ts';

/** What the report cites, by its numbers: titles, days, and addresses to look it up. Null where it cites nothing. */
export function sourcesTable({ report }: JobResult): Table | null {
  const sources = report?.research?.sources ?? [];
  if (sources.length === 0) return null;
  return {
    id: 'sources',
    caption: sources.some(({ sample }) => sample) ? 'Sources: invented sample pages' : 'Sources',
    columns: [words('No.'), words('Title'), words('Address')],
    rows: sources.map(({ number, title, url, date, dated, from }) => {
      const pages = url === null && from.length > 0 ? `, written from ${counted(from.length, 'page')}` : '';
      const head = cell(plainText(quotedTitle(title)), `${dated} ${longDate(date)}${pages}`);
      return [numberOf(number), head, url === null ? cell('not on the web') : address(url)];
    }),
    notes: [
      'What others wrote is quoted as theirs. Alex does not vouch for it, and no figure of the portfolio rests on it.',
    ],
  };
}

/** `[1]` in a text leads here. */
const numberOf = (number: number): Cell => ({ text: `[${number}]`, anchor: `source-${number}` });

const address = (url: string): Cell => ({ text: plainText(url), link: url });
