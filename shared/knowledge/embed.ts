import { askEmbeddings } from '../aws/sagemaker-runtime.ts';
import { AlexError } from '../errors.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { poolTokens } from './pool-tokens.ts';

/** The width of all-MiniLM-L6-v2's vectors. */
export const DIMENSIONS = 384;

/**
 * A serverless endpoint answers at most 4 MB, and a token's vector takes about 8 KB of JSON (384 numbers of 20 characters),
 * so that a call may be of some 500 tokens; texts of one call are padded to the longest.
 * https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html
 */
const TOKENS_A_CALL = 480;
const CALLS_AT_ONCE = 4;

/** Asks the endpoint; a test passes its own. */
export type AskEmbeddings = (body: unknown) => Promise<unknown>;

/**
 * The embedding of each text: the mean of its tokens' vectors, of length 1. Texts are to fit the model (256 tokens).
 *
 * @throws {AlexError} what `callService` throws, and `embeddings_unusable` for an answer that is no vectors
 */
export async function embed(texts: readonly string[], ask: AskEmbeddings = askEmbeddings): Promise<number[][]> {
  const batches = batchesOf(texts);
  const vectors: number[][][] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < batches.length; at = next++) vectors[at] = await embedBatch(batches[at] ?? [], ask);
  };
  await Promise.all(Array.from({ length: Math.min(CALLS_AT_ONCE, batches.length) }, work));
  return vectors.flat();
}

/** Consecutive texts, as many in a call as its answer has room for. */
export function batchesOf(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let batch: string[] = [];
  let longest = 0;
  for (const text of texts) {
    // The model's own first and last token.
    const tokens = estimateTokens(text) + 2;
    if (batch.length > 0 && Math.max(longest, tokens) * (batch.length + 1) > TOKENS_A_CALL) {
      batches.push(batch);
      batch = [];
      longest = 0;
    }
    batch.push(text);
    longest = Math.max(longest, tokens);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

async function embedBatch(texts: readonly string[], ask: AskEmbeddings): Promise<number[][]> {
  const answer = await ask({ inputs: texts });
  if (!Array.isArray(answer) || answer.length !== texts.length) throw unusable('no list of vectors for each text');
  return answer.map((one: unknown) => {
    const tokens = tokenVectors(one);
    if (tokens === null) throw unusable('no vectors of 384 numbers for each text');
    const vector = poolTokens(tokens);
    if (vector === null) throw unusable('a vector without a direction');
    return vector;
  });
}

/** The container answers a list for each text, which holds the tokens' vectors or, in older versions, one list that does. */
function tokenVectors(answer: unknown): number[][] | null {
  if (isVectors(answer)) return answer;
  const only: unknown = Array.isArray(answer) && answer.length === 1 ? answer[0] : null;
  return isVectors(only) ? only : null;
}

/** By hand: an answer has some 200,000 numbers. */
const isVectors = (value: unknown): value is number[][] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every(
    (vector) =>
      Array.isArray(vector) && vector.length === DIMENSIONS && vector.every((number) => typeof number === 'number'),
  );

function unusable(what: string): AlexError {
  const message = `The embeddings endpoint answered ${what}.`;
  return new AlexError(message, { code: 'embeddings_unusable', status: 502, retryable: false });
}
