import type { Model, ModelRequest, ModelResponse, StreamEvent } from '@openai/agents-core';

/** A model that keeps what it was made to say, so that an answer which was mended or replaced can still be scored. */
export class RecordingModel implements Model {
  /** Every answer in the order it came, as it was given. */
  readonly answers: string[] = [];
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  async getResponse(request: ModelRequest): Promise<ModelResponse> {
    const response = await this.#model.getResponse(request);
    this.answers.push(textOf(response));
    return response;
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
