import { CommandError } from '../analysis/command-error.ts';
import { causesOf } from '../analysis/causes-of.ts';
import type { Paint } from '../terminal/style.ts';
import * as z from 'zod';

/** What came, though not from what is set: `by` says who or what stood in, `found` also why. */
export interface StoodIn {
  found: string;
  by: string;
}

/** What a check found: a few words for the person. */
export type Found = string | StoodIn;
export type Check = () => Promise<Found> | Found;

/** That something is not as it should be. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

/** @throws {CheckFailed} where `holds` is false */
export function expectThat(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new CheckFailed(otherwise);
}

export interface Checks {
  /** Runs a check and shows how it went. @returns whether it passed */
  run: (name: string, check: Check) => Promise<boolean>;
  /** Shows why one was not run. */
  skip: (name: string, why: string) => void;
  passed: () => number;
  failed: () => number;
  skipped: () => number;
  /** The checks that passed by what stood in, by what that was. */
  stoodIn: () => ReadonlyMap<string, readonly string[]>;
}

/** Runs checks one after the other and shows each in a line, with the time that it took. */
export function checks(stream: NodeJS.WritableStream, paint: Paint): Checks {
  let [passed, failed, skipped] = [0, 0, 0];
  const stoodIn = new Map<string, string[]>();
  // The first of those that passed by what stood in, by what it found: a long reason is told once.
  const told = new Map<string, string>();
  const describe = (name: string, { found, by }: StoodIn): string => {
    stoodIn.set(by, [...(stoodIn.get(by) ?? []), name]);
    const before = told.get(found);
    if (before !== undefined) return `The same as of ${before}.`;
    told.set(found, name);
    return found;
  };
  return {
    run: async (name, check) => {
      const began = performance.now();
      try {
        const found = await check();
        const seconds = ((performance.now() - began) / 1000).toFixed(2);
        const isWell = typeof found === 'string';
        const [mark, text] = isWell
          ? [paint('✓', 'green'), found]
          : [paint('!', 'yellow', 'bold'), describe(name, found)];
        stream.write(`${mark} ${name.padEnd(12)} ${seconds.padStart(6)} s  ${text}\n`);
        passed += 1;
        return true;
      } catch (error) {
        if (endsEverything(error)) throw error;
        failed += 1;
        const [first = '', ...more] = reasonsOf(error);
        const seconds = ((performance.now() - began) / 1000).toFixed(2);
        stream.write(
          `${paint('✗', 'red', 'bold')} ${name.padEnd(12)} ${seconds.padStart(6)} s  ${paint(first, 'red')}\n`,
        );
        for (const line of more) stream.write(`    ${line}\n`);
        return false;
      }
    },
    skip: (name, why) => {
      skipped += 1;
      stream.write(`– ${name.padEnd(12)}           ${why}\n`);
    },
    passed: () => passed,
    failed: () => failed,
    skipped: () => skipped,
    stoodIn: () => stoodIn,
  };
}

/** No credentials, no fleet: no other check would fare better. */
const endsEverything = (error: unknown): boolean =>
  [...causesOf(error)].some(
    (cause) =>
      cause instanceof Error &&
      /^(?:CredentialsProviderError|Expired|UnrecognizedClient|InvalidSignature)/.test(cause.name),
  );

function reasonsOf(error: unknown): string[] {
  if (error instanceof z.ZodError) {
    const where = error.issues
      .slice(0, 5)
      .map(({ path, message }) => `${path.map(String).join('.') || 'the answer'}: ${message}`);
    return ['What came back is not of the form that the schemas ask for:', ...where];
  }
  if (error instanceof CommandError) return [error.message, ...error.lines];
  return [error instanceof Error ? error.message : String(error)];
}
