import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { ingestDocument, type IngestRequest } from '../../shared/schemas/knowledge.ts';
import { issueMessage, valueAt } from '../../shared/schemas/issue-message.ts';
import { documentProblems } from '../../shared/knowledge/prepare-document.ts';
import { dayOfFields, readFrontMatter, type FrontMatter } from '../../shared/knowledge/front-matter.ts';
import { ownDay } from '../../shared/knowledge/own-day.ts';
import { CommandError } from '../analysis/command-error.ts';
import type { Source } from './read-source.ts';
import { saidOfItself } from './saved-page.ts';
import { titleOf } from './title-of.ts';

export type Document = IngestRequest['documents'][number];

/** What the flags say of every document; each wins over what the text says. All text, as it was typed. */
export interface SaidOfAll {
  title?: string;
  date?: string;
  tickers?: string;
  kind?: string;
  url?: string;
}

/**
 * The document that a source becomes: what flags, its front matter and the text itself say, in this order. A saved page is known by the
 * address that it was saved from, as the researcher knows it.
 *
 * @throws {CommandError} with everything that does not fit
 */
export function documentOf(source: Source, said: SaidOfAll): Document {
  const nothing: FrontMatter = { fields: {}, rest: source.content };
  const { fields, rest } = source.type === 'text/html' ? nothing : readFrontMatter(source.content);
  const field = (name: string): string | undefined => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const own = saidOfItself(source);
  const address = said.url ?? source.url ?? field('url') ?? own.url ?? nameOf(source);
  const ofItself = URL.canParse(address)
    ? ownDay({ url: address, contentType: source.type, content: rest })
    : undefined;
  const published = said.date ?? dayOfFields(fields) ?? field('date') ?? field('published') ?? ofItself;
  const tickers = said.tickers ?? field('tickers');
  const draft = {
    url: address,
    title: said.title ?? field('title') ?? titleOf(rest, source.type) ?? source.fallbackTitle,
    ...(published !== undefined && { published }),
    ...(own.fetched !== undefined && { fetched: own.fetched }),
    kind: said.kind ?? field('kind') ?? ((source.url ?? own.url) === undefined ? 'note' : 'page'),
    tickers: (tickers ?? '').split(/[\s,]+/).flatMap((one) => (one === '' ? [] : [one.toUpperCase()])),
    contentType: source.type,
    content: rest,
  };
  const checked = ingestDocument.safeParse(draft);
  const problems = checked.success
    ? documentProblems(checked.data)
    : checked.error.issues.map((issue) => {
        return { path: issue.path.map(String).join('.'), message: issueMessage(issue, valueAt(draft, issue.path)) };
      });
  if (checked.success && problems.length === 0) return checked.data;
  const lines = problems.map(({ path, message }) => `${path}: ${message}`);
  if (published !== undefined && published === ofItself && problems.some(({ path }) => path === 'published')) {
    lines.push(`The page says of itself that it is of ${published}. Give its day with --date.`);
  }
  throw new CommandError(`${source.given} cannot be ingested.`, lines);
}

/** An address for a file, which has none: of its name, so that a new version of it replaces the old one. */
function nameOf({ given }: Source): string {
  const name = basename(given);
  const plain = name.replaceAll(/[^\w.-]+/g, '-');
  const tail = plain === name ? '' : `-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
  return `urn:alex:file:${plain}${tail}`;
}
