// The service over real sockets and a real database; what a run does is given by the test.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startResearcher, type Researcher, type ResearcherOptions } from '../../../services/researcher/researcher.ts';
import { settingsFrom } from '../../../services/researcher/settings.ts';
import { TopicUnreadError } from '../../../services/researcher/topic/topic-unread.ts';
import { claimRun, readRun, requestRun } from '../../../shared/database/research-runs.ts';
import { UnavailableError } from '../../../shared/errors.ts';
import type { StoredNote } from '../../../shared/schemas/research.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';
import { eventually } from '../../setup/eventually.ts';

const KEY = 'a-key-of-the-test-0123456789';
const note: StoredNote = {
  title: 'A note',
  asOf: '2026-11-20',
  markdown: '# A note',
  tickers: [],
  sources: [
    {
      url: 'https://example.com/a',
      title: 'A',
      published: null,
      fetched: '2026-11-20T10:00:00.000Z',
      excerptHash: 'a'.repeat(64),
    },
  ],
  model: 'narrator',
};
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let opened: TestDatabase;
let service: Researcher | undefined;
let url = '';
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
afterEach(async () => {
  await service?.stop(0);
  service = undefined;
});

async function serve(
  perform: NonNullable<ResearcherOptions['perform']>,
  logger: ResearcherOptions['logger'] = silent,
): Promise<void> {
  const settings = { ...settingsFrom({ ALEX_RESEARCH_SOURCES: 'folder:/nowhere' }), port: 0 };
  const options = { environment: {}, logger, db: opened.db, key: () => Promise.resolve(KEY), perform };
  service = await startResearcher(settings, options);
  url = `http://127.0.0.1:${service.port}`;
}

const post = (body: string, headers: Record<string, string> = { 'x-api-key': KEY }) =>
  fetch(`${url}/research`, { method: 'POST', headers, body });
const done: NonNullable<ResearcherOptions['perform']> = async (_run, { tell }) => {
  await tell('choose', 'Chose it.', 'A topic');
  return { note, degraded: null };
};
async function idOf(response: Response): Promise<string> {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : '';
}
/** A run is stored as ended a moment before the service is free for the next one. */
const free = () =>
  eventually(async () => {
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ idle: true });
  });
async function ended(id: string, status: string): Promise<void> {
  await eventually(async () => {
    expect((await readRun(opened.db, id))?.status).toBe(status);
  });
  await free();
}

describe('who may ask', () => {
  test('health is for all, everything else for who has the key', async () => {
    await serve(done);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    for (const headers of [{}, { 'x-api-key': 'wrong' }, { authorization: 'Bearer wrong' }]) {
      const refused = await post('{}', headers);
      expect(refused.status).toBe(401);
      expect(refused.headers.get('content-type')).toBe('application/problem+json');
    }
    expect((await fetch(`${url}/research/00000000-0000-4000-8000-000000000000`)).status).toBe(401);
    expect((await post('{}', { authorization: `Bearer ${KEY}` })).status).toBe(202);
  });

  test.each([
    ['no JSON', '{', 400],
    ['a topic that is too short', '{"topic":"x"}', 400],
    ['a symbol of two letters that nothing is traded by', '{"topic":"QQ"}', 400],
    ['a topic of two lines', '{"topic":"one\\ntwo"}', 400],
    ['a moment that is none', '{"scheduledFor":"tomorrow"}', 400],
    ['a moment of another millennium', '{"scheduledFor":"2999-01-01T00:00:00Z"}', 400],
    ['a field that nobody knows', '{"subject":"bonds"}', 400],
    ['a body of 20 KB', JSON.stringify({ topic: 'x'.repeat(20_000) }), 413],
  ])('%s is refused with a problem, and nothing is begun', async (_what, body, status) => {
    await serve(() => Promise.reject(new Error('must not run')));
    const refused = await post(body);
    expect(refused.status).toBe(status);
    expect(await refused.json()).toMatchObject({ status });
  });

  test('whoever only looks whether it is there needs the key, and begins nothing', async () => {
    await serve(() => Promise.reject(new Error('must not run')));
    expect((await fetch(`${url}/research`)).status).toBe(401);
    const looked = await fetch(`${url}/research`, { headers: { 'x-api-key': KEY } });
    expect(await looked.json()).toEqual({ idle: expect.any(Boolean) });
  });

  test('other paths, methods and unknown runs are 404 and 405', async () => {
    await serve(done);
    const ask = async (path: string, method = 'GET') =>
      (await fetch(`${url}${path}`, { method, headers: { 'x-api-key': KEY } })).status;
    expect(await ask('/')).toBe(404);
    expect(await ask('/research/not-an-id')).toBe(404);
    expect(await ask('/research/00000000-0000-4000-8000-000000000000')).toBe(404);
    expect(await ask('/research', 'DELETE')).toBe(405);
  });
});

