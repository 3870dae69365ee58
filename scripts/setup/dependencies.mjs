// The dependencies: are they those of package-lock.json, and if not, `npm ci`. After a check a stamp in node_modules
// remembers the lock file's hash and the machine it was for, so that the next check is one hash.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsEverything, parseLockfile } from './installed-tree.mjs';
import { runNpm } from './npm.mjs';
import { SetUpError, codeOf } from './set-up-error.mjs';

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.alex-set-up');

/** @param {string} root */
function readLock(root) {
  const lock = readIfThere(join(root, 'package-lock.json'));
  if (lock !== undefined) return lock;
  throw new SetUpError(
    `package-lock.json is missing from ${root}: restore it with \`git checkout package-lock.json\`, or clone again.`,
  );
}

/** @param {string} lock @param {string} nodeMajor */
function stampOf(lock, nodeMajor) {
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} node${nodeMajor} ${process.platform} ${process.arch}\n`;
}

/** @param {string} root @param {string} stamp */
function writeStamp(root, stamp) {
  try {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(stampFile(root), stamp);
  } catch {
    // A tree that is complete but cannot be written to is fine: it is then looked through each time.
  }
}

/**
 * Whether node_modules is what package-lock.json says, for this machine and Node `nodeMajor`.
 * @param {string} root @param {string} nodeMajor
 */
export function dependenciesAreInstalled(root, nodeMajor) {
  const lock = readLock(root);
  const stamp = stampOf(lock, nodeMajor);
  if (readIfThere(stampFile(root)) === stamp) return true;
  const installed = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  try {
    if (!holdsEverything(parseLockfile(lock), parseLockfile(installed), process)) return false;
  } catch {
    return false;
  }
  writeStamp(root, stamp);
  return true;
}

/**
 * @param {string} root @param {string} nodeMajor
 * @param {(pid: number) => void} onStart told npm's process id
 */
export async function installDependencies(root, nodeMajor, onStart) {
  const stamp = stampOf(readLock(root), nodeMajor);
  rmSync(stampFile(root), { force: true });
  await runNpm({
    doing: 'Installing the dependencies',
    // `include`: NODE_ENV=production or a personal npm setting would leave out what Alex needs to start.
    args: ['ci', '--include=dev', '--include=optional'],
    folder: root,
    onStart,
  });
  writeStamp(root, stamp);
}
