import { fieldOf } from './column-names.ts';
import { quotation } from './file-problem.ts';
import type { Section } from './find-sections.ts';
import type { Findings } from './findings.ts';

/**
 * A table with several columns of symbols under one header: where they agree, or only one of them says something, they are one. Each
 * row where they differ is a problem, for nobody can tell which of them is held.
 */
export function withOneSymbol(section: Section, findings: Findings): Section {
  const { headers, positions } = section.columns;
  const place = positions.get('symbol');
  const header = headers[place ?? -1] ?? '';
  const places = headers.flatMap((other, at) => (other.toLowerCase() === header.toLowerCase() ? [at] : []));
  if (place === undefined || places.length < 2 || fieldOf(header)?.field !== 'symbol') return section;
  const rows = section.rows.map((row) => {
    const [one, ...others] = places.map((at) => (row.cells[at] ?? '').trim()).filter((text) => text !== '');
    const other = others.find((text) => text.toUpperCase() !== one?.toUpperCase());
    if (one !== undefined && other !== undefined) {
      const both = `${places.length} columns are headed so, and say "${quotation(one)}" and "${quotation(other)}"`;
      findings.problem(`${both}: keep the one that is held, or head the others by what they hold`, row.line, header);
    }
    return one === undefined ? row : { ...row, cells: row.cells.with(place, one) };
  });
  return { ...section, rows };
}
