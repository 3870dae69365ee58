import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError } from '../../local/rds-data/data-folder-error.ts';
import { lockFolder } from '../../local/rds-data/folder-lock.ts';
import { CommandError } from '../analysis/command-error.ts';
import { TERRAFORM } from './folder.ts';
import { PLAN_FOLDER } from './plan.ts';
import { keepStatePrivate } from './private-state.ts';
import { removedAtExit } from './removed-at-exit.ts';

/** Git ignores it. */
const LOCK = join(TERRAFORM, '.deploying');

/**
 * Does what plans and applies while no other run of this folder does: between what is shown and the yes to it, Terraform's own lock is
 * free. The other may wait for its answer in another terminal. Plans that killed runs left go, and the state stays its owner's.
 *
 * @throws {CommandError} where another one is at work
 */
export async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const release = await lockFolder(LOCK).catch((error: unknown) => {
    throw error instanceof DataFolderError ? explained(error) : error;
  });
  const forget = removedAtExit(`${LOCK}.lock`);
  try {
    for (const name of readdirSync(TERRAFORM))
      if (name.startsWith(PLAN_FOLDER)) rmSync(join(TERRAFORM, name), { recursive: true, force: true });
    keepStatePrivate();
    return await work();
  } finally {
    keepStatePrivate();
    forget();
    await release();
  }
}

function explained(error: DataFolderError): CommandError {
  if (error.code !== 'in-use') {
    return new CommandError(
      `Nothing can be written in ${TERRAFORM}.`,
      ['Look at whose folder that is, and whether its disk has room'],
      error,
    );
  }
  const holder = error.holder === undefined ? '' : ` (process ${error.holder})`;
  return new CommandError(
    `Another npm run deploy or destroy of this folder is at work, or waits for its answer in another terminal${holder}. Nothing was done.`,
    [
      'Answer it, or wait until it has ended; then the same command again',
      `Is there certainly none? Then delete ${LOCK}.lock`,
    ],
    error,
  );
}
