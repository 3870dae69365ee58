import { documentProblems } from '../../../shared/knowledge/prepare-document.ts';
import { isOwnNotice } from '../../../shared/knowledge/own-notices.ts';
import { fieldPath } from '../../../shared/middleware/validate.ts';
import { issueMessage, valueAt } from '../../../shared/schemas/issue-message.ts';
import { ingestDocument, knowledgeLimits, type IngestRequest } from '../../../shared/schemas/knowledge.ts';
import type { Page } from '../browsing/page.ts';
import { companiesIn } from '../../../shared/agents/research/strangers/company-names.ts';
import { isNamesake } from '../../../shared/agents/research/strangers/namesakes.ts';
import { companiesNamed } from '../topic/known-name.ts';
import { mentionedTickers } from '../topic/mentioned-tickers.ts';

export type Document = IngestRequest['documents'][number];

/** Characters of a page that are kept: an excerpt to cite, not a copy of a long work. */
const EXCERPT = 20_000;

/** The document that a page becomes. */
export function pageDocument(page: Page, symbols: readonly string[]): Document {
  return {
    url: page.finalUrl,
    title: oneLine(page.title),
    ...(page.published !== undefined && { published: page.published }),
    fetched: page.fetchedAt,
    kind: 'article',
    tickers: tickersOf(page, symbols).slice(0, knowledgeLimits.tickers),
    // The page's own Markdown: its headings are where it is cut into passages.
    contentType: 'text/markdown',
    content: plain(excerptOf(page.text)),
  };
}

/** Characters of a page that are looked through for names. */
const LEAD = 8_000;

/**
 * What a page is about: the companies of its title, those that its beginning names more than once, as people call them, and the symbols that it
 * says of those that it can be about.
 */
function tickersOf({ title, text }: Pick<Page, 'title' | 'text'>, symbols: readonly string[]): string[] {
  const inTitle = companiesIn(title).map(({ symbol }) => symbol);
  const inText = companiesIn(text.slice(0, LEAD)).map(({ symbol }) => symbol);
  const named = [...inTitle, ...inText.filter((symbol, at) => inText.indexOf(symbol) < at)];
  const own = companiesNamed([...new Set(named)]).filter((company) => !isNamesake({ title, text }, company));
  return [...new Set([...own.map(({ symbol }) => symbol), ...mentionedTickers(text, symbols)])];
}

/** The beginning of a text, and what it says of itself further down: a figure is not kept without its correction. */
function excerptOf(text: string): string {
  const notices = text.slice(EXCERPT).split('\n').filter(isOwnNotice);
  return [text.slice(0, EXCERPT), ...notices].join('\n\n');
}

/** Why a document cannot be stored, by its fields, as ingest would say it: "published must not be a day to come"; null: it can. */
export function whyNotStored(document: Document): string | null {
  const checked = ingestDocument.safeParse(document);
  const problems = checked.success
    ? documentProblems(checked.data)
    : checked.error.issues.map((issue) => {
        return { path: fieldPath(issue.path), message: issueMessage(issue, valueAt(document, issue.path)) };
      });
  return problems.length === 0 ? null : problems.map(({ path, message }) => `${path} ${message}`).join('; ');
}

/** A title without what a line cannot hold. */
export function oneLine(title: string): string {
  const text = title.toWellFormed().replace(/\p{Cc}+/gu, ' ').trim().slice(0, 300); // prettier-ignore
  return text === '' ? 'Without a title' : text;
}

/** Without what the knowledge refuses: control characters and halves of characters, the latter from the cut. */
export function plain(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n]/gu, ' ');
}
