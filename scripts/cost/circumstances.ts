import { parseModelSetting } from '../../shared/agents/models/model-setting.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { mapEntries, stagesIn, textVariable, type Stage } from '../terraform/variables-file.ts';
import type { Circumstances } from './stage-costs.ts';

/** Minutes that the database stays awake after a question: a pause begins after five of quiet. */
const AWAKE = 6;

/** How often the sweeper asks the database by its own rate, minutes. */
const SWEEPER_RATE = 'rate(1 minute)';

/** What a person's terraform.tfvars says that changes what a deployment costs. */
export function circumstancesIn(text: string): Circumstances & { stages: Stage[]; model: string } {
  const stages = stagesIn(text);
  const rate = mapEntries(text, 'schedule_rates').sweeper ?? SWEEPER_RATE;
  return {
    stages,
    platform: textVariable(text, 'container_platform') === 'app_runner' ? 'app_runner' : 'ecs_express',
    databaseHours: stages.includes('6-agents') ? hoursAwake(minutesOf(rate)) : 0,
    model: modelIn(text),
  };
}

/** Hours of a day for which something that asks every so many minutes keeps the database awake. */
export const hoursAwake = (everyMinutes: number): number => Math.min(24, (24 * AWAKE) / everyMinutes);

/** `rate(2 hours)` in minutes. */
function minutesOf(rate: string): number {
  const [, count = '1', unit = 'minute'] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(rate) ?? [];
  return Number(count) * ({ minute: 1, hour: 60, day: 1440 }[unit] ?? 1);
}

/** What Terraform takes by default where nothing is said. */
const modelIn = (text: string): string =>
  asSigned(mapEntries(text, 'model_settings').ALEX_MODEL ?? 'bedrock:openai.gpt-oss-120b-1:0');

/** A model's setting as the model signs: without the region, with the host of its server alone. */
export function asSigned(setting: string): string {
  try {
    return parseModelSetting('ALEX_MODEL', setting).name;
  } catch (error) {
    // Signed already, or nothing that has a price.
    if (error instanceof ConfigurationError) return setting;
    throw error;
  }
}
