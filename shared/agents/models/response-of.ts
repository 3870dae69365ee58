import { Usage } from '@openai/agents-core';
import type { ModelRequest, ModelResponse, protocol } from '@openai/agents-core';
import { namesOf, toolsOf } from './asked-tools.ts';
import { extractJson } from './extract-json.ts';
import { ModelCallError } from './model-call-error.ts';
import type { TokenUsage } from './model-call-error.ts';

/** What a provider answered, in the terms that both wires share. */
export interface ProviderAnswer {
  text: string;
  /** `input` is JSON; `name` as it went over the wire. */
  calls: { id: string; name: string; input: string }[];
  /** The answer ends where the tokens did. */
  truncated: boolean;
  /** Undefined where the provider does not say. */
  usage: TokenUsage | undefined;
  requestId?: string | undefined;
}

/** What these models' responses hold: text, tool calls, nothing else. */
export type AnswerItem = protocol.AssistantMessageItem | protocol.FunctionCallItem;
export interface AnswerResponse extends ModelResponse {
  output: AnswerItem[];
}

/**
 * An answer as the Agents SDK takes it. What it holds decides what it is, whatever reason it gives for having stopped. Where a
 * form was asked for, the one JSON object in the text is the answer; text without one is given on as it is, for its repair.
 *
 * @throws {ModelCallError} `malformed` for nothing at all, a tool that there is not, or arguments that are no JSON object
 */
export function responseOf(answer: ProviderAnswer, request: ModelRequest, retries: number): AnswerResponse {
  const { usage, truncated, requestId } = answer;
  const malformed = (message: string) => new ModelCallError('malformed', message, { retries, usage });
  const names = namesOf(toolsOf(request));
  const calls = answer.calls.map(({ id, name, input }): AnswerItem => {
    const own = names.own(name);
    if (own === undefined) throw malformed('The model called a tool that it was not given.');
    if (!isJsonObject(input)) throw malformed(`The model called ${own} with arguments that are no JSON object.`);
    return { type: 'function_call', callId: id, name: own, arguments: input, status: 'completed' };
  });
  const text = request.outputType === 'text' ? answer.text : (extractJson(answer.text) ?? answer.text);
  const said = text.trim() === '' ? [] : [message(text, truncated)];
  if (calls.length === 0 && said.length === 0) {
    throw malformed(
      truncated ? 'The model used up its tokens before it answered.' : 'The model answered with nothing.',
    );
  }
  const { inputTokens = 0, outputTokens = 0 } = usage ?? {};
  return {
    usage: new Usage({ requests: 1, inputTokens, outputTokens, totalTokens: inputTokens + outputTokens }),
    output: [...said, ...calls],
    ...(requestId !== undefined && { responseId: requestId, requestId }),
    providerData: { retries, usageKnown: usage !== undefined, truncated },
  };
}

function message(text: string, truncated: boolean): AnswerItem {
  return {
    type: 'message',
    role: 'assistant',
    status: truncated ? 'incomplete' : 'completed',
    content: [{ type: 'output_text', text }],
  };
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
