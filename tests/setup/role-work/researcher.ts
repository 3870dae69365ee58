import { expect } from '@jest/globals';
import type { Database } from '../../../shared/database/client.ts';
import { mostHeldInstruments } from '../../../shared/database/held-instruments.ts';
import { readMarket } from '../../../shared/database/market-cache.ts';
import { reserveRunCall, settleRunCall } from '../../../shared/database/research-calls.ts';
import * as runs from '../../../shared/database/research-runs.ts';
import type { StoredNote } from '../../../shared/schemas/research.ts';

const note: StoredNote = {
  title: 'Bond yields',
  asOf: '2026-11-20',
  markdown: '# Bond yields',
  tickers: ['BND'],
  sources: [],
  model: 'narrator',
};

/** Every statement that services/researcher has a database for. */
export async function wholeRun(db: Database): Promise<void> {
  const scheduledFor = new Date(Date.UTC(2026, 10, 20) + 1000 * Math.floor(Math.random() * 1e9)).toISOString();
  const { id } = await runs.requestRun(db, { topic: null, scheduledFor });
  await runs.findScheduledRun(db, scheduledFor);
  await runs.findStrandedRuns(db, 5);
  await runs.secondsToLapse(db, []);
  await runs.forgetOldRuns(db, 90);
  const lease = { owner: 'a', leaseSeconds: 60 };
  await runs.claimRun(db, id, lease);
  await runs.renewRun(db, id, lease);
  await runs.recentTopics(db, 7);
  await runs.unreadTopics(db, 7);
  expect((await mostHeldInstruments(db, 5)).map(({ symbol }) => symbol)).toEqual(['VTI']);
  expect((await readMarket(db, [{ symbol: 'VTI', from: '2026-11-01' }], '2026-11-20')).quotes).toHaveLength(1);
  const call = { agent: 'researcher', model: 'm', purpose: 'answer' as const, tokens: 10, usd: 0.01 };
  const reserved = await reserveRunCall(db, id, call, { tokens: 100, usd: 1 });
  if (!('id' in reserved)) throw new Error(reserved.refused);
  await settleRunCall(db, reserved.id, {
    outcome: 'answered',
    inputTokens: 4,
    outputTokens: 2,
    usd: 0.001,
    durationMs: 5,
    retries: 0,
    detail: null,
    answer: 'not kept',
  });
  await runs.noteProgress(db, id, 'a', { progress: [], topic: 'Bond yields' });
  await runs.releaseRun(db, id, 'a');
  await runs.claimRun(db, id, lease);
  await runs.failRun(db, id, 'a', { error: 'no', final: false });
  await runs.claimRun(db, id, lease);
  expect(await runs.completeRun(db, id, 'a', { note, degraded: null })).toBe(true);
  expect((await runs.readRun(db, id))?.cost).toEqual({ calls: 1, tokens: 6, usd: 0.001 });
}
