import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { errorMessage } from '../error-code.ts';
import type { ReportProblem } from '../invoker.ts';
import type { Embedder } from './embedder.ts';
import { lexicalEmbedder } from './lexical/lexical-embedder.ts';

/**
 * What embeds: the model whose files are in the folder, where they are; else spelling. Decided, and loaded, when it is first asked
 * for. Files that are there and cannot be used are an error and no reason to go on by spelling: vectors of the two do not
 * compare, and an index is to hold one kind.
 */
export function chooseEmbedder(folder: string | undefined, onProblem: ReportProblem): () => Promise<Embedder> {
  if (folder === undefined || !existsSync(join(folder, 'model.onnx'))) return () => Promise.resolve(lexicalEmbedder);
  let loading: Promise<Embedder> | undefined;
  let told = '';
  return async () => {
    loading ??= import('./minilm/minilm-embedder.ts').then(({ loadMiniLm }) => loadMiniLm(folder));
    try {
      return await loading;
    } catch (error) {
      loading = undefined; // What is missing may be put there meanwhile.
      // On one line, and once: every search and every document asks again.
      const problem = `The embedding model in ${folder} cannot be used: ${errorMessage(error).replaceAll(/\s+/g, ' ')}`;
      if (problem !== told) onProblem(problem);
      told = problem;
      throw error;
    }
  };
}
