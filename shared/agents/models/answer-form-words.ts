import type { ModelRequest } from '@openai/agents-core';

/**
 * The system instructions, and after them the form of the answer in words. Said even where a server can also be held to a
 * schema: a model that sees the form fills it better, and not every server can.
 */
export function instructionsOf({
  systemInstructions = '',
  outputType,
}: Pick<ModelRequest, 'systemInstructions' | 'outputType'>): string {
  if (typeof outputType === 'string') return systemInstructions;
  const form = `Give your final answer as one JSON object and nothing else: no code fence, no words before or after it. It has this JSON Schema:\n${JSON.stringify(outputType.schema)}`;
  return systemInstructions === '' ? form : `${systemInstructions}\n\n${form}`;
}
