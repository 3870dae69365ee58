import type { RunningFleet } from '../../local/lock.ts';
import { changedSince, tellChanged } from './changed-since-start.ts';
import { unheededHere } from './started-with.ts';

/**
 * What whoever uses a fleet that runs already has to know of it: settings of this environment and changes of the code that came after
 * its start. Null where there is nothing.
 *
 * @param sent settings that the command itself takes to the fleet
 */
export function toldOfRunning(fleet: RunningFleet, sent: readonly string[] = []): string | null {
  const told = [unheededHere(fleet, sent), tellChanged(changedSince(fleet))].filter((one) => one !== null);
  return told.length === 0 ? null : told.join('\n');
}
