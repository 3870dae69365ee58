import type { Model, ModelRequest, StreamEvent } from '@openai/agents-core';
import { defaultRules } from './call-rules.ts';
import type { CallRules } from './call-rules.ts';
import { responseOf } from './response-of.ts';
import type { AnswerResponse, ProviderAnswer } from './response-of.ts';
import { withRetries } from './with-retries.ts';
import type { BeforeAgain } from './with-retries.ts';

/** One try of a request over some wire. @throws {FailedTry} and nothing else on purpose */
export type AskProvider = (request: ModelRequest, signal: AbortSignal) => Promise<ProviderAnswer>;

/** A request that is asked for before it is made again after a try that may have been charged for. */
export interface MeteredRequest extends ModelRequest {
  beforeAgain?: BeforeAgain;
}

/**
 * A model behind a network: asks, tries again what may pass, and gives back text or tool calls by what the answer holds.
 * `providerData` of a response: `retries` (tries beyond the first, or beyond the last that was asked for), `usageKnown` (false where the provider did not say),
 * `truncated` (the text ends where the tokens did).
 */
export class RemoteModel implements Model {
  readonly #ask: AskProvider;
  readonly #rules: CallRules;

  constructor(ask: AskProvider, rules: Partial<CallRules> = {}) {
    this.#ask = ask;
    this.#rules = { ...defaultRules, ...rules };
  }

  /** @throws {ModelCallError}, or what the request's `beforeAgain` throws */
  async getResponse(request: MeteredRequest): Promise<AnswerResponse> {
    const { signal, beforeAgain } = request;
    const ask = (untilThen: AbortSignal) => this.#ask(request, untilThen);
    const { value, retries } = await withRetries(ask, signal, this.#rules, beforeAgain);
    return responseOf(value, request, retries);
  }

  /** The whole answer at once: it is checked before anyone reads it, so nobody could be shown a part. */
  async *getStreamedResponse(request: ModelRequest): AsyncGenerator<StreamEvent> {
    yield { type: 'response_started' };
    const { output, usage, responseId = '' } = await this.getResponse(request);
    for (const item of output) {
      if (item.type === 'function_call') continue;
      for (const part of item.content) {
        if (part.type === 'output_text') yield { type: 'output_text_delta', delta: part.text };
      }
    }
    const { inputTokens, outputTokens, totalTokens } = usage;
    yield {
      type: 'response_done',
      response: { id: responseId, usage: { inputTokens, outputTokens, totalTokens }, output },
    };
  }
}
