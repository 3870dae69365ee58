// A server takes the question, works on it, and the connection is lost: it may charge for that, whatever comes of the next try.
import { afterEach, describe, expect, test } from '@jest/globals';
import type { CallEnd, CallLedger, PlannedCall } from '../../../shared/agents/call-ledger.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import type { ModelServer, Script } from '../../setup/model-servers/reply.ts';
import { household } from '../../unit/agents/portfolios.ts';
import { wires } from './wires.ts';

const open: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Within so many tokens, as a job's own. */
function ledgerOf(budget = Infinity) {
  const calls: { planned: PlannedCall; end?: CallEnd }[] = [];
  let left = budget;
  const ledger: CallLedger = {
    reserve: (planned) => {
      if (planned.tokens > left) return Promise.resolve({ refused: "the job's budget leaves too little" });
      left -= planned.tokens;
      calls.push({ planned });
      return Promise.resolve({ id: String(calls.length - 1) });
    },
    settle: (id, end) => {
      const call = calls[Number(id)];
      if (call === undefined || call.end !== undefined) throw new Error('There is no such call under way.');
      call.end = end;
      if (end.inputTokens !== null && end.outputTokens !== null)
        left += call.planned.tokens - end.inputTokens - end.outputTokens;
      return Promise.resolve();
    },
  };
  return { ledger, calls, spent: () => budget - left };
}

const good = {
  headline: 'A portfolio',
  body: 'Your portfolio is worth $458,000.',
  observations: ['One.', 'Two.', 'Three.'],
};

describe.each(wires)('$name', (wire) => {
  const written = wire.says(JSON.stringify(good));
  const run = async (script: Script, ledger: CallLedger) => {
    const server = await wire.start(script);
    open.push(server);
    return { server, ...(await writeSummary(household.facts, { model: wire.model(server), ledger, threshold: 0 })) };
  };

  test.each(['cut', 'cut-midway'] as const)('an answer lost on the way is not settled as free: %s', async (stop) => {
    const { ledger, calls, spent } = ledgerOf(1_000_000);
    const { output } = await run([{ ...written, stop }, written], ledger);
    expect(output).toEqual(good);
    const [lost, answered] = calls;
    expect(lost?.end).toMatchObject({ outcome: 'failed', inputTokens: null, outputTokens: null, usd: null });
    expect(answered?.end).toMatchObject({ outcome: 'answered', retries: 0 });
    expect(answered?.planned).toEqual(lost?.planned);
    const { inputTokens, outputTokens } = answered?.end ?? {};
    expect(spent()).toBe((lost?.planned.tokens ?? 0) + (inputTokens ?? 0) + (outputTokens ?? 0));
  });

  test('what comes after a lost answer gives back nothing of it: the provider turns the next try away', async () => {
    const { ledger, calls, spent } = ledgerOf(1_000_000);
    await run([{ ...written, stop: 'cut-midway' }, wire.fails(429, { 'retry-after': '600' })], ledger);
    expect(calls.map(({ end }) => end?.inputTokens)).toEqual([null, 0]);
    expect(spent()).toBe(calls[0]?.planned.tokens);
  });

  test('a budget that has no room for a second try is not overdrawn by one', async () => {
    const { calls: once, ledger: open } = ledgerOf();
    await run([written], open);
    const { ledger, calls } = ledgerOf(1.5 * (once[0]?.planned.tokens ?? 0));
    const { server, author, degraded } = await run([{ ...written, stop: 'cut' }, written], ledger);
    expect(server.requests).toHaveLength(1);
    expect(calls).toHaveLength(1);
    expect([author.model, degraded]).toEqual(['narrator', "The job's budget leaves too little."]);
  });
});
