import { describe, expect, test } from '@jest/globals';
import { callSpan, describeEnd } from '../../../shared/agents/models/call-span.ts';

describe('the span of a call', () => {
  test.each([
    ['bedrock:us.amazon.nova-pro-v1:0', 'us.amazon.nova-pro-v1:0', { 'gen_ai.provider.name': 'aws.bedrock' }],
    [
      'openai:vendor/model@v2@127.0.0.1:11434',
      'vendor/model@v2',
      { 'gen_ai.provider.name': 'openai', 'server.address': '127.0.0.1:11434' },
    ],
    ['custom', 'custom', {}],
  ])('of %s names the model, and who provides it', (name, model, where) => {
    const span = callSpan('reporter', name, 'repair');
    expect(span).toMatchObject({ name: `chat ${model}`, kind: 'client' });
    expect(span.attributes).toEqual({
      'gen_ai.operation.name': 'chat',
      'gen_ai.agent.name': 'reporter',
      'gen_ai.request.model': model,
      'alex.call.purpose': 'repair',
      ...where,
    });
  });

  test('says nothing of tokens and cost that nobody knows, and nothing of the reason in words', () => {
    const end = { outcome: 'failed', inputTokens: null, outputTokens: null, usd: null, retries: 2 } as const;
    const said = describeEnd({ ...end, detail: 'The provider said this and that.' });
    expect(said).toEqual({ 'alex.call.outcome': 'failed', 'alex.call.retries': 2 });
  });
});
