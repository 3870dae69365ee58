import type { NoteAnswer } from '../../../shared/prompts/researcher.ts';
import type { IsoDate } from '../../../shared/schemas/decimal.ts';
import type { NoteSource } from '../../../shared/schemas/research.ts';

/**
 * A note in Markdown: dated, each point with the page that says it, the pages at the end with their addresses and days. Code
 * writes all of it but the points' words, in which every mark of Markdown and HTML is escaped.
 */
export function renderNote(
  { title, points }: NoteAnswer,
  { asOf, sources }: { asOf: IsoDate; sources: readonly NoteSource[] },
): string {
  const cited = (page: number): string => {
    const source = sources[page - 1];
    return source === undefined ? '' : ` (${escaped(source.title)}, ${dayOf(source)}) [${page}]`;
  };
  return [
    `# ${escaped(title)}`,
    '',
    `Research note of ${asOf}.`,
    '',
    ...points.flatMap(({ text, page }) => [`- ${escaped(text)}${cited(page)}`, '']),
    '## Sources',
    '',
    ...sources.map((source, index) => `${index + 1}. [${escaped(source.title)}](<${source.url}>), ${dayOf(source)}`),
    '',
  ].join('\n');
}

function dayOf({ published, fetched }: NoteSource): string {
  return published ?? `read ${fetched.slice(0, 10)}`;
}

/** One line of text as Markdown that reads as it stands. */
function escaped(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>|~#]/gu, '\\$&');
}
