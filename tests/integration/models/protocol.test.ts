import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Model, ModelRequest, ModelResponse } from '@openai/agents-core';
import type { CallRules } from '../../../shared/agents/models/call-rules.ts';
import { sentenceOf } from '../../../shared/agents/models/call-failure.ts';
import { ModelCallError } from '../../../shared/agents/models/model-call-error.ts';
import { eventually } from '../../setup/eventually.ts';
import type { ModelServer, Script } from '../../setup/model-servers/reply.ts';
import { request, wires } from './wires.ts';

const open: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

function textOf({ output }: ModelResponse): string {
  return output
    .flatMap((item) => (item.type === 'message' && item.role === 'assistant' ? item.content : []))
    .map((part) => (part.type === 'output_text' ? part.text : ''))
    .join('');
}

/** The failure of a call that has to fail, without what a person's terminal or log must not show. */
async function failureOf(model: Model, asked: ModelRequest = request()): Promise<ModelCallError> {
  const failure = await model.getResponse(asked).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof ModelCallError)) throw new Error(`not a ModelCallError: ${String(failure)}`);
  expect(failure.message).not.toContain('planted-secret');
  expect(failure.message.split('\n')).toHaveLength(1);
  return failure;
}

describe.each(wires)('$name', (wire) => {
  const start = async (script: Script, rules: Partial<CallRules> = {}) => {
    const server = await wire.start(script);
    open.push(server);
    return { server, model: wire.model(server, rules) };
  };
  const good = wire.says('{"ok":true}');
  const search = {
    type: 'function',
    name: 'search-knowledge',
    description: 'Searches.',
    parameters: { type: 'object', properties: { q: { type: 'string' } }, required: ['q'], additionalProperties: false },
    strict: true,
  } satisfies ModelRequest['tools'][number];

  test('an answer comes with its usage and no retries, and the form was asked for in words', async () => {
    const { server, model } = await start([good]);
    const response = await model.getResponse(request());
    expect(textOf(response)).toBe('{"ok":true}');
    expect(response.usage).toMatchObject({ requests: 1, inputTokens: 100, outputTokens: 20, totalTokens: 120 });
    expect(response.providerData).toEqual({ retries: 0, usageKnown: true, truncated: false });
    expect(wire.sent(server, 0)).toContain('You are a test.\\n\\nGive your final answer as one JSON object');
  });

  test.each([false, true])('a tool call is one, also with the wrong stop reason (%p)', async (wrongly) => {
    const { server, model } = await start([wire.calls('search_knowledge', { q: 'bonds' }, wrongly)]);
    const { output } = await model.getResponse(request({ tools: [search] }));
    expect(output).toMatchObject([{ type: 'function_call', name: 'search-knowledge', arguments: '{"q":"bonds"}' }]);
    // Some models on Bedrock break on hyphens; and no schema where there are tools, or strict servers never call them.
    expect(wire.sent(server, 0)).toContain('"search_knowledge"');
    expect(wire.sent(server, 0)).not.toContain('search-knowledge');
    expect(wire.sent(server, 0)).not.toContain('response_format');
  });

  test('a tool name with marks of the model’s own format around it is understood', async () => {
    const { model } = await start([wire.calls('functions.search_knowledge<|channel|>json', { q: 'x' })]);
    expect((await model.getResponse(request({ tools: [search] }))).output).toMatchObject([
      { name: 'search-knowledge' },
    ]);
  });

  test('a tool that there is not is no answer', async () => {
    const { server, model } = await start([wire.calls('transfer_money', { to: 'me' })]);
    expect(await failureOf(model, request({ tools: [search] }))).toMatchObject({
      kind: 'malformed',
      usage: { inputTokens: 100, outputTokens: 20 },
    });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['in a code fence', 'Sure!\n```json\n{"ok":true}\n```\nAnything else?'],
    ['amid prose', 'Here it is: {"ok":true} I hope it helps.'],
  ])('JSON %s is the answer', async (_where, said) => {
    const { model } = await start([wire.says(said)]);
    expect(textOf(await model.getResponse(request()))).toBe('{"ok":true}');
  });

  test.each([
    ['malformed', '{"ok": tru', undefined],
    ['two answers', '{"ok":true} or {"ok":false}', undefined],
    ['truncated', '{"ok": {"deep": 1}, "text": "and so', 'truncated' as const],
    ['of another form', '{"fine": "yes"}', undefined],
  ])('JSON that is %s is given on as it is, to be repaired', async (_name, said, stop) => {
    const { server, model } = await start([wire.says(said, stop)]);
    const response = await model.getResponse(request());
    expect(textOf(response)).toBe(said);
    expect(response.providerData).toMatchObject({ truncated: stop === 'truncated' });
    expect(server.requests).toHaveLength(1);
  });

  test('an empty answer is malformed, and says so when the tokens ran out', async () => {
    const { model } = await start([wire.says('  '), wire.says('', 'truncated')]);
    expect(await failureOf(model)).toMatchObject({ kind: 'malformed', retries: 0, usage: { outputTokens: 20 } });
    expect((await failureOf(model)).message).toContain('used up its tokens');
  });

  test('a 429 storm is sat out, never shorter than Retry-After says', async () => {
    const storm = wire.fails(429, { 'retry-after': '1' });
    const { server, model } = await start([wire.fails(429), storm, wire.fails(429), good]);
    const started = performance.now();
    const { providerData } = await model.getResponse(request());
    expect(providerData?.retries).toBe(3);
    expect(performance.now() - started).toBeGreaterThanOrEqual(990);
    expect(server.requests).toHaveLength(4);
  });

  test('a 429 storm that does not end is given up after so many tries, or at once where it asks for too long', async () => {
    const { server, model } = await start([wire.fails(429)]);
    expect(await failureOf(model)).toMatchObject({ kind: 'throttled', retries: 4, retryable: true });
    expect(server.requests).toHaveLength(5);
    const other = await start([wire.fails(429, { 'retry-after': '3600' })]);
    expect(await failureOf(other.model)).toMatchObject({ kind: 'throttled', retries: 0 });
  });

  test('500s pass, or are for good', async () => {
    const { model } = await start([wire.fails(500), wire.fails(503), good]);
    expect((await model.getResponse(request())).providerData?.retries).toBe(2);
    const { server, model: broken } = await start([wire.fails(500)]);
    expect(await failureOf(broken)).toMatchObject({ kind: 'unavailable', retries: 4 });
    expect(server.requests).toHaveLength(5);
  });

  test.each([400, 403, 404])('a %p is not asked again, and its reason is told', async (status) => {
    const { server, model } = await start([wire.fails(status)]);
    const failure = await failureOf(model);
    expect(failure).toMatchObject({ kind: 'refused', retries: 0, retryable: false });
    expect(failure.message).toContain('said why');
    expect(server.requests).toHaveLength(1);
  });

  test('a hanging connection ends with the model’s own time-out and is not paid for again', async () => {
    const { server, model } = await start([{ stop: 'never' }], { answerMs: 150 });
    const failure = await failureOf(model);
    expect(failure).toMatchObject({ kind: 'timed_out', retries: 0 });
    expect(failure.message).toContain('within 0.1');
    expect(server.requests).toHaveLength(1);
  });

  test.each(['never', 'midway'] as const)('a deadline ends an answer that has come: %s', async (stop) => {
    const { server, model } = await start([{ ...good, stop }]);
    const deadline = new AbortController();
    const failing = failureOf(model, request({ signal: deadline.signal }));
    await eventually(() => {
      expect(server.requests).not.toEqual([]);
    });
    deadline.abort(Object.assign(new Error('late'), { name: 'DeadlineError' }));
    expect(await failing).toMatchObject({ kind: 'timed_out', retries: 0 });
  });

  test('whoever stops waiting ends the waits between tries too', async () => {
    const { server, model } = await start([wire.fails(503, { 'retry-after': '15' })]);
    const caller = new AbortController();
    const failing = failureOf(model, request({ signal: caller.signal }));
    await eventually(() => {
      expect(server.requests).not.toEqual([]);
    });
    caller.abort(new Error('lease lost'));
    expect(await failing).toMatchObject({ kind: 'cancelled' });
    const early = failureOf(model, request({ signal: AbortSignal.abort() }));
    expect(await early).toMatchObject({ kind: 'cancelled' });
    expect(server.requests).toHaveLength(1);
  });

  test('a content filter is no answer, and tells its usage', async () => {
    const { model } = await start([wire.says('I was about to say', 'filtered')]);
    expect(await failureOf(model)).toMatchObject({ kind: 'content_filter', usage: { inputTokens: 100 } });
  });

  test.each([
    ['before the answer', { stop: 'cut' as const }],
    ['in its middle', { stop: 'cut-midway' as const }],
    ['in the middle of one of unknown length', { stop: 'cut-midway' as const, unsized: true }],
  ])('a connection that is lost %s is made again', async (_when, how) => {
    const { server, model } = await start([{ ...good, ...how }, good]);
    const response = await model.getResponse(request());
    expect(textOf(response)).toBe('{"ok":true}');
    expect(response.providerData?.retries).toBe(1);
    expect(server.requests).toHaveLength(2);
  });

  test('a connection that is lost again and again is given up', async () => {
    const { server, model } = await start([{ ...good, stop: 'cut-midway' }], { retries: 2 });
    expect(await failureOf(model)).toMatchObject({ kind: 'unavailable', retries: 2 });
    expect(server.requests).toHaveLength(3);
  });

  test('nobody listening is said in words', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const failure = await failureOf(wire.model({ url: `http://127.0.0.1:${port}` }, { retries: 1 }));
    expect(failure).toMatchObject({ kind: 'unavailable', retries: 1 });
    expect(failure.message).toContain('was not reached');
    // Bedrock's address is nobody's setting.
    const where = `: http://127.0.0.1:${port} was not reached (ECONNREFUSED), so it may not be running`;
    expect(sentenceOf(failure)).toBe(
      `The model’s provider could not be reached or failed${wire.name === 'Bedrock Converse' ? '' : where}`,
    );
  });

  test('a huge answer is left unread', async () => {
    const { server, model } = await start([wire.says(`{"ok":"${'x'.repeat(300_000)}"}`)], { answerBytes: 100_000 });
    const failure = await failureOf(model);
    expect(failure).toMatchObject({ kind: 'malformed', retries: 0 });
    expect(failure.message).toContain('larger than 100000 bytes');
    expect(server.requests).toHaveLength(1);
  });

  test('a large answer within the limit is read whole', async () => {
    const said = `{"ok":"${'é'.repeat(500_000)}"}`;
    const { model } = await start([wire.says(said)]);
    expect(textOf(await model.getResponse(request()))).toBe(said);
  });

  test.each([
    ['a page of a proxy', '<html>Welcome</html>'],
    ['another service’s JSON', { hello: 'world' }],
    ['nothing', ''],
  ])('%s with status 200 is no answer', async (_what, body) => {
    const { server, model } = await start([{ body }]);
    expect(await failureOf(model)).toMatchObject({ kind: 'malformed', retries: 0 });
    expect(server.requests).toHaveLength(1);
  });

  test('a stream is the whole answer at once', async () => {
    const { model } = await start([good]);
    const events: string[] = [];
    for await (const event of model.getStreamedResponse(request())) {
      events.push(event.type === 'output_text_delta' ? event.delta : event.type);
    }
    expect(events).toEqual(['response_started', '{"ok":true}', 'response_done']);
  });
});
