import type { Plugin } from 'esbuild';

// What the runner asks of its sandbox manager, answered as the real one answers for an agent that has no sandbox.
const contents = `
import { isSandboxAgent } from './agentKeys.mjs';
export class SandboxRuntimeManager {
  async prepareAgent({ currentAgent, turnInput }) {
    if (isSandboxAgent(currentAgent)) throw new Error('This bundle has no sandbox for agents: see scripts/packaging/without-sandbox.ts.');
    return { executionAgent: currentAgent, turnInput };
  }
  async adoptPreservedOwnedSessions() { return false; }
  async enqueueMemoryGeneration() {}
  async cleanup(state) { state._sandbox = undefined; }
}
`;

/**
 * Leaves out the machinery of @openai/agents-core's sandbox agents (about 200 KiB with the prompts of their memory, 60 KiB
 * zipped): its runner always imports it, and no function of Alex runs a sandbox.
 */
export const withoutSandbox: Plugin = {
  name: 'without-sandbox',
  setup(build) {
    const filter = /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]sandbox[\\/]runtime[\\/]manager\.m?js$/;
    build.onLoad({ filter }, () => ({ contents, loader: 'js' }));
  },
};
