import type { Plugin } from 'esbuild';
import { changeAgentsCore } from './change-agents-core.ts';
import type { ModuleChanges } from './change-agents-core.ts';
import { shapesWhenAsked } from './shapes-when-asked.ts';

const BY = 'without-resumption.ts';
const refuse = `throw new Error('This bundle resumes no stored run: see scripts/packaging/${BY}.');`;
// Whoever prints a result or an error of the SDK whole gets as far as this, and no exception.
const storesNothing = `return { leftOut: 'the state of a run: see scripts/packaging/${BY}' };`;

/** By a module of agents-core, what only a run that was stored is asked. */
const modules: Readonly<Record<string, ModuleChanges>> = {
  runState: {
    functions: {
      'buildRunStateFromString()': refuse,
      'deserializeProcessedResponse()': refuse,
      'deserializeItem()': refuse,
      'assertPendingSessionCompactionTerminalAuthority()': refuse,
      'cloneInterruptionSnapshot()': refuse,
    },
    methods: {
      'toJSON()': storesNothing,
      'addInput()': refuse,
      // Asked of agents that hand over (see without-hosted-tools.ts).
      '_captureHandoffInput()': refuse,
      '_deserializeHandoffInput()': refuse,
    },
    then: shapesWhenAsked,
  },
  'runner/runLoop': {
    functions: {
      'resumeInterruptedTurn()': refuse,
      'resumeAcceptedModelResponse()': refuse,
      'handleInterruptedOutcome()': refuse,
      'isAcceptedResponseCheckpoint()': 'return false;',
      'assertAcceptedResponseContinuationAuthority()': refuse,
      'markAcceptedResponseProcessingStarted()': '',
      'markAcceptedResponseFinalizationStarted()': '',
    },
  },
  'runner/sandbox': {
    functions: {
      'prepareSandboxInterruptedTurnResume()': refuse,
      'rehydrateInterruptedTurnExecutionTools()': refuse,
    },
  },
  'types/protocol': { then: shapesWhenAsked },
};

/**
 * Leaves out how @openai/agents-core stores a run and takes it up again (some 90 KiB, 22 KiB zipped): Alex keeps jobs and steps
 * in its database, and no function stores the state of a run.
 */
export const withoutResumption: Plugin = pluginOf(modules);

/** The same, and what a run remembers of the calls of tools, for a function whose agents have none (see without-hosted-tools.ts). */
export const withoutCallsRemembered: Plugin = pluginOf({
  ...modules,
  runState: {
    ...modules.runState,
    methods: {
      ...modules.runState?.methods,
      '_observeToolInvocation()': 'return false;',
      '_preflightToolInvocation()': 'return false;',
      '_commitToolInvocations()': '',
    },
  },
});

function pluginOf(changes: Readonly<Record<string, ModuleChanges>>): Plugin {
  return {
    name: 'without-resumption',
    setup(build) {
      changeAgentsCore(build, BY, changes);
    },
  };
}
