import type { Model } from '@openai/agents-core';
import type { Speaker } from '../agent-names.ts';
import { BedrockModel } from './bedrock/bedrock-model.ts';
import { guardrailsIn } from './bedrock/guardrails.ts';
import type { ModelSetting } from './model-setting.ts';
import { NarratorModel } from './narrator/narrator.ts';
import type { ApiKey } from './openai-compatible/api-key.ts';
import { ChatModel } from './openai-compatible/chat-model.ts';
import { apiKeyIn, modelSettingOf } from './settings.ts';
import type { Variables } from './settings.ts';

/** A model and how it signs: `narrator`, `bedrock:ID`, `openai:MODEL@HOST`. */
export interface SelectedModel {
  name: string;
  model: Model;
}

/** Clients are kept for as long as the process: a model is made once for each setting. */
const made = new Map<string, Model>();

/**
 * The model that an agent is to speak with: what ALEX_MODEL_<AGENT> names, else ALEX_MODEL, else the narrator.
 *
 * @throws {ConfigurationError} for a setting that names no model, saying which there are
 * @example const { name, model } = selectModel('reporter', process.env);
 */
export function selectModel(agent: Speaker, environment: Variables): SelectedModel {
  const setting = modelSettingOf(agent, environment);
  const given = setting.provider === 'openai' ? apiKeyIn(environment) : undefined;
  const guardrails = setting.provider === 'bedrock' ? environment.ALEX_MODEL_GUARDRAILS : undefined;
  const key = JSON.stringify([setting, typeof given === 'function' ? { secret: true } : given, guardrails]);
  const model = made.get(key) ?? make(setting, given, environment);
  made.set(key, model);
  return { name: setting.name, model };
}

function make(setting: ModelSetting, apiKey: ApiKey, environment: Variables): Model {
  switch (setting.provider) {
    case 'narrator':
      return new NarratorModel();
    case 'bedrock': {
      const region = setting.region ?? environment.AWS_REGION;
      const guardrails = guardrailsIn(environment.ALEX_MODEL_GUARDRAILS);
      return new BedrockModel({ ...setting, guardrail: guardrails.find((guardrail) => guardrail.region === region) });
    }
    case 'openai':
      return new ChatModel({ ...setting, apiKey });
  }
}
