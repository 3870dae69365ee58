import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseEmbedder } from '../../../local/sagemaker/choose-embedder.ts';
import { loadMiniLm } from '../../../local/sagemaker/minilm/minilm-embedder.ts';
import { readVocabulary } from '../../../local/sagemaker/minilm/tokenizer-file.ts';
import { wordPieces } from '../../../local/sagemaker/minilm/word-piece.ts';
import { tinyOnnx } from '../../setup/tiny-onnx.ts';
import { tinyTokenizer, tinyVocabulary } from '../../setup/tiny-tokenizer.ts';

/** A folder in which onnxruntime-node is installed: it is 290 MB, so Alex itself does without. */
const installed = process.env.ALEX_ONNX_RUNTIME;

/** Stands in for onnxruntime-node with the same surface; what it answers for token n is n in every number. */
const standIn = `
class Tensor { constructor(type, data, dims) { this.type = type; this.data = data; this.dims = dims; } }
const InferenceSession = { create: async (path, options) => {
  if (process.env.ONNX_STAND_IN_FAILS) throw new Error('protobuf parsing failed');
  return {
    inputNames: ['input_ids', 'attention_mask', 'token_type_ids'], outputNames: ['last_hidden_state'],
    run: async ({ input_ids, attention_mask, token_type_ids }) => {
      if (![input_ids, attention_mask, token_type_ids].every((t) => t.type === 'int64' && t.dims[1] === input_ids.data.length)) throw new Error('bad feeds');
      const width = Number(process.env.ONNX_STAND_IN_WIDTH ?? 384);
      const data = Float32Array.from({ length: input_ids.data.length * width }, (_, i) => Number(input_ids.data[Math.floor(i / width)]));
      return { last_hidden_state: new Tensor('float32', data, [1, input_ids.data.length, width]) };
    },
  };
} };
module.exports = { Tensor, InferenceSession };
`;

const root = mkdtempSync(join(tmpdir(), 'alex-minilm-'));
const folder = join(root, 'all-MiniLM-L6-v2');
const runtime = join(folder, 'node_modules', 'onnxruntime-node');

