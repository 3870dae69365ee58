import type { FieldProblem } from '../errors.ts';
import { InvalidInputError } from '../errors.ts';
import type { IngestDocument } from '../schemas/knowledge.ts';
import type { SetAside } from '../schemas/knowledge.ts';
import { isSample } from '../schemas/sample-pages.ts';
import { chunkBlocks } from './chunk.ts';
import type { Chunk } from './chunk.ts';
import { extractBlocks } from './extract-blocks.ts';
import { signatureOf } from './file-signature.ts';
import { frameLines } from './frame-lines.ts';
import { identify } from './identity.ts';
import type { Identity } from './identity.ts';
import { ownDay } from './own-day.ts';
import { whyNotPublic } from './public-address/why-not-public.ts';
import { whyAside } from './why-aside.ts';

/** A document that has been read: what is to be stored of it, and what it is known by. */
export interface PreparedDocument extends Identity {
  document: IngestDocument;
  chunks: Chunk[];
  /** Why nothing of it is quoted, or null: told by all of its text, and kept beside each of its passages. */
  setAside: SetAside | null;
}

/** Milliseconds that a day of publication may be ahead: it is tomorrow already where somebody is. */
const AHEAD = 86_400_000;
/** Milliseconds that another machine's clock may be ahead. */
const SKEW = 300_000;
/** What says that it is older has a wrong date, and would expire at once. */
const EARLIEST_DAY = '1900-01-01';
/** No program read anything of the web before that. */
const EARLIEST_READING = Date.UTC(1990, 0, 1);

/**
 * Reads documents, all of them before any is stored. One that is sent without its day is of the day that it says itself. An invented sample page, and what was written from one, is a `sample` and
 * nothing else, so that no search for research finds it unawares.
 *
 * @throws {InvalidInputError} naming each that holds no text, such as a page of pictures, is of a time to come or one long gone, is where
 * nobody else can look it up, or has the address of another of them and other words
 */
export function prepareDocuments(documents: readonly IngestDocument[], now = new Date()): PreparedDocument[] {
  const read = documents.map((document) => prepareDocument(document, now));
  const problems = read.flatMap((one, at) => {
    const before = read.findIndex(({ prepared }) => prepared.id === one.prepared.id);
    // The same twice is stored once; of two that differ one would replace the other unseen.
    const isTwice = read[before]?.prepared.hash !== one.prepared.hash;
    const twice = { path: 'url', message: `must not be the address of documents[${before}] too` };
    return [...one.problems, ...(isTwice ? [twice] : [])].map(({ path, message }) => {
      return { path: `documents[${at}].${path}`, message };
    });
  });
  if (problems.length > 0) throw new InvalidInputError('Some documents cannot be stored, so none is.', problems);
  return read.map(({ prepared }) => prepared);
}

/** What cannot be stored of one document, by its fields; nothing where all can. */
export function documentProblems(document: IngestDocument, now = new Date()): FieldProblem[] {
  return prepareDocument(document, now).problems;
}

function prepareDocument(sent: IngestDocument, now: Date): { prepared: PreparedDocument; problems: FieldProblem[] } {
  const own = sent.published ?? ownDay(sent);
  const dated = own === undefined ? sent : { ...sent, published: own };
  const document = isSample(sent) ? { ...dated, kind: 'sample' as const } : dated;
  const { published = '', fetched = '', sources } = document;
  const written = published || (fetched || now.toISOString()).slice(0, 10);
  const blocks = extractBlocks(document.contentType, document.content);
  const chunks = chunkBlocks(blocks, frameLines(blocks, { title: document.title, written }));
  const file = signatureOf(Buffer.from(document.content.slice(0, 64), 'utf8'));
  const times = [{ path: 'fetched', at: fetched }, ...sources.map((one, at) => ({ path: `sources[${at}].fetched`, at: one.fetched }))]; // prettier-ignore
  const places = [{ path: 'url', url: document.url }, ...sources.map(({ url }, at) => ({ path: `sources[${at}].url`, url }))]; // prettier-ignore
  const problems = [
    ...places.flatMap(({ path, url }) => {
      const why = whyNotPublic(url);
      return why === null ? [] : [{ path, message: `must be where others can look it up, and ${why}` }];
    }),
    ...(file !== undefined ? [{ path: 'content', message: `is ${file}, and no text` }] : []),
    ...(file === undefined && chunks.length === 0
      ? [{ path: 'content', message: 'holds no text that could be read' }]
      : []),
    ...(published > latestDay(now)
      ? [
          {
            path: 'published',
            message: `must not be a day to come${sent.published === undefined ? `: as it says itself, it is of ${published}` : ''}`,
          },
        ]
      : []),
    ...(published !== '' && published < EARLIEST_DAY
      ? [{ path: 'published', message: 'must not be before 1900' }]
      : []),
    ...times
      .filter(({ at }) => Date.parse(at) > now.getTime() + SKEW)
      .map(({ path }) => ({ path, message: 'must not be a time to come' })),
    ...times
      .filter(({ at }) => Date.parse(at) < EARLIEST_READING)
      .map(({ path }) => ({ path, message: 'must not be before 1990' })),
  ];
  const read = Date.parse(fetched) > now.getTime() ? { ...document, fetched: now.toISOString() } : document;
  const text = chunks.map((chunk) => `${chunk.heading}\n${chunk.text}`).join('\n');
  const setAside = document.setAside ?? whyAside(document, text, now);
  return { prepared: { document: read, chunks, setAside, ...identify(read, chunks, setAside) }, problems };
}

/** The last day that may be one of publication: ISO date. */
export const latestDay = (now: Date): string => new Date(now.getTime() + AHEAD).toISOString().slice(0, 10);
