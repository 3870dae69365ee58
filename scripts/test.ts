// npm test [-- Jest's arguments]: packages what changed, since the end-to-end tests run the zips, then runs Jest.
import { fileURLToPath } from 'node:url';
import { packageAll } from './packaging/package-all.ts';
import { PackagingError } from './packaging/packaging-error.ts';
import { runChild } from './setup/run-child.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));

/** @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  try {
    await packageAll({ root });
  } catch (error) {
    if (!(error instanceof PackagingError)) throw error;
    console.error(`${error.message}\nThe tests were not run: they would have tried the zips of older sources.`);
    return 1;
  }
  process.chdir(root);
  // Jest loads ES modules through a part of Node that announces itself as experimental in every worker.
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  return runChild(process.execPath, [...flags, jest, ...args]);
}

process.exitCode = await main(process.argv.slice(2));
