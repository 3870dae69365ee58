import { basename, join } from 'node:path';

import { errorMessage } from '../../error-code.ts';
import { TooManyTokensError, type Embedder } from '../embedder.ts';
import { TOKENS } from '../limits.ts';
import { ModelProblem } from './model-problem.ts';
import { loadOnnxRuntime, type OnnxRuntime, type OnnxSession, type OnnxTensor } from './onnx-runtime.ts';
import { readVocabulary } from './tokenizer-file.ts';
import { wordPieces } from './word-piece.ts';

const WIDTH = 384;
const OUTPUT = 'last_hidden_state';

/**
 * The model of a folder with `model.onnx` and `tokenizer.json` (all-MiniLM-L6-v2, or another BERT of that width), run by
 * onnxruntime-node: the vectors of a text's tokens as they leave the last layer.
 *
 * @throws {ModelProblem} for files or a runtime that cannot be used
 */
export async function loadMiniLm(folder: string): Promise<Embedder> {
  const vocabulary = readVocabulary(folder);
  const runtime = await loadOnnxRuntime(folder);
  const session = await open(runtime, join(folder, 'model.onnx'));
  return {
    name: basename(folder),
    tokenVectors: async (text, truncate) => {
      let ids = wordPieces(text, vocabulary);
      if (ids.length > TOKENS) {
        if (!truncate) throw new TooManyTokensError(ids.length, TOKENS);
        ids = [...ids.slice(0, TOKENS - 1), vocabulary.last];
      }
      return rows(await session.run(feeds(runtime, session, ids)), ids.length);
    },
  };
}

async function open(runtime: OnnxRuntime, path: string): Promise<OnnxSession> {
  try {
    // Two threads, and no arena that keeps what it once had: the fleet shares the machine.
    return await runtime.InferenceSession.create(path, { intraOpNumThreads: 2, enableCpuMemArena: false });
  } catch (error) {
    throw new ModelProblem(`${path} is no model that onnxruntime-node can run: ${errorMessage(error)}`);
  }
}

/** Only what the model asks for: some have no token_type_ids. */
function feeds(runtime: OnnxRuntime, session: OnnxSession, ids: readonly number[]): Record<string, OnnxTensor> {
  const dims = [1, ids.length];
  const values: Record<string, BigInt64Array> = {
    input_ids: BigInt64Array.from(ids, BigInt),
    attention_mask: new BigInt64Array(ids.length).fill(1n),
    token_type_ids: new BigInt64Array(ids.length),
  };
  const named = session.inputNames.map((name): [string, OnnxTensor] => {
    const data = values[name];
    if (data === undefined) throw new ModelProblem(`The model wants an input called ${name}, which is none of BERT's.`);
    return [name, new runtime.Tensor('int64', data, dims)];
  });
  return Object.fromEntries(named);
}

function rows(outputs: Record<string, OnnxTensor>, tokens: number): Float32Array[] {
  const output = outputs[OUTPUT] ?? Object.values(outputs)[0];
  const [batch, length, width] = output?.dims ?? [];
  // Not by instanceof alone: the runtime's arrays may be of another realm, as under Jest.
  const data: unknown = output?.data;
  if (!isFloats(data) || batch !== 1 || length !== tokens || width !== WIDTH) {
    throw new ModelProblem(
      `The model answers ${String(output?.dims.join(' x '))} numbers instead of 1 x ${tokens} x ${WIDTH}.`,
    );
  }
  return Array.from({ length: tokens }, (_, token) =>
    Float32Array.from(data.subarray(token * WIDTH, (token + 1) * WIDTH)),
  );
}

function isFloats(data: unknown): data is Float32Array {
  return Object.prototype.toString.call(data) === '[object Float32Array]';
}