describe('whoever may end the process is told', () => {
  const idle = async (): Promise<unknown> => (await fetch(`${url}/health`)).json();

  test('that a run goes on, though its request was answered, and when it has ended', async () => {
    const finish = Promise.withResolvers<undefined>();
    await serve(async (run, context) => {
      if (run.topic === 'a long one') await finish.promise;
      return done(run, context);
    });
    await eventually(async () => {
      expect(await idle()).toEqual({ status: 'ok', idle: true });
    });
    const id = await idOf(await post('{"topic":"a long one"}'));
    expect(await idle()).toEqual({ status: 'ok', idle: false });
    finish.resolve(undefined);
    await ended(id, 'completed');
    await eventually(async () => {
      expect(await idle()).toEqual({ status: 'ok', idle: true });
    });
  });

  test('that it waits for the lease of a process that was killed, whose run it then takes up', async () => {
    const { id } = await requestRun(opened.db, { topic: 'left behind', scheduledFor: null });
    await claimRun(opened.db, id, { owner: 'killed', leaseSeconds: 2 });
    await serve(done);
    expect(await idle()).toEqual({ status: 'ok', idle: false });
    await ended(id, 'completed');
    expect(await readRun(opened.db, id)).toMatchObject({ attempt: 2 });
  });
});

describe('a run', () => {
  test('is accepted at once, followed by its id, and told as events', async () => {
    await serve(done);
    const id = await idOf(await post('{"topic":"bond yields"}'));
    await ended(id, 'completed');
    const run: unknown = await (await fetch(`${url}/research/${id}`, { headers: { 'x-api-key': KEY } })).json();
    expect(run).toMatchObject({ id, status: 'completed', note: { title: 'A note' } });
    const streamed = await post('{"topic":"bond yields"}', { 'x-api-key': KEY, accept: 'text/event-stream' });
    const names = [...(await streamed.text()).matchAll(/^event: (\w+)$/gm)].map(([, name]) => name);
    expect(names).toEqual(['accepted', 'progress', 'run']);
  });

  test('of a scheduled moment is one, also while it runs; another one is told to come back', async () => {
    const finish = Promise.withResolvers<undefined>();
    let begun = 0;
    await serve(async (run, context) => {
      begun += 1;
      await finish.promise;
      return done(run, context);
    });
    const body = '{"scheduledFor":"2026-11-20T12:00:00Z"}';
    const [first, second] = [await idOf(await post(body)), await idOf(await post(body))];
    expect(second).toBe(first);
    const busy = await post('{"topic":"something else"}');
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '30']);
    finish.resolve(undefined);
    await ended(first, 'completed');
    expect(await idOf(await post(body))).toBe(first);
    expect(begun).toBe(1);
  });

  test('that failed is begun again for the same moment, at most three times, and says why', async () => {
    await serve(() => Promise.reject(new UnavailableError('No source answers.')));
    const body = '{"scheduledFor":"2026-11-20T14:00:00Z"}';
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const id = await idOf(await post(body));
      await eventually(async () => {
        expect(await readRun(opened.db, id)).toMatchObject({ status: 'failed', attempt: Math.min(attempt, 3) });
      });
      expect((await readRun(opened.db, id))?.error).toBe('No source answers.');
      await free();
    }
  });

  test.each([
    ['a person asked for', '{"topic":"xyzzy"}', 'warn'],
    ['a schedule asked for', '{"scheduledFor":"2026-11-20T16:00:00Z"}', 'error'],
  ])('without a page, which %s, is no more of an error than that', async (_, body, level) => {
    const logged: string[] = [];
    const noting = (at: string) => (message: string) => logged.push(`${at}: ${message}`);
    const logger = { info: noting('info'), warn: noting('warn'), error: noting('error') };
    await serve(() => Promise.reject(new TopicUnreadError('None of the 9 pages is about “xyzzy”.')), logger);
    const id = await idOf(await post(body));
    await ended(id, 'failed');
    await free();
    expect(logged.filter((line) => !line.startsWith('info'))).toEqual([`${level}: run failed`]);
  });

  test('under way when the process is told to end goes back undone, and the next process takes up all that wait', async () => {
    await serve(() => new Promise(() => undefined));
    const id = await idOf(await post('{"topic":"bond yields"}'));
    await service?.stop(50);
    expect(await readRun(opened.db, id)).toMatchObject({ status: 'pending', attempt: 0 });
    const { id: waiting } = await requestRun(opened.db, { topic: 'left behind', scheduledFor: null });
    await serve(done);
    await ended(id, 'completed');
    await ended(waiting, 'completed');
  });
});
