import * as z from 'zod';
import { AgentError } from '../../../errors.ts';
import { factSheet } from '../../../prompts/facts/fact-sheet.ts';
import { readFactSheet } from '../../../prompts/facts/read-fact-sheet.ts';
import { unfence } from '../../../prompts/fence.ts';
import type { FenceTag } from '../../../prompts/fence.ts';
import { readPortfolio } from './reading/read-portfolio.ts';
import type { Reading } from './reading/reading.ts';

/**
 * The facts of a prompt, arranged for writing.
 *
 * @throws {AgentError} not retryable, where the prompt has none that can be read
 */
export function readingIn(prompt: string): Reading {
  return readPortfolio(readFactSheet(dataIn(prompt, 'facts', factSheet)));
}

/** The question that a prompt asks to answer; null where it asks none. */
export const questionIn = (prompt: string): string | null =>
  unfenced(prompt, 'question') === undefined ? null : dataIn(prompt, 'question', z.object({ question: z.string() })).question; // prettier-ignore

/**
 * What stands in a prompt between the marks of a tag.
 *
 * @throws {AgentError} not retryable, where nothing of that form does
 */
export function dataIn<T>(prompt: string, tag: FenceTag, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(unfenced(prompt, tag));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : ` (${issue.path.join('.') || 'the whole'}: ${issue.message})`;
  throw new AgentError(`The narrator found no usable <${tag}> in the prompt${where}.`, { retryable: false });
}

function unfenced(prompt: string, tag: FenceTag): unknown {
  try {
    return unfence(prompt, tag);
  } catch (cause) {
    throw new AgentError(`The <${tag}> in the prompt are not JSON.`, { retryable: false, cause });
  }
}
