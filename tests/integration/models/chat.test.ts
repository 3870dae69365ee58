import { afterEach, describe, expect, test } from '@jest/globals';
import { sentenceOf } from '../../../shared/agents/models/call-failure.ts';
import { ChatModel } from '../../../shared/agents/models/openai-compatible/chat-model.ts';
import type { ChatOptions } from '../../../shared/agents/models/openai-compatible/chat-model.ts';
import { keyOfSecret } from '../../../shared/agents/models/openai-compatible/api-key.ts';
import { UnavailableError } from '../../../shared/errors.ts';
import { chatError, completion, startChatServer } from '../../setup/model-servers/chat-server.ts';
import type { ModelServer, Script } from '../../setup/model-servers/reply.ts';
import { request } from './wires.ts';

const open: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const good = { body: completion({ content: '{"ok":true}' }) };

async function start(script: Script = [good], options: Partial<ChatOptions> = {}) {
  const server = await startChatServer(script);
  open.push(server);
  const rules = { firstWaitMs: 1 };
  return { server, model: new ChatModel({ model: 'qwen3', baseUrl: `${server.url}/v1/`, rules, ...options }) };
}

describe('an OpenAI-compatible server', () => {
  test('gets the key as a bearer token, and no header without one', async () => {
    const { server, model } = await start([good], { apiKey: 'sk-1' });
    await model.getResponse(request());
    expect(server.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer sk-1' },
    });
    const open_ = await start();
    await open_.model.getResponse(request());
    expect(open_.server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test('gets the key of the secret, and is not asked where that has none', async () => {
    const secret = (value: unknown) => () => keyOfSecret(() => Promise.resolve(value));
    const { server, model } = await start([good], { apiKey: secret({ key: 'sk-2' }) });
    await model.getResponse(request());
    expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-2');
    const without = await start([good], { apiKey: secret({}) });
    const error: unknown = await without.model.getResponse(request()).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ kind: 'refused', advice: expect.stringContaining('npm run secrets') });
    expect(without.server.requests).toHaveLength(0);
  });

  test('is asked again where the secret could not be read just now', async () => {
    let reads = 0;
    const apiKey = () =>
      keyOfSecret(() => {
        reads += 1;
        return reads === 1 ? Promise.reject(new UnavailableError('busy')) : Promise.resolve({ key: 'sk-3' });
      });
    const { server, model } = await start([good], { apiKey });
    await model.getResponse(request());
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer sk-3']);
  });

  test('that redirects does not get the key sent elsewhere', async () => {
    const elsewhere = await start();
    const location = `${elsewhere.server.url}/v1/chat/completions`;
    const { model } = await start([{ status: 307, headers: { location } }], { apiKey: 'sk-1' });
    const advice = expect.stringContaining('set the base URL that it names');
    await expect(model.getResponse(request())).rejects.toMatchObject({ kind: 'refused', advice });
    expect(elsewhere.server.requests).toHaveLength(0);
  });

  test('that answers with a web page is told to be a wrong base URL', async () => {
    const { model } = await start([{ status: 200, body: '<!doctype html><title>Open WebUI</title>' }]);
    const failure: unknown = await model.getResponse(request()).catch((error: unknown) => error);
    expect(sentenceOf(failure)).toContain('a web page answered, so the base URL may be wrong');
  });

  test('that repeats the key in its refusal does not get it into the message', async () => {
    const { model } = await start([chatError(401, 'Incorrect API key provided: sk-very-secret.')], {
      apiKey: 'sk-very-secret',
    });
    const failure = await model.getResponse(request()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'refused', message: expect.stringContaining('Incorrect API key') });
    expect(String(failure)).not.toContain('sk-very-secret');
  });

  test('is held to the form of the answer, and asked in words alone from its first refusal on', async () => {
    const refusal = chatError(400, "'response_format.type' : value is not one of the allowed values ['text']");
    const { server, model } = await start([refusal, good]);
    expect((await model.getResponse(request())).providerData).toMatchObject({ retries: 1 });
    await model.getResponse(request());
    const formats = server.requests.map(({ body }) => JSON.stringify(body).includes('response_format'));
    expect(formats).toEqual([true, false, false]);
    expect(server.requests[0]?.body).toMatchObject({
      response_format: { type: 'json_schema', json_schema: { name: 'planner', strict: true } },
    });
  });

  test.each([
    [
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'unsupported_parameter',
    ],
    ['[{"type":"extra_forbidden","loc":["body","max_tokens"],"msg":"Extra inputs are not permitted"}]', undefined],
    ['Unrecognized request argument supplied: max_tokens', undefined],
  ])('that has another name for the limit of an answer is asked by that from then on: %s', async (message, code) => {
    const refusal = chatError(400, message, code === undefined ? {} : { code });
    const { server, model } = await start([refusal, good]);
    const asked = request({ modelSettings: { maxTokens: 700 } });
    expect((await model.getResponse(asked)).providerData).toMatchObject({ retries: 1 });
    await model.getResponse(asked);
    const limits = server.requests.map(({ body }) => /"(max_\w+)":700/.exec(JSON.stringify(body))?.[1]);
    expect(limits).toEqual(['max_tokens', 'max_completion_tokens', 'max_completion_tokens']);
  });

  test('that refuses the name of the limit in two calls at once answers both by the other', async () => {
    const refusal = chatError(400, "Unsupported parameter: 'max_tokens'.", { code: 'unsupported_parameter' });
    const { server, model } = await start([refusal, refusal, good]);
    const asked = request({ modelSettings: { maxTokens: 700 } });
    await Promise.all([model.getResponse(asked), model.getResponse(asked)]);
    expect(server.requests).toHaveLength(4);
  });

  test('that takes neither name of the limit is asked by each once, and is not said to write too short answers', async () => {
    const refusal = chatError(400, "Unsupported parameter: 'max_tokens' and 'max_completion_tokens'.", {
      code: 'unsupported_parameter',
    });
    const { server, model } = await start([refusal]);
    const failure: unknown = await model
      .getResponse(request({ modelSettings: { maxTokens: 700 } }))
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'refused', advice: 'the server does not take a setting that Alex sends' });
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    'max_tokens is too large: 20000. This model supports at most 16384 completion tokens.',
    'max_tokens: 100000 > 8192, which is the maximum allowed number of output tokens',
  ])(
    'whose model writes shorter answers than are asked for is told as that, and not asked again: %s',
    async (message) => {
      const { server, model } = await start([chatError(400, message)]);
      await expect(model.getResponse(request({ modelSettings: { maxTokens: 20_000 } }))).rejects.toMatchObject({
        advice: 'this model gives shorter answers than the reports need',
      });
      expect(server.requests).toHaveLength(1);
    },
  );

  test('gets calls that were made at once in one message, and their results after it', async () => {
    const { server, model } = await start();
    const call = { type: 'function_call', name: 'look-up', status: 'completed' } as const;
    const result = { type: 'function_call_result', name: 'look-up', status: 'completed' } as const;
    await model.getResponse(
      request({
        outputType: 'text',
        modelSettings: { maxTokens: 900 },
        input: [
          { role: 'user', content: 'One' },
          { ...call, callId: 'c1', arguments: '{"q":"a"}' },
          { ...call, callId: 'c2', arguments: '{}' },
          { ...result, callId: 'c1', output: 'found' },
          { ...result, callId: 'c2', output: [{ type: 'input_text', text: 'none' }] },
        ],
      }),
    );
    expect(server.requests[0]?.body).toEqual({
      model: 'qwen3',
      max_tokens: 900,
      messages: [
        { role: 'system', content: 'You are a test.' },
        { role: 'user', content: 'One' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [
            { id: 'c1', type: 'function', function: { name: 'look_up', arguments: '{"q":"a"}' } },
            { id: 'c2', type: 'function', function: { name: 'look_up', arguments: '{}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'c1', content: 'found' },
        { role: 'tool', tool_call_id: 'c2', content: 'none' },
      ],
    });
  });

  test.each([
    ['an account without credit', chatError(429, 'You exceeded your quota', { code: 'insufficient_quota' }), 'refused'],
    ['a filtered question', chatError(400, 'The prompt was filtered', { code: 'content_filter' }), 'content_filter'],
    ['a model that declines', { body: completion({ refusal: 'I cannot help with that.' }) }, 'content_filter'],
    ['a refusal in a body of status 200', { body: { error: { message: 'no such model', code: 404 } } }, 'refused'],
    ['a refusal that is a text', { status: 404, body: { error: 'model "qwen3" not found' } }, 'refused'],
    [
      'broken arguments',
      { body: completion({ toolCalls: [{ id: 'c', name: 'a', arguments: '{"q":' }] }) },
      'malformed',
    ],
  ])('%s: asked once', async (_what, reply, kind) => {
    const { server, model } = await start([reply]);
    const tools = [
      { type: 'function' as const, name: 'a', description: '', parameters: emptyParameters, strict: false as const },
    ];
    await expect(model.getResponse(request({ tools }))).rejects.toMatchObject({ kind, retries: 0 });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['insufficient_quota', { code: 'insufficient_quota', message: 'You exceeded your quota' }],
    ['insufficient_quota', { type: 'insufficient_quota', message: 'You exceeded your quota' }],
    ['model_not_found', { code: 'model_not_found', message: 'There is no such model' }],
    ['odd_failure', { code: 'odd_failure', message: 'Who knows' }],
  ])(
    'whose error %s comes with status 200 is told by what it said, under no status that it did not have',
    async (code, error) => {
      const { server, model } = await start([{ body: { error } }]);
      const failed: unknown = await model.getResponse(request()).catch((thrown: unknown) => thrown);
      expect(failed).toMatchObject({ kind: 'refused', retries: 0 });
      expect(sentenceOf(failed)).toContain(`(HTTP 200, ${code})`);
      expect(String(failed)).toContain(error.message);
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each([200, 429, 400])('without credit means the same with status %d', async (status) => {
    const { server, model } = await start([
      chatError(status, 'You exceeded your quota', { code: 'insufficient_quota' }),
    ]);
    const failed: unknown = await model.getResponse(request()).catch((thrown: unknown) => thrown);
    expect(sentenceOf(failed)).toBe(`The model’s provider refused the call (HTTP ${status}, insufficient_quota): the account has no credit left`); // prettier-ignore
    expect(server.requests).toHaveLength(1);
  });

  test('that answers nothing is counted with what it says that it used', async () => {
    const { model } = await start([{ body: { choices: [], usage: { prompt_tokens: 2, completion_tokens: 0 } } }]);
    const failed: unknown = await model.getResponse(request()).catch((thrown: unknown) => thrown);
    expect(failed).toMatchObject({ kind: 'malformed', usage: { inputTokens: 2, outputTokens: 0 } });
  });

  test('that fails behind a status of 200 is asked again', async () => {
    const { model } = await start([{ body: { error: { message: 'upstream overloaded', code: 502 } } }, good]);
    expect((await model.getResponse(request())).providerData).toMatchObject({ retries: 1 });
  });

  test.each([
    [-1, -1],
    [5, -1],
    [0.5, 3],
    [1e12, 3],
  ])('that tells a usage that cannot be, %d and %d tokens, has told none', async (prompt_tokens, completion_tokens) => {
    const told = { prompt_tokens, completion_tokens, total_tokens: 0 };
    const { model } = await start([{ body: completion({ content: '{"ok":true}', usage: told }) }]);
    const { usage, providerData } = await model.getResponse(request());
    expect(providerData).toMatchObject({ usageKnown: false });
    expect(usage).toMatchObject({ inputTokens: 0, outputTokens: 0 });
  });

  test('that says nothing of its usage is not said to have used nothing', async () => {
    const { model } = await start([{ body: completion({ content: '{"ok":true}', usage: null }) }]);
    expect((await model.getResponse(request())).providerData).toMatchObject({ usageKnown: false });
  });

  test.each(['think', 'reasoning'])(
    'that leaves in what its model reasons aloud (<%s>) is read without it',
    async (mark) => {
      const said = `<${mark}>\nMaybe {"ok":false}?\n</${mark}>\n\n{"ok":true}`;
      const { model } = await start([{ body: completion({ content: said }) }]);
      expect((await model.getResponse(request())).output).toMatchObject([{ content: [{ text: '{"ok":true}' }] }]);
    },
  );
});

const emptyParameters = {
  type: 'object' as const,
  properties: {},
  required: [],
  additionalProperties: false as const,
};
