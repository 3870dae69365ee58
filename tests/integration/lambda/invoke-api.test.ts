import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  ListFunctionsCommand,
  paginateListFunctions,
  PublishVersionCommand,
  type InvokeCommandInput,
  type InvokeCommandOutput,
} from '@aws-sdk/client-lambda';
import { startFixtureHost, type FixtureHost } from './fixture-host.ts';

let fixture: FixtureHost;
beforeAll(async () => {
  fixture = await startFixtureHost([
    { source: 'inspect', environment: { COLOUR: 'green' }, config: { memory: 512, timeout: 9 } },
    { source: 'counter', config: { reservedConcurrency: 7 } },
    { source: 'logs' },
    { source: 'fails' },
  ]);
});
afterAll(() => fixture.close());

const invoke = (input: InvokeCommandInput): Promise<InvokeCommandOutput> =>
  fixture.client.send(new InvokeCommand(input));
const answer = (output: InvokeCommandOutput): unknown => JSON.parse(output.Payload?.transformToString() ?? '');
const arn = 'arn:aws:lambda:us-east-1:000000000000:function:inspect';

describe('Invoke', () => {
  test('answers with the payload, the version and no error', async () => {
    const output = await invoke({ FunctionName: 'inspect', Payload: JSON.stringify({ a: ['é', null] }) });
    expect(output).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST' });
    expect(output.FunctionError).toBeUndefined();
    expect(output.LogResult).toBeUndefined();
    expect(answer(output)).toMatchObject({ event: { a: ['é', null] } });
  });

  test('gives the handler a complete context, with the ids the caller sees', async () => {
    const ClientContext = Buffer.from('{"custom":{"k":"v"}}').toString('base64');
    const output = await invoke({ FunctionName: arn, ClientContext });
    expect(answer(output)).toMatchObject({
      event: {},
      context: {
        awsRequestId: output.$metadata.requestId,
        functionName: 'inspect',
        functionVersion: '$LATEST',
        invokedFunctionArn: arn,
        memoryLimitInMB: '512',
        logGroupName: '/aws/lambda/inspect',
        logStreamName: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
        clientContext: { custom: { k: 'v' } },
      },
      env: {
        _X_AMZN_TRACE_ID: expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/),
      },
    });
    const { remaining } = answer(output) as { remaining: number };
    expect(remaining).toBeGreaterThan(8000);
    expect(remaining).toBeLessThanOrEqual(9000);
  });

  test("hands on the caller's trace id", async () => {
    const response = await fetch(`${fixture.url}/2015-03-31/functions/inspect/invocations`, {
      method: 'POST',
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=local', 'x-amzn-trace-id': 'Root=1-2-3' },
    });
    expect(await response.json()).toMatchObject({ env: { _X_AMZN_TRACE_ID: 'Root=1-2-3' } });
  });

  test.each(['inspect:$LATEST', 'function:inspect', '000000000000:function:inspect', `${arn}:$LATEST`])(
    'knows a function as %s',
    async (FunctionName) => {
      expect((await invoke({ FunctionName })).StatusCode).toBe(200);
    },
  );

  test.each([
    ['ResourceNotFoundException', 404, { FunctionName: 'absent' }],
    ['ResourceNotFoundException', 404, { FunctionName: 'absent', InvocationType: 'Event' as const }],
    ['ResourceNotFoundException', 404, { FunctionName: 'absent', InvocationType: 'DryRun' as const }],
    ['ResourceNotFoundException', 404, { FunctionName: 'inspect', Qualifier: 'live' }],
    ['ResourceNotFoundException', 404, { FunctionName: arn.replace('us-east-1', 'eu-west-1') }],
    ['InvalidRequestContentException', 400, { FunctionName: 'inspect', Payload: '{"a":' }],
    ['InvalidRequestContentException', 400, { FunctionName: 'inspect', Payload: Uint8Array.of(0x22, 0xff, 0x22) }],
    ['InvalidRequestContentException', 400, { FunctionName: 'inspect', ClientContext: 'bm90IGpzb24=' }],
    ['ValidationException', 400, { FunctionName: 'not a name!' }],
    ['RequestTooLargeException', 413, { FunctionName: 'inspect', Payload: `"${'x'.repeat(6_291_456)}"` }],
    [
      'RequestTooLargeException',
      413,
      { FunctionName: 'inspect', Payload: `"${'x'.repeat(1_048_576)}"`, InvocationType: 'Event' as const },
    ],
  ])('%#. refuses with %s (%i) what Lambda refuses', async (name, status, input) => {
    await expect(invoke(input)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  });

  test('carries six megabytes in, and no more than that out', async () => {
    const Payload = `"${'x'.repeat(6_291_454)}"`;
    const fits = await invoke({ FunctionName: 'counter', Payload });
    expect(fits.FunctionError).toBeUndefined();
    const sized = (size: number): Promise<InvokeCommandOutput> =>
      invoke({ FunctionName: 'fails', Payload: JSON.stringify({ how: 'large', size }) });
    expect((await sized(6_291_554)).Payload?.byteLength).toBe(6_291_556);
    const large = await sized(6_291_555);
    expect(large.FunctionError).toBe('Unhandled');
    expect(answer(large)).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
  });

  test('DryRun runs nothing', async () => {
    const before = await calls();
    const output = await invoke({ FunctionName: 'counter', InvocationType: 'DryRun' });
    expect(output.StatusCode).toBe(204);
    expect(await calls()).toBe(before + 1);
  });

  async function calls(): Promise<number> {
    return (answer(await invoke({ FunctionName: 'counter' })) as { calls: number }).calls;
  }
});

