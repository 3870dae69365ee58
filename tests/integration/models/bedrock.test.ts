import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { BedrockModel } from '../../../shared/agents/models/bedrock/bedrock-model.ts';
import type { BedrockOptions } from '../../../shared/agents/models/bedrock/bedrock-model.ts';
import { MeteredModel } from '../../../shared/agents/models/metered-model.ts';
import { selectModel } from '../../../shared/agents/models/select-model.ts';
import { sentenceOf } from '../../../shared/agents/models/call-failure.ts';
import { bedrockError, converse, startBedrockServer } from '../../setup/model-servers/bedrock-server.ts';
import type { ModelServer, Script } from '../../setup/model-servers/reply.ts';
import { request } from './wires.ts';

const before = { ...process.env };
const open: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  process.env = { ...before };
});

const good = { body: converse({ text: '{"ok":true}' }) };

async function start(script: Script = [good], options: Partial<BedrockOptions> = {}) {
  const server = await startBedrockServer(script);
  open.push(server);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: server.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIATEST',
    AWS_SECRET_ACCESS_KEY: 'x',
  });
  return { server, model: new BedrockModel({ modelId: 'openai.gpt-oss-120b-1:0', ...options }) };
}

describe('Bedrock', () => {
  test('the model and its region are those of the setting, not of the function', async () => {
    const profile = 'arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0';
    const { server, model } = await start([good], { modelId: profile, region: 'eu-west-1' });
    await model.getResponse(request());
    expect(decodeURIComponent(server.requests[0]?.path ?? '')).toBe(`/model/${profile}/converse`);
    expect(server.requests[0]?.headers.authorization).toContain('/eu-west-1/bedrock/aws4_request');
  });

  test('a guardrail watches the calls in its region, and those elsewhere go without it', async () => {
    const server = await startBedrockServer([good, good]);
    open.push(server);
    const environment = {
      ALEX_MODEL: 'bedrock:test.guarded-1:0',
      ALEX_MODEL_CHARTER: 'bedrock:test.guarded-1:0@eu-west-1',
      ALEX_MODEL_GUARDRAILS: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/abc123:7',
      AWS_REGION: 'us-east-1',
    };
    Object.assign(process.env, {
      ...{ AWS_ENDPOINT_URL_BEDROCK_RUNTIME: server.url, AWS_REGION: 'us-east-1' },
      ...{ AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'x' },
    });
    await selectModel('reporter', environment).model.getResponse(request());
    await selectModel('charter', environment).model.getResponse(request());
    const [here, elsewhere] = server.requests.map(({ body }) => body);
    expect(here).toHaveProperty('guardrailConfig', {
      guardrailIdentifier: 'arn:aws:bedrock:us-east-1:123456789012:guardrail/abc123',
      guardrailVersion: '7',
    });
    expect(elsewhere).not.toHaveProperty('guardrailConfig');
  });

  test('without a region it is the function’s own', async () => {
    const { server, model } = await start();
    await model.getResponse(request());
    expect(server.requests[0]?.headers.authorization).toContain('/us-east-1/bedrock/aws4_request');
  });

  test('a Bedrock API key goes before the function’s own credentials', async () => {
    process.env.AWS_BEARER_TOKEN_BEDROCK = 'bedrock-api-key';
    const { server, model } = await start();
    await model.getResponse(request());
    expect(server.requests[0]?.headers.authorization).toBe('Bearer bedrock-api-key');
  });

  test('a question alone has no tools; settings go where Converse has them', async () => {
    const { server, model } = await start();
    await model.getResponse(request({ modelSettings: { maxTokens: 900, temperature: 0.2 }, outputType: 'text' }));
    expect(server.requests[0]?.body).toEqual({
      system: [{ text: 'You are a test.' }],
      messages: [{ role: 'user', content: [{ text: 'Are you well?' }] }],
      inferenceConfig: { maxTokens: 900, temperature: 0.2 },
    });
  });

  test('tools stay as long as the history has calls of them; speakers take turns; blank text is left out', async () => {
    const { server, model } = await start();
    await model.getResponse(
      request({
        input: [
          { role: 'user', content: 'One' },
          { type: 'reasoning', content: [] },
          { type: 'function_call', callId: 'c1', name: 'look-up', arguments: '{"q":"a"}', status: 'completed' },
          { type: 'function_call', callId: 'c2', name: 'look-up', arguments: '{}', status: 'completed' },
          { type: 'function_call_result', callId: 'c1', name: 'look-up', output: 'found', status: 'completed' },
          {
            type: 'function_call_result',
            callId: 'c2',
            name: 'look-up',
            output: { type: 'text', text: '' },
            status: 'completed',
          },
          { role: 'assistant', status: 'completed', content: [{ type: 'output_text', text: ' ' }] },
          { role: 'user', content: [{ type: 'input_text', text: 'Two' }] },
        ],
      }),
    );
    expect(server.requests[0]?.body).toMatchObject({
      messages: [
        { role: 'user', content: [{ text: 'One' }] },
        {
          role: 'assistant',
          content: [
            { toolUse: { toolUseId: 'c1', name: 'look_up', input: { q: 'a' } } },
            { toolUse: { toolUseId: 'c2', name: 'look_up', input: {} } },
          ],
        },
        {
          role: 'user',
          content: [
            { toolResult: { toolUseId: 'c1', content: [{ text: 'found' }] } },
            { toolResult: { toolUseId: 'c2', content: [{ text: '(nothing)' }] } },
            { text: 'Two' },
          ],
        },
      ],
      toolConfig: { tools: [{ toolSpec: { name: 'look_up', inputSchema: { json: { type: 'object' } } } }] },
    });
  });

  test.each(['guardrail_intervened', 'content_filtered'])(
    '%s: the filter’s words are not the model’s',
    async (stopReason) => {
      const { model } = await start([{ body: converse({ text: 'Sorry, no.', stopReason }) }]);
      await expect(model.getResponse(request())).rejects.toMatchObject({ kind: 'content_filter' });
    },
  );

  test.each([
    [424, 'ModelErrorException', 'unavailable', 1],
    [408, 'ModelTimeoutException', 'timed_out', 1],
    [400, 'ServiceQuotaExceededException', 'refused', 1],
    [429, 'ModelNotReadyException', 'throttled', 3],
    [400, 'ThrottlingException', 'throttled', 3],
  ])('%p %s is %s', async (status, name, kind, asked) => {
    const rules = { retries: 2, firstWaitMs: 1 };
    const { server, model } = await start([bedrockError(status, name, 'Said why.')], { rules });
    await expect(model.getResponse(request())).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(`${name}: Said why.`),
    });
    expect(server.requests).toHaveLength(asked);
  });

  test.each([
    [400, 'ValidationException', 'The provided model identifier is invalid.', /no such model/],
    [
      400,
      'ValidationException',
      'Invocation of model ID x with on-demand throughput isn’t supported.',
      /inference profile/,
    ],
    [400, 'ValidationException', 'Input is too long for requested model.', /longer than this model takes/],
    [403, 'AccessDeniedException', 'You do not have access.', /or this account, may not use the model/],
    // In AWS's own words: an account that is not let in, each for another reason. None of them has to do with an address.
    [
      404,
      'ResourceNotFoundException',
      'Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model.',
      /has not said yet what it uses models of this maker for: .*console, Amazon Bedrock, Model catalog/,
    ],
    [
      404,
      'ResourceNotFoundException',
      'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 15 days.',
      /being retired, or is gone: set a newer one/,
    ],
    [404, 'ResourceNotFoundException', 'This model version has reached the end of its life.', /set a newer one/],
    [404, 'ResourceNotFoundException', 'Not found.', /no such model in that region, or not for this account/],
    [
      403,
      'AccessDeniedException',
      "You don't have access to the model with the specified model ID.",
      /administrator opens it in the console/,
    ],
    [
      403,
      'AccessDeniedException',
      'Model access is denied due to INVALID_PAYMENT_INSTRUMENT: A valid payment instrument must be provided.',
      /a valid way to pay/,
    ],
    [
      403,
      'AccessDeniedException',
      'Your account is not authorized to invoke this API operation.',
      /AWS does not let this account .* Support, "Account and billing"/,
    ],
    [400, 'ValidationException', 'Operation not allowed', /AWS does not let this account .* "Account and billing"/],
    [
      403,
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      /credentials were not accepted/,
    ],
    [400, 'ServiceQuotaExceededException', 'Your request exceeds the service quota.', /quota is too low/],
    [
      429,
      'ThrottlingException',
      'Too many tokens per day, please wait before trying again.',
      /quota of a day is used up, or too low: .*Service Quotas, Amazon Bedrock/,
    ],
  ])('%p %s (%s) comes with advice in words of our own', async (status, name, said, advice) => {
    const { model } = await start([bedrockError(status, name, said)]);
    const failure: unknown = await model.getResponse(request()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'refused', advice: expect.stringMatching(advice) });
    expect(sentenceOf(failure)).toMatch(advice);
    expect(sentenceOf(failure)).not.toContain(said);
    expect(sentenceOf(failure)).not.toContain('base URL');
  });

  test('a quota of a day is not asked again, as it is as empty in a second', async () => {
    const { server, model } = await start([
      bedrockError(429, 'ThrottlingException', 'Too many tokens per day, please wait before trying again.'),
    ]);
    await expect(model.getResponse(request())).rejects.toMatchObject({ kind: 'refused', retries: 0, retryable: false });
    expect(server.requests).toHaveLength(1);
  });

  // What Bedrock says of an account is for the log; a refused request may be quoted in the refusal, and a key in either.
  test.each([
    [404, 'ResourceNotFoundException', 'Model use case details have not been submitted.', true],
    [403, 'AccessDeniedException', 'Your account is not authorized to invoke this API operation.', true],
    [400, 'ValidationException', 'The value at messages.1: "401k of $81,234 at Ford" is not valid.', false],
    [424, 'ModelErrorException', 'Cannot go on after "401k of $81,234".', false],
    [403, 'AccessDeniedException', 'The key AKIAIOSFODNN7EXAMPLE is not valid.', false],
  ])('%p %s: %s is logged: %p', async (status, name, said, isLogged) => {
    const { model } = await start([bedrockError(status, name, said)]);
    const lines: unknown[] = [];
    const note = (...line: unknown[]) => void lines.push(line);
    const metered = new MeteredModel({
      agent: 'reporter',
      chosen: { name: 'bedrock:x', model, usd: () => null },
      ledger: undefined,
      signal: new AbortController().signal,
      logger: { info: note, warn: note },
    });
    await expect(metered.getResponse(request())).rejects.toThrow();
    expect(JSON.stringify(lines).includes(said)).toBe(isLogged);
    expect(JSON.stringify(lines)).not.toMatch(/81,234|AKIAIOSF/);
  });

  test('without credentials it says so, and asks nobody', async () => {
    const { server, model } = await start();
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, {
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/nowhere/config',
      AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
    });
    await expect(model.getResponse(request())).rejects.toMatchObject({
      kind: 'refused',
      retries: 0,
      message: expect.stringContaining('no AWS credentials'),
    });
    expect(server.requests).toHaveLength(0);
  });

  test('a network without a way to Bedrock is noticed by the time a connection may take, not an answer', async () => {
    // Accepts no TLS: to the client the connection never stands.
    const deaf = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    const { port } = deaf.address() as AddressInfo;
    await start();
    process.env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME = `https://127.0.0.1:${port}`;
    const model = new BedrockModel({ modelId: 'x.y', rules: { connectMs: 100, retries: 1, firstWaitMs: 1 } });
    await expect(model.getResponse(request())).rejects.toMatchObject({
      kind: 'unavailable',
      retries: 1,
      message: expect.stringContaining('no connection within 100 ms'),
    });
    await new Promise((resolve) => deaf.close(resolve));
  });
});
