import type { CallLedger, PlannedCall } from '../agents/call-ledger.ts';
import type { Database } from '../database/client.ts';
import { reserveCall, settleCall, type CallBudget } from '../database/model-calls.ts';
import { recordModelCall } from './metrics.ts';

/** The ledger of one job: every call of a model is a row and a metric, and all together stay within the budget. */
export function jobLedger(db: Database, jobId: string, budget: CallBudget): CallLedger {
  const underWay = new Map<string, PlannedCall>();
  return {
    reserve: async (call) => {
      const reserved = await reserveCall(db, jobId, call, budget);
      if ('id' in reserved) underWay.set(reserved.id, call);
      return reserved;
    },
    settle: (id, end) => {
      const call = underWay.get(id);
      underWay.delete(id);
      if (call !== undefined) recordModelCall(call, end);
      return settleCall(db, id, end);
    },
  };
}
