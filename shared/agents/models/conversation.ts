import type { AgentInputItem, ModelRequest } from '@openai/agents-core';
import { FailedTry } from './failed-try.ts';

/** One thing said, in the terms that both wires share. `input` is JSON. */
export type Turn =
  | { kind: 'text'; role: 'system' | 'user' | 'assistant'; text: string }
  | { kind: 'call'; id: string; name: string; input: string }
  | { kind: 'result'; id: string; name: string; text: string };

/**
 * What the Agents SDK asks to be said. A model's reasoning is not sent back.
 *
 * @throws {FailedTry} `refused` for pictures, files, sound and hosted tools: Alex's agents read and write text
 */
export function turnsOf(input: ModelRequest['input']): Turn[] {
  return typeof input === 'string' ? [{ kind: 'text', role: 'user', text: input }] : input.flatMap(turnOf);
}

function turnOf(item: AgentInputItem): Turn[] {
  if ('role' in item) return [{ kind: 'text', role: item.role, text: textOf(item.content) }];
  switch (item.type) {
    case 'reasoning':
      return [];
    case 'function_call':
      return [{ kind: 'call', id: item.callId, name: item.name, input: item.arguments }];
    case 'function_call_result':
      return [{ kind: 'result', id: item.callId, name: item.name, text: resultText(item.output) }];
    default:
      throw unsendable(item.type);
  }
}

type Part = { type: string } & { text?: unknown; refusal?: unknown };

function textOf(content: string | readonly Part[]): string {
  return typeof content === 'string' ? content : content.map(partText).join('\n');
}

function resultText(output: string | Part | readonly Part[]): string {
  if (typeof output === 'string') return output;
  return 'type' in output ? partText(output) : output.map(partText).join('\n');
}

function partText({ type, text, refusal }: Part): string {
  if (typeof text === 'string') return text;
  if (typeof refusal === 'string') return refusal;
  throw unsendable(type);
}

function unsendable(what: unknown): FailedTry {
  return new FailedTry('refused', `Alex's models take text only, and this is ${String(what)}.`, { again: false });
}
