import { tellFullDisk } from '../laptop/full-disk.ts';
import type { TargetName } from '../target/target.ts';
import type { Waiting } from './progress.ts';

/** What can be found out about a job that stands still: of a fleet on this machine, whether its disk is full. */
export const waitingOn = (target: TargetName): Waiting =>
  target === 'laptop' ? { hindrance: () => tellFullDisk() } : { target };
