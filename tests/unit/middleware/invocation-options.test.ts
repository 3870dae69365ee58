// An agent of one's own has no job behind it whose budget would hold it.
import { expect, test } from '@jest/globals';
import { invocationLedger } from '../../../shared/middleware/invocation-options.ts';
import type { CallEnd, PlannedCall } from '../../../shared/schemas/model-call.ts';

process.env.POWERTOOLS_METRICS_DISABLED = 'true';
const call = (tokens: number, usd: number | null): PlannedCall => ({
  ...{ agent: 'columnist', model: 'openai:m@a.example', purpose: 'answer', tokens, usd },
});
const end = (inputTokens: number | null, usd: number | null): CallEnd => ({
  ...{
    outcome: 'answered',
    inputTokens,
    outputTokens: inputTokens === null ? null : 0,
    usd,
    durationMs: 1,
    retries: 0,
  },
  detail: null,
});

test('calls of one invocation stay within its budget; what was set aside and not used is there again', async () => {
  const ledger = invocationLedger({ tokens: 100, usd: 1 });
  const first = await ledger.reserve(call(80, 0.1));
  expect(first).toEqual({ id: '1' });
  expect(await ledger.reserve(call(30, 0.1))).toEqual({ refused: 'the invocation’s budget of tokens is used up' });
  await ledger.settle('1', end(10, 0.01));
  expect(await ledger.reserve(call(30, 0.1))).toEqual({ id: '2' });
  expect(await ledger.reserve(call(30, 0.95))).toEqual({ refused: 'the invocation’s budget of dollars is used up' });
  // Nobody said what it used: it counts as all that was set aside.
  await ledger.settle('2', end(null, null));
  expect(await ledger.reserve(call(61, null))).toMatchObject({ refused: expect.stringContaining('tokens') });
  expect(await ledger.reserve(call(60, null))).toEqual({ id: '3' });
});
