import type { Fleet } from '../terraform/fleet.ts';
import { stageOf } from '../terraform/stage-of.ts';
import type { Stage } from '../terraform/variables-file.ts';
import { reached } from './reached.ts';
import { inTurn, thereWith } from './there-with.ts';

/** A function that a schedule starts. */
export interface ByTheClock {
  name: string;
  /** The stage that it comes with. */
  stage: Stage;
  /** In a day. */
  runs: number;
  /** Hours of a day for which it keeps the database awake that would sleep else; 24 at most for all together. */
  hours: number;
  /** The functions that have a model write for it, of as many tokens as nobody knows here: itself, or those that it invokes. */
  writers: readonly string[];
  /** Whether it asks the researcher for a note. */
  researches: boolean;
}

/** When the database sleeps: database_capacity of terraform.tfvars. */
export interface DatabaseSleep {
  /** The least capacity units; one that has any never sleeps. */
  min: number;
  /** Seconds of quiet until it does. */
  pauseAfter: number;
}

export interface ClockSettings {
  /** Those that are on. */
  stages: readonly Stage[];
  /** schedule_rates of terraform.tfvars, which go before a function's own. */
  rates: Readonly<Record<string, string>>;
  database: DatabaseSleep;
  fleet: Fleet;
}

/** Minutes of a run that somebody works, with the database or before it is asked the last time. */
const WORK = 1;
/** Of one that asks the researcher for a note, whose own run takes some minutes. */
export const RESEARCH = 5;

/** Minutes for which the database is awake for so many of work: they, and the quiet before it pauses. */
export const awakeFor = (work: number, { pauseAfter }: DatabaseSleep): number => work + pauseAfter / 60;

/**
 * All that a schedule starts, by each function's lambda.json, of each stage those first that keep the database awake longest. Wakes count as
 * if none fell into another's, those of stages that are off after all that are on.
 */
export function byTheClock({ stages, rates, database, fleet }: ClockSettings): ByTheClock[] {
  const all = [...fleet.functions].flatMap(([name, config]): ByTheClock[] => {
    const runs = config.triggers.reduce(
      (sum, trigger) => sum + (trigger.type === 'schedule' ? 1440 / minutesOf(rates[name] ?? trigger.rate) : 0),
      0,
    );
    if (runs === 0) return [];
    const { database: asked, writers } = reached(name, fleet);
    const researches = config.needs.includes('researcher');
    const wakes = asked && database.min === 0;
    const hours = wakes ? Math.min((runs * awakeFor(researches ? RESEARCH : WORK, database)) / 60, 24) : 0;
    return [{ name, stage: stageOf(config, fleet), runs, hours, writers, researches }];
  });
  const there = thereWith(stages);
  const turn = inTurn(stages);
  const rank = ({ stage }: ByTheClock): number => (there.includes(stage) ? -1 : turn.indexOf(stage));
  let left = 24;
  return all
    .toSorted((a, b) => rank(a) - rank(b) || b.hours - a.hours)
    .map((one) => {
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
