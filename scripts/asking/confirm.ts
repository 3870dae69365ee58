import { createInterface } from 'node:readline/promises';
import { CommandError } from '../analysis/command-error.ts';

export interface Asked {
  /** The person has said yes already, by --yes. */
  yes: boolean;
  input?: NodeJS.ReadableStream & { isTTY?: boolean };
  output?: NodeJS.WritableStream;
}

/**
 * Asks before something that costs or destroys. Anything but a yes is a no.
 *
 * @throws {CommandError} for a no, and where there is no terminal to ask in
 */
export async function confirm(
  question: string,
  { yes, input = process.stdin, output = process.stderr }: Asked,
): Promise<void> {
  if (yes) return;
  if (input.isTTY !== true) {
    throw new CommandError(`${question} There is no terminal to ask in, so nothing was done.`, [
      'To say yes beforehand: --yes',
    ]);
  }
  const terminal = createInterface({ input, output });
  const given = new AbortController();
  // Ctrl-C and Ctrl-D are a no too.
  terminal.once('close', () => {
    given.abort();
  });
  const answer = await terminal.question(`${question} [y/N] `, { signal: given.signal }).catch(() => '');
  terminal.close();
  if (!/^y(?:es)?$/i.test(answer.trim())) throw new CommandError('Nothing was done.');
}
