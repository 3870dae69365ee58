// Logs, metrics and traces go to other people's machines and are read by other people: what is planted in a portfolio, in the
// settings and in what a provider says must be in none of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import type { AnalyzeRequestInput } from '../../shared/schemas/job.ts';
import { goals } from '../fixtures/portfolios/requests.ts';
import { refuseStep } from '../setup/database-faults.ts';
import { eventually } from '../setup/eventually.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { endOf } from '../setup/jobs.ts';
import { loggedIn } from '../setup/logs.ts';
import { completion, startChatServer } from '../setup/model-servers/chat-server.ts';
import type { ModelServer, ReceivedRequest, Reply } from '../setup/model-servers/reply.ts';
import { startTraceCollector, type TraceCollector } from '../setup/trace-collector.ts';

/** Each in a place of its own; no two have a part in common. */
const planted = {
  account: 'Hortense Quillfeather rollover',
  holding: 'Bramblewick Heirloom Partners',
  symbol: 'QZXJV',
  email: 'hortense@quillmail.example',
  question: 'before my hip surgery at Larkspur clinic',
  quantity: '86753.0917',
  price: '4417.3391',
  modelKey: 'sk-planted-model-key-7f3a',
  collectorKey: 'cGxhbnRlZC1jb2xsZWN0b3Ita2V5',
  bearer: 'eyJwbGFudGVkIjoiYmVhcmVyIn0.c2ln',
  provider: 'overheard-by-the-provider',
  unknownKey: 'alex_planted_unknown_key_91c2',
};

const request: AnalyzeRequestInput = {
  goals,
  seed: 7,
  asOf: '2026-03-31',
  question: `Can I stop working at 60, ${planted.question}? Write to ${planted.email}, Bearer ${planted.bearer}.`,
  portfolio: {
    accounts: [
      {
        name: `${planted.account} ${planted.email}`,
        positions: [
          { symbol: 'VTI', quantity: planted.quantity, price: '302.15', priceAsOf: '2026-03-30' },
          {
            symbol: planted.symbol,
            name: `${planted.holding} Bearer ${planted.bearer}`,
            quantity: '3',
            price: planted.price,
            priceAsOf: '2026-03-30',
          },
        ],
      },
    ],
  },
};

let fleet: TestFleet;
let server: ModelServer;
let collector: TraceCollector;
let reply: (request: ReceivedRequest, index: number) => Reply;
const dataFolder = mkdtempSync(join(tmpdir(), 'alex-planted-'));

beforeAll(async () => {
  server = await startChatServer((received, index) => reply(received, index));
  collector = await startTraceCollector();
  const environment = { ALEX_MODEL: `openai:test@${server.url}/v1`, ALEX_MODEL_API_KEY: planted.modelKey };
  const agent = { environment, timeout: 15 };
  fleet = await startTestFleet({
    dataFolder,
    overrides: { planner: { environment }, tagger: agent, reporter: agent, charter: agent, retirement: agent },
    traceSettings: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: `Authorization=Basic ${planted.collectorKey}`,
    },
  });
}, 120_000);
afterAll(async () => {
  await fleet.stop();
  await Promise.all([server.close(), collector.close()]);
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

/** What a provider may say, quoting all that it was sent: key, prompt, and words of its own. */
const outbursts: ((echo: string) => Reply)[] = [
  (echo) => ({ status: 401, body: { error: { message: `Incorrect API key ${echo}`, type: 'auth', code: echo } } }),
  (echo) => ({ status: 400, body: { error: { message: `Cannot read ${echo}`, type: echo } } }),
  (echo) => ({ status: 503, headers: { 'retry-after': '600' }, body: { error: { message: echo } } }),
  (echo) => ({ body: completion({ content: `No JSON, but ${echo}` }) }),
  (echo) => ({ body: completion({ content: JSON.stringify({ sections: [{ id: 'x', title: echo, body: echo }] }) }) }),
  (echo) => ({ body: completion({ content: null, refusal: echo, finishReason: 'content_filter' }) }),
  (echo) => ({ body: { surprise: echo } }),
];

async function send(method: string, path: string, headers: Record<string, string>, body: string): Promise<number> {
  const { status } = await fetch(new URL(path, fleet.fleet.apiUrl), { method, headers, body });
  return status;
}

test('what is planted in a portfolio, the settings and a provider’s answers is in no log, metric or trace', async () => {
  const ids: string[] = [];
  const run = async (): Promise<void> => {
    const id = await fleet.api.analyze(request);
    await endOf(fleet.api, id);
    ids.push(id);
  };
  for (const outburst of outbursts) {
    reply = (received) => outburst(`${planted.provider} ${planted.modelKey} ${JSON.stringify(received.body)}`);
    await run();
  }
  // A database that quotes the row at fault.
  const mend = await refuseStep(fleet.db, { step: 'report', becoming: 'completed' });
  await run();
  await mend();
  const check = `check (symbol <> '${planted.symbol}') not valid`;
  await fleet.db.execute(sql.raw(`alter table positions add constraint planted ${check}`));
  expect(await send('PUT', '/portfolio', headersOf(fleet.apiKey), JSON.stringify(request.portfolio))).toBe(500);
  // Requests that do not fit, and callers that nobody knows.
  const wrong = { ...request, [planted.holding]: planted.email, seed: planted.account };
  await send('POST', '/analyze', headersOf(fleet.apiKey), JSON.stringify(wrong));
  await send('POST', '/analyze', headersOf(fleet.apiKey), `{"portfolio": ${planted.account}`);
  await send('PUT', `/accounts/${planted.email}`, headersOf(fleet.apiKey), '{}');
  await send('POST', '/analyze', headersOf(planted.unknownKey), '{}');
  await send('POST', '/analyze', { authorization: `Bearer ${planted.bearer}` }, '{}');

  await eventually(() => {
    const ended = collector.spans.filter(({ name }) => name === 'process analysis-jobs');
    expect(ended.map(({ attributes }) => attributes['alex.job.id'])).toEqual(expect.arrayContaining(ids));
    expect(loggedIn(dataFolder).filter((line) => line.includes('"job ended"')).length).toBeGreaterThanOrEqual(
      ids.length,
    );
  });
  const told = {
    logs: loggedIn(dataFolder),
    problems: fleet.problems,
    traces: collector.requests.map(({ text }) => text),
  };
  // Had it not been there to be told, that it was not told would say nothing.
  const heard = JSON.stringify(server.requests);
  for (const value of [planted.holding, planted.question, planted.email, planted.modelKey])
    expect(heard).toContain(value);
  expect(collector.requests[0]?.headers.authorization).toContain(planted.collectorKey);
  for (const id of ids) for (const lines of [told.logs, told.traces]) expect(lines.join()).toContain(id);
  for (const [where, lines] of Object.entries(told)) {
    for (const [what, value] of Object.entries({ ...planted, own: fleet.apiKey })) {
      const parts = value.includes(' ') ? value.split(' ').filter((part) => part.length > 6) : [value];
      const found = lines.filter((line) => parts.some((part) => line.includes(part)));
      expect({ where, what, found }).toEqual({ where, what, found: [] });
    }
  }
}, 240_000);

const headersOf = (apiKey: string) => ({ 'x-api-key': apiKey, 'content-type': 'application/json' });
