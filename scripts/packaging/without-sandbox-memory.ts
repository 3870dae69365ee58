import type { Plugin } from 'esbuild';

const contents = `
const absent = () => { throw new Error("This bundle has no prompts for a sandbox agent's memory: see scripts/packaging/without-sandbox-memory.ts."); };
export {
  absent as renderMemoryReadPrompt,
  absent as renderRolloutExtractionInstructions,
  absent as renderRolloutExtractionUserPrompt,
  absent as renderMemoryConsolidationPrompt,
};
`;

/**
 * Leaves out the prompts with which @openai/agents-core's sandbox agents keep a memory (84 KiB of text): its runner always
 * imports them, and no function of Alex runs a sandbox.
 */
export const withoutSandboxMemory: Plugin = {
  name: 'without-sandbox-memory',
  setup(build) {
    const filter = /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]sandbox[\\/]memory[\\/]prompts\.m?js$/;
    build.onLoad({ filter }, () => ({ contents, loader: 'js' }));
  },
};
