import { sql } from 'drizzle-orm';
import type { CallEnd, PlannedCall } from '../schemas/model-call.ts';
import type { Queryable } from './client.ts';
import { exhausted, settledCall, type CallBudget, type Reserved } from './model-calls.ts';

/** As `reserveCall` does for a job: sets aside what a call of a run may use and notes the call, in one statement. */
export async function reserveRunCall(
  db: Queryable,
  runId: string,
  { agent, model, purpose, tokens, usd }: PlannedCall,
  budget: CallBudget,
): Promise<Reserved> {
  const { rows } = await db.execute<{ id: string | null; tokens_spent: number; running: boolean }>(sql`
    with budget as (
      update research_runs
      set model_calls = model_calls + 1, tokens_spent = tokens_spent + ${tokens},
        usd_spent = usd_spent + cast(${usd ?? 0} as numeric)
      where id = cast(${runId} as uuid) and status = 'running' and tokens_spent + ${tokens} <= ${budget.tokens}
        and usd_spent + cast(${usd ?? 0} as numeric) <= cast(${budget.usd} as numeric)
      returning id
    ), call as (
      insert into model_calls (run_id, agent, model, purpose, reserved_tokens, reserved_usd)
      select id, ${agent}, ${model}, ${purpose}, ${tokens}, cast(${usd} as numeric) from budget
      returning id
    )
    select (select cast(id as text) from call) as id, tokens_spent, status = 'running' as running
    from research_runs where id = cast(${runId} as uuid)`);
  const [row] = rows;
  if (row === undefined) return { refused: 'the run is not there any more' };
  if (row.id !== null) return { id: row.id };
  if (!row.running) return { refused: 'the run has ended' };
  return { refused: exhausted('run', tokens > budget.tokens - row.tokens_spent, budget) };
}

/** As `settleCall` does for a job. */
export async function settleRunCall(db: Queryable, id: string, call: CallEnd): Promise<void> {
  await db.execute(sql`
    with call as (${settledCall(id, call, 'run_id')})
    update research_runs
    set tokens_spent = tokens_spent - reserved_tokens + coalesce(tokens, reserved_tokens),
      usd_spent = usd_spent - reserved_usd + spent_usd
    from call where research_runs.id = call.run_id`);
}
