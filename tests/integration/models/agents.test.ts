// The Agents SDK on top of the models: a tool is called and answered for, and what the SDK cannot use comes back to be repaired.
import { Agent, Runner, setTracingDisabled, tool } from '@openai/agents-core';
import { afterEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { answerForm } from '../../../shared/agents/models/portable-schema.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { household } from '../../unit/agents/portfolios.ts';
import type { ModelServer } from '../../setup/model-servers/reply.ts';
import { wires } from './wires.ts';

setTracingDisabled(true);
const open: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe.each(wires)('$name', (wire) => {
  test('a tool is called, its result told, and the answer taken', async () => {
    const server = await wire.start([wire.calls('look_up', { q: 'bonds' }, true), wire.says('{"answer":"7 of them"}')]);
    open.push(server);
    const asked: string[] = [];
    const lookUp = tool({
      name: 'look-up',
      description: 'Looks up.',
      parameters: z.object({ q: z.string() }),
      execute: ({ q }) => {
        asked.push(q);
        return 'there are 7';
      },
    });
    const model = wire.model(server);
    const agent = new Agent({
      name: 'a',
      instructions: 'x',
      model,
      tools: [lookUp],
      outputType: answerForm('a', z.strictObject({ answer: z.string() })),
    });
    const { finalOutput } = await new Runner({ model, tracingDisabled: true }).run(agent, 'How many?');
    expect(asked).toEqual(['bonds']);
    expect(finalOutput).toEqual({ answer: '7 of them' });
    expect(wire.sent(server, 1)).toContain('there are 7');
  });

  const good = {
    headline: 'A portfolio',
    body: 'Your portfolio is worth $458,000.',
    observations: ['One.', 'Two.', 'Three.'],
  };

  test.each([
    ['malformed JSON', 'Here: {"headline":', undefined],
    ['truncated JSON', '{"headline":"A portfolio","body":"It is', 'truncated' as const],
    ['out of the form', '{"headline":"A portfolio"}', undefined],
  ])('%s has its one repair turn', async (_what, said, stop) => {
    const server = await wire.start([wire.says(said, stop), wire.says(JSON.stringify(good))]);
    open.push(server);
    const { output, check, degraded } = await writeSummary(household.facts, { model: wire.model(server) });
    expect({ output, outcome: check.outcome, degraded }).toEqual({ output: good, outcome: 'repaired', degraded: null });
    expect(server.requests).toHaveLength(2);
    expect(wire.sent(server, 1)).toContain('Answer again in full');
  });

  test('a provider that is down leaves the text to the narrator, who says why', async () => {
    const server = await wire.start([wire.fails(503)]);
    open.push(server);
    const { author, degraded } = await writeSummary(household.facts, { model: wire.model(server, { retries: 1 }) });
    expect(author.model).toBe('narrator');
    expect(degraded).toContain('HTTP 503');
    expect(server.requests).toHaveLength(2);
  });
});
