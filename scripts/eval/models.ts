import type { Model } from '@openai/agents-core';
import type { AgentName } from '../../shared/agents/agent-names.ts';
import { NarratorModel } from '../../shared/agents/models/narrator/narrator.ts';
import { selectModel } from '../../shared/agents/models/select-model.ts';
import type { Variables } from '../../shared/agents/models/settings.ts';
import { RecordingModel } from './recording-model.ts';

/** Who plays an agent in a run, under the name that it has in the price table. */
export interface Player {
  name: string;
  model: Model;
}
export type Players = (agent: AgentName) => Player;

/** The models of settings, as the functions would select them. */
export function playersOf(settings: Variables): Players {
  return (agent) => selectModel(agent, settings);
}

/** A player for one task, with what it says kept; the narrator is known by its class and plays as it is. */
export function recorded({ name, model }: Player): Player & { answers: () => readonly string[] } {
  if (model instanceof NarratorModel) return { name, model, answers: () => [] };
  const recording = new RecordingModel(model);
  return { name, model: recording, answers: () => recording.answers };
}
