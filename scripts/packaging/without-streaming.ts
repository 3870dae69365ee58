import type { Plugin } from 'esbuild';
import { changeAgentsCore } from './change-agents-core.ts';

const refuse = `throw new Error('This bundle reads no answer piece by piece: see scripts/packaging/without-streaming.ts.');`;

/**
 * Leaves out how @openai/agents-core runs an agent whose answer is read while it comes (some 22 KiB, 4 KiB zipped): nobody sees a text of Alex
 * before it is whole and checked.
 */
export const withoutStreaming: Plugin = {
  name: 'without-streaming',
  setup(build) {
    changeAgentsCore(build, 'without-streaming.ts', {
      run: { methods: { '#runStreamLoop()': refuse, '#runIndividualStream()': refuse } },
    });
  },
};
