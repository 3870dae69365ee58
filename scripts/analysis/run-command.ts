import { FleetError } from '../../local/errors.ts';
import { PackagingError } from '../packaging/packaging-error.ts';
import { causesOf } from './causes-of.ts';
import { CommandError } from './command-error.ts';
import { explainSystemFailure } from './system-failure.ts';

/** Runs a command's work and ends with its exit code; what a person can act on is shown without a stack trace. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  outliveReaders();
  try {
    process.exitCode = await work();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${explain(error).join('\n')}\n`);
  }
}

/** Whoever reads the output may have had enough of it (`| head`): what is left to write goes nowhere, and that is no error. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

function explain(error: unknown): string[] {
  if (error instanceof CommandError) return [error.message, ...error.lines.map((line) => `  ${line}`)];
  if (error instanceof FleetError) return [error.message, error.remedy];
  if (error instanceof PackagingError) return [error.message];
  const refused = explainSystemFailure(error);
  if (refused !== undefined) return explain(refused);
  return [
    'Something went wrong that Alex has no advice for:',
    error instanceof Error ? (error.stack ?? error.message) : String(error),
    ...[...causesOf(error)]
      .slice(1)
      .map((cause) => `Because: ${cause instanceof Error ? cause.message : String(cause)}`),
  ];
}
