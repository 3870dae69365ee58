import type { CallLedger } from '../agents/call-ledger.ts';
import type { Database } from '../database/client.ts';
import { reserveCall, settleCall, type CallBudget } from '../database/model-calls.ts';

/** The ledger of one job: every call of a model is a row, and all together stay within the budget. */
export function jobLedger(db: Database, jobId: string, budget: CallBudget): CallLedger {
  return {
    reserve: (call) => reserveCall(db, jobId, call, budget),
    settle: (id, end) => settleCall(db, id, end),
  };
}
