// Runs npm quietly: its noise is kept and only shown when it fails.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { SetUpError, explain } from './set-up-error.mjs';

/**
 * npm's own JavaScript file, so that it can be run by Node itself: no shell, hence no trouble with spaces in paths.
 * Undefined where npm is not installed, or only as something that is not a script (a version manager's shim).
 * @param {NodeJS.ProcessEnv} env
 */
export function findNpm(env) {
  const besideNode = dirname(process.execPath);
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    env.npm_execpath ?? '',
    join(besideNode, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(besideNode, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...onPath.flatMap((folder) => [join(folder, 'npm'), join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')]),
  ];
  for (const candidate of candidates) {
    if (candidate === '' || !existsSync(candidate)) continue;
    const file = realpathSync(candidate);
    if (file.endsWith('npm-cli.js')) return file;
  }
  return undefined;
}

/** Nothing is asked of the network that the lock file has settled; a dead network is noticed in seconds, not minutes. */
const always = [
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--loglevel=warn',
  '--prefer-offline',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
  // What packages would run while being installed is not needed, so it is not allowed.
  '--ignore-scripts',
  '--global=false',
  // Some packages want Node 24, and npm may be running on an older one; they will not.
  '--engine-strict=false',
];

/** A file that npm could not write: it only warns of it, and then ends as if all were well. */
const incompleteFile = 'TAR_ENTRY_ERROR';

/** @param {string} output */
function withoutWarnings(output) {
  const matters = (/** @type {string} */ line) => !/^npm warn/i.test(line) || line.includes(incompleteFile);
  return output.split(/\r?\n/).filter(matters).join('\n');
}

/**
 * @param {object} call
 * @param {string} call.doing for the error, e.g. "Installing the dependencies"
 * @param {string[]} call.args e.g. ['ci']
 * @param {string} call.folder the project that npm works on
 * @param {(pid: number) => void} [call.onStart] told npm's process id
 */
export async function runNpm({ doing, args, folder, onStart }) {
  const npm = findNpm(process.env);
  if (npm === undefined) {
    throw new SetUpError(`${doing} needs npm, which is not on this machine: install Node 24 from https://nodejs.org.`);
  }
  const child = spawn(process.execPath, [npm, ...args, '--prefix', folder, ...always], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  if (child.pid !== undefined) onStart?.(child.pid);
  let output = '';
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
  child.stderr.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));

  /** @type {NodeJS.Signals | undefined} */
  let interrupted;
  // npm must be gone before this process is, or it would go on writing after the lock is released.
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    interrupted = signal;
    child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  try {
    /** @type {number | null} */
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (interrupted !== undefined) {
      throw new SetUpError(`${doing} was interrupted; the same command takes it up again.`, 130);
    }
    const errors = withoutWarnings(output);
    if (code !== 0 || errors.includes(incompleteFile)) throw explain(doing, errors, folder);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
