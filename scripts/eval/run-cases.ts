import { carryOut } from './carry-out.ts';
import type { RunSettings } from './perform.ts';
import type { LoadedCase } from './read-cases.ts';
import type { Row } from './row.ts';

export interface CaseRunning extends RunSettings {
  /** Cases at a time; the texts of one case are written side by side as well. */
  concurrency: number;
  /** Milliseconds for all of one case; what is not written by then the narrator writes. */
  deadlineMs: number;
  /** Told of each case when it is done. */
  done?: (name: string, rows: readonly Row[]) => void;
}

/** Carries out cases, so many at a time, and gives back their rows in the order of the cases. */
export async function runCases(
  cases: readonly LoadedCase[],
  { concurrency, deadlineMs, done, ...settings }: CaseRunning,
): Promise<Row[]> {
  const made = new Map<string, Row[]>();
  const waiting = [...cases];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const rows = await carryOut(next, settings, deadlineMs);
      made.set(next.name, rows);
      done?.(next.name, rows);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));
  return cases.flatMap(({ name }) => made.get(name) ?? []);
}
