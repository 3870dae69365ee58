import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { ROOT } from '../laptop/paths.ts';
import type { Stage } from '../terraform/variables-file.ts';

/**
 * The functions that a schedule starts, with the stage that each comes with, and how long the database then stays awake: until five
 * minutes of quiet after the last question. A run of the researcher asks for some minutes.
 */
export const byTheClock = {
  sweeper: { stage: '6-agents', minutes: 6 },
  scheduler: { stage: '4-researcher', minutes: 10 },
  ingest: { stage: '3-ingest', minutes: 6 },
} as const satisfies Readonly<Record<string, { stage: Stage; minutes: number }>>;
export type ByTheClock = keyof typeof byTheClock;

const names = ['sweeper', 'scheduler', 'ingest'] as const satisfies readonly ByTheClock[];

/** How often a function runs in a day: by terraform.tfvars' schedule_rates, else by its lambda.json. */
export function runsADay(name: ByTheClock, rates: Readonly<Record<string, string>>): number {
  const { triggers } = lambdaConfig.parse(JSON.parse(readFileSync(join(ROOT, 'lambdas', name, 'lambda.json'), 'utf8')));
  const own = triggers.flatMap((trigger) => (trigger.type === 'schedule' ? [trigger.rate] : []))[0];
  return 1440 / minutesOf(rates[name] ?? own ?? 'rate(1 day)');
}

/** Hours of a day for which each stage keeps the database awake; 24 for all that are on together. */
export function hoursAwake(
  stages: readonly Stage[],
  rates: Readonly<Record<string, string>>,
): Partial<Record<Stage, number>> {
  let left = 24;
  return Object.fromEntries(
    names.map((name) => {
      const { stage, minutes } = byTheClock[name];
      const on = stages.includes(stage);
      const hours = Math.min((runsADay(name, rates) * minutes) / 60, on ? left : 24);
      if (on) left -= hours;
      return [stage, hours];
    }),
  );
}

/** `rate(2 hours)` in minutes. */
function minutesOf(rate: string): number {
  const [, count = '1', unit = 'minute'] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(rate) ?? [];
  return Number(count) * ({ minute: 1, hour: 60, day: 1440 }[unit] ?? 1);
}
