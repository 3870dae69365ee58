// Quality and latency of the knowledge base's search over the wire: database, S3 Vectors and embeddings of this machine.
import { join } from 'node:path';
import { chooseEmbedder } from '../local/sagemaker/choose-embedder.ts';
import { startEndpointServer } from '../local/sagemaker/server.ts';
import { ingestDocuments } from '../shared/knowledge/ingest.ts';
import { searchKnowledge } from '../shared/knowledge/search.ts';
import { ingestRequest, searchModes, searchRequest, type SearchMode } from '../shared/schemas/knowledge.ts';
import { openTestKnowledge } from '../tests/setup/knowledge.ts';
import { measureQuality, questionSets, searchSet } from './search/quality.ts';

/** Where a person has put the model, if they have; see local/sagemaker. */
const MODEL = join(import.meta.dirname, '..', '.alex', 'models', 'all-MiniLM-L6-v2');

export async function run(): Promise<void> {
  const embedder = chooseEmbedder(MODEL, (problem) => process.stderr.write(`${problem}\n`));
  const endpoint = await startEndpointServer({ name: 'alex-embeddings', embedder });
  const opened = await openTestKnowledge({ embeddings: endpoint.url });
  const { documents, questions } = searchSet();
  for (let at = 0; at < documents.length; at += 20) {
    await ingestDocuments(opened.db, ingestRequest.parse({ documents: documents.slice(at, at + 20) }).documents);
  }
  const times: number[] = [];
  const ask = async (query: string, mode: SearchMode): Promise<string[]> => {
    const began = performance.now();
    const passages = await searchKnowledge(opened.db, searchRequest.parse({ query, mode, k: 10 }));
    times.push(performance.now() - began);
    return passages.map(({ url }) => url);
  };
  process.stdout.write(`${documents.length} passages, embeddings: ${(await embedder()).name}\n\n`);
  process.stdout.write(
    '| questions     | search  | recall@5 |   MRR | p50 ms | missed |\n| ------------- | ------- | -------: | ----: | -----: | -----: |\n',
  );
  const missed: string[] = [];
  const sets = [
    ...questionSets.map((set) => [set, questions[set]] as const),
    ['all', questionSets.flatMap((set) => questions[set])] as const,
  ];
  for (const [set, asked] of sets) {
    for (const mode of [...searchModes].reverse()) {
      times.length = 0;
      const quality = await measureQuality(asked, ask, mode);
      const p50 = times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
      const cells = [quality.recallAt5.toFixed(3).padStart(8), quality.mrr.toFixed(3), p50.toFixed(1).padStart(6)];
      process.stdout.write(
        `| ${`${set} (${asked.length})`.padEnd(13)} | ${mode.padEnd(7)} | ${cells.join(' | ')} | ${String(quality.missed.length).padStart(6)} |\n`,
      );
      // Whoever reads what is missed of the last set has tuned by it.
      if (set === 'first' || set === 'second') missed.push(...quality.missed.map((query) => `${mode}: ${query}`));
    }
  }
  process.stderr.write(`\nWithout an answer among the first five:\n${missed.join('\n')}\n`);
  await opened.close();
  await endpoint.close();
}

if (import.meta.main) await run();
