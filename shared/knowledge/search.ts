import * as z from 'zod';
import { nearestVectors, vectorMetadata } from '../aws/s3-vectors.ts';
import type { VectorFilter } from '../aws/s3-vectors.ts';
import type { Queryable } from '../database/client.ts';
import { findCandidates } from '../database/knowledge-search.ts';
import type { Candidate } from '../database/knowledge-search.ts';
import { listVersions } from '../database/knowledge-vectors.ts';
import { setAside, type KnowledgePassage, type SearchQuery } from '../schemas/knowledge.ts';
import { AlexError, ConflictError } from '../errors.ts';
import { embedAs } from './embedding-model.ts';
import { fuseRanks } from './fuse-ranks.ts';
import { withoutVectors } from './missing-vectors.ts';
import { recencyFactor } from './recency.ts';
import { withoutDayOfNote, withoutWithdrawn } from './note-point.ts';
import { firstWords } from './split-sentences.ts';
import { dayNumber } from './store-document.ts';
import { questionTerms } from './terms.ts';
import { ordinalOf, vectorKey, versionOf } from './vector-keys.ts';

/** Candidates of each ranking: as many as S3 Vectors gives. */
const DEPTH = 100;
/** Tokens of a question that the model reads. */
const MODEL_READS = 250;
/**
 * A cosine below this is as good as chance: that of two vectors of 384 dimensions without anything in common has a standard
 * deviation of 0.05. What is no nearer than that, and has no word of the question, answers nothing; but where somebody asks for
 * what is about certain tickers, that it is about them is reason enough.
 */
const LEAST_COSINE = 0.15;
/** Words tell more than a laptop's vectors, which know spelling and some hundred names; the README has the figures. */
const WEIGHTS = { lexical: 1, vector: 0.5 } as const;

/**
 * The passages that answer a question best. `vector` ranks by cosine, `lexical` by BM25, `hybrid` fuses both rankings. Two
 * passages of the same words count once, and so do notes that differ in their day alone. One call of the embeddings endpoint, two of the vector index and one statement;
 * where a document was replaced while they ran, once more; where nothing is found, one statement and two calls to see whether it is lost.
 *
 * @throws {ConflictError} for `vector` where another model embedded all that could be found
 * @throws {UnavailableError | ConfigurationError | AlexError} of the vector index or the database, and for `vector` of the embeddings
 *   endpoint: without it `hybrid` ranks by words alone
 */
export async function searchKnowledge(
  db: Queryable,
  query: SearchQuery,
  { now = new Date(), onOtherModel, onWordsOnly, onGone }: SearchOptions = {},
): Promise<KnowledgePassage[]> {
  const asked = query.mode === 'lexical' ? null : await embedQuery(query, onWordsOnly);
  const made: SearchQuery = asked === null ? { ...query, mode: 'lexical' } : query;
  const first = await searchOnce(db, made, asked, now);
  const { passages, otherModel, gone } = first.moved ? await searchOnce(db, made, asked, now) : first;
  if (otherModel > 0) {
    if (query.mode === 'vector' && passages.length === 0) throw new ConflictError(OTHER_MODEL);
    onOtherModel?.(otherModel);
  }
  if (onGone !== undefined && (gone || (passages.length === 0 && (await isGone(db))))) onGone();
  return passages;
}

/** Whether documents are known whose first passages are not in the index: of a page of them. One statement, two calls. */
async function isGone(db: Queryable): Promise<boolean> {
  const some = await listVersions(db, { skip: 0 });
  return (await withoutVectors(some.map(({ version }) => ({ version, chunks: 1 })))).length > 0;
}

export interface SearchOptions {
  now?: Date;
  /** Told how many of the nearest passages did not count, because another model embedded them than the question. */
  onOtherModel?: (passages: number) => void;
  /** Told why a hybrid search is made by words only: the question could not be embedded. */
  onWordsOnly?: (why: AlexError) => void;
  /** Told that passages are known whose text is not in the vector index any more: of those that fit, or, where nothing was found, of any. */
  onGone?: () => void;
}

const OTHER_MODEL =
  'Another model embedded the knowledge base than answers now, so nothing can be found by meaning. It is embedded again once a day; until then search by words (mode "lexical" or "hybrid").';

interface AskedVector {
  model: string;
  vector: number[];
}

/** Null where the question cannot be embedded, and words alone still find something. */
async function embedQuery(
  { query, mode }: SearchQuery,
  onWordsOnly: SearchOptions['onWordsOnly'],
): Promise<AskedVector | null> {
  try {
    const { model, vectors } = await embedAs([firstWords(query, MODEL_READS)]);
    return { model, vector: vectors[0] ?? [] };
  } catch (error) {
    if (mode === 'vector' || !(error instanceof AlexError)) throw error;
    onWordsOnly?.(error);
    return null;
  }
}

interface Searched {
  passages: KnowledgePassage[];
  /** Whether documents were replaced in between, so that something may be missing. */
  moved: boolean;
  /** Nearest passages that another model embedded than the question. */
  otherModel: number;
  /** Whether a passage that fits has no text in the index. */
  gone: boolean;
}

