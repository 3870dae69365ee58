import type { ModelRequest, ModelSettings } from '@openai/agents-core';
import { instructionsOf } from '../answer-form-words.ts';
import { namesOf, toolsOf } from '../asked-tools.ts';
import { turnsOf } from '../conversation.ts';
import type { Turn } from '../conversation.ts';
import type { ToolNames } from '../tool-names.ts';

interface WireCall {
  id: string;
  type: 'function';
  function: { name: string; arguments: string };
}
type WireMessage =
  | { role: 'system' | 'user'; content: string }
  | { role: 'assistant'; content: string | null; tool_calls?: WireCall[] }
  | { role: 'tool'; tool_call_id: string; content: string };

/** What a server calls the limit of answer tokens: OpenAI's newer models refuse `max_tokens`, most other servers know only that. */
export type TokenLimit = 'max_tokens' | 'max_completion_tokens';

export interface ChatRequestOptions {
  model: string;
  /** Whether the server is to be held to the form of the answer as well as told it. */
  withSchema: boolean;
  tokenLimit: TokenLimit;
}

/**
 * The body of a chat completion request. A turn that has tools gets no schema: strict servers then never call the tools.
 *
 * @returns whether a schema is in it, and the body
 */
export function chatRequest(request: ModelRequest, options: ChatRequestOptions): { body: object; hasSchema: boolean } {
  const { modelSettings, outputType } = request;
  const tools = toolsOf(request);
  const names = namesOf(tools);
  const hasSchema = options.withSchema && tools.length === 0 && typeof outputType !== 'string';
  const body = {
    model: options.model,
    messages: messagesOf(request, names),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, parameters }) => ({
        type: 'function',
        function: { name: names.wire(name), description, parameters },
      })),
      ...toolChoice(modelSettings.toolChoice, names),
    }),
    ...(hasSchema && {
      response_format: {
        type: 'json_schema',
        json_schema: { name: outputType.name, schema: outputType.schema, strict: outputType.strict },
      },
    }),
    ...(modelSettings.maxTokens !== undefined && { [options.tokenLimit]: modelSettings.maxTokens }),
    ...(modelSettings.temperature !== undefined && { temperature: modelSettings.temperature }),
    ...(modelSettings.topP !== undefined && { top_p: modelSettings.topP }),
  };
  return { body, hasSchema };
}

function messagesOf(request: ModelRequest, names: ToolNames): WireMessage[] {
  const instructions = instructionsOf(request);
  const messages: WireMessage[] = instructions === '' ? [] : [{ role: 'system', content: instructions }];
  for (const turn of turnsOf(request.input)) add(messages, turn, names);
  return messages;
}

/** Calls made at once belong to one message, that of the text before them if there is one. */
function add(messages: WireMessage[], turn: Turn, names: ToolNames): void {
  if (turn.kind === 'text') {
    messages.push({ role: turn.role, content: turn.text });
  } else if (turn.kind === 'result') {
    messages.push({ role: 'tool', tool_call_id: turn.id, content: turn.text });
  } else {
    const call: WireCall = {
      id: turn.id,
      type: 'function',
      function: { name: names.wire(turn.name), arguments: turn.input },
    };
    const last = messages.at(-1);
    if (last?.role === 'assistant') last.tool_calls = [...(last.tool_calls ?? []), call];
    else messages.push({ role: 'assistant', content: null, tool_calls: [call] });
  }
}

function toolChoice(choice: ModelSettings['toolChoice'], names: ToolNames): object {
  if (choice === undefined) return {};
  if (choice === 'auto' || choice === 'required' || choice === 'none') return { tool_choice: choice };
  return { tool_choice: { type: 'function', function: { name: names.wire(choice) } } };
}
