import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parseLine } from '../../../../scripts/logs/parse-line.ts';
import { momentOf } from '../../../../scripts/logs/since.ts';
import { describeFailure } from '../../../../shared/middleware/failure.ts';

describe('a line of a log is read, whoever wrote it', () => {
  test("a function's own JSON: its fields, its job and its trace, without what every line says", () => {
    const line = parseLine(
      '{"level":"INFO","message":"step completed","timestamp":"2026-11-20T10:47:03.028Z","service":"alex","cold_start":true,"function_name":"reporter","sampling_rate":0,"xray_trace_id":"1-6b-ff","jobId":"d927","step":"report","attempt":1}',
    );
    expect(line).toMatchObject({
      level: 'INFO',
      message: 'step completed',
      jobId: 'd927',
      traceId: '1-6b-ff',
      kind: 'line',
    });
    expect(line.fields).toEqual([
      ['step', 'report'],
      ['attempt', '1'],
    ]);
  });

  test('an error keeps its stack', () => {
    const line = parseLine(
      '{"level":"ERROR","message":"step failed","error":{"name":"TypeError","message":"x","stack":"TypeError: x\\n    at f (a.mjs:1:2)"}}',
    );
    expect(line).toMatchObject({ level: 'ERROR', stack: ['    at f (a.mjs:1:2)'] });
    expect(line.fields).toEqual([['error', '"TypeError: x"']]);
  });

  /** As the Data API and fetch fail, and what wraps them. */
  const denied = Object.assign(new Error('ERROR: permission denied for table api_keys; SQLState: 42501'), {
    name: 'DatabaseErrorException',
  });
  test.each([
    [
      'a right that is missing in the database',
      new Error('Failed query: select * from api_keys\nparams: 7', { cause: denied }),
      'Error: Failed query: select * from api_keys',
      ['caused by: DatabaseErrorException: ERROR: permission denied for table api_keys; SQLState: 42501'],
    ],
    [
      'an address that nobody answers at, two causes deep',
      new Error('no prices', {
        cause: new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 10.0.0.7:443') }),
      }),
      'Error: no prices',
      ['caused by: TypeError: fetch failed', 'caused by: Error: connect ECONNREFUSED 10.0.0.7:443'],
    ],
    ['an error that nothing caused', new RangeError('Invalid time value'), 'RangeError: Invalid time value', []],
  ])('the log does not say why: %s', (_, error, words, causes) => {
    for (const field of ['error', 'problem']) {
      const text = JSON.stringify({
        level: 'ERROR',
        message: 'the invocation failed',
        [field]: describeFailure(error),
      });
      const { fields, stack } = parseLine(text);
      expect(fields).toEqual([[field, JSON.stringify(words)]]);
      expect(stack.filter((line) => !line.startsWith('at '))).toEqual(causes);
      // And where: of the error that was thrown in our code, not of what a package wrapped.
      expect(stack[causes.length]).toContain('parse-line.test.ts');
    }
  });

  test('a cause that Powertools or the runtime wrote is left out', () => {
    const logged = {
      ...{
        name: 'Error',
        location: 'index.mjs:3',
        message: 'not sent',
        stack: 'Error: not sent\n    at send (a.mjs:1:2)',
      },
      cause: {
        name: 'Error',
        location: 'index.mjs:9',
        message: 'getaddrinfo ENOTFOUND smtp',
        stack: 'Error: getaddrinfo',
      },
    };
    expect(parseLine(JSON.stringify({ level: 'ERROR', message: 'x', error: logged })).stack).toEqual([
      'caused by: Error: getaddrinfo ENOTFOUND smtp',
      '    at send (a.mjs:1:2)',
    ]);
    const thrown = {
      ...{
        errorType: 'Error',
        errorMessage: 'Failed query: select 1',
        stack: ['Error: Failed query', 'at q (a.mjs:1:2)'],
      },
      cause: {
        errorType: 'DatabaseErrorException',
        errorMessage: 'FATAL: no',
        stack: ['DatabaseErrorException: FATAL'],
      },
    };
    const line = parseLine(`2026-11-20T10:47:03.028Z\tabc-1\tERROR\tInvoke Error \t${JSON.stringify(thrown)}`);
    expect(line.stack).toEqual(['caused by: DatabaseErrorException: FATAL: no', 'at q (a.mjs:1:2)']);
    expect(
      parseLine('{"level":"ERROR","message":"x","error":{"message":"y","cause":"the mail server is away"}}').stack,
    ).toEqual(['caused by: the mail server is away']);
  });

  test("the runtime's report of an error that nobody caught", () => {
    const line = parseLine(
      '2026-11-20T10:47:03.028Z\tabc-1\tERROR\tInvoke Error \t{"errorType":"Error","errorMessage":"boom","stack":["Error: boom","    at handler (index.mjs:3:1)"]}',
    );
    expect(line).toMatchObject({
      level: 'ERROR',
      message: 'Invoke Error : Error: boom',
      stack: ['    at handler (index.mjs:3:1)'],
    });
  });

  test.each([
    [
      'REPORT RequestId: a\tDuration: 230.67 ms\tBilled Duration: 623 ms\tMemory Size: 512 MB\tMax Memory Used: 50 MB\tInit Duration: 392.04 ms\t',
      'INFO',
      'took 230.67 ms, 50 MB of 512 MB, cold start 392.04 ms',
    ],
    [
      'REPORT RequestId: a\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 512 MB\tMax Memory Used: 50 MB\tStatus: timeout',
      'ERROR',
      'took 3000.00 ms, 50 MB of 512 MB, timeout',
    ],
    ['START RequestId: a Version: $LATEST', 'INFO', 'START'],
  ])("Lambda's own line %#", (text, level, message) => {
    expect(parseLine(text)).toMatchObject({ level, message, kind: 'platform', requestId: 'a' });
  });

  test('time that ran out is an error, though nothing says so', () => {
    expect(parseLine('2026-11-20T10:47:03.028Z abc Task timed out after 3.00 seconds').level).toBe('ERROR');
  });

  test.each([
    ['2026-11-22T09:07:27,653 [ERROR] W-9000-model com.amazonaws.ml.mms.wlm.WorkerLifeCycle - Worker died', 'ERROR'],
    ['2026-11-22T09:07:28,653 [WARN ] main com.amazonaws.ml.mms.wlm - attachIOStreams', 'WARN'],
    ['2026-11-22T09:07:28,653 [INFO ] main com.amazonaws.ml.mms.ModelServer - Initialize', 'INFO'],
    ['Traceback (most recent call last):', 'ERROR'],
    ['mms.service.PredictionException: model not found: 400', 'ERROR'],
    ['ERROR:    Exception in ASGI application', 'ERROR'],
    ['WARNING:  no model was given', 'WARN'],
    ['0 errors, and 1 warning before that', 'INFO'],
  ])('a container’s own error passes for information: %s', (text, level) => {
    expect(parseLine(text).level).toBe(level);
  });

  /** What Multi Model Server puts before what a model's program prints. */
  const served = '2023-02-01T15:49:59,832 [INFO ] W-9000-model-stdout com.amazonaws.ml.mms.wlm.WorkerLifeCycle - ';
  test.each([
    ['Traceback (most recent call last):', 'ERROR'],
    ['mms.service.PredictionException: Could not load model /opt/ml/model', 'ERROR'],
    ['ValueError: Unrecognized model', 'ERROR'],
    ['  File "/opt/conda/lib/python3.10/handler.py", line 243, in handle', 'INFO'],
    ['WARNING: no GPU', 'WARN'],
    ['Model model loaded io_fd=0242acfffe1', 'INFO'],
    ['', 'INFO'],
  ])('an error of a model passes for information, as its server passes it on: %s', (said, level) => {
    expect(parseLine(`${served}${said}`)).toMatchObject({ level, message: said });
  });

  test.each([
    ['pool-2-thread-4 ACCESS_LOG - /10.32.0.2:3678 "POST /invocations HTTP/1.1" 400 3', 'WARN'],
    ['pool-2-thread-4 ACCESS_LOG - /10.32.0.2:3678 "POST /invocations HTTP/1.1" 500 3', 'ERROR'],
    ['pool-2-thread-4 ACCESS_LOG - /10.32.0.2:3678 "GET /ping HTTP/1.1" 200 0', 'INFO'],
  ])('a request that a model failed at passes for one that it answered: %s', (said, level) => {
    expect(parseLine(`2023-02-01T15:49:59,832 [INFO ] ${said}`).level).toBe(level);
  });

  const requests = [
    [
      '{"error":"Endpoint request timed out","keyId":"k1","latency":"29001","requestId":"a1","route":"POST /search","status":"504","time":"20/Nov/2026:10:47:03 +0000"}',
      ['ERROR', 'POST /search 504 29.0 s', 'error="Endpoint request timed out" requestId=a1 keyId=k1'],
    ],
    [
      '{"error":"-","latency":"12","requestId":"b2=","route":"GET /jobs/{id}","status":"200","time":"x"}',
      ['INFO', 'GET /jobs/{id} 200 0.01 s', 'requestId=b2='],
    ],
    [
      '{"error":"-","latency":"-","requestId":"c3","route":"-","status":"404","time":"x"}',
      ['WARN', 'no such route 404', 'requestId=c3'],
    ],
  ] as const;
  test.each(requests)('a request at an API that failed looks like one that went well: %s', (text, seen) => {
    const { level, message, fields, kind } = parseLine(text);
    expect([level, message, fields.map((field) => field.join('=')).join(' ')]).toEqual(seen);
    expect(kind).toBe('line');
  });

  test.each(['api_gateway/stage.tf', 'http_api/main.tf'])('what Terraform has the API %s log is not known', (file) => {
    const text = readFileSync(new URL(`../../../../terraform/modules/${file}`, import.meta.url), 'utf8');
    const [, format = ''] = /access_log_settings \{[^}]*?jsonencode\(\{([^}]*)\}\)/.exec(text) ?? [];
    const values: Readonly<Record<string, string>> = { status: '503', latency: '30', route: 'GET /x' };
    const logged = [...format.matchAll(/^\s*(\w+) += "/gm)].map(([, name = '']) => [name, values[name] ?? '-']);
    expect(parseLine(JSON.stringify(Object.fromEntries(logged)))).toMatchObject({
      level: 'ERROR',
      message: 'GET /x 503 0.03 s',
    });
    expect(logged.map(([name]) => name)).toContain('error');
  });

  test.each([
    '',
    '{',
    '{"_aws":{}}',
    '{"level":3}',
    'plain',
    '\u0000\t\t',
    '[1]',
    '{"message":"x","level":"FATAL","error":null}',
    '{"message":"x","error":{"message":"y","stack":3,"frames":[1],"cause":{"cause":[]}}}',
  ])('nothing makes it fail: %j', (text) => {
    expect(() => parseLine(text)).not.toThrow();
  });
});

describe('since when', () => {
  const now = Date.parse('2026-03-31T12:00:00Z');
  test.each([
    ['30s', '2026-03-31T11:59:30Z'],
    ['10m', '2026-03-31T11:50:00Z'],
    ['2h', '2026-03-31T10:00:00Z'],
    ['1d', '2026-03-30T12:00:00Z'],
    ['2026-03-31T09:00', '2026-03-31T09:00:00Z'],
    ['2026-03-31T09:00:00+02:00', '2026-03-31T07:00:00Z'],
    ['2026-03-30', '2026-03-30T00:00:00Z'],
  ])('%s', (text, moment) => {
    expect(momentOf(text, now)).toBe(Date.parse(moment));
  });
  test.each(['', 'yesterday', '10', '5w', '2026-13-01', '-3m'])('"%s" is refused', (text) => {
    expect(() => momentOf(text, now)).toThrow(/10m, 2h/);
  });
});
