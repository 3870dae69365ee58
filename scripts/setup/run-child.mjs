// Runs the script on another Node than this one, as if it were the only process: same streams, same signals, same end.
import { spawn } from 'node:child_process';
import { explain } from './set-up-error.mjs';

/** A terminal's Ctrl-C arrives from the terminal and again from npm, within milliseconds; a person's second one later. */
const sameKeyPressMs = 500;

/**
 * @param {string} node @param {string[]} args
 * @returns {Promise<number>} the exit code; where a signal ended the child, it ends this process too
 */
export function runChild(node, args) {
  const child = spawn(node, args, { stdio: 'inherit' });
  // A terminal gives Ctrl-C (and its own closing) to every process it runs, so the child has had it already.
  const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  /** @type {Map<NodeJS.Signals, number>} */
  const forwardedAt = new Map();
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    if (hasTerminal && signal !== 'SIGTERM') return;
    const now = Date.now();
    if (now - (forwardedAt.get(signal) ?? -Infinity) < sameKeyPressMs) return;
    forwardedAt.set(signal, now);
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      reject(explain('Starting Node', error.message, node));
    });
    child.on('exit', (code, signal) => {
      for (const one of signals) process.off(one, forward);
      if (signal !== null && process.platform !== 'win32') process.kill(process.pid, signal);
      resolve(code ?? 1);
    });
  });
}
