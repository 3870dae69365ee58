import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IngestRequest, SearchMode } from '../../shared/schemas/knowledge.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'search');
const linesOf = (name: string): string[][] =>
  readFileSync(join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('|'));

export interface Question {
  query: string;
  /** The passages that answer it. */
  answers: string[];
}

/** The sets of questions: methods were chosen with the first two; the last is only ever measured. */
export const questionSets = ['first', 'second', 'held out'] as const;

/**
 * The labelled sets of tests/fixtures/search. Both are asked of all passages together; each passage is a document of its own, at
 * https://example.com/ID.
 */
export function searchSet(): {
  documents: IngestRequest['documents'];
  questions: Readonly<Record<(typeof questionSets)[number], Question[]>>;
} {
  const passages = ['passages-1', 'passages-2', 'passages-3', 'passages-4', 'held-out-passages'].flatMap((name) =>
    linesOf(`${name}.txt`),
  );
  return {
    documents: passages.map(([id = '', title = '', content = '']) => ({
      ...{ title, content, url: `https://example.com/${id}` },
      ...{ kind: 'article', contentType: 'text/plain', published: '2026-10-01' },
    })),
    questions: {
      first: questionsOf('questions'),
      second: questionsOf('questions-2'),
      'held out': questionsOf('held-out-questions'),
    },
  };
}

const questionsOf = (name: string): Question[] =>
  linesOf(`${name}.txt`).map(([query = '', answers = '']) => ({ query, answers: answers.split(' ') }));

export interface Quality {
  /** Of the passages that answer a question, how many are among the first five; the mean over questions. */
  recallAt5: number;
  /** One divided by the place of the first that answers, 0 beyond the tenth; the mean over questions. */
  mrr: number;
  /** Questions without an answer among the first five. */
  missed: string[];
}

/** How good the answers of one mode are; `ask` gives the addresses found, the best first, ten of them. */
export async function measureQuality(
  questions: readonly Question[],
  ask: (query: string, mode: SearchMode) => Promise<string[]>,
  mode: SearchMode,
): Promise<Quality> {
  let [recall, reciprocal] = [0, 0];
  const missed: string[] = [];
  for (const { query, answers } of questions) {
    const found = (await ask(query, mode)).map((url) => url.replace('https://example.com/', ''));
    const among = found.slice(0, 5).filter((id) => answers.includes(id)).length;
    const first = found.findIndex((id) => answers.includes(id));
    recall += among / answers.length;
    reciprocal += first === -1 ? 0 : 1 / (first + 1);
    if (among === 0) missed.push(query);
  }
  return { recallAt5: recall / questions.length, mrr: reciprocal / questions.length, missed };
}
