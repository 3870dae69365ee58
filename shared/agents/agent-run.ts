import type { Model } from '@openai/agents-core';
import type * as z from 'zod';
import type { Judgement } from '../schemas/judgement.ts';
import type { author, GroundingCheck } from '../schemas/text.ts';
import type { CallLedger } from './call-ledger.ts';
import type { Trace } from './trace.ts';

/** What a caller may settle about a run; all of it optional. */
export interface AgentOptions {
  /** The variables that name models (ALEX_MODEL, ALEX_MODEL_<AGENT>, …), e.g. process.env. Absent: the narrator writes. */
  environment?: Readonly<Record<string, string | undefined>>;
  /** In their place: a value of ALEX_MODEL for every agent, or a model itself. */
  model?: string | Model | undefined;
  /** Who judges, in the place of ALEX_MODEL_JUDGE. Absent where `model` is a model itself: rules. */
  judge?: string | Model | undefined;
  /** Below this overall score, 0 to 100, a model's text is written anew, and below it again the narrator writes. Default 70. */
  threshold?: number;
  /** Where the calls of models are noted and held to a budget. Absent: nowhere. */
  ledger?: CallLedger;
  /** Milliseconds left for all of it, e.g. what the function has left less what it needs to store the result. */
  deadlineMs?: number;
  /** Ends the run with an error, whatever speaks. */
  signal?: AbortSignal;
  /** The clock, for dates that an answer carries. */
  now?: () => Date;
  /** Takes what happened, as structured entries; Powertools' Logger fits. */
  logger?: AgentLogger;
  /** Puts each run and each call of a model into a span of the job's trace. Absent: nowhere. */
  trace?: Trace;
}

export interface AgentLogger {
  info(message: string, entry: Record<string, unknown>): void;
  warn(message: string, entry: Record<string, unknown>): void;
}

/** What an agent made, who wrote it, and what the checks found. */
export interface AgentResult<T> {
  output: T;
  author: z.infer<typeof author>;
  check: GroundingCheck;
  /** Null where there is no text to judge: choices and classifications are checked by code alone. */
  judgement: Judgement | null;
  /** Why the narrator wrote this in a model's place, in whole sentences; null where what was asked for did the work. */
  degraded: string | null;
}
