import type { Model } from '@openai/agents-core';
import type { Speaker } from '../agent-names.ts';
import type { AgentOptions } from '../agent-run.ts';
import { NARRATOR, NarratorModel } from './narrator/narrator.ts';
import { costOf } from './prices.ts';
import { selectModel } from './select-model.ts';

/** The model that plays an agent. */
export interface ChosenModel {
  /** How it signs. */
  name: string;
  model: Model;
  /** US dollars of so many tokens in and out; null where its price is not known. */
  usd: (inputTokens: number, outputTokens: number) => number | null;
}

/** A model without a price: one that a caller brought along. */
const brought = (model: Model): ChosenModel => ({
  name: model instanceof NarratorModel ? NARRATOR : 'custom',
  model,
  usd: () => null,
});

/**
 * The model of an agent: what the caller brought, else what the settings say. Rules judge what a model wrote that a caller
 * brought without a judge.
 *
 * @throws {ConfigurationError} for a setting that names no model
 */
export function chooseModel(agent: Speaker, { model, judge, environment }: AgentOptions): ChosenModel {
  const wanted = agent === 'judge' ? (judge ?? (typeof model === 'object' ? NARRATOR : model)) : model;
  if (typeof wanted === 'object') return brought(wanted);
  const { name, model: selected } = selectModel(
    agent,
    wanted === undefined ? (environment ?? {}) : { ALEX_MODEL: wanted },
  );
  const usd = (inputTokens: number, outputTokens: number) => costOf(name, { inputTokens, outputTokens });
  return { name, model: selected, usd };
}
