import { ABOUT, aboutness, facetScores, readTopic, sharesWord } from '../topic/topic.ts';
import type { Link } from './catalogue.ts';

/** A page counts half as much after this many days. */
const HALF_LIFE_DAYS = 30;

export interface RankedLink extends Link {
  /** 0: it says nothing of the topic. */
  score: number;
}

/**
 * The links that are about a topic, the most telling first: by their title, then by what is known of their text; of equals the
 * youngest. Of a topic of several things ("rates, inflation and earnings") the best page of each comes before the second of any.
 *
 * @param asOf the day from which a page's age counts
 */
export function rankLinks(links: readonly Link[], topic: string, asOf: string): RankedLink[] {
  const about = readTopic(topic);
  const ranked = links
    .map((link) => {
      const sentences = link.summary.split(/(?<=[.!?])\s+|\n+/u);
      const told = sentences.filter((sentence) => aboutness(about, sentence) >= ABOUT).length;
      const inTitle = aboutness(about, link.title);
      const score = (inTitle >= ABOUT ? inTitle : 0) + Math.min(0.5, told / 6);
      const facets = facetScores(about, `${link.title} ${link.summary}`);
      const fresh = 0.75 + 0.25 * freshness(link.published, asOf);
      return { ...link, score: score * fresh, facet: facets.indexOf(Math.max(...facets)) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (b.published ?? '').localeCompare(a.published ?? ''));
  const turn = new Map<number, number>();
  return ranked
    .map((link) => {
      const at = turn.get(link.facet) ?? 0;
      turn.set(link.facet, at + 1);
      return { link, at: about.facets.length > 1 ? at : 0 };
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ link: { facet: _, ...link } }) => link);
}

/** Words of a page's own title; fewer are a place in a menu: "About us". */
const TITLE_WORDS = 3;

/**
 * Of the links whose titles say nothing of a topic and whose text nobody knows, those that are likeliest to: with a word of it in the
 * title first, then in the order of their source.
 */
export function nextBest(links: readonly Link[], topic: string): Link[] {
  const about = readTopic(topic);
  const unknown = links.filter(({ title, summary }) => {
    return summary === '' && aboutness(about, title) < ABOUT && title.split(/\s+/u).length >= TITLE_WORDS;
  });
  const shares = ({ title }: Link): number => (sharesWord(about, title) ? 1 : 0);
  return unknown.toSorted((a, b) => shares(b) - shares(a));
}

/** 1 for a page of the day, a half after 30 days; of an unknown day as of 90 days ago. */
function freshness(published: string | null, asOf: string): number {
  const days = published === null ? 90 : Math.max(0, (Date.parse(asOf) - Date.parse(published)) / 86_400_000);
  return 0.5 ** (days / HALF_LIFE_DAYS);
}
