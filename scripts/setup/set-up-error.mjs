// What can go wrong before Alex runs, each as one sentence and what to do about it. No stack traces: the reader of
// these is a person who typed `npm start` for the first time.

/** A problem that a person can act on. The message is complete: what is wrong, where, and what to do. */
export class SetUpError extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'SetUpError';
    this.exitCode = exitCode;
  }
}

const again = 'then run the same command again';

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/;
const untrusted = /SELF_SIGNED_CERT\w*|UNABLE_TO_GET_ISSUER_CERT\w*|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_HAS_EXPIRED/;

/** @type {[RegExp, (code: string, path: string) => string][]} */
const explanations = [
  [/ENOSPC|EDQUOT/, (_code, path) => `no space is left on the disk that holds ${path}: free about 1 GB, ${again}.`],
  [
    unreachable,
    (code) =>
      `the npm registry could not be reached (${code}) and npm's cache does not hold everything: connect this machine ` +
      `to the internet (behind a proxy: npm config set https-proxy URL), ${again}. This is needed once only.`,
  ],
  [
    untrusted,
    (code) =>
      `the npm registry's certificate is not trusted here (${code}): point npm at your network's certificate ` +
      `(npm config set cafile FILE), ${again}.`,
  ],
  [
    /EACCES|EPERM|EROFS/,
    (code, path) =>
      `${path} cannot be written (${code}): give yourself write permission, or clone Alex into a folder of your own, ${again}.`,
  ],
  [/EBUSY/, (_code, path) => `${path} is in use by another program: stop it (a running \`npm start\`, say), ${again}.`],
  [
    /EUSAGE/,
    () =>
      'package.json and package-lock.json do not agree: run `npm install` and commit both, or restore them with ' +
      '`git checkout package.json package-lock.json`.',
  ],
];

/**
 * Turns what npm printed, or a file system error, into one sentence.
 * @param {string} doing what was being done, e.g. "Installing the dependencies"
 * @param {string} output npm's output or the error's message
 * @param {string} folder named when the output does not name a path itself
 */
export function explain(doing, output, folder) {
  const path = /^npm (?:error|ERR!) (?:path|dest) (.+)$/m.exec(output)?.[1] ?? folder;
  for (const [pattern, sentence] of explanations) {
    const code = pattern.exec(output)?.[0];
    if (code !== undefined) return new SetUpError(`${doing} failed: ${sentence(code, path)}`);
  }
  const tail = output.trim().split(/\r?\n/).slice(-15).join('\n');
  return new SetUpError(`${doing} failed. The last lines of what was said:\n${tail}`);
}

/** @param {unknown} error */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
