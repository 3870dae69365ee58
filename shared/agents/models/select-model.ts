import type { Model } from '@openai/agents-core';
import { ConfigurationError } from '../../errors.ts';
import type { AgentName } from '../agent-names.ts';
import { NARRATOR, NarratorModel } from './narrator/narrator.ts';

/** Where the setting is absent. */
export const DEFAULT_MODEL = NARRATOR;

/**
 * The model that a setting names, e.g. the value of ALEX_MODEL.
 *
 * @param agent for whom: the error names it, and a setting may come to differ by agent
 * @throws {ConfigurationError} for a setting that names no model, saying which there are
 */
export function selectModel(setting: string | undefined, agent: AgentName): Model {
  const wanted = setting?.trim() ?? '';
  if (wanted === '' || wanted === NARRATOR) return new NarratorModel();
  throw new ConfigurationError(
    `ALEX_MODEL is "${wanted}", which is no model that the ${agent} can use. It can be "${NARRATOR}" (the default).`,
  );
}
