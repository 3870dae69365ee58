import { Usage } from '@openai/agents-core';
import type { AgentInputItem, Model, ModelRequest, ModelResponse, StreamEvent } from '@openai/agents-core';
import { AgentError } from '../../../errors.ts';
import type { Play } from './play.ts';

/** How the narrator signs. */
export const NARRATOR = 'narrator';

/**
 * Alex's own rule-based writer in the place of a language model: it reads the data out of the very prompt that any model
 * would get, and answers in the form that the request asks for. The same prompt gives the same answer; nothing is sent
 * anywhere; no tokens are used.
 *
 * @throws {AgentError} for a request of an agent it does not play, or without the data that the agent needs
 */
export class NarratorModel implements Model {
  readonly #play: Play | undefined;

  /** @param play the part that it plays; without one it can be chosen, but not asked: each agent's task brings its part */
  constructor(play?: Play) {
    this.#play = play;
  }

  getResponse(request: ModelRequest): Promise<ModelResponse> {
    try {
      const text = answer(request, this.#play);
      return Promise.resolve({ usage: new Usage(), output: [message(text)], responseId: NARRATOR });
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async *getStreamedResponse(request: ModelRequest): AsyncGenerator<StreamEvent> {
    const text = await Promise.resolve(request).then((asked) => answer(asked, this.#play));
    yield { type: 'response_started' };
    // Paragraph by paragraph, as a person would read it.
    for (const delta of text.split(/(?<=\\n\\n)/)) yield { type: 'output_text_delta', delta };
    yield {
      type: 'response_done',
      response: { id: NARRATOR, usage: { inputTokens: 0, outputTokens: 0, totalTokens: 0 }, output: [message(text)] },
    };
  }
}

function answer({ input, outputType }: ModelRequest, play: Play | undefined): string {
  const question = typeof input === 'string' ? input : firstQuestion(input);
  const asked = typeof outputType === 'string' ? outputType : outputType.name;
  if (play === undefined) {
    throw new AgentError(`The narrator was asked for "${asked}" and has no part to play.`, { retryable: false });
  }
  return JSON.stringify(play(question, asked));
}

/** The first message holds the data; later ones are repair turns, of which a deterministic writer can make nothing. */
function firstQuestion(items: readonly AgentInputItem[]): string {
  for (const item of items) {
    if (!('role' in item) || item.role !== 'user') continue;
    if (typeof item.content === 'string') return item.content;
    return item.content.flatMap((part) => (part.type === 'input_text' ? [part.text] : [])).join('\n');
  }
  return '';
}

function message(text: string) {
  return {
    type: 'message' as const,
    role: 'assistant' as const,
    status: 'completed' as const,
    content: [{ type: 'output_text' as const, text }],
  };
}
