import type { AgentName } from '../../shared/agents/agent-names.ts';
import { parseModelSetting, type ModelSetting } from '../../shared/agents/models/model-setting.ts';
import { priceOf } from '../../shared/agents/models/prices.ts';
import { variableOf } from '../../shared/agents/models/settings.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { CommandError } from '../analysis/command-error.ts';

/** The model of each agent, as it signs; of one's own agents those that a setting of their own names. */
export type Models = Readonly<Record<AgentName, string>> & Readonly<Record<string, string>>;

/** The settings by which models are named: ALEX_MODEL, and the agents' own. */
export const namesModel = (setting: string): boolean => setting.startsWith('ALEX_MODEL');

/** Where terraform.tfvars has no model_settings: terraform/variables-functions.tf. */
export const DEFAULT_MODELS: Readonly<Record<string, string>> = {
  ALEX_MODEL: 'bedrock:openai.gpt-oss-120b-1:0@us-west-2',
};

/** By model_settings, as agents choose: an agent's own, else the one for all, else the narrator. */
export const modelsIn = (settings: Readonly<Record<string, string>>, own: readonly string[] = []): Models => ({
  ...Object.fromEntries(
    own.flatMap((name): [string, string][] => {
      const setting = settings[variableOf(name)];
      return setting === undefined ? [] : [[name, asSigned(setting)]];
    }),
  ),
  ...forAll((agent) => asSigned(settings[variableOf(agent)] ?? settings.ALEX_MODEL ?? 'narrator')),
});

/** One model for all. */
export const onlyModel = (model: string): Models => forAll(() => model);

const forAll = (model: (agent: AgentName) => string): Models => ({
  planner: model('planner'),
  tagger: model('tagger'),
  reporter: model('reporter'),
  charter: model('charter'),
  retirement: model('retirement'),
  researcher: model('researcher'),
  judge: model('judge'),
});

/** Whether a model is on a server that asks for a key. */
export const wantsKey = (model: string): boolean => model.startsWith('openai:');

/** The regions of Bedrock that settings name beside the deployment's own. */
export const regionsOf = (settings: Readonly<Record<string, string>>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => {
    const setting = namesModel(name) ? readSetting(value) : undefined;
    return setting?.provider === 'bedrock' && setting.region !== undefined ? [setting.region] : [];
  });

/** A model's setting as the model signs: without the region, with the host of its server alone. */
export const asSigned = (setting: string): string => readSetting(setting)?.name ?? setting;

/** One that cannot be is told as a fault of the file; nothing has a price by that name. */
function readSetting(setting: string): ModelSetting | undefined {
  try {
    return parseModelSetting('ALEX_MODEL', setting);
  } catch (error) {
    if (error instanceof ConfigurationError) return undefined;
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
