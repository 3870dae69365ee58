import type { Plugin } from 'esbuild';
import { changeAgentsCore } from './change-agents-core.ts';
import type { Bodies } from './replace-bodies.ts';

/** What is done where there is no session, and what whoever gives one is told. */
const refuse = `throw new Error('This bundle keeps no sessions: see scripts/packaging/without-sessions.ts.');`;
const unlessNone = (then: string): string => `if (session) ${refuse} ${then}`;
const session: Bodies = {
  'createSessionPersistenceTracker({ session })': unlessNone('return undefined;'),
  'prepareInputItemsWithSession(input, session)': unlessNone(
    'return { preparedInput: input, sessionItems: undefined };',
  ),
  'prepareSessionHistoryTransactionsForRun(session)': unlessNone(''),
  'prepareResumedSessionWrite()': refuse,
  'reconcilePendingSessionWriteBeforeRun()': refuse,
  'saveStreamInputToSession()': refuse,
  'saveStreamResultToSession()': refuse,
  'saveToSession()': refuse,
  'getSessionCompactionState(session)': unlessNone('return undefined;'),
  'bindSessionCompactionState()': '',
  'prepareSessionCompactionExchange(session)': unlessNone('return () => {};'),
  'acquireResumedSessionWriteOperation()': refuse,
  'captureSessionHistoryTransactionInputItems(session)': unlessNone(''),
  'releaseUnusedSessionHistoryTransactionBinding()': '',
  'releaseProvisionalSessionHistoryTransactionBinding()': '',
  'mapOwnedInputItemsAfterContextProcessing()': refuse,
};

/** What is done where nothing waits to be said in a run that goes on. */
const pending: Bodies = {
  'selectPendingInputForAdmission(pending)': `if (pending.length > 0) ${refuse} return [];`,
  'mapPendingInputAfterContextProcessing(pending)': `if (pending.length > 0) ${refuse} return pending;`,
  'commitPendingInput(state, pending)': `if (pending.length > 0) ${refuse}`,
  'hasUnpersistedRunInput()': 'return false;',
};

/** What a model is sent where no filter changes it: a copy of its own, each item once. Who sent what is asked for sessions alone. */
const unfiltered: Bodies = {
  'applyCallModelInputFilter(agent, filter, context, items, instructions)': `
    if (filter) ${refuse}
    const input = deduplicateAgentInputItemsPreferringLatest(items.map((item) => structuredClone(item)));
    return { modelInput: { input, instructions }, sourceItems: [], persistedItems: [], sourceMatchKinds: [], filterApplied: false };`,
};

/** What remembers of a conversation that a provider keeps what it was told already. */
const conversation: Bodies = {
  'constructor()': refuse,
  'primeFromState()': refuse,
  'trackServerItems()': refuse,
  'prepareInput()': refuse,
  'markInputAsSent()': refuse,
  'updateRemainingInitialInput()': refuse,
};
const gone = ['addDeliveredItems', 'registerPreparedItemSource', 'resolvePreparedItemSource'];

/**
 * Leaves out how @openai/agents-core keeps a conversation in a session, or has a provider keep it, and has a filter change what a model is sent
 * (some 40 KiB, 11 KiB zipped, and two copies of what each call is given): each
 * text of Alex is asked for by itself, and what was asked stands in its database.
 */
export const withoutSessions: Plugin = {
  name: 'without-sessions',
  setup(build) {
    changeAgentsCore(build, 'without-sessions.ts', {
      'runner/sessionPersistence': { functions: session },
      'runner/conversation': { functions: unfiltered, methods: conversation, gone },
      'runner/pendingInput': { functions: pending },
    });
  },
};
