import { tool } from '@openai/agents-core';
import type { Tool } from '@openai/agents-core';
import * as z from 'zod';
import { fence } from '../../../shared/prompts/fence.ts';
import { pageTitle } from '../../../shared/agents/research/page-title.ts';
import type { GatherTask } from './gather.ts';
import { subjectOfTopic } from '../topic/known-name.ts';
import { rankLinks } from './rank-links.ts';
import { NotReadError } from './reading.ts';

const MOST_LISTED = 40;
/** Of a page, while its model chooses what to read next; the note is written from more. */
const SHOWN = 4_000;
const LINKS_SHOWN = 20;

/** The tools of the researcher's model. What they give back is data, inside a fence that no page can close. */
export function browsingTools({ topic, links, reading, asOf, signal }: GatherTask): Tool[] {
  const subject = subjectOfTopic(topic);
  const called = (one: { title: string; url: string }, most: number) => pageTitle(one, subject).slice(0, most);
  return [
    tool({
      name: 'list_links',
      description: `Lists pages that can be read, at most ${MOST_LISTED}: address, title and day. With words about a topic, those that say something of it come first.`,
      parameters: z.object({ words: z.string().nullable() }),
      execute: ({ words }) => {
        const ranked = words === null || words.trim() === '' ? [] : rankLinks(links, words.slice(0, 200), asOf);
        const first = new Set(ranked.map(({ url }) => url));
        const listed = [...ranked, ...links.filter(({ url }) => !first.has(url))].slice(0, MOST_LISTED);
        return fence('links', listed.map(({ url, title, published }) => ({ url, title: called({ title, url }, 200), published }))); // prettier-ignore
      },
      errorFunction: sayWhy,
    }),
    tool({
      name: 'read_page',
      description: 'Reads one page by its address, as it stands in the links. The note will rest on the pages read.',
      parameters: z.object({ url: z.string() }),
      execute: async ({ url }) => {
        const page = await reading.read(url, signal);
        return fence('pages', {
          page: reading.pages.length,
          title: called({ title: page.title, url: page.finalUrl }, 300),
          published: page.published ?? null,
          text: page.text.slice(0, SHOWN),
          links: page.links.slice(0, LINKS_SHOWN).map(({ url: address, title }) => ({ url: address, title: called({ title, url: address }, 120) })),
        }); // prettier-ignore
      },
      errorFunction: sayWhy,
    }),
  ];
}

/** Our own words for why a page was not read; of anything else that goes wrong a model learns nothing. */
function sayWhy(_context: unknown, error: unknown): string {
  return error instanceof NotReadError ? `Not read: ${error.message}` : 'The tool failed; try another page.';
}
