import { formatMessages } from 'esbuild';
import type { BuildFailure } from 'esbuild';
import { BundlingError } from './packaging-error.ts';

/** What the bundler threw, as an error that names the file and line of everything that does not resolve or parse. */
export async function bundlingFailure(entry: string, error: unknown): Promise<unknown> {
  if (!isBuildFailure(error)) return error;
  const messages = await formatMessages(error.errors, { kind: 'error', terminalWidth: 100 });
  return new BundlingError(
    entry,
    messages.map((message) => message.trimEnd()),
  );
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
