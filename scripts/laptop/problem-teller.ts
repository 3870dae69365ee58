import { explainDiskFailure } from '../../local/disk-failure.ts';
import { FleetError } from '../../local/errors.ts';
import type { FleetProblem } from '../../local/fleet.ts';

/** What a fleet on `folder` has to say while it runs, on standard error; that the disk is full is a sentence, and said once. */
export function problemTeller(
  folder: string,
  tell: (...said: unknown[]) => void = console.error,
): (problem: FleetProblem) => void {
  let told = false;
  return ({ message, cause }) => {
    // A function that failed says in its message what it met.
    const explained = explainDiskFailure(cause ?? message, folder);
    if (!(explained instanceof FleetError) || explained.code !== 'disk_full') {
      tell(message, ...(cause === undefined ? [] : [cause]));
      return;
    }
    if (!told) tell(`${explained.message}\n${explained.remedy}`);
    told = true;
  };
}
