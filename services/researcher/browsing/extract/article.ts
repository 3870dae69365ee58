import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import { boundHtml, type BoundedHtml } from './bounded-html.ts';
import type { Extract } from './extract.ts';
import { markdownOf } from './markdown.ts';
import { oneLine } from './plain-text.ts';
import { noticesBeside } from '../../../../shared/knowledge/own-notices.ts';
import { printedDay } from '../../../../shared/knowledge/printed-day.ts';
import { publishedOf, type Published } from '../../../../shared/knowledge/published.ts';

/** Longer documents are filings and books, all main text; Readability takes some 0.2 ms an element. */
const mostElements = 8_000;
const aroundTheText = ['nav', 'footer', 'aside', 'menu'];
const besideTheHeadline = ['nav', 'aside', 'menu'];

/**
 * The main text of an HTML page by Mozilla's Readability, as Firefox's reader view finds it; the whole body where there
 * is no main text to be told from the rest (a table of figures, a list of links).
 */
export function extractArticle(html: string, url: URL): Extract {
  const bounded = boundHtml(html, url);
  const { facts } = bounded;
  const article = bounded.elements <= mostElements ? readable(bounded.html) : undefined;
  const main = markdownOf(article?.content ?? '') || markdownOf(bounded.html, aroundTheText);
  const text = main === '' ? markdownOf(bounded.html) : main;
  // What a page puts right of itself may stand beside its main text, or below it.
  const notices = noticesBeside(text, html);
  const byline = oneLine(article?.byline ?? '') || facts.byline;
  return {
    title: oneLine(article?.title ?? '') || facts.title,
    ...(byline === undefined ? {} : { byline }),
    ...daysOf(bounded, url),
    text: [text, ...notices].join('\n\n'),
    links: facts.links,
  };
}

/** By its dates and its address; where these say nothing, by what it prints beside its headline, which may be no part of the main text. */
function daysOf({ facts, html }: BoundedHtml, url: URL): Published {
  const found = publishedOf(facts.dates, url);
  if (found.published !== undefined) return found;
  const published = printedDay(markdownOf(html, besideTheHeadline).split('\n'), facts.language);
  return published === undefined ? {} : { published };
}

function readable(html: string): { title: string; byline: string; content: string } | undefined {
  try {
    const document = new DOMParser().parseFromString(
      `<!doctype html><html><head></head><body>${html}</body></html>`,
      'text/html',
    );
    const found = new Readability(document, { disableJSONLD: true }).parse();
    return found === null
      ? undefined
      : { title: found.title ?? '', byline: found.byline ?? '', content: found.content ?? '' };
  } catch {
    // A document that its rules stumble over still has its text.
    return undefined;
  }
}
