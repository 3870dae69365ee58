import { ScriptedModel, assistantMessage, modelError, modelResponder } from '@openai/agents-core/testing';
import type { Model } from '@openai/agents-core';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { ModelCallError } from '../../../shared/agents/models/model-call-error.ts';
import { AgentError, ConfigurationError } from '../../../shared/errors.ts';
import { household } from './portfolios.ts';

const { facts } = household;
const good = {
  headline: 'A portfolio',
  body: 'Your portfolio is worth $458,000.',
  observations: ['One.', 'Two.', 'Three.'],
};
const lying = { ...good, body: 'It will be worth $9,876,543 soon.' };
const says = (answer: unknown) => [assistantMessage(typeof answer === 'string' ? answer : JSON.stringify(answer))];

afterEach(() => {
  jest.restoreAllMocks();
});

describe('running an agent', () => {
  test('keeps a true answer as the model gave it', async () => {
    const model = new ScriptedModel([says(good)]);
    const { output, author, check, degraded } = await writeSummary(facts, { model });
    expect({ output, degraded, outcome: check.outcome }).toEqual({ output: good, degraded: null, outcome: 'passed' });
    expect(author).toEqual({ agent: 'planner', model: 'custom' });
    expect(model.calls).toHaveLength(1);
  });

  test.each([
    ['states a figure that is no fact', lying, '$9,876,543'],
    ['is not JSON', 'Here you are: {"headline":', 'the answer'],
    ['does not have the form', { headline: 'x' }, 'observations'],
  ])('gives an answer that %s one turn to repair, told what is wrong', async (_name, bad, told) => {
    const model = new ScriptedModel([says(bad), says(good)]);
    const { output, check } = await writeSummary(facts, { model });
    expect({ output, outcome: check.outcome }).toEqual({ output: good, outcome: 'repaired' });
    const input = JSON.stringify(model.lastCall?.request.input);
    expect(input).toContain(told);
    expect(input).toContain('Answer again in full');
  });

  test('lets the narrator write it after a second bad answer, and says why', async () => {
    const model = new ScriptedModel([says(lying), says(lying)]);
    const { author, check, degraded } = await writeSummary(facts, { model });
    expect(author.model).toBe('narrator');
    expect({ outcome: check.outcome, strays: check.strays }).toEqual({ outcome: 'replaced', strays: [] });
    expect(degraded).toBe('The model’s text failed its checks twice (1 figure that is no fact).');
    expect(model.calls).toHaveLength(2);
  });

  test('lets the narrator write it when the model fails, without asking again', async () => {
    const model = new ScriptedModel([
      modelError(new ModelCallError('throttled', 'Said: slow down, <you> https://x.example', { retries: 2 })),
    ]);
    const { author, degraded, check } = await writeSummary(facts, { model });
    expect({ by: author.model, outcome: check.outcome }).toEqual({ by: 'narrator', outcome: 'replaced' });
    expect(degraded).toBe('The model’s provider was too busy.');
    expect(model.calls).toHaveLength(1);
  });

  test('waits for a model that hangs no longer than the deadline, though it pays no heed to the signal', async () => {
    const model = new ScriptedModel([modelResponder(() => Promise.withResolvers<never>().promise)]);
    const started = performance.now();
    const { degraded, author } = await writeSummary(facts, { model, deadlineMs: 1700 });
    expect(author.model).toBe('narrator');
    expect(degraded).toContain('no usable answer within 0.2 s');
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('stops with a retryable error when its caller stops it', async () => {
    const controller = new AbortController();
    const model = new ScriptedModel([
      modelResponder(() => {
        controller.abort(new Error('lease lost'));
        return Promise.withResolvers<never>().promise;
      }),
    ]);
    const run = writeSummary(facts, { model, signal: controller.signal });
    await expect(run).rejects.toMatchObject({ name: 'AgentError', retryable: true });
    await expect(writeSummary(facts, { signal: controller.signal })).rejects.toThrow(AgentError);
  });

  test('refuses a setting that names no model, and says which there are', async () => {
    const run = writeSummary(facts, { model: 'gpt-17' });
    await expect(run).rejects.toThrow(ConfigurationError);
    await expect(run).rejects.toThrow(/"gpt-17".*"narrator"/);
  });

  test.each([undefined, '', ' narrator '])('takes the setting %p for the narrator', async (model) => {
    expect((await writeSummary(facts, { model })).author).toEqual({ agent: 'planner', model: 'narrator' });
  });

  test('makes no network call', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    await writeSummary(facts);
    await writeSummary(facts, { model: new ScriptedModel([says(good)]) });
    expect(fetched).not.toHaveBeenCalled();
  });

  test('asks for the form in words that every provider takes', async () => {
    const model = new ScriptedModel([says(good)]);
    await writeSummary(facts, { model });
    const form = JSON.stringify(model.firstCall?.request.outputType);
    expect(form).toContain('"name":"planner"');
    expect(form).toContain('"additionalProperties":false');
    expect(form).not.toMatch(/\$schema|minLength|maxItems|"pattern"/);
  });

  test('logs each model call, and no text of it', async () => {
    const entries: string[] = [];
    const logger = {
      info: (message: string, entry: Record<string, unknown>) => entries.push(JSON.stringify({ message, ...entry })),
      warn: (message: string, entry: Record<string, unknown>) => entries.push(JSON.stringify({ message, ...entry })),
    };
    const model: Model = new ScriptedModel([says(lying), says(good)]);
    await writeSummary(facts, { model, logger });
    expect(entries.filter((entry) => entry.includes('A model was called'))).toHaveLength(2);
    expect(entries.join()).not.toContain('9,876,543');
  });
});
