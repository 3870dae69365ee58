import * as z from 'zod';
import { symbol } from './classification.ts';
import { isoDate, isoInstant } from './decimal.ts';
import { documentKinds } from './document-kinds.ts';

/** The limits of the knowledge base, for whoever makes a document or asks a question. */
export const knowledgeLimits = {
  /** Bytes of UTF-8 in a document's content: 1 MiB. */
  contentBytes: 1_048_576,
  /** Documents in one request to ingest. */
  documents: 20,
  tickers: 50,
  sources: 10,
  /** Passages in one answer; S3 Vectors gives no more either. */
  passages: 100,
  queryCharacters: 1000,
} as const;

export { documentKinds };
export const documentKind = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKind>;

export const contentTypes = ['text/plain', 'text/markdown', 'text/html'] as const;
export const contentType = z.enum(contentTypes);
export type ContentType = z.infer<typeof contentType>;

/** C0 and C1 controls but tab, line feed, form feed and carriage return. */
const CONTROL = /[^\P{Cc}\t\n\f\r]/u;
const LINE_BREAK = /[\t\n\f\r]/;
const isPlain = (text: string) => !CONTROL.test(text) && text.isWellFormed();
const PLAIN = 'must hold no control characters and no broken Unicode';

/** One line of text for a person. */
const line = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => isPlain(text) && !LINE_BREAK.test(text), PLAIN)
    .refine((text) => text.trim() !== '', 'must not be empty');

/** Where a text is from: an address of the web, or `urn:…` for what has none (a note of the researcher's). */
export const documentUrl = z
  .string()
  .max(2048)
  .refine(isAddress, 'must be an address such as "https://example.com/page", or "urn:…"');

