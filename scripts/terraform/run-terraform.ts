import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { CommandError } from '../analysis/command-error.ts';
import { onInterruption } from '../laptop/interruption.ts';
import { TERRAFORM } from './folder.ts';
import { withoutOutputs } from './without-outputs.ts';

/** How a command of Terraform ended, and all that it said. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
  /** What killed it, e.g. SIGKILL; undefined where it ended by itself, and always on Windows, which has no signals. */
  killed?: NodeJS.Signals;
}

export interface RunOptions {
  /** Shows what it says as it says it, on standard error; `work` leaves out the list of outputs at the end. Default false. */
  show?: boolean | 'work';
}

const AUTOMATED = { TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };

/**
 * Runs Terraform in the root: the program that ALEX_TERRAFORM names, else the one on the PATH. A JavaScript file is run by this Node.
 * Ctrl-C is left to Terraform, which ends what it has begun and keeps its state whole.
 *
 * @throws {CommandError} where there is no such program
 */
export async function runTerraform(args: readonly string[], { show = false }: RunOptions = {}): Promise<Ended> {
  const program = process.env.ALEX_TERRAFORM ?? 'terraform';
  const [command, before] = /\.[cm]?js$/.test(program) ? [process.execPath, [program]] : [program, []];
  const child = privately(args[0] === 'apply', () =>
    spawn(command, [...before, ...args], {
      cwd: TERRAFORM,
      env: { ...oneSource(process.env), ...AUTOMATED },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    }),
  );
  const off = onInterruption(() => {
    process.stderr.write('\nTerraform ends what it has begun, and keeps what it has made. Please wait.\n');
  });
  if (show !== false) {
    const said = show === 'work' ? child.stdout.pipe(withoutOutputs()) : child.stdout;
    for (const stream of [said, child.stderr]) stream.pipe(process.stderr, { end: false });
  }
  try {
    const [stdout, stderr, end] = await Promise.all([text(child.stdout), text(child.stderr), endOf(child)]);
    return { ...end, stdout, stderr };
  } catch (error) {
    throw isMissing(error) ? noTerraform(program) : error;
  } finally {
    off();
  }
}

/**
 * Where both are set, AWS's SDK for JavaScript goes by AWS_PROFILE and the one for Go, so Terraform, by the keys: the account that was
 * named, and looked at, would not be the one in which things are made.
 */
function oneSource(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  if ((environment.AWS_PROFILE ?? '') === '') return environment;
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !keys.includes(name)));
}

/** What a child makes that is begun so, such as a first state, nobody but its owner may read. */
function privately<T>(isAsked: boolean, begin: () => T): T {
  if (!isAsked) return begin();
  const before = process.umask(0o077);
  try {
    return begin();
  } finally {
    process.umask(before);
  }
}

const endOf = (child: ChildProcess): Promise<Pick<Ended, 'code' | 'killed'>> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code: code ?? 1, ...(signal !== null && { killed: signal }) });
    });
  });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES');

/** What to do where there is none, or none that will do. */
export const INSTALL_TERRAFORM = [
  'Windows: winget install Hashicorp.Terraform',
  'macOS: brew install hashicorp/tap/terraform',
  'Linux, and by hand: https://developer.hashicorp.com/terraform/install (1.11 or later)',
  'Then open a new terminal. ALEX_TERRAFORM names one that is not on the PATH.',
];

const noTerraform = (program: string): CommandError =>
  new CommandError(
    program === 'terraform'
      ? 'There is no Terraform on this machine, and deploying needs it.'
      : `There is no program ${program}, which ALEX_TERRAFORM names.`,
    INSTALL_TERRAFORM,
  );
