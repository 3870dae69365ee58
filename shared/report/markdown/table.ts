import type { Cell, Column, Table } from '../tables/table.ts';
import { escapeMarkdown } from './escape.ts';

const cellText = ({ text, note, link }: Cell): string =>
  [linked(escapeMarkdown(text), link), ...(note === undefined ? [] : [escapeMarkdown(`(${note})`)])]
    .filter((part) => part !== '')
    .join(' ');

/** An address is written so that nothing in it ends the link or the cell. */
function linked(text: string, link: string | undefined): string {
  if (link === undefined || !/^https?:\/\//i.test(link) || !URL.canParse(link)) return text;
  const address = new URL(link).href.replace(
    /[<>|()\\\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `[${text}](<${address}>)`;
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const rule = ({ numeric }: Column): string => (numeric === true ? '---:' : '---');

/** A table in GitHub's Markdown, its caption in bold above it, its notes as a list below. */
export function tableMarkdown({ caption, columns, rows, total, notes }: Table): string {
  const lines = [
    `**${escapeMarkdown(caption)}**`,
    '',
    line(columns.map(({ title }) => escapeMarkdown(title))),
    line(columns.map(rule)),
    ...rows.map((cells) => line(cells.map(cellText))),
    ...(total === undefined ? [] : [line(total.map((one) => (one.text === '' ? '' : `**${cellText(one)}**`)))]),
  ];
  const below = notes.map((one) => `- ${escapeMarkdown(one)}`);
  return [lines.join('\n'), ...(below.length === 0 ? [] : [below.join('\n')])].join('\n\n');
}
