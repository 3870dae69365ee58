import * as z from 'zod';

import { TooManyTokensError, type Embedder } from './embedder.ts';
import { PAYLOAD_BYTES } from './limits.ts';
import { modelError } from './model-error.ts';

/** What Hugging Face's container takes for the task `feature-extraction`; other parameters change nothing here. */
const request = z.object({
  inputs: z.union([z.string(), z.array(z.string()).min(1)]),
  parameters: z.looseObject({ truncation: z.boolean().optional() }).optional(),
});

/** Bytes that the container's JSON takes for one number: Python prints a 32-bit float with all the digits of a 64-bit one. */
const NUMBER_BYTES = 20;

/**
 * Answers as the container does: `[[[…]]]` for a text, one such list for each of several. A text is 1 x tokens x width.
 *
 * @throws {ServiceException} ModelError: what is no such request, a text of too many tokens, an answer of more than 4 MB. The size is
 *   that of the model's answer, whose numbers are long, whatever these here take: what works here also does there
 */
export async function extractFeatures(embedder: Embedder, body: Buffer): Promise<string> {
  const { inputs, parameters } = parse(body);
  const texts = typeof inputs === 'string' ? [inputs] : inputs;
  const answers: string[] = [];
  let modelBytes = 0;
  for (const text of texts) {
    const vectors = await vectorsOf(embedder, text, parameters?.truncation === true);
    modelBytes += vectors.reduce((sum, vector) => sum + vector.length * NUMBER_BYTES, 0);
    if (modelBytes > PAYLOAD_BYTES) {
      throw modelError(413, `The answer would have more than ${PAYLOAD_BYTES} bytes: send fewer or shorter texts.`);
    }
    answers.push(`[[${vectors.map((vector) => `[${Array.from(vector, shown).join(',')}]`).join(',')}]]`);
  }
  return typeof inputs === 'string' ? (answers[0] ?? '[]') : `[${answers.join(',')}]`;
}

function parse(body: Buffer): z.infer<typeof request> {
  let json: unknown;
  try {
    json = JSON.parse(body.toString('utf8'));
  } catch {
    throw modelError(400, 'The body is not JSON.');
  }
  const { data, error } = request.safeParse(json);
  if (error === undefined) return data;
  throw modelError(400, `inputs must be a text or a list of texts (${error.issues[0]?.path.join('.') ?? ''}).`);
}

async function vectorsOf(embedder: Embedder, text: string, truncate: boolean): Promise<readonly ArrayLike<number>[]> {
  try {
    return await embedder.tokenVectors(text, truncate);
  } catch (error) {
    if (error instanceof TooManyTokensError) throw modelError(400, error.message);
    throw error;
  }
}

/** Seven digits are all that a 32-bit float has. */
function shown(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(7));
}
