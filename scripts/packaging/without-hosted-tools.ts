import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';
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
      // Nobody is asked before a call (see without-approvals.ts), and a tool's answer ends no run.
      'handlePreparedFunctionApproval(deps, run, { approvalArgs }, forced)': `
        if (forced || await run.tool.needsApproval(deps.state._context, approvalArgs, run.toolCall.callId)) ${refuse}
        return deps.signal?.aborted ? buildFunctionCancellationResult(deps, run) : 'approved';`,
      'buildApprovalRejectionResult()': refuse,
      'collectInterruptions()': 'return [];',
      'checkForFinalOutputFromTools({ toolUseBehavior })': `if (toolUseBehavior !== 'run_llm_again') ${refuse} return NOT_FINAL_OUTPUT;`,
    },
  },
  'runner/turnResolution': {
    functions: {
      'executeShellAndApplyPatchActionsInOrder()': refuse,
      // Asked where a run waits for somebody's approval (see without-resumption.ts).
      'resolveInterruptedTurn()': refuse,
      'resolveHandoffAfterTools({ handoffRuns })': `if (handoffRuns.length > 0) ${refuse}`,
    },
  },
  // Alex's models try again by themselves (shared/agents/models/with-retries.ts): the SDK is never told to.
  'runner/modelRetry': {
    functions: {
      'getResponseWithRetry(model, request)': `if (request.modelSettings.retry) ${refuse} return await model.getResponse(request);`,
      'validateModelTimeoutMs({ timeoutMs } = {})': `if (timeoutMs !== undefined) ${refuse}`,
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
  'runner/modelPreparation': {
    functions: {
      'trackDeferredToolRecovery()': '',
      'resolveModelVisibleToolNameCollisions(tools, handoffs)': `
        const names = new Set(tools.map(({ name }) => name));
        if (handoffs.length > 0 || names.size < tools.length || tools.some(({ type }) => type !== 'function')) ${refuse}
        return { tools, handoffs };`,
      'warmUpComputerTools()': '',
      'initializeComputerTools()': '',
    },
  },
  'runner/turnPreparation': { functions: { 'getManagedConversationSupplementalItems()': 'return [];' } },
  handoff: { functions: { 'handoff()': refuse } },
  tool: {
    functions: {
      'resolveComputer()': refuse,
      'disposeResolvedComputers()': '',
    },
  },
  'runner/modelOutputs': {
    functions: {
      'processModelResponseAsync(response, agent, tools, handoffs, state, priorItems, notFound, options)':
        'return processModelResponse(response, agent, tools, handoffs, priorItems, notFound, options);',
      'ensureProgrammaticToolCallingAvailable()': refuse,
      'getUnresolvedClientToolSearchCalls()': 'return [];',
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

const noTools = `throw new Error('No agent of this function has tools: see scripts/packaging/without-hosted-tools.ts.');`;

/** The same where no agent has a tool: a call that a model makes all the same fails before any of these is asked. */
const toolless: Readonly<Record<string, ModuleChanges['functions']>> = {
  'runner/toolExecution': {
    'executeFunctionToolCalls(agent, runs)': `if (runs.length > 0) ${noTools} return [];`,
  },
  'runner/turnResolution': {
    'preflightModelResponseToolInvocations()': '',
    'preflightToolInvocations()': 'return new Set();',
    'buildToolNotFoundOutputItems(agent, state, runs)': `if (runs.length > 0) ${noTools} return [];`,
    'maybeCompleteTurnFromToolResults()': 'return null;',
    'isSuppressedToolCallItem()': 'return false;',
  },
};

/**
 * Leaves out how @openai/agents-core drives computers and shells, applies patches, hands over to other agents or makes them tools, loads tools that a
 * model looks for, chooses among tools of one name, gives models pictures and files of tools, asks for an approval and goes on after it, ends a run
 * with what a tool gave back, and times a call and tries it again (some 80 KiB): the one kind of tool that Alex gives a model is a function, and what it gives back is a text.
 */
export const withoutHostedTools: Plugin = pluginOf(modules);

/** The same, and how functions are called as tools (some 20 KiB more), for a function whose agents have none. */
export const withoutTools: Plugin = pluginOf(
  Object.fromEntries(
    Object.entries(modules).map(([name, changes]) => [
      name,
      { ...changes, functions: { ...changes.functions, ...toolless[name] } },
    ]),
  ),
);

function pluginOf(changes: Readonly<Record<string, ModuleChanges>>): Plugin {
  return {
    name: 'without-hosted-tools',
    setup(build) {
      changeAgentsCore(build, 'without-hosted-tools.ts', changes);
    },
  };
}

const MAKES_TOOLS = /\bimport\s*\{[^}]*\btool\b[^}]*\}\s*from\s*['"]@openai\/agents(?:-core)?['"]/;

/** Whether the function's own code makes tools for agents: what it is made of imports the SDK's `tool`. */
export async function usesTools(root: string, { inputs }: Metafile): Promise<boolean> {
  const own = Object.keys(inputs).filter((path) => /^(?!.*node_modules\/)[^:]+\.[cm]?[jt]s$/.test(path));
  const sources = await Promise.all(own.map((path) => readFile(join(root, path), 'utf8')));
  return sources.some((source) => MAKES_TOOLS.test(source));
}
