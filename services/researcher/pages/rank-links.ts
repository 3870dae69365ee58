import { overlap, tellingWords } from '../topic/words.ts';
import type { Link } from './catalogue.ts';

/** A page counts half as much after this many days. */
const HALF_LIFE_DAYS = 30;

export interface RankedLink extends Link {
  /** 0: it says nothing of the topic. */
  score: number;
}

/**
 * The links that say something of a topic, the most telling first: by the share of the topic's words in the title, then in what
 * the page begins with; of equals the youngest.
 *
 * @param asOf the day from which a page's age counts
 */
export function rankLinks(links: readonly Link[], topic: string, asOf: string): RankedLink[] {
  const words = tellingWords(topic);
  return links
    .map((link): RankedLink => {
      const about = overlap(words, tellingWords(link.title)) + overlap(words, tellingWords(link.summary)) / 2;
      return { ...link, score: about * (0.75 + 0.25 * freshness(link.published, asOf)) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (b.published ?? '').localeCompare(a.published ?? ''));
}

/** 1 for a page of the day, a half after 30 days; of an unknown day as of 90 days ago. */
function freshness(published: string | null, asOf: string): number {
  const days = published === null ? 90 : Math.max(0, (Date.parse(asOf) - Date.parse(published)) / 86_400_000);
  return 0.5 ** (days / HALF_LIFE_DAYS);
}
