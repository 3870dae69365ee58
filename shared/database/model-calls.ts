import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { CallEnd, ModelCall, ModelCost, PlannedCall } from '../schemas/model-call.ts';
import type { Queryable } from './client.ts';
import { joinPieces, piecesOf } from './large-values.ts';
import { toIso } from './moment.ts';
import { jobs, modelCalls } from './schema.ts';

/** The most that all model calls of one job, or of one run of the researcher, may use. */
export interface CallBudget {
  /** In and out. */
  tokens: number;
  /** US dollars; a model whose price is not known counts as nothing. */
  usd: number;
}

/** `refused`: what a person is told when a call is not made. */
export type Reserved = { id: string } | { refused: string };

/**
 * Sets aside what a call may use and notes the call, in one statement: of two agents that ask at once for the last of a
 * budget, one is refused. A job that has ended has none left. What the same request of this job was answered is given back
 * instead, and nothing is set aside. Where a model has answered none of the job's calls, the refusal says how it failed. A model that let a call of this job time out, and has answered none, is not asked again for
 * ten minutes: each step would wait as long as the first to find out the same.
 */
export async function reserveCall(
  db: Queryable,
  jobId: string,
  { agent, model, purpose, tokens, usd, key }: PlannedCall,
  budget: CallBudget,
): Promise<Reserved | { answer: unknown }> {
  const { rows } = await db.execute<{
    id: string | null;
    tokens_spent: number;
    ended: boolean;
    silent: boolean;
    failing: string | null;
    piece: string | null;
  }>(sql`
    with remembered as (
      select answer from model_calls
      where job_id = cast(${jobId} as uuid) and request_key = ${key ?? null} and answer is not null
      order by created_at limit 1
    ), silent as (
      select id from model_calls
      where job_id = cast(${jobId} as uuid) and model = ${model} and outcome = 'timed_out'
        and created_at > now() - interval '10 minutes' and not exists (
          select from model_calls
          where job_id = cast(${jobId} as uuid) and model = ${model} and outcome = 'answered'
        )
      limit 1
    ), failing as (
      select detail from model_calls
      where job_id = cast(${jobId} as uuid) and model = ${model} and outcome = 'failed' and detail is not null
        and not exists (
          select from model_calls
          where job_id = cast(${jobId} as uuid) and model = ${model} and outcome = 'answered'
        )
      order by created_at desc limit 1
    ), budget as (
      update jobs
      set model_calls = model_calls + 1, tokens_spent = tokens_spent + ${tokens},
        usd_spent = usd_spent + cast(${usd ?? 0} as numeric)
      where id = cast(${jobId} as uuid) and finished_at is null and tokens_spent + ${tokens} <= ${budget.tokens}
        and usd_spent + cast(${usd ?? 0} as numeric) <= cast(${budget.usd} as numeric)
        and not exists (select from remembered) and not exists (select from silent)
      returning id
    ), call as (
      insert into model_calls (job_id, agent, model, purpose, reserved_tokens, reserved_usd, request_key)
      select id, ${agent}, ${model}, ${purpose}, ${tokens}, cast(${usd} as numeric), ${key ?? null} from budget
      returning id
    )
    select (select cast(id as text) from call) as id, tokens_spent, finished_at is not null as ended,
      exists (select from silent) as silent, (select detail from failing) as failing, piece
    from jobs cross join ${piecesOf(sql.raw('(select cast(answer as text) from remembered)'))}
    where id = cast(${jobId} as uuid)
    order by number`);
  const [row] = rows;
  if (row === undefined) return { refused: 'the job is not there any more' };
  if (row.id !== null) return { id: row.id };
  if (row.ended) return { refused: 'the job has ended' };
  if (row.piece !== null) return { answer: joinPieces(rows.map(({ piece }) => piece)) };
  if (row.silent)
    return { refused: 'the model had let an earlier call of this job time out, so it was not asked again' };
  const refused = exhausted('job', tokens > budget.tokens - row.tokens_spent, budget);
  if (row.failing === null) return { refused };
  // What was set aside for calls that failed is what used the budget up: the cause is their failure.
  return { refused: `${row.failing.replace(/\.$/u, '')} each time this analysis asked it, and ${refused}` };
}

const dollars = (usd: number): string =>
  usd.toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 6 });

/** Why a call is not made. */
export function exhausted(whose: 'job' | 'run', tokens: boolean, budget: CallBudget): string {
  return tokens
    ? `the ${whose}'s budget of ${budget.tokens.toLocaleString('en-US')} tokens leaves too little for another call`
    : `the ${whose}'s budget of ${dollars(budget.usd)} leaves too little for another call`;
}

/**
 * Notes how a call went and gives back what it did not use, in one statement. A call that never said what it used keeps its
 * reservation: its provider may have charged for it. Settling twice changes nothing.
 */
