import type { Plugin } from 'esbuild';
import { changeAgentsCore } from './change-agents-core.ts';
import type { ModuleChanges } from './change-agents-core.ts';

const refuse = `throw new Error('This bundle blocks no outputs: see scripts/packaging/without-blocked-outputs.ts.');`;

/** By a module of agents-core, what is done where no answer was blocked. */
const modules: Readonly<Record<string, ModuleChanges>> = {
  'runner/blockedOutputPersistence': {
    functions: {
      'redactBlockedResponseToolOutputs()': refuse,
      'redactCancelledResponseToolOutputs()': refuse,
      'sanitizeBlockedTerminalToolOutput()': refuse,
      'getBlockedOutputSessionSnapshotRunItems()': refuse,
      // Asked at the beginning of each run, of a state that was stored: there is none (see without-resumption.ts).
      'normalizeSerializedOutputGuardrailBlockedMessage()': '',
      // Asked where a session has to be told of a blocked answer (see without-sessions.ts), and of approvals in a stored state.
      'hasBlockedOutputExecutionEffect()': 'return false;',
      'selectRunItemIndexesForBlockedOutput()': 'return [];',
      'buildRunItemPersistencePlan()': refuse,
      'assertResumedSessionOutputGuardrailSafety()': '',
      // Asked of each result of a tool: none stands for a blocked one.
      'isCanonicalBlockedOutputPayload()': 'return false;',
      // Asked of where an answer stands, for whoever would take it out or keep it from a session.
      'captureCurrentResponseToolOutputGuardrailResultStart()': '',
      'hasTerminalToolOutputSource()': 'return false;',
      'hasDeterministicTerminalToolOutputSource()': refuse,
      'hasPersistedToolOutput()': refuse,
      'hasPendingApprovedToolInputCompaction()': refuse,
      'shouldDeferInterruptedSessionItems(state, hasOutputGuardrail)': `if (hasOutputGuardrail) ${refuse} return false;`,
    },
  },
  'runner/guardrails': {
    functions: {
      'finalizeOutputGuardrails({ state, runnerOutputGuardrails })': `if (runnerOutputGuardrails.length + state._currentAgent.outputGuardrails.length > 0) ${refuse}`,
      // Its parts have parts of their own, which stay where somebody names them.
      'sanitizeBlockedOutputGuardrailResults()': refuse,
      'sanitizeBlockedToolOutputGuardrailResults()': refuse,
      'replaceSanitizedOutputGuardrailMessages()': refuse,
      'getSerializedOutputGuardrailResults()': refuse,
    },
  },
};

/**
 * Leaves out how @openai/agents-core takes an answer that an output guardrail has blocked out of a run's state, and looks for where it stands (4 KiB, 1 KiB zipped): Alex sets no output
 * guardrails (it checks texts by itself), so that no answer is blocked.
 */
export const withoutBlockedOutputs: Plugin = {
  name: 'without-blocked-outputs',
  setup(build) {
    changeAgentsCore(build, 'without-blocked-outputs.ts', modules);
  },
};
