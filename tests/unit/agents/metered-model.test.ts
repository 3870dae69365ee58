// What a call may cost is asked for before it is made, and told after it, however it ends.
import {
  ScriptedModel,
  assistantMessage,
  modelError,
  modelResponder,
  modelResponse,
} from '@openai/agents-core/testing';
import { Usage, type Model } from '@openai/agents-core';
import { describe, expect, test } from '@jest/globals';
import type { AgentOptions } from '../../../shared/agents/agent-run.ts';
import type { CallEnd, CallLedger, PlannedCall } from '../../../shared/agents/call-ledger.ts';
import { ModelCallError } from '../../../shared/agents/models/model-call-error.ts';
import type { MeteredRequest } from '../../../shared/agents/models/remote-model.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { household } from './portfolios.ts';

const { facts } = household;
const good = { headline: 'A portfolio', body: 'It may fall.', observations: ['One thing.'] };
const lying = { ...good, body: 'It is worth $9,876,543.' };
const says = (answer: unknown, providerData: Record<string, unknown> = {}) =>
  modelResponse({
    output: [assistantMessage(JSON.stringify(answer))],
    usage: new Usage({ inputTokens: 900, outputTokens: 50, totalTokens: 950 }),
    providerData,
  });

interface Entry {
  planned: PlannedCall;
  end: CallEnd | undefined;
}

/** A ledger that notes what it is told, and refuses after so many calls. */
function ledgerOf({ allowed = Infinity, settling = () => Promise.resolve() } = {}) {
  const entries: Entry[] = [];
  const ledger: CallLedger = {
    reserve: (planned) => {
      if (entries.length >= allowed) return Promise.resolve({ refused: "the job's budget of 7 tokens is used up" });
      entries.push({ planned, end: undefined });
      return Promise.resolve({ id: String(entries.length - 1) });
    },
    settle: async (id, end) => {
      await settling();
      const entry = entries[Number(id)];
      if (entry !== undefined) entry.end = end;
    },
  };
  return { ledger, entries };
}
const run = (options: AgentOptions) => writeSummary(facts, { threshold: 0, ...options });

