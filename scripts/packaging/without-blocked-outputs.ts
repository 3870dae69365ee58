import { readSdkModule } from './read-sdk-module.ts';
import type { Plugin } from 'esbuild';
import { PackagingError } from './packaging-error.ts';

const NEVER = `throw new Error('This bundle blocks no outputs: see scripts/packaging/without-blocked-outputs.ts.');`;

/** What deals with blocked answers, and what each does in its place; the real ones stay under other names, which nothing calls. */
const instead: readonly (readonly [name: string, body: string])[] = [
  ['redactBlockedResponseToolOutputs', NEVER],
  ['redactCancelledResponseToolOutputs', NEVER],
  ['getBlockedOutputSessionSnapshotRunItems', NEVER],
  // Asked at the beginning of each run, of a state that was stored: there is none (see without-resumption.ts).
  ['normalizeSerializedOutputGuardrailBlockedMessage', ''],
  // Asked where a session has to be told of a blocked answer (see without-sessions.ts), and of approvals in a stored state.
  ['hasBlockedOutputExecutionEffect', 'return false;'],
  ['selectRunItemIndexesForBlockedOutput', 'return [];'],
  ['buildRunItemPersistencePlan', NEVER],
  ['assertResumedSessionOutputGuardrailSafety', ''],
  // Asked of each result of a tool: none stands for a blocked one.
  ['isCanonicalBlockedOutputPayload', 'return false;'],
];

/**
 * Leaves out how @openai/agents-core takes an answer that an output guardrail has blocked out of a run's state: Alex sets no output
 * guardrails (it checks texts by itself), so that no answer is blocked.
 */
export const withoutBlockedOutputs: Plugin = {
  name: 'without-blocked-outputs',
  setup(build) {
    const filter = /[\\/]@openai[\\/]agents-core[\\/]dist[\\/]runner[\\/]blockedOutputPersistence\.m?js$/;
    build.onLoad({ filter }, async ({ path }) => {
      let contents = await readSdkModule(path);
      for (const [name, body] of instead) {
        const begins = `export function ${name}(`;
        if (contents.split(begins).length !== 2) {
          throw new PackagingError(
            `${path} is written in another way now: see scripts/packaging/without-blocked-outputs.ts.`,
          );
        }
        contents = contents.replace(begins, `export function ${name}() { ${body} }\nfunction ${name}Unused(`);
      }
      return { contents, loader: 'js' };
    });
  },
};
