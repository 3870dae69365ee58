import type { NoteAnswer } from '../../../shared/prompts/researcher.ts';
import type { NoteSource, StoredNote } from '../../../shared/schemas/research.ts';
import { renderPoints } from './render-note.ts';

/** Whether an earlier note says the same of the same pages, word for word but for its own day and the days on which they were read. */
export function isOfSameFindings(
  { note, sources }: { note: NoteAnswer; sources: readonly NoteSource[] },
  earlier: StoredNote,
): boolean {
  if (sources.length !== earlier.sources.length) return false;
  const isSamePage = ({ url, title, published }: NoteSource, at: number) => {
    const other = earlier.sources[at];
    return url === other?.url && title === other.title && published === other.published;
  };
  const said = renderPoints(note, { asOf: earlier.asOf, sources: earlier.sources });
  return sources.every(isSamePage) && earlier.markdown.startsWith(`${said}\n## Sources`);
}
