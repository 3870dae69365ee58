import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

import { errorMessage } from '../../error-code.ts';
import { ModelProblem } from './model-problem.ts';

/** The parts of Hugging Face's tokenizer.json that a BERT tokenizer without accents needs. */
const tokenizerJson = z.object({
  normalizer: z
    .object({
      type: z.literal('BertNormalizer'),
      lowercase: z.boolean().default(true),
      strip_accents: z.boolean().nullish(),
      handle_chinese_chars: z.boolean().default(true),
    })
    .nullish(),
  model: z.object({
    type: z.literal('WordPiece').optional(),
    unk_token: z.string().default('[UNK]'),
    continuing_subword_prefix: z.string().default('##'),
    max_input_chars_per_word: z.number().int().default(100),
    vocab: z.record(z.string(), z.number().int().min(0)),
  }),
});

export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>;
  readonly lowercase: boolean;
  readonly stripAccents: boolean;
  readonly splitChinese: boolean;
  readonly prefix: string;
  readonly longestWord: number;
  readonly unknown: number;
  readonly first: number;
  readonly last: number;
}

/** @throws {ModelProblem} where the file is missing, or is of a tokenizer of another kind */
export function readVocabulary(folder: string): Vocabulary {
  const path = join(folder, 'tokenizer.json');
  const { model, normalizer } = parse(path);
  const ids = new Map(Object.entries(model.vocab));
  const special = (token: string): number => {
    const id = ids.get(token);
    if (id === undefined) throw new ModelProblem(`${path} has no token ${token}: it is not BERT's.`);
    return id;
  };
  const lowercase = normalizer?.lowercase ?? true;
  return {
    ids,
    lowercase,
    // BERT's rule: unless it is said, accents go where capitals go.
    stripAccents: normalizer?.strip_accents ?? lowercase,
    splitChinese: normalizer?.handle_chinese_chars ?? true,
    prefix: model.continuing_subword_prefix,
    longestWord: model.max_input_chars_per_word,
    unknown: special(model.unk_token),
    first: special('[CLS]'),
    last: special('[SEP]'),
  };
}

function parse(path: string): z.infer<typeof tokenizerJson> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ModelProblem(`${path} cannot be read: ${errorMessage(error)}`);
  }
  const { data, error } = tokenizerJson.safeParse(json);
  if (error === undefined) return data;
  throw new ModelProblem(`${path} is no WordPiece tokenizer: ${z.prettifyError(error)}`);
}
