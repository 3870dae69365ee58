import type { ModelRequest } from '@openai/agents-core';
import { describe, expect, test } from '@jest/globals';
import { NarratorModel } from '../../../shared/agents/models/narrator/narrator.ts';
import { anyPart } from '../../../shared/agents/models/narrator/parts/any-part.ts';
import { fenceFacts } from '../../../shared/prompts/facts/fence-facts.ts';
import { fence } from '../../../shared/prompts/fence.ts';
import { plannerSummaryPrompt } from '../../../shared/prompts/planner-summary.ts';
import { household } from './portfolios.ts';

function request(agent: string, input: string): ModelRequest {
  const schema = { type: 'object' as const, properties: {}, required: [], additionalProperties: false as const };
  return {
    input,
    modelSettings: {},
    tools: [],
    handoffs: [],
    tracing: false,
    outputType: { type: 'json_schema', name: agent, strict: true, schema },
  };
}

const { input } = plannerSummaryPrompt(household.facts);

describe('the narrator as a model', () => {
  test('answers without tokens', async () => {
    const { usage } = await new NarratorModel(anyPart).getResponse(request('planner', input));
    expect([usage.inputTokens, usage.outputTokens, usage.totalTokens]).toEqual([0, 0, 0]);
  });

  test('streams the very answer that it gives at once', async () => {
    const model = new NarratorModel(anyPart);
    const whole = await model.getResponse(request('planner', input));
    let streamed = '';
    let done = 0;
    for await (const event of model.getStreamedResponse(request('planner', input))) {
      if (event.type === 'output_text_delta') streamed += event.delta;
      if (event.type === 'response_done') done += 1;
    }
    expect(whole.output).toMatchObject([{ content: [{ text: streamed }] }]);
    expect(done).toBe(1);
  });

  test.each([
    ['an agent it does not play', 'researcher', input, /"researcher"/],
    ['a prompt without facts', 'planner', 'Write something.', /no usable <facts>/],
    ['facts that are no JSON', 'planner', '<facts>\n[oops\n</facts>', /not JSON/],
    ['facts of another shape', 'planner', fence('facts', { asOf: '2026-03-31' }), /no usable <facts>.*facts/],
    [
      'a unit that there is not',
      'planner',
      fenceFacts(household.facts.slice(0, 3), 'with methods').replace('"usd"', '"pesos"'),
      /no usable <facts>.*no unit/,
    ],
    ['facts without a value', 'planner', fenceFacts([], 'with methods'), /portfolio\.value/],
    [
      'a retirement that was not simulated',
      'retirement',
      fenceFacts(household.facts.slice(0, 3), 'with methods'),
      /no retirement/,
    ],
  ])('refuses %s, and says so', async (_name, agent, prompt, message) => {
    await expect(new NarratorModel(anyPart).getResponse(request(agent, prompt))).rejects.toThrow(message);
    await expect(new NarratorModel(anyPart).getResponse(request(agent, prompt))).rejects.toMatchObject({
      retryable: false,
    });
  });
});
