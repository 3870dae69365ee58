/** A person's or an instrument's name as plain text in Markdown: one line, and no mark-up of its own. */
export function plain(name: string): string {
  return name
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#]/g, String.raw`\$&`);
}

/** A Markdown table; the first column is text, the others are aligned right. Nothing for no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

export function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${(index + 1).toString()}. ${item}`).join('\n');
}
