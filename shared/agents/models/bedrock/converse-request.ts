import type {
  ContentBlock,
  ConverseCommandInput,
  InferenceConfiguration,
  Message,
  SystemContentBlock,
  Tool,
  ToolChoice,
  ToolConfiguration,
} from '@aws-sdk/client-bedrock-runtime';
import type { ModelRequest, ModelSettings } from '@openai/agents-core';
import * as z from 'zod';
import { instructionsOf } from '../answer-form-words.ts';
import { namesOf, toolsOf } from '../asked-tools.ts';
import type { AskedTool } from '../asked-tools.ts';
import { turnsOf } from '../conversation.ts';
import type { Turn } from '../conversation.ts';
import type { ToolNames } from '../tool-names.ts';

/** The content blocks of a tool's input and schema are JSON documents. */
type Document = NonNullable<ContentBlock.ToolUseMember['toolUse']['input']>;

/**
 * A request as Converse takes it. The form of the answer goes into the instructions and not into a tool or a schema: that way
 * it holds for every model on Bedrock, those without tools too, and a turn that also has tools still calls them.
 */
export function converseRequest(modelId: string, request: ModelRequest): ConverseCommandInput {
  const turns = turnsOf(request.input);
  const tools = toolsOf(request);
  const names = namesOf(tools);
  const toolConfig = toolConfiguration(tools, turns, names, request.modelSettings);
  return {
    modelId,
    system: systemOf(request, turns),
    messages: messagesOf(turns, names),
    inferenceConfig: inferenceOf(request.modelSettings),
    ...(toolConfig !== undefined && { toolConfig }),
  };
}

function systemOf(request: ModelRequest, turns: readonly Turn[]): SystemContentBlock[] {
  const later = turns.flatMap((turn) => (turn.kind === 'text' && turn.role === 'system' ? [turn.text] : []));
  return [instructionsOf(request), ...later].filter((text) => text.trim() !== '').map((text) => ({ text }));
}

/** User and assistant in turns, as Converse wants them: what the same one says on end is one message. Blank text is refused. */
function messagesOf(turns: readonly Turn[], names: ToolNames): Message[] {
  const messages: { role: 'user' | 'assistant'; content: ContentBlock[] }[] = [];
  for (const turn of turns) {
    if (turn.kind === 'text' && (turn.role === 'system' || turn.text.trim() === '')) continue;
    const role = turn.kind === 'call' || (turn.kind === 'text' && turn.role === 'assistant') ? 'assistant' : 'user';
    const block = blockOf(turn, names);
    const last = messages.at(-1);
    if (last?.role === role) last.content.push(block);
    else messages.push({ role, content: [block] });
  }
  return messages;
}

function blockOf(turn: Turn, names: ToolNames): ContentBlock {
  switch (turn.kind) {
    case 'text':
      return { text: turn.text };
    case 'call':
      return { toolUse: { toolUseId: turn.id, name: names.wire(turn.name), input: documentOf(turn.input) } };
    case 'result':
      return {
        toolResult: { toolUseId: turn.id, content: [{ text: turn.text.trim() === '' ? '(nothing)' : turn.text }] },
      };
  }
}

/** Always an object: a tool's arguments or its schema. */
function documentOf(json: string): Document {
  return z.record(z.string(), z.json()).parse(JSON.parse(json));
}

/** Converse wants the tools as long as the history has calls of them, those that the agent has no more too. */
function toolConfiguration(
  tools: readonly AskedTool[],
  turns: readonly Turn[],
  names: ToolNames,
  { toolChoice }: ModelSettings,
): ToolConfiguration | undefined {
  const known = new Set(tools.map(({ name }) => name));
  const past = new Set(turns.flatMap((turn) => (turn.kind === 'text' || known.has(turn.name) ? [] : [turn.name])));
  const gone = [...past].map((name): AskedTool => {
    return { name, description: 'No longer to be used.', parameters: { type: 'object', properties: {} } };
  });
  const all = [...tools, ...gone].map(({ name, description, parameters }): Tool => {
    const json = documentOf(JSON.stringify(parameters));
    return { toolSpec: { name: names.wire(name), description: description || name, inputSchema: { json } } };
  });
  if (all.length === 0) return undefined;
  const choice = choiceOf(toolChoice, names);
  return { tools: all, ...(choice !== undefined && { toolChoice: choice }) };
}

/** Converse has no "none": without a choice the model decides, and so it does with "auto", which some models know alone. */
function choiceOf(choice: ModelSettings['toolChoice'], names: ToolNames): ToolChoice | undefined {
  if (choice === undefined || choice === 'auto' || choice === 'none') return undefined;
  return choice === 'required' ? { any: {} } : { tool: { name: names.wire(choice) } };
}

function inferenceOf({ maxTokens, temperature, topP }: ModelSettings): InferenceConfiguration {
  return {
    ...(maxTokens !== undefined && { maxTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { topP }),
  };
}
