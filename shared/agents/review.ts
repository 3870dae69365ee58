import type * as z from 'zod';
import type { Fact } from '../schemas/fact.ts';
import type { AgentText } from '../schemas/text.ts';
import { checkGrounding } from './grounding/check-grounding.ts';
import type { Grounding } from './grounding/check-grounding.ts';

/** How the answer of an agent is judged: its form, what must be true of it besides, and the texts that state figures. */
export interface Judged<T> {
  answer: z.ZodType<T>;
  texts: (output: T) => string[];
  facts: readonly Fact[];
  /** What is wrong with a well-formed answer, one sentence each, e.g. a chart that does not exist. */
  problems?: (output: T) => string[];
}

/** The answer, if it has the form asked for, and everything that is wrong with it, worded for the model that wrote it. */
export interface Review<T> {
  answer: { output: T; grounding: Grounding } | null;
  problems: string[];
}

export function review<T>(raw: unknown, { answer, texts, facts, problems }: Judged<T>): Review<T> {
  const parsed = answer.safeParse(raw);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`);
    return { answer: null, problems: issues };
  }
  const output = parsed.data;
  const grounding = checkGrounding(texts(output), facts);
  const strays = grounding.strays.map((stray) => `"${stray}" is not among the facts`);
  return { answer: { output, grounding }, problems: [...strays, ...(problems?.(output) ?? [])] };
}

/** Titles and bodies: all that a reader sees of sections. */
export function textsOfSections({ sections }: AgentText): string[] {
  return sections.flatMap(({ title, body }) => [title, body]);
}
