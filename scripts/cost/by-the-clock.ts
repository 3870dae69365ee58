import { readFleet, type Fleet } from '../terraform/fleet.ts';
import { stageOf } from '../terraform/stage-of.ts';
import type { Stage } from '../terraform/variables-file.ts';
import { reached } from './reached.ts';

/** A function that a schedule starts. */
export interface ByTheClock {
  name: string;
  /** The stage that it comes with. */
  stage: Stage;
  /** In a day. */
  runs: number;
  /** Hours of a day for which it keeps the database awake; 24 at most for all together that are on. */
  hours: number;
  /** Whether it has a model write, of as many tokens as nobody knows here. */
  writes: boolean;
  /** Whether it asks the researcher for a note. */
  researches: boolean;
}

/** Minutes for which the database stays awake after a run: one of work, and five of quiet until it pauses. */
const AWAKE = 6;
/** After one that asks the researcher for a note, whose own run takes some minutes. */
const AWAKE_RESEARCHING = 10;

/**
 * All that a schedule starts, by each function's lambda.json, those first that keep the database awake longest.
 *
 * @param stages those that are on
 * @param rates schedule_rates of terraform.tfvars, which go before a function's own
 */
export function byTheClock(
  stages: readonly Stage[],
  rates: Readonly<Record<string, string>>,
  fleet: Fleet = readFleet(),
): ByTheClock[] {
  const all = [...fleet.functions].flatMap(([name, config]): ByTheClock[] => {
    const runs = config.triggers.reduce(
      (sum, trigger) => sum + (trigger.type === 'schedule' ? 1440 / minutesOf(rates[name] ?? trigger.rate) : 0),
      0,
    );
    if (runs === 0) return [];
    const { database, model } = reached(name, fleet);
    const researches = config.needs.includes('researcher');
    const hours = database ? Math.min((runs * (researches ? AWAKE_RESEARCHING : AWAKE)) / 60, 24) : 0;
    return [{ name, stage: stageOf(config), runs, hours, writes: model, researches }];
  });
  let left = 24;
  return all
    .toSorted((a, b) => b.hours - a.hours)
    .map((one) => {
      if (!stages.includes(one.stage)) return one;
      const hours = Math.min(one.hours, left);
      left -= hours;
      return { ...one, hours };
    });
}

/** `rate(2 hours)` in minutes. */
function minutesOf(rate: string): number {
  const [, count = '1', unit = 'minute'] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(rate) ?? [];
  return Number(count) * ({ minute: 1, hour: 60, day: 1440 }[unit] ?? 1);
}