function isAddress(text: string): boolean {
  if (!/^(?:https?:\/\/|urn:)[^\s<>"]+$/i.test(text) || !isPlain(text)) return false;
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** A page that a note was written from. */
export const documentSource = z.strictObject({
  url: documentUrl,
  title: line(300),
  /** When it was read. */
  fetched: isoInstant,
  /** SHA-256 of the text that was read, in hexadecimal. */
  excerptHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
});
export type DocumentSource = z.infer<typeof documentSource>;

/** The same as it is stored. */
export const storedSource = documentSource.extend({
  /** Somebody took the page out: nothing is quoted of it any more. */
  withdrawn: z.literal(true).optional(),
});
export type StoredSource = z.infer<typeof storedSource>;

/**
 * Why nothing of a document is quoted: it gives orders to programs, hides its words, takes itself back, advertises, says a false price, is
 * invented, an old text under a new day, in dollars that are not those of the United States, a test, a draft or not for release, or checked by nobody.
 */
export const setAside = z.enum([
  ...['orders', 'disguise', 'retracted', 'advertising', 'price'],
  ...['invented', 'reprint', 'currency', 'unpublished', 'unchecked'],
] as const);
export type SetAside = z.infer<typeof setAside>;

/** One document to be known. Its `url` is what it is: the same address sent again replaces what it said before. */
export const ingestDocument = z.strictObject({
  url: documentUrl,
  title: line(300),
  /** The day it says it was published; absent where it does not say. */
  published: isoDate.optional(),
  /** When it was read; absent: now. */
  fetched: isoInstant.optional(),
  kind: documentKind,
  /** What it is about. */
  tickers: z.array(symbol).max(knowledgeLimits.tickers).default([]),
  contentType,
  content: z
    .string()
    .refine((text) => text.trim() !== '', { message: 'must not be empty', abort: true })
    .refine(fitsInContent, {
      message: 'is too long (at most 1,048,576 bytes of UTF-8)',
      abort: true,
    })
    .refine(isPlain, PLAIN),
  sources: z.array(documentSource).max(knowledgeLimits.sources).default([]),
  /** Why nothing of it is to be quoted, where whoever read it saw more of it than is sent: its own title, or all of its text. */
  setAside: setAside.optional(),
});
export type IngestDocument = z.infer<typeof ingestDocument>;

/** POST /ingest, and the ingest function's direct call. All documents are checked before any is stored. */
export const ingestRequest = z.strictObject({
  documents: z.array(ingestDocument).min(1).max(knowledgeLimits.documents),
});
/** As it is sent. */
export type IngestRequest = z.input<typeof ingestRequest>;

/** A document's ID: "doc_" and 32 hexadecimal digits. */
export const documentId = z.string().regex(/^doc_[0-9a-f]{32}$/, 'must be the ID of a document, "doc_…"');

/**
 * The answer, one entry for each document in the order sent. `unchanged`: it was known word for word at its address;
 * nothing was stored. `replaced`: it was stored in the place of another text that was known by its address.
 */
export const ingestAnswer = z.object({
  documents: z.array(
    z.object({
      id: documentId,
      chunks: z.number().int().min(0),
      status: z.enum(['stored', 'replaced', 'unchanged']),
      /** Why nothing of it is quoted to anybody, though it is stored; absent where all is well. */
      setAside: setAside.optional(),
      /** The same in sentences for a person, with what to do about it; or that another document has the same words. */
      detail: z.string().optional(),
    }),
  ),
});
export type IngestAnswer = z.infer<typeof ingestAnswer>;

export const searchModes = ['hybrid', 'vector', 'lexical'] as const;
export type SearchMode = (typeof searchModes)[number];

/** POST /search, and the search function's direct call. Filters narrow: a passage has to fit all that are given. */
export const searchRequest = z
  .strictObject({
    query: line(knowledgeLimits.queryCharacters),
    /** The most passages wanted. */
    k: z.number().int().min(1).max(knowledgeLimits.passages).default(5),
    /** Any of these kinds. */
    kinds: z.array(documentKind).min(1).max(documentKinds.length).optional(),
    /** About any of these. */
    tickers: z.array(symbol).min(1).max(knowledgeLimits.tickers).optional(),
    /** Published on this day or later; a document that does not say when counts with the day it was read. */
    publishedFrom: isoDate.optional(),
    /** Published on this day or earlier. */
    publishedTo: isoDate.optional(),
    mode: z.enum(searchModes).default('hybrid'),
    /**
     * Puts younger passages first: a score loses up to `weight` of itself, half of that at an age of `halfLifeDays`.
     * Absent: age does not matter.
     */
    recency: z
      .strictObject({
        halfLifeDays: z.number().min(1).max(3650).default(90),
        weight: z.number().min(0).max(1).default(0.3),
      })
      .optional(),
  })
  .refine(({ publishedFrom, publishedTo }) => !publishedFrom || !publishedTo || publishedFrom <= publishedTo, {
    path: ['publishedTo'],
    message: 'must not be before publishedFrom',
  });
/** As it is sent. */
export type SearchRequest = z.input<typeof searchRequest>;
/** With its defaults. */
export type SearchQuery = z.output<typeof searchRequest>;

/** A piece of a document, with all that a citation needs. */
export const passage = z.object({
  /** The piece's own ID; it ends when the document changes. */
  id: z.string(),
  document: documentId,
  /** The document's own words. */
  text: z.string(),
  /**
   * Lines above the passage that are not its words, by which it is judged without the rest of its page: what the page puts right of itself, a heading that supposes,
   * and of which time gone by it had come to tell; absent for none.
   */
  frame: z.string().optional(),
  title: z.string(),
  url: z.string(),
  published: isoDate.nullable(),
  fetched: isoInstant,
  kind: documentKind,
  tickers: z.array(z.string()),
  /** 0 to 1, the best first; comparable within one answer only. */
  score: z.number(),
  /** What a note was written from; empty for anything else. */
  sources: z.array(storedSource),
  /** Why nothing of its document is quoted to anybody; absent where all is well. */
  setAside: setAside.optional(),
});
export type KnowledgePassage = z.infer<typeof passage>;

export const searchAnswer = z.object({
  passages: z.array(passage),
  /** Why a hybrid search was made by words only, a sentence for a person; absent where it was made as asked. */
  degraded: z.string().optional(),
  /** That passages are missing which the vector index has lost, and what to do about it, a sentence for a person; absent where none is. */
  lost: z.string().optional(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** GET /documents: newest first. */
export const documentsQuery = z.strictObject({
  kind: documentKind.optional(),
  ticker: symbol.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** `next` of the page before. */
  after: z.string().refine(isPlace, 'must be the "next" of a page of this list').optional(),
});
/** A day and a document, "2026-11-20~doc_…". */
function isPlace(text: string): boolean {
  const [day, id, ...rest] = text.split('~');
  return rest.length === 0 && isoDate.safeParse(day).success && documentId.safeParse(id).success;
}
export type DocumentsQuery = z.output<typeof documentsQuery>;

export const storedDocument = z.object({
  id: documentId,
  url: z.string(),
  title: z.string(),
  kind: documentKind,
  tickers: z.array(z.string()),
  published: isoDate.nullable(),
  fetched: isoInstant,
  storedAt: isoInstant,
  chunks: z.number().int(),
  sources: z.array(storedSource),
  /** Why nothing of it is quoted to anybody; absent where all is well. */
  setAside: setAside.optional(),
});
export type StoredDocument = z.infer<typeof storedDocument>;

export const documentList = z.object({ documents: z.array(storedDocument), next: z.string().nullable() });
export type DocumentList = z.infer<typeof documentList>;

/** DELETE /documents?olderThan=…: what was published (or, where that is not said, read) before this day. */
export const deleteByAge = z.strictObject({ olderThan: isoDate, kind: documentKind.optional() });

/**
 * What a person's deletion did. A note that rests on what was taken out says nothing of it any more (`shortened`); one that rests on
 * nothing else went with it (`deleted`, not counted above).
 */
export const deleteAnswer = z.object({
  deleted: z.number().int(),
  notes: z.object({ shortened: z.array(documentId), deleted: z.array(documentId) }),
});

/** GET /statistics */
export const knowledgeStatistics = z.object({
  documents: z.number().int(),
  chunks: z.number().int(),
  oldest: isoDate.nullable(),
  newest: isoDate.nullable(),
  kinds: z.array(z.object({ kind: documentKind, documents: z.number().int(), chunks: z.number().int() })),
  /**
   * Stored by an earlier version of Alex, which kept less of what stands around a passage: reports quote them as they are. Or not in the
   * vector index any more, as the daily clean-up saw. Sent or read again they are stored anew.
   */
  outdated: z.number().int(),
  /** Versions whose vectors wait to be removed: 0 but for a moment, or after a failure until the next day's clean-up. */
  waste: z.number().int(),
});
export type KnowledgeStatistics = z.infer<typeof knowledgeStatistics>;

/** A character takes three bytes at most for each of its UTF-16 units, so only long texts need counting. */
function fitsInContent(text: string): boolean {
  const { contentBytes } = knowledgeLimits;
  return text.length * 3 <= contentBytes || new TextEncoder().encode(text).length <= contentBytes;
}