async function searchOnce(db: Queryable, query: SearchQuery, asked: AskedVector | null, now: Date): Promise<Searched> {
  const { recency } = query;
  const near = asked === null ? [] : await nearestVectors(asked.vector, { count: DEPTH, filter: filterOf(query) });
  const versions = [...new Set(near.map(({ key }) => versionOf(key)))];
  const terms = query.mode === 'vector' ? [] : questionTerms(query.query);
  const candidates = await findCandidates(db, { terms, versions, most: DEPTH, filters: query });
  const current = new Map(candidates.map((one) => [one.version, one]));
  const answering = near.filter(({ key }) => current.has(versionOf(key)));
  const comparable = answering.filter(({ key }) => current.get(versionOf(key))?.model === asked?.model);
  const scores = scoresOf(query, comparable, candidates);
  const ranked = [...scores]
    .flatMap(([key, score]) => {
      const candidate = current.get(versionOf(key));
      if (candidate === undefined) return [];
      const left = recency === undefined ? 1 : recencyFactor(candidate.day, now, recency);
      return [{ key, candidate, document: candidate.id, score: score * left }];
    })
    .sort(byScore)
    .filter(isFirstOfItsCopies());
  const said = new Set<string>();
  const passages: KnowledgePassage[] = [];
  let gone = false;
  // Some more than wanted, in the place of those that say the same; and again where all of these did.
  const most = Math.min(DEPTH, 2 * query.k + 5);
  for (let from = 0; from < ranked.length && passages.length < query.k; from += most) {
    const wanted = ranked.slice(from, from + most);
    const texts = await vectorMetadata(wanted.map(({ key }) => key));
    gone ||= wanted.some(({ key }) => !texts.has(key));
    for (const { key, candidate, score } of wanted) {
      const found = storedIn(texts.get(key));
      if (found === null) continue;
      // A copy that is set aside takes no place of one that is believed.
      const words = `${found.setAside ?? ''}\n${withoutDayOfNote(found.text)}`;
      if (said.has(words)) continue;
      said.add(words);
      const text = withoutWithdrawn(found.text, candidate.sources);
      if (text !== '') passages.push(passageOf(key, { ...found, text }, score, candidate));
    }
  }
  const moved = gone || versions.some((version) => !current.has(version));
  const otherModel = answering.length - comparable.length;
  return { passages: passages.slice(0, query.k), moved, otherModel, gone };
}

/** Of the same passage of documents that say the same word for word, at other addresses, the first counts. */
function isFirstOfItsCopies(): (ranked: { key: string; candidate: Candidate }) => boolean {
  const seen = new Set<string>();
  return ({ key, candidate }) => {
    const passage = `${candidate.textHash} ${ordinalOf(key)}`;
    const isFirst = !seen.has(passage);
    seen.add(passage);
    return isFirst;
  };
}

/** Scores of 0 to 1 by key: fused ranks, or what the one ranking that was asked for says itself. */
function scoresOf(
  { mode, tickers }: SearchQuery,
  byMeaning: readonly { key: string; distance: number }[],
  candidates: readonly Candidate[],
): Map<string, number> {
  const byWords = candidates
    .flatMap(({ id, version, hits }) =>
      hits.map(([ordinal, score]) => ({ key: vectorKey(version, ordinal), document: id, score })),
    )
    .sort(byScore);
  // Cosine distance, 0 to 2.
  const byCosine = byMeaning.map(({ key, distance }) => ({ key, score: Math.min(1, Math.max(0, 1 - distance)) }));
  if (mode === 'vector') return new Map(byCosine.map(({ key, score }) => [key, score]));
  if (mode === 'hybrid') {
    const worded = new Set(byWords.map(({ key }) => key));
    const least = tickers === undefined ? LEAST_COSINE : 0;
    const near = byCosine.filter(({ key, score }) => score >= least || worded.has(key));
    return fuseRanks([
      { ranked: byWords, weight: WEIGHTS.lexical },
      { ranked: near, weight: WEIGHTS.vector },
    ]);
  }
  const best = byWords[0]?.score ?? 1;
  return new Map(byWords.map(({ key, score }) => [key, score / best]));
}

interface Scored {
  key: string;
  document: string;
  score: number;
}

/** The best first; those with the same score in an order that stays when documents are stored anew. */
function byScore(one: Scored, other: Scored): number {
  if (one.score !== other.score) return other.score - one.score;
  if (one.document !== other.document) return one.document < other.document ? -1 : 1;
  return ordinalOf(one.key) - ordinalOf(other.key);
}

/** The same filters in S3 Vectors' language. */
function filterOf({ kinds, tickers, publishedFrom, publishedTo }: SearchQuery): VectorFilter | undefined {
  const conditions: VectorFilter[] = [
    ...(kinds === undefined ? [] : [{ kind: { $in: kinds } }]),
    ...(tickers === undefined ? [] : [{ tickers: { $in: tickers } }]),
    ...(publishedFrom === undefined ? [] : [{ day: { $gte: dayNumber(publishedFrom) } }]),
    ...(publishedTo === undefined ? [] : [{ day: { $lte: dayNumber(publishedTo) } }]),
  ];
  return conditions.length > 1 ? { $and: conditions } : conditions[0];
}

const stored = z
  .object({ text: z.string(), framed: z.number().int().min(1).optional(), setAside: setAside.optional() })
  .transform(({ text, framed = 0, ...rest }) => {
    return { ...rest, text: text.slice(framed), ...(framed > 0 && { frame: text.slice(0, framed).trimEnd() }) };
  });

/** Null where the vector is gone, or was put by somebody else. */
function storedIn(metadata: unknown): z.output<typeof stored> | null {
  return stored.safeParse(metadata).data ?? null;
}

function passageOf(id: string, found: z.output<typeof stored>, score: number, candidate: Candidate): KnowledgePassage {
  const { id: document, title, url, published, fetched, kind, tickers, sources } = candidate;
  return {
    id,
    document,
    text: found.text,
    ...(found.frame !== undefined && { frame: found.frame }),
    title,
    url,
    published,
    fetched,
    kind,
    tickers,
    score: Number(score.toFixed(6)),
    sources,
    ...(found.setAside !== undefined && { setAside: found.setAside }),
  };
}
