import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { PackagingError } from './packaging-error.ts';

/** What is done where there is no session, and what whoever gives one is told. */
const refuse = `throw new Error('This bundle keeps no sessions: see scripts/packaging/without-sessions.ts.');`;
const unlessNone = (then: string): string => `if (session) ${refuse} ${then}`;
const bodies: Readonly<Record<string, string>> = {
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

/**
 * Leaves out how @openai/agents-core keeps a conversation in a session (some 30 KiB, 8 KiB zipped, and a copy of what each call is given): each
 * text of Alex is asked for by itself, and what was asked stands in its database.
 */
export const withoutSessions: Plugin = {
  name: 'without-sessions',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]runner[\\/]sessionPersistence\.m?js$/ },
      async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [signature, body] of Object.entries(bodies)) {
          const name = signature.slice(0, signature.indexOf('('));
          const whole = new RegExp(String.raw`^export (async )?function ${name}\([\s\S]*?\n\}\n`, 'gm');
          if ([...contents.matchAll(whole)].length !== 1) {
            throw new PackagingError(
              `${path} is written in another way now: see scripts/packaging/without-sessions.ts.`,
            );
          }
          contents = contents.replace(
            whole,
            (_, isAsync = '') => `export ${isAsync}function ${signature} { ${body} }\n`,
          );
        }
        return { contents, loader: 'js' };
      },
    );
  },
};