beforeAll(() => {
  mkdirSync(runtime, { recursive: true });
  writeFileSync(join(runtime, 'package.json'), '{"name":"onnxruntime-node","version":"0.0.0","main":"index.js"}');
  writeFileSync(join(runtime, 'index.js'), standIn);
  writeFileSync(
    join(folder, 'model.onnx'),
    tinyOnnx(tinyVocabulary, 384, (token, column) => token + column / 1000),
  );
  writeFileSync(join(folder, 'tokenizer.json'), tinyTokenizer);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('the tokens of a text are those of BERT', () => {
  const vocabulary = () => readVocabulary(folder);
  // By the rules of Google's tokenization.py, worked out by hand.
  test.each<[string, string, number[]]>([
    ['words in pieces, longest first', 'The funds paying', [4, 5, 6, 7, 8]],
    ['punctuation apart', 'fund.,fund', [5, 10, 11, 5]],
    ['accents and capitals gone', 'CAFÉ', [9]],
    ['Chinese characters apart', 'fund中fund', [5, 12, 5]],
    ['a word of which a piece is unknown, as one', 'paid funding unpaid', [1, 5, 8, 14, 15]],
    ['control characters gone, spaces of any kind', 'fu\u0000nd\u00a0the\n401', [5, 4, 13]],
    ['a word of more than 100 letters', 'a'.repeat(101), [1]],
    ['nothing', '', []],
  ])('%s', (_, text, ids) => {
    expect(wordPieces(text, vocabulary())).toEqual([2, ...ids, 3]);
  });
});

describe('with a runtime', () => {
  test('each token has its vector, and a long text loses its end only if that is wanted', async () => {
    const embedder = await loadMiniLm(folder);
    const vectors = await embedder.tokenVectors('The funds.', false);
    expect(vectors.map((vector) => [vector.length, vector[0], vector[383]])).toEqual(
      [2, 4, 5, 6, 10, 3].map((token) => [384, token, token]),
    );
    const long = 'fund '.repeat(600);
    await expect(embedder.tokenVectors(long, false)).rejects.toThrow(
      'tensor a (602) must match the size of tensor b (512)',
    );
    const cut = await embedder.tokenVectors(long, true);
    expect([cut.length, cut.at(-1)?.[0]]).toEqual([512, 3]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      'refuses the model',
      { ONNX_STAND_IN_FAILS: '1' },
      /model\.onnx is no model that onnxruntime-node can run: protobuf/,
    ],
    ['gives vectors of another width', { ONNX_STAND_IN_WIDTH: '768' }, /1 x 3 x 768 numbers instead of 1 x 3 x 384/],
  ])('that %s, the reason is told', async (_, variables, words) => {
    Object.assign(process.env, variables);
    try {
      await expect(loadMiniLm(folder).then((embedder) => embedder.tokenVectors('fund', false))).rejects.toThrow(words);
    } finally {
      for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
    }
  });
});

const bare = (name: string, files: Record<string, string | Buffer>): string => {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return path;
};

describe('without all that it takes', () => {
  test('no folder, or no model in it, is no error: texts are embedded by spelling', async () => {
    for (const path of [undefined, join(root, 'nowhere'), bare('empty', {})]) {
      expect((await chooseEmbedder(path, () => undefined)()).name).toBe('lexical');
    }
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a model without a tokenizer', {}, /tokenizer\.json cannot be read/],
    ['a tokenizer that is no JSON', { 'tokenizer.json': '{' }, /tokenizer\.json cannot be read/],
    [
      'a tokenizer of another kind',
      { 'tokenizer.json': '{"model":{"type":"BPE","vocab":{}}}' },
      /no WordPiece tokenizer/,
    ],
    ['a vocabulary without [CLS]', { 'tokenizer.json': '{"model":{"vocab":{"[UNK]":0}}}' }, /has no token \[CLS\]/],
    [
      'no runtime',
      { 'tokenizer.json': tinyTokenizer },
      /onnxruntime-node is not installed\. Run: npm install --prefix/,
    ],
  ])('%s is an error that says what to do, and no reason to go on by spelling', async (name, files, words) => {
    const problems: string[] = [];
    const path = bare(name, { 'model.onnx': 'x', ...files });
    const embedder = chooseEmbedder(path, (problem) => problems.push(problem));
    await expect(embedder()).rejects.toThrow(words);
    await expect(embedder()).rejects.toThrow(words);
    // Every search asks again, and a log is not to hold it each time.
    expect(problems).toEqual([expect.stringMatching(words)]);
    expect(problems.join()).not.toContain('\n');
  });
});

/** What a process of its own makes of a folder beside the installed runtime. */
function embedded(folderName: string, files: Record<string, string | Buffer>): unknown {
  const path = bare(folderName, files);
  symlinkSync(join(installed ?? '', 'node_modules'), join(path, 'node_modules'), 'junction');
  const program = join(import.meta.dirname, 'embed-process.ts');
  return JSON.parse(execFileSync(process.execPath, [program, path, 'the funds'], { encoding: 'utf8' }));
}

// The real runtime on the tiny model: the file format, the names of inputs and outputs, and what its tensors are.
(installed === undefined ? test.skip : test)('onnxruntime-node itself gives the vectors of the table', () => {
  const tiny = tinyOnnx(tinyVocabulary, 384, (token, column) => token + column / 1000);
  expect(embedded('real', { 'model.onnx': tiny, 'tokenizer.json': tinyTokenizer })).toEqual(
    [2, 4, 5, 6, 3].map((token) => [384, token, Math.fround(token + 0.383)]),
  );
  expect(embedded('broken', { 'model.onnx': 'not a model', 'tokenizer.json': tinyTokenizer })).toMatch(
    /is no model that onnxruntime-node can run/,
  );
});
