// node scripts/setup/run.mjs SCRIPT [args]: makes sure that the dependencies and Node 24 are there, then runs SCRIPT.
// Plain JavaScript without dependencies, because it runs before there are any, on whatever Node (>= 20) is at hand.
// Says nothing and costs a few milliseconds where there is nothing to do.
import { existsSync } from 'node:fs';
import Module from 'node:module';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dependenciesAreInstalled } from './dependencies.mjs';
import { findNode, pinnedNode, putFirstOnPath } from './node-runtime.mjs';
import { heapArguments } from './lean-heap.mjs';
import { SetUpError, codeOf, explain } from './set-up-error.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const nodeMajor = pinnedNode.split('.')[0] ?? '';

/** @returns {Promise<string>} the Node to run with */
async function setUp() {
  const node = findNode(root);
  if (node !== undefined && dependenciesAreInstalled(root, nodeMajor)) return node;
  const { installWhatIsMissing } = await import('./install.mjs');
  return installWhatIsMissing(root, nodeMajor);
}

/**
 * glibc gives each of the fleet's threads an arena of memory of its own and keeps what they free: some 150 MB. It reads the
 * setting only when a process starts, and so does V8 its own (lean-heap.mjs).
 */
function wantsLessMemory() {
  return process.platform === 'linux' && process.env.MALLOC_ARENA_MAX === undefined;
}

/** What V8 has compiled of the sources, and Node made of their types, is kept: each command begins 0.2 s sooner. */
function keepWhatIsCompiled() {
  process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');
  return process.env.NODE_COMPILE_CACHE;
}

/** @param {string} script @param {string[]} args */
async function main(script, args) {
  const path = resolve(root, script);
  if (!existsSync(path)) throw new SetUpError(`${relative(root, path)} is not in this checkout.`);
  const node = await setUp();
  putFirstOnPath(node);
  const lean = wantsLessMemory();
  const compiled = keepWhatIsCompiled();
  if (node === process.execPath && !lean) {
    Module.enableCompileCache(compiled);
    process.argv = [node, path, ...args];
    Module.runMain(path);
    return;
  }
  if (lean) process.env.MALLOC_ARENA_MAX = '2';
  const { runChild } = await import('./run-child.mjs');
  process.exitCode = await runChild(node, [...(lean ? heapArguments(basename(path)) : []), path, ...args]);
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('Usage: node scripts/setup/run.mjs SCRIPT [arguments]\n');
  process.exitCode = 2;
} else {
  try {
    if (Number(process.versions.node.split('.')[0]) < 20) {
      throw new SetUpError(`Alex needs Node 20 or newer to set itself up, and this is ${process.versions.node}.`);
    }
    await main(script, args);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const known = error instanceof SetUpError ? error : explain('The set-up', message, root);
    process.stderr.write(`${known.message}\n`);
    if (codeOf(error) === undefined && known !== error)
      process.stderr.write('This is a fault in Alex: please report it.\n');
    process.exitCode = known.exitCode;
  }
}
