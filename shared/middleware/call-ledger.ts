import type { CallLedger } from '../agents/call-ledger.ts';
import type { Database } from '../database/client.ts';
import { reserveCall, settleCall, type CallBudget } from '../database/model-calls.ts';
import { ConfigurationError } from '../errors.ts';

const DEFAULTS = { ALEX_JOB_TOKENS: 200_000, ALEX_JOB_USD: 0.5 };

/** The ledger of one job: every call of a model is a row, and all together stay within the settings' budget. */
export function jobLedger(db: Database, jobId: string, environment = process.env): CallLedger {
  const budget = callBudget(environment);
  return {
    reserve: (call) => reserveCall(db, jobId, call, budget),
    settle: (id, end) => settleCall(db, id, end),
  };
}

/**
 * What all model calls of a job may use: ALEX_JOB_TOKENS, in and out (200,000), and ALEX_JOB_USD, US dollars (0.50). 0 allows
 * no call.
 *
 * @throws {ConfigurationError} for what is no number of that kind
 */
export function callBudget(environment: NodeJS.ProcessEnv): CallBudget {
  return { tokens: amount(environment, 'ALEX_JOB_TOKENS'), usd: amount(environment, 'ALEX_JOB_USD') };
}

function amount(environment: NodeJS.ProcessEnv, name: keyof typeof DEFAULTS): number {
  const said = environment[name]?.trim() ?? '';
  if (said === '') return DEFAULTS[name];
  const value = Number(said);
  if (Number.isFinite(value) && value >= 0 && (name === 'ALEX_JOB_USD' || Number.isInteger(value))) return value;
  throw new ConfigurationError(
    `${name} is "${said}"; it must be ${name === 'ALEX_JOB_USD' ? 'an amount of US dollars' : 'a whole number of tokens'}, 0 or more.`,
  );
}
