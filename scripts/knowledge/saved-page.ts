import { boundHtml } from '../../services/researcher/browsing/extract/bounded-html.ts';
import { publishedOf } from '../../shared/knowledge/published.ts';
import { originInside } from '../../services/researcher/browsing/folder/saved-page.ts';
import type { Source } from './read-source.ts';

/** What a page says of itself; absent where it does not. */
export interface SaidOfItself {
  /** Where a browser saved it from. */
  url?: string;
  /** When it was saved, ISO 8601 in UTC. */
  fetched?: string;
  /** ISO date. It may be a day to come, which is refused by its name and not passed over. */
  published?: string;
}

/** In a saved page's first characters stands where it came from. */
const START = 4_096;

/** The address, the time of saving and the day of publication that a page has inside, as the researcher reads them. */
export function saidOfItself({ content, type, url }: Source, now = new Date()): SaidOfItself {
  const origin = url === undefined ? originInside(content.slice(0, START)) : undefined;
  const address = url ?? origin?.url;
  const fetched = origin?.fetched !== undefined && Date.parse(origin.fetched) <= now.getTime() ? origin.fetched : null;
  const published = type === 'text/html' ? dayOf(content, address) : undefined;
  return {
    ...(origin !== undefined && { url: origin.url }),
    ...(fetched !== null && { fetched }),
    ...(published !== undefined && { published }),
  };
}

function dayOf(html: string, address: string | undefined): string | undefined {
  const base = new URL(address !== undefined && URL.canParse(address) ? address : 'https://page.invalid/');
  const { dates } = boundHtml(html, base).facts;
  return publishedOf(dates, base).published;
}
