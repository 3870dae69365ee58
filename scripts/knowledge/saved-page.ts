import { originInside } from '../../services/researcher/browsing/folder/saved-page.ts';
import type { Source } from './read-source.ts';

/** What a page says of itself; absent where it does not. */
export interface SaidOfItself {
  /** Where a browser saved it from. */
  url?: string;
  /** When it was saved, ISO 8601 in UTC. */
  fetched?: string;
}

/** In a saved page's first characters stands where it came from. */
const START = 4_096;

/** The address and the time of saving that a page has inside, as the researcher reads them. */
export function saidOfItself({ content, url }: Source, now = new Date()): SaidOfItself {
  const origin = url === undefined ? originInside(content.slice(0, START)) : undefined;
  const fetched = origin?.fetched !== undefined && Date.parse(origin.fetched) <= now.getTime() ? origin.fetched : null;
  return {
    ...(origin !== undefined && { url: origin.url }),
    ...(fetched !== null && { fetched }),
  };
}
