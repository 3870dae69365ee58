import { randomUUID } from 'node:crypto';
import type { Database } from '../../shared/database/client.ts';
import { saveFacts } from '../../shared/database/job-facts.ts';
import { readJobInstruments } from '../../shared/database/job-instruments.ts';
import { readSnapshot } from '../../shared/database/job-lines.ts';
import { claimJob, createJob } from '../../shared/database/jobs.ts';
import { takeDocumentSnapshot } from '../../shared/database/snapshot/take-document.ts';
import { analyze } from '../../shared/finance/analyze.ts';
import { factsOf } from '../../shared/finance/facts.ts';
import { portfolio, type Portfolio } from '../../shared/schemas/portfolio.ts';
import { CheckFailed } from './checks.ts';

export const AS_OF = '2026-09-30';
export const GOALS = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 10_000 };
const SEED = 1;

/** Small, and with one instrument that nobody has classified. Its prices are made up, and say so. */
export const smallPortfolio: Portfolio = portfolio.parse({
  accounts: [
    {
      name: 'Test account',
      type: 'taxable',
      cash: [{ amount: '5000' }],
      positions: [
        { symbol: 'VTI', quantity: '100', ...priced('300') },
        { symbol: 'BND', quantity: '200', ...priced('72') },
        { symbol: 'TEST-FUND', name: 'Example S&P 500 Index Fund', quantity: '50', ...priced('20') },
      ],
    },
  ],
});

/** The instrument of it that nobody has classified. */
export const untagged = { symbol: 'TEST-FUND', name: 'Example S&P 500 Index Fund' };

function priced(price: string) {
  return { price, priceAsOf: AS_OF, priceSource: 'made up for a test' };
}

/** Longer than all agents take, seconds: while somebody holds a job nobody else takes it up. */
const LEASE = 1800;

export interface SmokeJob {
  id: string;
  asOf: string;
  /** Holds it, as a planner would. */
  owner: string;
}

/** A job as the planner has it when it asks the tagger. It is held by the test: neither queue nor sweeper has to do with it. */
export async function makeJob(db: Database, userId: string): Promise<SmokeJob> {
  const owner = `smoke-${randomUUID()}`;
  const request = { goals: GOALS, targets: null };
  const id = await db.transaction(async (tx) => {
    const made = await createJob(tx, { userId, request, asOf: AS_OF, seed: SEED, idempotencyKey: null });
    if (made === undefined) throw new CheckFailed('The test job could not be made.');
    await takeDocumentSnapshot(tx, { id: made, userId, asOf: AS_OF }, smallPortfolio);
    // In the same transaction, so that the sweeper never sees it waiting.
    if ((await claimJob(tx, made, { owner, leaseSeconds: LEASE })) === undefined) {
      throw new CheckFailed('The test job could not be taken.');
    }
    return made;
  });
  return { id, asOf: AS_OF, owner };
}

/** What the planner computes before it asks the other agents. @returns how many facts */
export async function storeFacts(db: Database, { id, asOf }: SmokeJob): Promise<number> {
  const lines = await readSnapshot(db, id);
  const instruments = await readJobInstruments(db, id);
  const analysis = analyze({ asOf, baseCurrency: 'USD', lines, instruments, seed: SEED, goals: GOALS });
  const facts = factsOf(analysis);
  await saveFacts(db, id, { analysis, facts });
  return facts.length;
}
