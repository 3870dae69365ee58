import { sql } from 'drizzle-orm';
import type { CallOutcome, CallPurpose, ModelCall, ModelCost } from '../schemas/model-call.ts';
import type { Queryable } from './client.ts';
import { toIso } from './moment.ts';

/** The most that all model calls of one job may use. */
export interface CallBudget {
  /** In and out. */
  tokens: number;
  /** US dollars; a model whose price is not known counts as nothing. */
  usd: number;
}

/** A call that is about to be made, with the most it may use. */
export interface CallReservation {
  agent: string;
  model: string;
  purpose: CallPurpose;
  tokens: number;
  /** US dollars; null: the model's price is not known. */
  usd: number | null;
}

/** How a call went; null where the provider did not say what it used. */
export interface CallSettlement {
  outcome: Exclude<CallOutcome, 'running'>;
  inputTokens: number | null;
  outputTokens: number | null;
  usd: number | null;
  durationMs: number;
  retries: number;
  detail: string | null;
}

/** What a person is told when a call is not made. */
export type Reserved = { id: string } | { refused: string };

/**
 * Sets aside what a call may use and notes the call, in one statement: of two agents that ask at once for the last of a
 * budget, one is refused. A job that has ended has none left.
 */
export async function reserveCall(
  db: Queryable,
  jobId: string,
  { agent, model, purpose, tokens, usd }: CallReservation,
  budget: CallBudget,
): Promise<Reserved> {
  const { rows } = await db.execute<{ id: string | null; tokens_spent: number; ended: boolean }>(sql`
    with budget as (
      update jobs
      set model_calls = model_calls + 1, tokens_spent = tokens_spent + ${tokens},
        usd_spent = usd_spent + cast(${usd ?? 0} as numeric)
      where id = cast(${jobId} as uuid) and finished_at is null and tokens_spent + ${tokens} <= ${budget.tokens}
        and usd_spent + cast(${usd ?? 0} as numeric) <= cast(${budget.usd} as numeric)
      returning id
    ), call as (
      insert into model_calls (job_id, agent, model, purpose, reserved_tokens, reserved_usd)
      select id, ${agent}, ${model}, ${purpose}, ${tokens}, cast(${usd} as numeric) from budget
      returning id
    )
    select (select cast(id as text) from call) as id, tokens_spent, finished_at is not null as ended
    from jobs where id = cast(${jobId} as uuid)`);
  const [row] = rows;
  if (row === undefined) return { refused: 'the job is not there any more' };
  if (row.id !== null) return { id: row.id };
  if (row.ended) return { refused: 'the job has ended' };
  return { refused: exhausted(tokens > budget.tokens - row.tokens_spent, budget) };
}

function exhausted(tokens: boolean, budget: CallBudget): string {
  return tokens
    ? `the job's budget of ${budget.tokens.toLocaleString('en-US')} tokens is used up`
    : `the job's budget of $${budget.usd.toFixed(2)} is used up`;
}

/**
 * Notes how a call went and gives back what it did not use, in one statement. A call that never said what it used keeps its
 * reservation: its provider may have charged for it. Settling twice changes nothing.
 */
export async function settleCall(db: Queryable, id: string, call: CallSettlement): Promise<void> {
  const { outcome, inputTokens, outputTokens, usd, durationMs, retries, detail } = call;
  await db.execute(sql`
    with call as (
      update model_calls
      set outcome = ${outcome}, input_tokens = cast(${inputTokens} as integer),
        output_tokens = cast(${outputTokens} as integer), usd = cast(${usd} as numeric),
        duration_ms = cast(${Math.round(durationMs)} as integer), retries = cast(${retries} as integer),
        detail = cast(${detail} as text)
      where id = cast(${id} as uuid) and outcome = 'running'
      returning job_id, reserved_tokens, input_tokens + output_tokens as tokens,
        coalesce(reserved_usd, 0) as reserved_usd,
        case when input_tokens is null then coalesce(reserved_usd, 0) else coalesce(usd, 0) end as spent_usd
    )
    update jobs
    set tokens_spent = tokens_spent - reserved_tokens + coalesce(tokens, reserved_tokens),
      usd_spent = usd_spent - reserved_usd + spent_usd
    from call where jobs.id = call.job_id`);
}

interface CallRow extends Omit<ModelCall, 'usd'> {
  usd: number | null;
  reservedTokens: number;
  reservedUsd: number | null;
}

/** All calls of a job as one JSON value, the oldest first: part of a statement that reads the job's row. */
export const callsJson = sql<string | null>`(select json_agg(json_build_object('agent', agent, 'model', model,
  'purpose', purpose, 'outcome', outcome, 'startedAt', created_at, 'inputTokens', input_tokens, 'outputTokens',
  output_tokens, 'durationMs', duration_ms, 'retries', retries, 'usd', usd, 'detail', detail, 'reservedTokens',
  reserved_tokens, 'reservedUsd', reserved_usd) order by created_at, id) from model_calls where job_id = jobs.id)`;

export interface JobCalls {
  calls: ModelCall[];
  cost: ModelCost;
}

/** What `callsJson` answered, and what the calls came to; undefined where there was none. */
export function readCalls(json: string | null): JobCalls | undefined {
  if (json === null) return undefined;
  const rows = JSON.parse(json) as CallRow[];
  const calls = rows.map(({ reservedTokens: _tokens, reservedUsd, ...row }): ModelCall => {
    const usd = row.inputTokens === null ? reservedUsd : row.usd;
    return { ...row, startedAt: toIso(row.startedAt), usd };
  });
  const used = rows.map((row) =>
    row.inputTokens === null ? row.reservedTokens : row.inputTokens + (row.outputTokens ?? 0),
  );
  const usd = calls.every((call) => call.usd !== null) ? calls.reduce((sum, call) => sum + (call.usd ?? 0), 0) : null;
  return { calls, cost: { calls: calls.length, tokens: used.reduce((sum, tokens) => sum + tokens, 0), usd } };
}