export async function settleCall(db: Queryable, id: string, call: CallEnd): Promise<void> {
  await db.execute(sql`
    with call as (${settledCall(id, call, 'job_id')})
    update jobs
    set tokens_spent = tokens_spent - reserved_tokens + coalesce(tokens, reserved_tokens),
      usd_spent = usd_spent - reserved_usd + spent_usd
    from call where jobs.id = call.job_id`);
}

/** The statement that ends a call and tells what it was reserved with and what it used, for whoever it was made for. */
export function settledCall(id: string, call: CallEnd, owner: 'job_id' | 'run_id'): SQL {
  const { outcome, inputTokens, outputTokens, usd, durationMs, retries, detail, answer } = call;
  const kept = answer === undefined ? null : JSON.stringify(answer);
  const fits = kept !== null && Buffer.byteLength(kept) <= LONGEST_ANSWER;
  // The researcher, whose calls are a run's, may write no answers: a job's may be among them.
  const remembering = owner === 'run_id' ? sql`` : sql`, answer = cast(${fits ? kept : null} as json)`;
  return sql`
      update model_calls
      set outcome = ${outcome}, input_tokens = cast(${inputTokens} as integer),
        output_tokens = cast(${outputTokens} as integer), usd = cast(${usd} as numeric),
        duration_ms = cast(${Math.round(durationMs)} as integer), retries = cast(${retries} as integer),
        detail = cast(${detail} as text)${remembering}
      where id = cast(${id} as uuid) and outcome = 'running'
      returning ${sql.raw(owner)}, reserved_tokens, input_tokens + output_tokens as tokens,
        coalesce(reserved_usd, 0) as reserved_usd,
        case when input_tokens is null then coalesce(reserved_usd, 0) else coalesce(usd, 0) end as spent_usd`;
}

/** Bytes of an answer that is kept: the Data API answers 1 MiB, and each takes two at most there. No answer comes near it. */
const LONGEST_ANSWER = 250_000;

/** What the calls of a job were answered, which nobody needs once it has ended: part of the statement that ends it. */
export const forgettingAnswers = (db: Queryable, jobId: string) =>
  db.$with('forgotten').as(
    db
      .update(modelCalls)
      .set({ answer: null })
      .where(and(eq(modelCalls.jobId, jobId), isNotNull(modelCalls.answer)))
      .returning({ id: modelCalls.id }),
  );

export interface JobCalls {
  calls: ModelCall[];
  cost: ModelCost;
}

/** So many calls are listed: their rows have to fit into one answer of the Data API, 1 MiB. The cost is of all. */
const MOST_LISTED = 1000;

/** The calls of a job, the oldest first, and what they came to. A call that never said what it used has its reservation's fee. */
export async function readCalls(db: Queryable, jobId: string): Promise<JobCalls> {
  const rows = await db
    .select({
      agent: modelCalls.agent,
      model: modelCalls.model,
      purpose: modelCalls.purpose,
      outcome: modelCalls.outcome,
      startedAt: modelCalls.createdAt,
      inputTokens: modelCalls.inputTokens,
      outputTokens: modelCalls.outputTokens,
      durationMs: modelCalls.durationMs,
      retries: modelCalls.retries,
      usd: sql<
        string | null
      >`case when ${modelCalls.inputTokens} is null then ${modelCalls.reservedUsd} else ${modelCalls.usd} end`,
      detail: modelCalls.detail,
      spent: { calls: jobs.modelCalls, tokens: jobs.tokensSpent, usd: jobs.usdSpent },
    })
    .from(modelCalls)
    .innerJoin(jobs, eq(jobs.id, modelCalls.jobId))
    .where(eq(modelCalls.jobId, jobId))
    .orderBy(modelCalls.createdAt, modelCalls.id)
    .limit(MOST_LISTED);
  const calls = rows.map(({ spent: _spent, ...row }): ModelCall => {
    const { inputTokens, outputTokens, usd } = row;
    const told = { inputTokens: counted(inputTokens), outputTokens: counted(outputTokens), usd: fee(usd) };
    return { ...row, ...told, startedAt: toIso(row.startedAt) };
  });
  const { calls: count, tokens, usd } = rows[0]?.spent ?? { calls: 0, tokens: 0, usd: '0' };
  const known = calls.every((call) => call.usd !== null);
  const unsaid = calls.filter((call) => call.inputTokens === null).length;
  return { calls, cost: { calls: count, tokens: Math.max(0, tokens), usd: known ? (fee(usd) ?? 0) : null, unsaid } };
}

/** Rows of before usage was held to what can be may have been told of less than nothing: that is not told. */
const counted = (tokens: number | null): number | null => (tokens === null || tokens < 0 ? null : tokens);
const fee = (usd: string | null): number | null => (usd === null ? null : Math.max(0, Number(usd)));
