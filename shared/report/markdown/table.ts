import type { Cell, Column, Table } from '../tables/table.ts';
import { escapeMarkdown } from './escape.ts';

const cellText = ({ text, note }: Cell): string =>
  [text, ...(note === undefined ? [] : [`(${note})`])]
    .filter((part) => part !== '')
    .map(escapeMarkdown)
    .join(' ');

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
