// Language models of every bad kind, made of the narrator's good answers: each spoils them in its own way.
import { Usage } from '@openai/agents-core';
import type { Model, ModelRequest, ModelResponse, StreamEvent } from '@openai/agents-core';
import { NarratorModel } from '../../../shared/agents/models/narrator/narrator.ts';
import { anyPart } from '../../../shared/agents/models/narrator/parts/any-part.ts';
import type { Players } from '../../../scripts/eval/models.ts';

/** What an actor makes of the narrator's answer; `form` is the name of the form asked for, `turn` counts from 1. */
export type Act = (answer: Record<string, unknown>, form: string, turn: number) => unknown;

class ActorModel implements Model {
  readonly #narrator = new NarratorModel(anyPart);
  readonly #act: Act;

  constructor(act: Act) {
    this.#act = act;
  }

  async getResponse(request: ModelRequest): Promise<ModelResponse> {
    const { outputType, input } = request;
    const form = typeof outputType === 'string' ? outputType : outputType.name;
    const said = await this.#narrator.getResponse(request);
    const [item] = said.output;
    const part = item?.type === 'message' && item.role === 'assistant' ? item.content[0] : undefined;
    const answer: unknown = JSON.parse(part?.type === 'output_text' ? part.text : '{}');
    const turn = typeof input === 'string' ? 1 : Math.ceil(input.length / 2);
    const text = JSON.stringify(this.#act(Object.assign({}, answer), form, turn));
    return {
      usage: new Usage({ inputTokens: 1000, outputTokens: 200, totalTokens: 1200 }),
      output: [{ type: 'message', role: 'assistant', status: 'completed', content: [{ type: 'output_text', text }] }],
    };
  }

  getStreamedResponse(): AsyncIterable<StreamEvent> {
    throw new Error('Nobody asks for a stream.');
  }
}

/** The actor in every part, judged by rules; `name` is one that the price table knows. */
export function played(act: Act, name = 'bedrock:openai.gpt-oss-20b-1:0'): Players {
  const model = new ActorModel(act);
  return (agent) => (agent === 'judge' ? { name: 'narrator', model: new NarratorModel(anyPart) } : { name, model });
}

/** Puts a sentence into every text of an answer. */
export function saying(sentence: string): Act {
  return (answer) => withSentence(answer, sentence);
}

const TEXTS = ['body', 'caption', 'rationale'];

function withSentence(value: unknown, sentence: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withSentence(one, sentence));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      TEXTS.includes(key) && typeof one === 'string' ? `${one} ${sentence}` : withSentence(one, sentence),
    ]),
  );
}
