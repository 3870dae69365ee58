import type { StoredSource } from '../schemas/knowledge.ts';

/** How the researcher's notes end a point: with the page that says it, the page's day, and its number among the sources. */
export const POINT_END = /, (read )?(\d{4}-\d\d-\d\d)\) \[([1-9]\d?)\]$/;

/** The line of a note that says when it was written. */
const WRITTEN = /^(Research note of )\d{4}-\d\d-\d\d(?=[,;.])/mu;

/** A passage without the day on which a note was written, by which alone it differs from one that was written of the same pages before. */
export const withoutDayOfNote = (text: string): string => text.replace(WRITTEN, '$1');

/**
 * A passage of a note without what it says of pages that somebody has taken out: only points stay whose end names a page that is
 * left. A note in another form does not tell which page says what, so that nothing of it stays. Anything else is left as it is.
 */
export function withoutWithdrawn(text: string, sources: readonly StoredSource[]): string {
  if (!sources.some(({ withdrawn }) => withdrawn)) return text;
  const stays = (line: string): boolean => {
    const source = sources[Number(POINT_END.exec(line.trim())?.[3]) - 1];
    return source !== undefined && source.withdrawn === undefined;
  };
  return text.split('\n').filter(stays).join('\n');
}
