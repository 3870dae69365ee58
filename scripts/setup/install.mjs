// The slow half of the set-up: done once, by one process at a time.
import { lstatSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { dependenciesAreInstalled, installDependencies } from './dependencies.mjs';
import { findNode, installNode, pinnedNode } from './node-runtime.mjs';
import { during } from './progress.mjs';
import { SetUpError } from './set-up-error.mjs';
import { withLock } from './set-up-lock.mjs';

/**
 * @param {string} root @param {string} nodeMajor
 * @returns {Promise<string>} the Node to run with
 */
export function installWhatIsMissing(root, nodeMajor) {
  const lock = join(root, '.alex', 'set-up.lock');
  const onWait = (/** @type {number | undefined} */ pid) => {
    process.stderr.write(
      `set-up: another set-up is under way here (process ${String(pid ?? 'unknown')}); waiting for it. ` +
        `If there is none, delete ${lock}\n`,
    );
  };
  return withLock(lock, onWait, async (addOwner) => {
    const node =
      findNode(root) ??
      (await during(`Node ${pinnedNode} for this folder (this machine has ${process.versions.node})`, () =>
        installNode(root, addOwner),
      ));
    if (!dependenciesAreInstalled(root, nodeMajor)) {
      refuseBorrowed(root);
      await during('the dependencies in package-lock.json (npm ci)', () =>
        installDependencies(root, nodeMajor, addOwner),
      );
    }
    return node;
  });
}

/**
 * npm ci empties node_modules first: through a link it would empty another checkout's.
 * @param {string} root
 */
function refuseBorrowed(root) {
  const folder = join(root, 'node_modules');
  const about = lstatSync(folder, { throwIfNoEntry: false });
  if (about?.isSymbolicLink() !== true) return;
  throw new SetUpError(
    `${folder} is a link to ${readlinkSync(folder)}, which does not hold what package-lock.json says, and installing through ` +
      'it would change that folder: delete the link, then run the same command again.',
  );
}
