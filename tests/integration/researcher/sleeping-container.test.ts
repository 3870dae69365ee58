// A container that ends when there is nothing to do and is started by the next request.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { startContainer, serviceLogGroup, type Container } from '../../../local/containers/container.ts';
import { startServiceGateway } from '../../../local/containers/service-gateway.ts';
import type { Timing } from '../../../local/containers/timing.ts';
import { createLogStore } from '../../../local/logs/log-store.ts';
import { eventually } from '../../setup/eventually.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-sleeping-'));
const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Tells whether it is idle, works on after /work was answered, streams, and says what it was doing when it was told to end. */
const program = `import { createServer } from 'node:http';
let doing = 'nothing';
let looks = 0;
const busy = (what, then) => {
  doing = what;
  setTimeout(() => { doing = 'nothing'; console.log('done: ' + what); then(); }, 400);
};
createServer((request, response) => {
  if (request.url === '/health') {
    looks += 1;
    response.end(process.env.SAYS_NOTHING ? 'ok' : JSON.stringify({ idle: doing !== 'work' }));
  } else if (request.url === '/work') {
    busy('work', () => undefined);
    response.writeHead(202).end();
  } else if (request.url === '/stream') {
    response.write('first;');
    busy('stream', () => response.end('last'));
  } else if (request.url === '/die') process.exit(7);
  else response.end(process.pid + ' ' + looks);
}).listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => { console.log('ended while doing ' + doing); process.exit(0); });
`;
/** As `program`, which answers only after a while. */
const slow = program
  .replace('createServer((', 'setTimeout(() => createServer((')
  .replace(
    '.listen(Number(process.env.PORT), process.env.HOST);',
    '.listen(Number(process.env.PORT), process.env.HOST), 500);',
  );

interface Started {
  container: Container;
  url: string;
  problems: string[];
  lines: () => string[];
}

async function start(
  source: string,
  options: { timing?: Partial<Timing>; environment?: Record<string, string> } = {},
): Promise<Started> {
  writeFileSync(join(folder, 'index.mjs'), source);
  const logs = createLogStore();
  const problems: string[] = [];
  const timing = { firstWait: 20, longestWait: 50, startingLook: 20, runningLook: 30, idle: 100, ...options.timing };
  const container = startContainer({
    ...{ name: 'thing', folder, healthPath: '/health', environment: options.environment ?? {}, logs, timing },
    onProblem: (problem) => problems.push(problem),
  });
  const gateway = await startServiceGateway({
    ...{ name: 'thing', port: 0, reach: (gone: AbortSignal) => container.reach(gone), onError: () => undefined },
  });
  running.push(async () => {
    await container.stop(1_000);
    await gateway.close(0);
  });
  const lines = () => [...logs.group(serviceLogGroup('thing')).events()].map(({ message }) => message);
  return { container, url: gateway.url, problems, lines };
}

const asleep = ({ lines }: Started, times = 1): Promise<void> =>
  eventually(() => {
    expect(lines().filter((line) => line === 'ended while doing nothing')).toHaveLength(times);
  });
const text = async (url: string): Promise<string> => (await fetch(url)).text();

test('what nobody wants is not kept in memory, and requests that come together start one process that answers them all', async () => {
  const service = await start(program);
  await asleep(service);
  expect(service.container.address).toBeUndefined();
  const answers = await Promise.all([1, 2, 3, 4].map((each) => text(`${service.url}/${each}`)));
  const processes = new Set(answers.map((answer) => answer.split(' ')[0]));
  expect([...processes]).toEqual([expect.stringMatching(/^\d+$/)]);
  await asleep(service, 2);
  expect(service.problems).toEqual([]);
});

test('work that goes on after its request was answered is not cut off', async () => {
  const service = await start(program, { timing: { idle: 60 } });
  expect((await fetch(`${service.url}/work`)).status).toBe(202);
  await asleep(service);
  expect(service.lines().slice(-2)).toEqual(['done: work', 'ended while doing nothing']);
});

test('an answer that is still being told is not cut off', async () => {
  const service = await start(program, { timing: { idle: 60 } });
  expect(await text(`${service.url}/stream`)).toBe('first;last');
  await asleep(service);
  expect(service.lines().slice(-2)).toEqual(['done: stream', 'ended while doing nothing']);
});

test('a service that says nothing of whether it has work is never ended', async () => {
  const service = await start(program, { environment: { SAYS_NOTHING: 'yes' }, timing: { idle: 20, runningLook: 10 } });
  const before = await text(service.url);
  await eventually(async () => {
    expect(Number((await text(service.url)).split(' ')[1])).toBeGreaterThan(10);
  });
  expect((await text(service.url)).split(' ')[0]).toBe(before.split(' ')[0]);
  expect(service.lines()).toEqual([]);
});

test('a request that gave up while it waited for the start does not keep the process', async () => {
  const service = await start(slow);
  await expect(fetch(service.url, { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  await asleep(service);
});

test('a start that is too slow is said in time, and the next request finds the process', async () => {
  const service = await start(slow, { timing: { hold: 50, idle: 60_000 } });
  const early = await fetch(service.url);
  expect(early.status).toBe(503);
  expect(await early.json()).toMatchObject({
    status: 503,
    detail: expect.stringContaining('The service thing is being started'),
  });
  await eventually(async () => {
    expect((await fetch(service.url)).status).toBe(200);
  });
});

test('a start that fails is told at once to who asks, with its reason', async () => {
  const service = await start('console.error("A setting is missing."); process.exit(1);');
  const answer = await fetch(service.url);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    detail:
      'The service thing could not start (it ended with code 1, after "A setting is missing."). Its log is /ecs/alex-thing.',
  });
});

test('a process that dies after it slept once is told of and started again, as any other', async () => {
  const service = await start(program);
  await asleep(service);
  expect((await fetch(`${service.url}/die`)).status).toBe(503);
  await eventually(() => {
    expect(service.problems.map((problem) => problem.slice(0, 30))).toEqual([
      'The service thing stopped (it ',
      'The service thing runs again.',
    ]);
  });
});

test('a fleet that stops waits for no sleeping container, and lets no request wait', async () => {
  const sleeping = await start(program);
  await asleep(sleeping);
  await sleeping.container.stop(60_000);
  const starting = await start(slow);
  const held = fetch(starting.url);
  await eventually(async () => {
    expect((await fetch(sleeping.url)).status).toBe(503);
  });
  await starting.container.stop(1_000);
  expect(await (await held).json()).toMatchObject({ detail: 'The service thing is being stopped.' });
});
