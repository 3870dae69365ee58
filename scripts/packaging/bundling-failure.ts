import { formatMessages } from 'esbuild';
import type { BuildFailure, PartialMessage } from 'esbuild';
import { BundlingError } from './packaging-error.ts';

/** What the bundler threw, as an error that names the file and line of everything that does not resolve or parse. */
export async function bundlingFailure(entry: string, error: unknown): Promise<unknown> {
  if (!isBuildFailure(error)) return error;
  const messages = await formatMessages(error.errors.map(withRemedy), { kind: 'error', terminalWidth: 100 });
  return new BundlingError(
    entry,
    messages.map((message) => message.trimEnd()),
  );
}

/** Of a package that is not there: what the bundler advises, to leave it out of the bundle, would have it missing on Lambda. */
function withRemedy(message: PartialMessage): PartialMessage {
  const [, name] = /^Could not resolve "((?:@[\w.-]+\/)?[a-z\d][\w.-]*)[^"]*"$/i.exec(message.text ?? '') ?? [];
  if (name === undefined) return message;
  return { ...message, notes: [{ text: `Is it a package that is to be had? npm install --save-exact ${name}` }] };
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
