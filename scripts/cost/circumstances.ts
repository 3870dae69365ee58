import { parseModelSetting } from '../../shared/agents/models/model-setting.ts';
import { priceOf } from '../../shared/agents/models/prices.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { CommandError } from '../analysis/command-error.ts';
import { readFleet, type Fleet } from '../terraform/fleet.ts';
import { mapEntries, stagesIn, textVariable, type Stage } from '../terraform/variables-file.ts';
import { byTheClock, type ByTheClock } from './by-the-clock.ts';

/** What decides how much a deployment costs. */
export interface Circumstances {
  /** The stages that are on. */
  stages: readonly Stage[];
  /** Where the researcher runs. */
  platform: 'ecs_express' | 'app_runner';
  /** The folders that are deployed. */
  fleet: Fleet;
  /** What of them runs by the clock, and for how long that keeps the database awake. */
  clock: readonly ByTheClock[];
  /** How often the researcher is asked for a note in a day. */
  researchRuns: number;
  /** The models that write analyses and notes, as they sign. */
  model: string;
  researchModel: string;
  /** Whether a model is on a server that asks for a key: its secret comes with whatever calls models (terraform/needs.tf). */
  modelKey: boolean;
  /** Whether the collector of traces asks for headers: their secret comes with whatever writes traces. */
  traceHeaders: boolean;
  /** Whether Bedrock's guardrail is on, for the models that are on Bedrock. */
  guarded: boolean;
}

/** The model that Terraform takes by default. */
const DEFAULT_MODEL = 'bedrock:openai.gpt-oss-120b-1:0@us-west-2';

/**
 * What a person's terraform.tfvars comes to, with other stages than its own where they are named: the one place where it is read
 * for what things cost.
 */
export function circumstancesIn(
  text: string,
  stages: readonly Stage[] = stagesIn(text),
  fleet: Fleet = readFleet(),
): Circumstances {
  const rates = mapEntries(text, 'schedule_rates');
  const models = mapEntries(text, 'model_settings');
  const main = models.ALEX_MODEL ?? DEFAULT_MODEL;
  const clock = byTheClock(stages, rates, fleet);
  return {
    stages,
    platform: textVariable(text, 'container_platform') === 'app_runner' ? 'app_runner' : 'ecs_express',
    fleet,
    clock,
    researchRuns: clock.reduce((sum, { researches, runs }) => sum + (researches ? runs : 0), 0),
    model: asSigned(main),
    researchModel: asSigned(models.ALEX_MODEL_RESEARCHER ?? main),
    modelKey: Object.entries(models).some(([name, value]) => name.startsWith('ALEX_MODEL') && wantsKey(value)),
    traceHeaders: textVariable(text, 'trace_headers_in_secret') === 'true',
    guarded: stages.includes('8-enterprise') && textVariable(text, 'guard_models') !== 'false',
  };
}

/** With this model for everything that is written, as it signs. */
export const writtenBy = (model: string, circumstances: Circumstances): Circumstances => ({
  ...circumstances,
  model,
  researchModel: model,
  modelKey: wantsKey(model),
});

const wantsKey = (model: string): boolean => model.startsWith('openai:');

/** A model's setting as the model signs: without the region, with the host of its server alone. */
export function asSigned(setting: string): string {
  try {
    return parseModelSetting('ALEX_MODEL', setting).name;
  } catch (error) {
    // Told as a fault of the file; nothing has a price by that name.
    if (error instanceof ConfigurationError) return setting;
    throw error;
  }
}

/**
 * A model that a person names: as ALEX_MODEL does, or as it signs a report (`openai:gpt-5@api.openai.com`).
 *
 * @throws {CommandError} for what ALEX_MODEL may not be
 */
export function namedModel(text: string): string {
  if (/^openai:\S+?@[\w.-]+(?::\d+)?$/.test(text)) return text;
  try {
    return parseModelSetting('--model', text).name;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [meant] = [`bedrock:${text}`, `openai:${text}@https://api.openai.com/v1`].filter(
      (setting) => priceOf(asSigned(setting)) !== null,
    );
    throw new CommandError(error.message, meant === undefined ? [] : [`Did you mean ${meant}?`]);
  }
}
