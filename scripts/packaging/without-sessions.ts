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

/**
 * Leaves out how @openai/agents-core keeps a conversation in a session, or has a provider keep it (some 30 KiB, 8 KiB zipped, and a copy of what each call is given): each
 * text of Alex is asked for by itself, and what was asked stands in its database.
 */
export const withoutSessions: Plugin = {
  name: 'without-sessions',
  setup(build) {
    changeAgentsCore(build, 'without-sessions.ts', {
      'runner/sessionPersistence': { functions: session },
      'runner/conversation': { methods: conversation },
    });
  },
};
