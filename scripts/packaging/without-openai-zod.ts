import type { Plugin } from 'esbuild';

const namespace = 'without-openai-zod';
const contents = `
const absent = () => { throw new Error("This bundle has no schema helper of OpenAI's client: see scripts/packaging/without-openai-zod.ts."); };
export { absent as zodResponsesFunction, absent as zodTextFormat };
`;

/**
 * Leaves out the zod helpers of OpenAI's client, and all of zod 3 with them (about 110 KiB, 29 KiB zipped).
 * @openai/agents-core tries them first on a zod schema and, where they throw, converts the schema itself.
 */
export const withoutOpenAiZod: Plugin = {
  name: 'without-openai-zod',
  setup(build) {
    build.onResolve({ filter: /^openai\/helpers\/zod$/ }, ({ path, importer }) =>
      /[\\/]@openai[\\/]agents-core[\\/]/.test(importer) ? { path, namespace, sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, () => ({ contents, loader: 'js' }));
  },
};
