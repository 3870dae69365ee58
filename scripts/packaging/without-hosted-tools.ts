import type { Plugin } from 'esbuild';
import { readSdkModule } from './read-sdk-module.ts';
import { replaceFunctions } from './replace-functions.ts';
import type { Bodies } from './replace-functions.ts';
import { replaceMethods } from './replace-methods.ts';

const refuse = `throw new Error('This bundle runs functions as tools, and no others: see scripts/packaging/without-hosted-tools.ts.');`;

/** By a module of agents-core, what is done where no such tool was called. */
const modules: Readonly<Record<string, Bodies>> = {
  'runner/toolExecution': {
    'executeShellActions()': refuse,
    'executeApplyPatchOperations()': refuse,
    'executeComputerActions(agent, actions)': `if (actions.length > 0) ${refuse} return [];`,
    'executeHandoffCalls()': refuse,
  },
  'runner/turnResolution': {
    'executeShellAndApplyPatchActionsInOrder()': refuse,
    // Asked where a run waits for somebody's approval (see without-resumption.ts).
    'resolveInterruptedTurn()': refuse,
  },
  // Alex's models try again by themselves (shared/agents/models/with-retries.ts): the SDK is never told to.
  'runner/modelRetry': {
    'evaluateRetry()': 'return { retry: false };',
    'waitForRetryDelay()': refuse,
  },
  // Asked of each call, for an agent that is a tool.
  agentToolRunConfig: { 'setAgentToolParentRunConfigOnDetails()': '' },
  'runner/mcpApprovals': { 'handleHostedMcpApprovals({ requests })': `if (requests.length > 0) ${refuse}` },
  'runner/toolSearch': {
    'executeCustomClientToolSearch()': refuse,
    'createBuiltInClientToolSearchOutput()': refuse,
    'registerRuntimeToolSearchTools()': refuse,
  },
};

/**
 * Leaves out how @openai/agents-core drives computers and shells, applies patches, hands over to other agents or makes them tools, loads tools that a
 * model looks for, and goes on after an approval and tries a call again
 * (some 40 KiB): the one kind of tool that Alex gives a model is a function.
 */
export const withoutHostedTools: Plugin = {
  name: 'without-hosted-tools',
  setup(build) {
    for (const [module, bodies] of Object.entries(modules)) {
      const filter = new RegExp(
        `[\\\\/]@openai[\\\\/]agents-core[\\\\/]dist[\\\\/]${module.replace('/', '[\\\\/]')}\\.m?js$`,
      );
      build.onLoad({ filter }, async ({ path }) => ({
        contents: await replaceFunctions(path, bodies, 'without-hosted-tools.ts'),
        loader: 'js',
      }));
    }
    build.onLoad({ filter: /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]agent\.m?js$/ }, async ({ path }) => ({
      contents: replaceMethods(await readSdkModule(path), { 'asTool()': refuse }, path, 'without-hosted-tools.ts'),
      loader: 'js',
    }));
  },
};
