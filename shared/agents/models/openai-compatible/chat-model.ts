import type { ModelRequest } from '@openai/agents-core';
import { defaultRules } from '../call-rules.ts';
import type { CallRules } from '../call-rules.ts';
import { FailedTry } from '../failed-try.ts';
import { RemoteModel } from '../remote-model.ts';
import type { ProviderAnswer } from '../response-of.ts';
import type { ApiKey } from './api-key.ts';
import { chatAnswer } from './chat-answer.ts';
import { chatFailure, hasError, isAboutSchema, isUnknownSetting } from './chat-failure.ts';
import { chatRequest } from './chat-request.ts';
import type { TokenLimit } from './chat-request.ts';
import { postJson } from './post-json.ts';

export interface ChatOptions {
  /** As the server calls it. */
  model: string;
  /** Up to the version, e.g. "https://api.openai.com/v1". */
  baseUrl: string;
  /** Sent as a bearer token. */
  apiKey?: ApiKey;
  rules?: Partial<CallRules>;
}

/**
 * A model behind OpenAI's chat completions, or any server that speaks them.
 *
 * @example new ChatModel({ model: 'qwen3', baseUrl: 'http://127.0.0.1:11434/v1' })
 */
export class ChatModel extends RemoteModel {
  constructor({ model, baseUrl, apiKey, rules: chosen = {} }: ChatOptions) {
    const rules = { ...defaultRules, ...chosen };
    const url = `${baseUrl.replace(/\/+$/u, '')}/chat/completions`;
    // Each until the server refuses it once.
    let tokenLimit: TokenLimit = new URL(url).hostname === 'api.openai.com' ? 'max_completion_tokens' : 'max_tokens';
    let isSwitched = false;
    let withSchema = true;
    super(async (request: ModelRequest, signal: AbortSignal): Promise<ProviderAnswer> => {
      const asked = tokenLimit;
      const { body, hasSchema } = chatRequest(request, { model, withSchema, tokenLimit: asked });
      const key = typeof apiKey === 'function' ? await apiKey() : apiKey;
      const answer = await postJson(url, body, { apiKey: key, signal, bytes: rules.answerBytes });
      const read = answer.status === 200 ? parsed(answer.text) : null;
      if (answer.status === 200 && !hasError(read)) return chatAnswer(read);
      if (isUnknownSetting(answer, asked)) {
        if (!isSwitched) tokenLimit = asked === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
        isSwitched = true;
        // Another call may have switched it since this one was made.
        if (asked !== tokenLimit) {
          throw new FailedTry('refused', `The provider calls the limit of its answer ${tokenLimit}.`, { again: true });
        }
      }
      if (hasSchema && isAboutSchema(answer)) {
        withSchema = false;
        throw new FailedTry('refused', 'The provider takes no schema for its answer.', { again: true });
      }
      throw chatFailure(answer, key);
    }, rules);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const advice = /^\s*</u.test(text) ? 'a web page answered, so the base URL may be wrong: it ends in /v1 at most servers' : undefined; // prettier-ignore
    throw new FailedTry('malformed', 'The provider answered with what is no JSON.', { again: false, advice, cause });
  }
}