describe('the log tail', () => {
  const tail = async (event: object): Promise<{ text: string; output: InvokeCommandOutput }> => {
    const output = await invoke({ FunctionName: 'logs', LogType: 'Tail', Payload: JSON.stringify(event) });
    return { output, text: Buffer.from(output.LogResult ?? '', 'base64').toString('utf8') };
  };

  test('has all that was printed before the answer, between START, END and REPORT', async () => {
    const { output, text } = await tail({});
    const id = output.$metadata.requestId ?? '';
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toBe(`START RequestId: ${id} Version: $LATEST`);
    expect(lines[1]).toMatch(new RegExp(`^\\d{4}-.*Z\t${id}\tINFO\tconsole line { a: 1 }$`));
    expect(lines[2]).toMatch(new RegExp(`\t${id}\tERROR\tshown as an error$`));
    expect(lines.slice(3, 7)).toEqual([
      '{"level":"ERROR","jobId":"j1"}',
      ' bytes',
      'unfinished',
      'last without newline',
    ]);
    expect(lines[7]).toBe(`END RequestId: ${id}`);
    expect(lines[8]).toMatch(
      new RegExp(
        `^REPORT RequestId: ${id}\tDuration: [\\d.]+ ms\tBilled Duration: \\d+ ms\tMemory Size: 256 MB\tMax Memory Used: \\d+ MB`,
      ),
    );
  });

  test('is the last 4 KB, with no character cut in two', async () => {
    const { text } = await tail({ lines: 500 });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
    expect(Buffer.byteLength(text)).toBeGreaterThan(4090);
    expect(text).not.toContain('\ufffd');
    expect(text).toContain('line 499 é');
  });

  test('is in CloudWatch Logs too, one event a line, in a stream of the environment', async () => {
    const { output } = await tail({});
    const events = [...fixture.logs.group('/aws/lambda/logs').events()];
    const start = events.findLastIndex((event) => event.message.startsWith('START'));
    expect(events.slice(start).map((event) => event.message.split(/[ \t]/)[0])).toEqual([
      'START',
      expect.stringMatching(/^\d{4}-/),
      expect.stringMatching(/^\d{4}-/),
      '{"level":"ERROR","jobId":"j1"}',
      '',
      'unfinished',
      'last',
      'END',
      'REPORT',
    ]);
    expect(new Set(events.map((event) => event.logStreamName)).size).toBe(1);
    expect(events[start]?.message).toContain(output.$metadata.requestId);
  });
});

describe('what is asked about functions', () => {
  test('GetFunctionConfiguration and GetFunction', async () => {
    const { client, functions } = fixture;
    const configuration = await client.send(new GetFunctionConfigurationCommand({ FunctionName: 'inspect' }));
    expect(configuration).toMatchObject({
      FunctionArn: arn,
      MemorySize: 512,
      Timeout: 9,
      Runtime: 'nodejs24.x',
      Environment: { Variables: { COLOUR: 'green' } },
      CodeSha256: Buffer.from(functions[0]?.sha256 ?? '', 'hex').toString('base64'),
    });
    const { Concurrency, Code } = await client.send(new GetFunctionCommand({ FunctionName: 'counter' }));
    expect(Concurrency).toEqual({ ReservedConcurrentExecutions: 7 });
    expect(Code?.Location).toMatch(/^file:.*counter\.zip$/);
    await expect(client.send(new GetFunctionCommand({ FunctionName: 'absent' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test('ListFunctions, in pages', async () => {
    const all = await fixture.client.send(new ListFunctionsCommand({}));
    const names = ['counter', 'fails', 'inspect', 'logs'];
    expect(all.Functions?.map((fn) => fn.FunctionName)).toEqual(names);
    const paged: (string | undefined)[] = [];
    for await (const page of paginateListFunctions({ client: fixture.client }, { MaxItems: 3 })) {
      paged.push(...(page.Functions ?? []).map((fn) => fn.FunctionName));
    }
    expect(paged).toEqual(names);
  });
});

describe('what the service does not do is answered, not crashed over', () => {
  test('an action that is not here', async () => {
    await expect(fixture.client.send(new PublishVersionCommand({ FunctionName: 'inspect' }))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      $metadata: { httpStatusCode: 404 },
    });
  });

  test('an unsigned request, a broken path, a wrong invocation type', async () => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=local';
    const post = (path: string, headers: Record<string, string>): Promise<Response> =>
      fetch(`${fixture.url}/2015-03-31/functions/${path}`, { method: 'POST', body: '{}', headers });
    expect((await post('inspect/invocations', {})).status).toBe(403);
    expect((await post('%zz/invocations', { authorization })).status).toBe(400);
    const wrong = await post('inspect/invocations', { authorization, 'x-amz-invocation-type': 'Later' });
    expect([wrong.status, wrong.headers.get('x-amzn-errortype')]).toEqual([400, 'ValidationException']);
  });
});