describe('a call of a model', () => {
  test('is reserved with the most it may use, and settled with what it used', async () => {
    const { ledger, entries } = ledgerOf();
    const model = new ScriptedModel([says(lying, { retries: 2 }), says(good)]);
    await run({ model, ledger });
    expect(entries.map(({ planned }) => [planned.agent, planned.purpose, planned.model])).toEqual([
      ['planner', 'answer', 'custom'],
      ['planner', 'repair', 'custom'],
    ]);
    const prompt = JSON.stringify(model.firstCall?.request.input).length;
    expect(entries[0]?.planned.tokens).toBeGreaterThan(prompt / 3.5 + 8000);
    expect(entries[0]?.planned.tokens).toBeLessThan(prompt / 2 + 8000);
    expect(entries[0]?.end).toMatchObject({
      outcome: 'answered',
      inputTokens: 900,
      outputTokens: 50,
      retries: 2,
      usd: null,
    });
    expect(model.firstCall?.request.modelSettings.maxTokens).toBe(8000);
  });

  test('that an earlier run had paid for is not made again, and the text is the same', async () => {
    const kept = new Map<string, unknown>();
    const settled = new Map<string, string>();
    const ledger: CallLedger = {
      reserve: ({ key = '' }) => {
        if (kept.has(key)) return Promise.resolve({ answer: kept.get(key) });
        settled.set(String(settled.size), key);
        return Promise.resolve({ id: String(settled.size - 1) });
      },
      settle: (id, { answer }) => {
        kept.set(settled.get(id) ?? '', JSON.parse(JSON.stringify(answer)));
        return Promise.resolve();
      },
    };
    const first = new ScriptedModel([says(lying), says(good)]);
    const made = await run({ model: first, ledger });
    expect(first.calls).toHaveLength(2);
    const second = new ScriptedModel([]);
    expect(await run({ model: second, ledger })).toEqual(made);
    expect(second.calls).toHaveLength(0);
  });

  test('asked twice of one run is made twice', async () => {
    const keys: (string | undefined)[] = [];
    const { ledger } = ledgerOf();
    const model = new ScriptedModel([says({}), says({})]);
    const noting: CallLedger = { ...ledger, reserve: (call) => (keys.push(call.key), ledger.reserve(call)) };
    await run({ model, ledger: noting });
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is not made again where another run was answered while this one waited to: that answer is used', async () => {
    const answered = (answer: unknown) => ({
      usage: new Usage(),
      output: [assistantMessage(JSON.stringify(answer))],
    });
    const { ledger, entries } = ledgerOf();
    const reserve: CallLedger['reserve'] = (call) =>
      entries.length === 0 ? ledger.reserve(call) : Promise.resolve({ answer: answered(good).output });
    let tries = 0;
    const model: Model = {
      getResponse: async ({ beforeAgain }: MeteredRequest) => {
        tries += 1;
        await beforeAgain?.(new ModelCallError('unavailable', 'x', { retries: 0 }));
        tries += 1;
        return answered(lying);
      },
      getStreamedResponse: () => {
        throw new Error('nobody streams');
      },
    };
    const made = await run({ model, ledger: { ...ledger, reserve } });
    expect(made).toMatchObject({ output: good, author: { model: 'custom' }, degraded: null });
    expect(tries).toBe(1);
    // The try that was lost may have been charged for, and stays a call of its own.
    expect(entries.map(({ end }) => end)).toEqual([
      expect.objectContaining({ outcome: 'failed', inputTokens: null, outputTokens: null }),
    ]);
  });

  test('is not made where the budget does not allow it: the narrator writes, and the reason is the budget', async () => {
    const { ledger } = ledgerOf({ allowed: 0 });
    const model = new ScriptedModel([says(good)]);
    const made = await run({ model, ledger });
    expect(model.calls).toHaveLength(0);
    expect(made).toMatchObject({ author: { model: 'narrator' }, degraded: "The job's budget of 7 tokens is used up." });
  });

  test('of the judge is held to the same budget, and a text that cannot be judged does not pass', async () => {
    const { ledger, entries } = ledgerOf({ allowed: 1 });
    const [model, judge] = [new ScriptedModel([says(good)]), new ScriptedModel([says({})])];
    const made = await run({ model, judge, ledger });
    expect(entries).toHaveLength(1);
    expect(judge.calls).toHaveLength(0);
    expect(made.degraded).toBe("The job's budget of 7 tokens is used up.");
  });

  test.each([
    [
      'turned away',
      new ModelCallError('throttled', 'x', { retries: 3 }),
      { outcome: 'failed', inputTokens: 0, retries: 3 },
    ],
    ['lost', new ModelCallError('unavailable', 'x', { retries: 1 }), { outcome: 'failed', inputTokens: null }],
    [
      'filtered, and says what it used',
      new ModelCallError('content_filter', 'x', { retries: 0, usage: { inputTokens: 800, outputTokens: 1 } }),
      { outcome: 'refused', inputTokens: 800, outputTokens: 1 },
    ],
    ['broken', new Error('what the provider said'), { outcome: 'failed', inputTokens: null }],
  ])('that was %s is settled so, with a reason in our own words', async (_name, error, end) => {
    const { ledger, entries } = ledgerOf();
    await run({ model: new ScriptedModel([modelError(error)]), ledger });
    expect(entries[0]?.end).toMatchObject(end);
    expect(entries[0]?.end?.detail).toMatch(/^The .*\.$/);
    expect(entries[0]?.end?.detail).not.toContain('what the provider said');
  });

  test('that outlasts the deadline is settled before the run ends, though the model pays no heed', async () => {
    const { ledger, entries } = ledgerOf({ settling: () => new Promise((resolve) => setImmediate(resolve)) });
    const model = new ScriptedModel([modelResponder(() => Promise.withResolvers<never>().promise)]);
    await run({ model, ledger, deadlineMs: 1600 });
    expect(entries[0]?.end).toMatchObject({ outcome: 'timed_out', inputTokens: null });
  });

  test('for which there is no time is not made', async () => {
    const { ledger, entries } = ledgerOf();
    const model = new ScriptedModel([says(good)]);
    expect((await run({ model, ledger, deadlineMs: 900 })).author.model).toBe('narrator');
    expect([entries, model.calls]).toEqual([[], []]);
  });

  test('that its caller stops is settled as cancelled', async () => {
    const { ledger, entries } = ledgerOf();
    const controller = new AbortController();
    const model = new ScriptedModel([
      modelResponder(() => {
        controller.abort(new Error('lease lost'));
        return Promise.withResolvers<never>().promise;
      }),
    ]);
    await expect(run({ model, ledger, signal: controller.signal })).rejects.toMatchObject({ retryable: true });
    expect(entries[0]?.end).toMatchObject({ outcome: 'cancelled' });
  });

  test('is not made where it cannot be noted, and an answer that cannot be settled is used', async () => {
    const model = new ScriptedModel([says(good)]);
    const reserve = () => Promise.reject(new Error('Failed query … params: a name'));
    const made = await run({ model, ledger: { ...ledgerOf().ledger, reserve } });
    expect(model.calls).toHaveLength(0);
    expect(made.degraded).toBe('The call could not be noted, so it was not made.');
    const { ledger } = ledgerOf({ settling: () => Promise.reject(new Error('no database')) });
    expect(await run({ model, ledger })).toMatchObject({ author: { model: 'custom' }, degraded: null });
  });

  test('of the narrator is none', async () => {
    const { ledger, entries } = ledgerOf({ allowed: 0 });
    expect(await run({ ledger })).toMatchObject({ author: { model: 'narrator' }, degraded: null });
    expect(entries).toEqual([]);
  });
});
