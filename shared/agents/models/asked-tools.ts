import type { ModelRequest } from '@openai/agents-core';
import { FailedTry } from './failed-try.ts';
import { portable } from './portable-schema.ts';
import { ToolNames } from './tool-names.ts';

/** A tool as a model is told of it. */
export interface AskedTool {
  name: string;
  description: string;
  /** JSON Schema of its arguments, in the part that every provider takes. */
  parameters: Record<string, unknown>;
}

/**
 * The tools of a request.
 *
 * @throws {FailedTry} `refused` for tools that a provider would have to host
 */
export function toolsOf({ tools, handoffs }: Pick<ModelRequest, 'tools' | 'handoffs'>): AskedTool[] {
  const own = tools.map((tool): AskedTool => {
    if (tool.type !== 'function') {
      throw new FailedTry('refused', `Alex's models take function tools only, and this is ${tool.type}.`, {
        again: false,
      });
    }
    return { name: tool.name, description: tool.description, parameters: recordOf(portable(tool.parameters)) };
  });
  const handovers = handoffs.map(({ toolName, toolDescription, inputJsonSchema }): AskedTool => {
    return { name: toolName, description: toolDescription, parameters: recordOf(portable(inputJsonSchema)) };
  });
  return [...own, ...handovers];
}

export function namesOf(tools: readonly AskedTool[]): ToolNames {
  return new ToolNames(tools.map(({ name }) => name));
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
