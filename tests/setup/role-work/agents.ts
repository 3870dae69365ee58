import { expect } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type { Database } from '../../../shared/database/client.ts';
import { claimStepWithFacts, saveFacts } from '../../../shared/database/job-facts.ts';
import { saveJudgements } from '../../../shared/database/job-instruments.ts';
import * as steps from '../../../shared/database/job-steps.ts';
import { createJob } from '../../../shared/database/jobs.ts';
import { reserveCall, settleCall } from '../../../shared/database/model-calls.ts';
import type { Analysis } from '../../../shared/schemas/analysis.ts';

/** A job with facts, of which an agent knows nothing but its ID. Its owner makes it. */
export async function jobWithFacts(owner: Database): Promise<string> {
  const { rows } = await owner.execute<{ id: string }>(
    sql`insert into users (display_name) values ('Bea') returning cast(id as text) as id`,
  );
  const request = { goals: null, targets: null };
  const job = { userId: rows[0]?.id ?? '', request, asOf: '2026-11-20', seed: 1, idempotencyKey: null };
  const id = await createJob(owner, job);
  if (id === undefined) throw new Error('no job was made');
  await saveFacts(owner, id, { analysis: {} as Analysis, facts: [] });
  return id;
}

/** Every statement that the charter, the reporter, the retirement agent and the tagger have a database for. */
export async function wholeStep(db: Database, jobId: string): Promise<void> {
  const lease = { owner: 'a', leaseSeconds: 60 };
  expect((await claimStepWithFacts(db, jobId, 'report', lease))?.computed).toEqual({ analysis: {}, facts: [] });
  const call = { agent: 'reporter', model: 'm', purpose: 'answer' as const, tokens: 10, usd: 0.01, key: 'k' };
  const reserved = await reserveCall(db, jobId, call, { tokens: 100, usd: 1 });
  if (!('id' in reserved)) throw new Error('nothing was reserved');
  const used = { outcome: 'answered' as const, inputTokens: 4, outputTokens: 2, usd: 0.001, durationMs: 5, retries: 0 };
  await settleCall(db, reserved.id, { ...used, detail: null, answer: 'kept' });
  expect(await reserveCall(db, jobId, call, { tokens: 100, usd: 1 })).toEqual({ answer: 'kept' });
  expect(await steps.renewStep(db, jobId, 'report', lease)).toBe(true);
  await steps.failStep(db, jobId, 'report', 'a', 'no');
  expect(await steps.claimStep(db, jobId, 'report', lease)).toEqual({ attempt: 2 });
  const outcome = { result: { sections: [] }, detail: null, degraded: false };
  expect(await steps.completeStep(db, jobId, 'report', 'a', outcome)).toBe(true);
  expect(await steps.readStepStatus(db, jobId, 'report')).toEqual({ status: 'completed', degraded: false });
  const classification = {
    ...{ assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors: { energy: 1 } },
    ...{ source: 'model' as const, citation: 'm', asOf: '2026-11-20', confidence: 0.9 },
  };
  await saveJudgements(db, jobId, [{ symbol: 'XYZ', name: 'Xyz', type: 'stock', classification }]);
}
