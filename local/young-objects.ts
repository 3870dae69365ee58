import { setFlagsFromString } from 'node:v8';

/** MB for young objects in three equal parts, of which V8 uses two at a time. */
const [SMALL, LARGE] = [24, 48];
/** MB of a function's memory from which it is taken to make many objects at once. */
const MUCH = 1024;

/**
 * What a thread of this process may take for young objects, in MB: for `resourceLimits.maxYoungGenerationSizeMb`. A thread of
 * which nothing else is known, or a function of `memory` MB. With half of it the planner took half as long again; with all of
 * it everywhere the fleet takes 100 MB more.
 */
export function youngObjects(memory = 0): number {
  allowLimits();
  return memory >= MUCH ? LARGE : SMALL;
}

let allowed = false;

/** The process's own --max-semi-space-size would override what each thread is given; its main thread keeps it. */
function allowLimits(): void {
  if (allowed) return;
  allowed = true;
  setFlagsFromString('--max-semi-space-size=0');
}
