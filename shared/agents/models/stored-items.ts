import * as z from 'zod';
import type { AnswerItem } from './response-of.ts';

const status = z.enum(['in_progress', 'completed', 'incomplete']);

/**
 * What a model's answer held, as it was stored: text and tool calls, as `AnswerItem` says. Of its own, for the Agents SDK's shapes of such items
 * bring along those of all others.
 *
 * @throws where it is no such answer
 */
export function storedItems(stored: unknown): AnswerItem[] {
  const text = z.object({ type: z.literal('output_text'), text: z.string() });
  const message = z.object({
    type: z.literal('message'),
    role: z.literal('assistant'),
    status,
    content: z.array(text),
  });
  const call = z.object({
    type: z.literal('function_call'),
    callId: z.string(),
    name: z.string(),
    arguments: z.string(),
    status,
  });
  return z.array(z.discriminatedUnion('type', [message, call])).parse(stored);
}
