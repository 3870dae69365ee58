import type { CallLedger } from '../../../shared/agents/call-ledger.ts';
import type { Database } from '../../../shared/database/client.ts';
import type { CallBudget } from '../../../shared/database/model-calls.ts';
import { reserveRunCall, settleRunCall } from '../../../shared/database/research-calls.ts';

/** The ledger of one run: every call of a model is a row, and all together stay within the budget. */
export function runLedger(db: Database, runId: string, budget: CallBudget): CallLedger {
  return {
    reserve: (call) => reserveRunCall(db, runId, call, budget),
    settle: (id, end) => settleRunCall(db, id, end),
  };
}
