import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from '../setup/eventually.ts';

/** What `npm` says of itself before a script, which guides leave out. */
const NPM_LINES = /^\n?> alex@[^\n]*\n> [^\n]*\n\n?/gm;

/** A terminal in a folder: a student's environment, without anything that Alex or AWS reads from this one's. */
export class Terminal {
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #scratch = mkdtempSync(join(tmpdir(), 'alex-terminal-'));
  #count = 0;

  constructor(folder: string, port: number) {
    this.#folder = folder;
    const userconfig = join(this.#scratch, 'npmrc');
    writeFileSync(userconfig, '');
    const kept = Object.entries(process.env).filter(
      ([name]) => !/^(?:ALEX|AWS|OTEL|MARKET|BROWSING|npm|JEST|FAST_CHECK|NODE_|INIT_CWD|CI$|FORCE_COLOR)/i.test(name),
    );
    this.#environment = {
      ...Object.fromEntries(kept),
      // The Node of these tests first, which is 24 or newer.
      PATH: `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
      NO_COLOR: '1',
      ALEX_PORT: String(port),
      npm_config_userconfig: userconfig,
      npm_config_update_notifier: 'false',
    };
  }

  /** Its scratch files go. */
  close(): void {
    rmSync(this.#scratch, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Runs a command to its end. */
  async run(command: string, within: number): Promise<{ code: number | null; output: string }> {
    const { child, output } = this.#spawn(command);
    const timer = setTimeout(() => {
      signal(child, 'SIGKILL');
    }, within);
    const [code] = (await once(child, 'exit')) as [number | null];
    clearTimeout(timer);
    return { code, output: output() };
  }

  /** Starts a command that stays. `ready` throws until its output is what is waited for. */
  async start(command: string, ready: (output: string) => void, within: number): Promise<Running> {
    const { child, output } = this.#spawn(command);
    const exited = once(child, 'exit');
    const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
    await Promise.race([
      eventually(() => {
        if (!hasEnded()) ready(output());
      }, within),
      exited,
    ]);
    if (hasEnded()) throw new Error(`${command} ended:\n${output()}`);
    const since = output().length;
    return {
      /** Ctrl-C, and what was printed after it. */
      interrupt: async () => {
        signal(child, 'SIGINT');
        await exited;
        return output().slice(since);
      },
      kill: async () => {
        if (hasEnded()) return;
        signal(child, 'SIGKILL');
        await exited;
      },
    };
  }

  /** Both streams into one file, so that lines stand in the order in which they were written. */
  #spawn(command: string): { child: ChildProcess; output: () => string } {
    this.#count += 1;
    const file = join(this.#scratch, `${this.#count}.txt`);
    const descriptor = openSync(file, 'a');
    const child = spawn(command, {
      cwd: this.#folder,
      env: this.#environment,
      shell: true,
      stdio: ['ignore', descriptor, descriptor],
      // A group of its own, which gets the signal as that of a terminal does.
      detached: process.platform !== 'win32',
    });
    closeSync(descriptor);
    return { child, output: () => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').replaceAll(NPM_LINES, '') };
  }
}

export interface Running {
  interrupt(): Promise<string>;
  kill(): Promise<void>;
}

function signal(child: ChildProcess, name: 'SIGINT' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // It is gone.
  }
}
