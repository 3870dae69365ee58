import type { Model } from '@openai/agents-core';
import type * as z from 'zod';
import type { author, GroundingCheck } from '../schemas/text.ts';

/** What a caller may settle about a run; all of it optional. */
export interface AgentOptions {
  /** The value of ALEX_MODEL, or a model itself. Absent: the narrator. */
  model?: string | Model | undefined;
  /** Milliseconds left for all of it, e.g. what the function has left less what it needs to store the result. */
  deadlineMs?: number;
  /** Ends the run with an error, whatever speaks. */
  signal?: AbortSignal;
  /** The clock, for dates that an answer carries. */
  now?: () => Date;
  /** Takes what happened, as structured entries; Powertools' Logger fits. */
  logger?: AgentLogger;
}

export interface AgentLogger {
  info(message: string, entry: Record<string, unknown>): void;
  warn(message: string, entry: Record<string, unknown>): void;
}

/** What an agent made, who wrote it, and what the check found. */
export interface AgentResult<T> {
  output: T;
  author: z.infer<typeof author>;
  check: GroundingCheck;
  /** Why the narrator wrote this in a model's place, one sentence; null where what was asked for did the work. */
  degraded: string | null;
}
