import type { Fleet } from './fleet.ts';
import { comesWith } from './stage-of.ts';
import type { Stage } from './variables-file.ts';

/**
 * The functions that never run, a line each: a reservation of 0 is how AWS turns one off, and reads like "none reserved".
 *
 * @param stages of those alone that are there with these stages; by default of all
 */
export const describeSwitchedOff = (fleet: Fleet, stages?: readonly Stage[]): string[] =>
  [...fleet.functions].flatMap(([name, config]) =>
    config.reservedConcurrency !== 0 || (stages !== undefined && !comesWith(config, stages, fleet))
      ? []
      : [
          `${name} is switched off: with "reservedConcurrency": 0 in its lambda.json nothing that asks it is let in, and it never runs. To have it run, write null there, or how many may run at once.`,
        ],
  );
