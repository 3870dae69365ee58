// The labelled sets of tests/fixtures/search: what hybrid search promises beside words or meaning alone.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { measureQuality, questionSets, searchSet, type Question } from '../../../benchmarks/search/quality.ts';
import { chooseEmbedder } from '../../../local/sagemaker/choose-embedder.ts';
import { startEndpointServer } from '../../../local/sagemaker/server.ts';
import { ingestDocuments } from '../../../shared/knowledge/ingest.ts';
import { searchKnowledge } from '../../../shared/knowledge/search.ts';
import { ingestRequest, searchRequest, type SearchMode } from '../../../shared/schemas/knowledge.ts';
import { openTestKnowledge, type TestKnowledge } from '../../setup/knowledge.ts';

const { documents, questions } = searchSet();
const all = questionSets.flatMap((set) => questions[set]);
let opened: TestKnowledge;
let endpoint: Awaited<ReturnType<typeof startEndpointServer>>;
beforeAll(async () => {
  endpoint = await startEndpointServer({
    name: 'alex-embeddings',
    embedder: chooseEmbedder(undefined, () => undefined),
  });
  opened = await openTestKnowledge({ embeddings: endpoint.url });
  for (let at = 0; at < documents.length; at += 20) {
    await ingestDocuments(opened.db, ingestRequest.parse({ documents: documents.slice(at, at + 20) }).documents);
  }
}, 120_000);
afterAll(async () => {
  await opened.close();
  await endpoint.close();
});

const ask = async (query: string, mode: SearchMode) =>
  (await searchKnowledge(opened.db, searchRequest.parse({ query, mode, k: 10 }))).map(({ url }) => url);
const measure = async (asked: readonly Question[]) => ({
  lexical: await measureQuality(asked, ask, 'lexical'),
  vector: await measureQuality(asked, ask, 'vector'),
  hybrid: await measureQuality(asked, ask, 'hybrid'),
});

test('every question has its answers among the passages, and there are enough of both', () => {
  const known = new Set(documents.map(({ url }) => url.replace('https://example.com/', '')));
  expect(known.size).toBe(documents.length);
  expect(all.flatMap(({ answers }) => answers).filter((id) => !known.has(id))).toEqual([]);
  expect(known.size).toBeGreaterThanOrEqual(150);
  expect(all.length).toBeGreaterThanOrEqual(60);
});

test('hybrid finds at least as much as each, and puts it at least as high', async () => {
  const { lexical, vector, hybrid } = await measure(all);
  expect(hybrid.recallAt5).toBeGreaterThanOrEqual(Math.max(lexical.recallAt5, vector.recallAt5));
  expect(hybrid.mrr).toBeGreaterThanOrEqual(Math.max(lexical.mrr, vector.mrr));
  expect(hybrid.recallAt5).toBeGreaterThan(0.78);
}, 120_000);
