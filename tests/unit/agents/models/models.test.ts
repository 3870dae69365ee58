import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { answerForm } from '../../../../shared/agents/models/portable-schema.ts';
import { costOf, priceOf } from '../../../../shared/agents/models/prices.ts';
import { retryAfterMs } from '../../../../shared/agents/models/retry-after.ts';
import { ToolNames } from '../../../../shared/agents/models/tool-names.ts';
import { taggerAnswer } from '../../../../shared/prompts/tagger.ts';
import { agentText, chartChoice, executiveSummary } from '../../../../shared/schemas/text.ts';

describe('prices', () => {
  test('are known wherever a model is called from, and not guessed', () => {
    const direct = priceOf('bedrock:openai.gpt-oss-120b-1:0');
    expect(direct).toMatchObject({ input: 0.15, output: 0.6 });
    expect(priceOf('openai:openai.gpt-oss-120b-1:0@bedrock-runtime.us-west-2.amazonaws.com')).toBe(direct);
    expect(priceOf('bedrock:us.amazon.nova-pro-v1:0')).toBe(priceOf('bedrock:amazon.nova-pro-v1:0'));
    expect(priceOf('openai:gpt-4o-mini@proxy.example')).toBeNull();
    expect(priceOf('toString')).toBeNull();
  });

  test('cost is by the million; the narrator is free; an unknown model’s is not known', () => {
    expect(costOf('bedrock:openai.gpt-oss-120b-1:0', { inputTokens: 2_000_000, outputTokens: 500_000 })).toBeCloseTo(
      0.6,
      12,
    );
    expect(costOf('narrator', { inputTokens: 5, outputTokens: 5 })).toBe(0);
    expect(costOf('openai:x@y', { inputTokens: 5, outputTokens: 5 })).toBeNull();
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');
  test.each([
    [{ 'retry-after': '2' }, 2000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '120', 'retry-after': '9' }, 120],
    [{ 'retry-after': 'Fri, 20 Nov 2026 12:00:07 GMT' }, 7000],
    [{ 'retry-after': 'Fri, 20 Nov 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{}, undefined],
  ])('%p is %p ms', (headers: Record<string, string>, wait) => {
    expect(retryAfterMs((name) => headers[name], now)).toBe(wait);
  });
});

describe('tool names', () => {
  test('go over the wire in letters, digits and _, each its own, and come back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ maxLength: 80 }), { maxLength: 20 }), (names) => {
        const tools = new ToolNames(names);
        const wires = names.map((name) => tools.wire(name));
        expect(new Set(wires).size).toBe(names.length);
        wires.forEach((wire, at) => {
          expect(wire).toMatch(/^[A-Za-z0-9_]{1,64}$/);
          expect(tools.own(wire)).toBe(names[at]);
        });
      }),
    );
  });
});

// OpenAI's strict mode: every object names all its properties as required and allows no others; no keyword of its own is refused.
describe('the forms of all answers', () => {
  const forms = Object.entries({ agentText, executiveSummary, chartChoice, taggerAnswer });
  test.each(forms)('%s fits what strict servers take', (name, answer: z.ZodObject) => {
    const wrong: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (Array.isArray(schema)) {
        schema.forEach((one, at) => {
          visit(one, `${path}.${at}`);
        });
      } else if (typeof schema === 'object' && schema !== null) {
        if ('type' in schema && schema.type === 'object') {
          const properties = 'properties' in schema ? keysOf(schema.properties) : [];
          const required = 'required' in schema && Array.isArray(schema.required) ? schema.required : [];
          if (!('additionalProperties' in schema) || schema.additionalProperties !== false) wrong.push(`${path}: open`);
          if (properties.some((key) => !required.includes(key))) wrong.push(`${path}: optional`);
        }
        for (const [key, value] of Object.entries(schema)) visit(value, `${path}.${key}`);
      }
    };
    visit(answerForm(name, answer).schema, name);
    expect(wrong).toEqual([]);
  });
});

function keysOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
