import type { Model, ModelRequest, ModelResponse, StreamEvent } from '@openai/agents-core';

/** One call of a model, as it went. */
export interface ModelCall {
  inputTokens: number;
  outputTokens: number;
  durationMs: number;
  /** The text it answered with, whatever its form; empty when the call failed. */
  text: string;
  outcome: 'answered' | 'failed';
}

/** A model that notes each of its calls: what a repair turn quotes, and what a call cost. */
export class RecordedModel implements Model {
  readonly calls: ModelCall[] = [];
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  async getResponse(request: ModelRequest): Promise<ModelResponse> {
    const started = performance.now();
    const call: ModelCall = { inputTokens: 0, outputTokens: 0, durationMs: 0, text: '', outcome: 'failed' };
    this.calls.push(call);
    try {
      const response = await this.#model.getResponse(request);
      call.inputTokens = response.usage.inputTokens;
      call.outputTokens = response.usage.outputTokens;
      call.text = textOf(response);
      call.outcome = 'answered';
      return response;
    } finally {
      call.durationMs = performance.now() - started;
    }
  }

  getStreamedResponse(request: ModelRequest): AsyncIterable<StreamEvent> {
    return this.#model.getStreamedResponse(request);
  }
}

function textOf({ output }: ModelResponse): string {
  return output
    .flatMap((item) => (item.type === 'message' && item.role === 'assistant' ? item.content : []))
    .flatMap((part) => (part.type === 'output_text' ? [part.text] : []))
    .join('');
}
