// Jest names no test of a file of which all are skipped, so the reason is said beside it.
import { test } from '@jest/globals';
import { missing } from './offline-terraform.ts';

/** In place of a file's tests, where there is no Terraform to run, or nothing that stands in for its AWS provider. @param what a sentence's beginning */
export function skippedHere(what: string): void {
  const why = `${what} (skipped: ${missing})`;
  process.stderr.write(`${why}\n`);
  test.skip(why, () => undefined);
}
