import type { AgentOptions } from '../agents/agent-run.ts';
import type { CallLedger, PlannedCall } from '../agents/call-ledger.ts';
import { jobBudget, judgeThreshold } from '../agents/models/settings.ts';
import type { JobBudget } from '../agents/models/usual-budget.ts';
import { remainingMilliseconds } from '../aws/deadline.ts';
import { logger } from './logger.ts';
import { recordModelCall } from './metrics.ts';
import { trace } from './tracing.ts';

/** Milliseconds kept for what comes after the text, such as the answer. */
const RESERVE = 3000;

/**
 * How an agent is to run in an invocation that is no step of an analysis: with the models and the judge of the settings, in the time
 * that the function has left, and with the budget of a job (ALEX_JOB_TOKENS, ALEX_JOB_USD) for this invocation alone. Each call of a
 * model is a metric and a span; no row of the database keeps it.
 *
 * @throws {ConfigurationError} for a budget or a threshold that is none
 */
export function invocationOptions(): AgentOptions {
  const { env: environment } = process;
  const deadlineMs = Math.max(1, remainingMilliseconds() - RESERVE);
  const ledger = invocationLedger(jobBudget(environment));
  return { environment, ledger, threshold: judgeThreshold(environment), deadlineMs, logger, trace };
}

/** Keeps the calls of one invocation within a budget. One whose provider does not say what it used counts as all that was set aside. */
export function invocationLedger(budget: JobBudget): CallLedger {
  const underWay = new Map<string, PlannedCall>();
  let [calls, tokens, usd] = [0, 0, 0];
  return {
    reserve: (call) => {
      if (tokens + call.tokens > budget.tokens)
        return Promise.resolve({ refused: 'the invocation’s budget of tokens is used up' });
      if (usd + (call.usd ?? 0) > budget.usd)
        return Promise.resolve({ refused: 'the invocation’s budget of dollars is used up' });
      tokens += call.tokens;
      usd += call.usd ?? 0;
      calls += 1;
      underWay.set(`${calls}`, call);
      return Promise.resolve({ id: `${calls}` });
    },
    settle: (id, end) => {
      const call = underWay.get(id);
      if (call === undefined) return Promise.resolve();
      underWay.delete(id);
      if (end.inputTokens !== null && end.outputTokens !== null) {
        tokens += end.inputTokens + end.outputTokens - call.tokens;
        usd += (end.usd ?? call.usd ?? 0) - (call.usd ?? 0);
      }
      recordModelCall(call, end);
      return Promise.resolve();
    },
  };
}
