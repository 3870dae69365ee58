import type { Plugin } from 'esbuild';
import { agentsCoreModule } from './change-agents-core.ts';

// What the runner asks of its sandbox manager, answered as the real one answers for an agent that has no sandbox.
const manager = `
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

// What a run that goes on from its stored state asks where that state has a sandbox: none of ours has one.
const sessionState = `
export function sanitizeSerializedSandboxState() {
  throw new Error('This bundle has no sandbox for agents: see scripts/packaging/without-sandbox.ts.');
}
`;

// Only a sandbox asks for what prepares its agent; without it the words that such an agent is given would stay in every bundle.
const preparation = 'export {};';

/**
 * Leaves out the machinery of @openai/agents-core's sandbox agents (about 250 KiB with the prompts of their memory, 70 KiB
 * zipped): its runner always imports it, and no function of Alex runs a sandbox.
 */
export const withoutSandbox: Plugin = {
  name: 'without-sandbox',
  setup(build) {
    build.onLoad({ filter: agentsCoreModule('sandbox/runtime/manager') }, () => ({ contents: manager, loader: 'js' }));
    build.onLoad({ filter: agentsCoreModule('sandbox/runtime/agentPreparation') }, () => ({
      contents: preparation,
      loader: 'js',
    }));
    build.onLoad({ filter: agentsCoreModule('sandbox/runtime/sessionState') }, () => ({
      contents: sessionState,
      loader: 'js',
    }));
  },
};
