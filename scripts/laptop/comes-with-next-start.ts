import { FleetError } from '../../local/errors.ts';
import { findRunningFleet, type RunningFleet } from '../../local/lock.ts';
import { laptopTarget } from '../target/laptop-target.ts';
import type { Fleet } from '../terraform/fleet.ts';
import { changedSince, tellChanged } from './changed-since-start.ts';
import { notStarted, startAgain } from './not-started.ts';
import { DATA } from './paths.ts';

/** What was just packaged and the fleet that `npm start` keeps up does not have: each in a sentence with what to do. */
export function comesWithNextStart({ functions }: Fleet): string[] {
  const running = runningHere();
  if (running?.staysUp !== true || running.urls === null) return [];
  const added = notStarted(laptopTarget(running.environment, running.urls.api), functions);
  const changed = tellChanged(changedSince(running));
  return [...added.map((name) => `${startAgain(name)}.`), ...(changed === null ? [] : [changed])];
}

function runningHere(): RunningFleet | undefined {
  try {
    return findRunningFleet(DATA);
  } catch (error) {
    // What is wrong with the data folder keeps nobody from packaging, and the next start says it.
    if (error instanceof FleetError) return undefined;
    throw error;
  }
}
