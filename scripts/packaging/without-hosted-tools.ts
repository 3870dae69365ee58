import type { Plugin } from 'esbuild';
import { changeAgentsCore } from './change-agents-core.ts';
import type { ModuleChanges } from './change-agents-core.ts';

const refuse = `throw new Error('This bundle runs functions as tools, and no others: see scripts/packaging/without-hosted-tools.ts.');`;

/** By a module of agents-core, what is done where no such tool was called. */
const modules: Readonly<Record<string, ModuleChanges>> = {
  'runner/toolExecution': {
    functions: {
      'executeShellActions()': refuse,
      'executeApplyPatchOperations()': refuse,
      'executeComputerActions(agent, actions)': `if (actions.length > 0) ${refuse} return [];`,
      'executeHandoffCalls()': refuse,
    },
  },
  'runner/turnResolution': {
    functions: {
      'executeShellAndApplyPatchActionsInOrder()': refuse,
      // Asked where a run waits for somebody's approval (see without-resumption.ts).
      'resolveInterruptedTurn()': refuse,
    },
  },
  // Alex's models try again by themselves (shared/agents/models/with-retries.ts): the SDK is never told to.
  'runner/modelRetry': {
    functions: {
      'evaluateRetry()': 'return { retry: false };',
      'waitForRetryDelay()': refuse,
    },
  },
  // Asked of each call, for an agent that is a tool.
  agentToolRunConfig: { functions: { 'setAgentToolParentRunConfigOnDetails()': '' } },
  'runner/mcpApprovals': {
    functions: { 'handleHostedMcpApprovals({ requests })': `if (requests.length > 0) ${refuse}` },
  },
  agent: { methods: { 'asTool()': refuse } },
  // Told of agents that hand over to each other.
  agentOutputTypeWarning: { functions: { 'hasDefinitelyDifferentOutputTypes()': 'return false;' } },
  'runner/modelOutputs': {
    functions: {
      'processModelResponseAsync(response, agent, tools, handoffs, state, priorItems, notFound, options)':
        'return processModelResponse(response, agent, tools, handoffs, priorItems, notFound, options);',
      'ensureProgrammaticToolCallingAvailable()': refuse,
      'ensureHostedToolCallAllowed()': refuse,
      'handleToolCallAction()': refuse,
      'collectLoadedDeferredToolStateFromHistory()': 'return {};',
      'seedHostedMcpToolsFromLoadedDeferredToolState()': '',
      'buildGeneratedClientToolSearchOutputMap()': 'return new Map();',
      'recordLoadedToolSearchOutput()': refuse,
      'checkDeferredFunctionToolLoaded(call, tool)': `if (tool.deferLoading) ${refuse} return true;`,
    },
  },
  // A function gives its model a text.
  'runner/toolOutputNormalization': {
    functions: {
      'normalizeStructuredToolOutputs(output)': `if (typeof output === 'object') ${refuse} return null;`,
      'convertStructuredToolOutputToInputItem()': refuse,
    },
  },
  'runner/toolSearch': {
    functions: {
      'addHostedMcpToolsFromToolSearchOutput()': refuse,
      'recordHostedMcpDiscovery()': refuse,
    },
  },
};

/**
 * Leaves out how @openai/agents-core drives computers and shells, applies patches, hands over to other agents or makes them tools, loads tools that a
 * model looks for, gives models pictures and files of tools, and goes on after an approval and tries a call again
 * (some 60 KiB): the one kind of tool that Alex gives a model is a function, and what it gives back is a text.
 */
export const withoutHostedTools: Plugin = {
  name: 'without-hosted-tools',
  setup(build) {
    changeAgentsCore(build, 'without-hosted-tools.ts', modules);
  },
};
