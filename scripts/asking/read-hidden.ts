import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks for a line in the terminal without showing what is typed. Empty where nothing was, or at Ctrl-D. */
export async function readHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const ended = new AbortController();
  const interruption = { was: false };
  terminal.once('SIGINT', () => {
    interruption.was = true;
    terminal.close();
  });
  terminal.once('close', () => {
    ended.abort();
  });
  const line = await terminal.question('', { signal: ended.signal }).catch(() => '');
  terminal.close();
  process.stderr.write('\n');
  if (interruption.was) process.exit(130);
  return line.trim();
}
