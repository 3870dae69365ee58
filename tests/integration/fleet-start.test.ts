import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeAll, beforeEach, afterAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { startFleet, type Fleet, type FleetOptions } from '../../local/fleet.ts';
import { acquireLock, findRunningFleet, lockFile } from '../../local/lock.ts';
import { processStart } from '../../local/process-identity.ts';
import { laptopTarget } from '../../scripts/target/laptop-target.ts';
import { fleetFixtures } from '../fixtures/fleet/functions.ts';
import { eventually } from '../setup/eventually.ts';
import { packageFixtures } from '../setup/package-fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'alex-start-'));
const dist = join(root, 'dist');
let dataFolder: string;
let count = 0;
const undo: (() => unknown)[] = [];

beforeAll(async () => {
  await packageFixtures(dist, fleetFixtures);
}, 60_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  dataFolder = join(root, `data-${++count}`);
});
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function start(options: Partial<FleetOptions> = {}): Promise<Fleet> {
  const fleet = await startFleet({ dist, dataFolder, onProblem: () => undefined, graceMilliseconds: 500, ...options });
  undo.push(() => fleet.stop());
  return fleet;
}

/** A fleet in a process of its own, once it answers. */
async function startChild(): Promise<{ child: ChildProcess; apiUrl: string; environment: Record<string, string> }> {
  const script = join(import.meta.dirname, '../fixtures/fleet/run-fleet.ts');
  const child = spawn(process.execPath, [script, dist, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  undo.push(() => child.kill('SIGKILL'));
  for await (const line of createInterface(child.stdout)) {
    return { child, ...(JSON.parse(line) as { apiUrl: string; environment: Record<string, string> }) };
  }
  throw new Error('the fleet ended before it answered');
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
}

const sqs = (endpoint: string) =>
  new SQSClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });

test('a service of one’s own is started, and neither its address nor its log is told', async () => {
  const own = join(root, 'dist-with-a-service');
  cpSync(dist, own, { recursive: true });
  const config = { description: 'x', port: 8080, healthPath: '/health', cpu: 256, memory: 512, needs: [] };
  const service = { name: 'day-book', folder: 'services/day-book', sha256: 'x', bytes: 1, config };
  writeFileSync(join(own, 'services.json'), JSON.stringify([service]));
  mkdirSync(join(own, service.folder), { recursive: true });
  writeFileSync(
    join(own, service.folder, 'index.mjs'),
    `import { createServer } from 'node:http';
     createServer((_, response) => response.end('open')).listen(Number(process.env.PORT), process.env.HOST);`,
  );
  const fleet = await start({ dist: own, services: { 'day-book': {} } });
  const environment = fleet.environmentForScripts();
  const answer = await fetch(environment.SERVICE_URL_DAY_BOOK ?? '');
  expect(await answer.text()).toBe('open');
  expect(laptopTarget(environment, fleet.apiUrl).logGroups['day-book']).toBe('/ecs/alex-day-book');
}, 60_000);

describe('a fleet that was killed', () => {
  test('is replaced by the next, which finds its queue and its database', async () => {
    const { child, environment } = await startChild();
    const send = (MessageBody: string) =>
      sqs(environment.AWS_ENDPOINT_URL_SQS ?? '').send(
        new SendMessageCommand({ QueueUrl: environment.QUEUE_URL_WORK, MessageBody }),
      );
    // "hang" is in flight when the process dies; its visibility timeout is a minute.
    await send('hang');
    await eventually(async () => {
      const { Attributes } = await sqs(environment.AWS_ENDPOINT_URL_SQS ?? '').send(
        new GetQueueAttributesCommand({ QueueUrl: environment.QUEUE_URL_WORK, AttributeNames: ['All'] }),
      );
      expect(Attributes?.ApproximateNumberOfMessagesNotVisible).toBe('1');
    });
    expect(findRunningFleet(dataFolder)?.pid).toBe(child.pid);
    const dead = ended(child);
    child.kill('SIGKILL');
    await dead;
    expect(existsSync(lockFile(dataFolder))).toBe(true);
    expect(findRunningFleet(dataFolder)).toBeUndefined();

    const problems: string[] = [];
    await start({
      // One receive was the limit and the dead process had it: the message is a dead letter at once.
      onProblem: ({ message }) => problems.push(message),
    });
    const running = findRunningFleet(dataFolder);
    expect(running?.pid).toBe(process.pid);
    const dead_letters = `${running?.urls?.queues ?? ''}/000000000000/work-dlq`;
    await eventually(async () => {
      const { Attributes } = await sqs(running?.urls?.queues ?? '').send(
        new GetQueueAttributesCommand({ QueueUrl: dead_letters, AttributeNames: ['All'] }),
      );
      expect(Attributes?.ApproximateNumberOfMessages).toBe('1');
    });
  }, 60_000);

  test('while it runs, another process is told where it is; stopped, it leaves nothing behind', async () => {
    const { child, apiUrl } = await startChild();
    await expect(startFleet({ dist, dataFolder })).rejects.toMatchObject({
      name: 'FleetRunningError',
      apiUrl,
      pid: child.pid,
    });
    const gone = ended(child);
    child.kill('SIGTERM');
    await gone;
    expect(existsSync(lockFile(dataFolder))).toBe(false);
  }, 60_000);
});

describe('the lock', () => {
  test('of a process id that now belongs to a later process is nobody’s', () => {
    acquireLock(dataFolder);
    const held = JSON.parse(readFileSync(lockFile(dataFolder), 'utf8')) as Record<string, unknown>;
    writeFileSync(lockFile(dataFolder), JSON.stringify({ ...held, processStart: 'before that' }));
    if (processStart(process.pid) === undefined) return;
    expect(findRunningFleet(dataFolder)).toBeUndefined();
    const lock = acquireLock(dataFolder);
    expect(findRunningFleet(dataFolder)?.pid).toBe(process.pid);
    lock.release();
  });

  test('is never stale by age', () => {
    const lock = acquireLock(dataFolder);
    const held = JSON.parse(readFileSync(lock.file, 'utf8')) as Record<string, unknown>;
    writeFileSync(lock.file, JSON.stringify({ ...held, startedAt: '2001-01-01T00:00:00.000Z' }));
    expect(() => acquireLock(dataFolder)).toThrow(/already running .* process \d+, and still starting/);
  });

  test('is not given back by who no longer holds it', () => {
    const lock = acquireLock(dataFolder);
    const held = JSON.parse(readFileSync(lock.file, 'utf8')) as Record<string, unknown>;
    writeFileSync(lock.file, JSON.stringify({ ...held, startedAt: '2026-11-20T10:00:00.000Z' }));
    lock.release();
    expect(existsSync(lock.file)).toBe(true);
  });

  test('that is damaged is said to be, with its path', () => {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(lockFile(dataFolder), '');
    expect(() => acquireLock(dataFolder)).toThrow(
      expect.objectContaining({ code: 'lock_damaged', remedy: expect.stringContaining('nothing is lost') }),
    );
  });
});

describe('what stops a start says what it is and what to do, and leaves nothing behind', () => {
  const failing = async (options: Partial<FleetOptions>) => {
    const error: unknown = await startFleet({ dist, dataFolder, onProblem: () => undefined, ...options }).catch(
      (reason: unknown) => reason,
    );
    expect(existsSync(lockFile(dataFolder))).toBe(false);
    return error;
  };

  async function occupy(): Promise<number> {
    const server: Server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    undo.push(() => server.close());
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return address.port;
  }

  test.each([['api'], ['aws'], ['queues']] as const)('the port for %s is taken', async (which) => {
    const port = await occupy();
    const began = performance.now();
    const error = await failing({ ports: { [which]: port } });
    expect(error).toMatchObject({
      code: 'port_taken',
      port,
      message: expect.stringContaining(`Port ${port}`),
      remedy: expect.stringContaining('ALEX_PORT'),
    });
    if (process.platform === 'linux')
      expect(error).toMatchObject({ message: expect.stringContaining(`(process ${process.pid})`) });
    // The database, which takes seconds the first time, is not waited for where the port is known to be taken.
    if (which === 'api') expect(performance.now() - began).toBeLessThan(1_500);
  });

  test('nothing is packaged', async () => {
    expect(await failing({ dist: join(root, 'nowhere') })).toMatchObject({
      code: 'not_packaged',
      remedy: expect.stringContaining('npm run package'),
    });
  });

  test('a zip is not the one that was packaged', async () => {
    const other = join(root, 'other');
    await packageFixtures(other, { reporter: fleetFixtures.reporter ?? { source: '', config: {} } });
    writeFileSync(join(other, 'reporter.zip'), 'changed');
    expect(await failing({ dist: other })).toMatchObject({
      code: 'not_packaged',
      message: expect.stringContaining('reporter.zip'),
    });
  });

  test.each([
    ['send:nowhere', /lambdas\/lonely\/lambda\.json needs send:nowhere, and no function has that queue/],
    ['invoke:nobody', /lambdas\/lonely\/lambda\.json needs invoke:nobody, and there is no such function/],
  ])('%s is asked for and does not exist', async (need, message) => {
    const other = join(root, need.replace(':', '-'));
    await packageFixtures(other, { lonely: { source: 'export const handler = () => 1;', config: { needs: [need] } } });
    expect(await failing({ dist: other })).toMatchObject({
      code: 'deployment',
      message: expect.stringMatching(message),
    });
  });

  test('more environment than Lambda takes', async () => {
    expect(await failing({ overrides: { reporter: { environment: { BIG: 'x'.repeat(5_000) } } } })).toMatchObject({
      code: 'deployment',
      message: expect.stringContaining('reporter'),
    });
  });

  test('the queues’ file is damaged', async () => {
    mkdirSync(join(dataFolder, 'queues'), { recursive: true });
    writeFileSync(join(dataFolder, 'queues', 'fauxqs.db'), 'no database '.repeat(1_000));
    expect(await failing({})).toMatchObject({
      code: 'data_folder_corrupt',
      message: expect.stringContaining(join(dataFolder, 'queues')),
    });
  });

  test('the database’s folder is damaged', async () => {
    mkdirSync(join(dataFolder, 'database'), { recursive: true });
    writeFileSync(join(dataFolder, 'database', 'notes.txt'), 'mine');
    expect(await failing({})).toMatchObject({
      code: 'data_folder_corrupt',
      message: expect.stringContaining('database'),
    });
  });

  test('the data folder is a file', async () => {
    dataFolder = join(root, 'a-file', 'data');
    writeFileSync(join(root, 'a-file'), '');
    expect(await failing({})).toMatchObject({ code: 'not_a_folder', message: expect.stringContaining(dataFolder) });
  });

  test('the data folder is reached through a link to a disk that is not mounted', async () => {
    symlinkSync(join(root, 'not-mounted'), join(root, 'a-link'), 'junction');
    dataFolder = join(root, 'a-link', 'data');
    expect(await failing({})).toMatchObject({
      code: 'lost_link',
      message: expect.stringContaining(dataFolder),
      remedy: expect.stringContaining('mount'),
    });
  });

  test('the data folder may not be written', async () => {
    if (process.platform === 'win32' || process.getuid?.() === 0) return;
    mkdirSync(dataFolder, { mode: 0o500 });
    undo.push(() => {
      chmodSync(dataFolder, 0o700);
    });
    expect(await failing({})).toMatchObject({ code: 'no_permission' });
  });

  test('the PostgreSQL server of the URL does not answer, and its password is not repeated', async () => {
    const port = await occupy();
    const error = await failing({ databaseUrl: `postgresql://alex:hunter2@127.0.0.1:${port === 1 ? 2 : 1}/alex` });
    expect(error).toMatchObject({ code: 'database_unreachable', remedy: expect.stringContaining('ALEX_DATABASE_URL') });
    expect(String(error)).not.toContain('hunter2');
  });
});

test('a data folder that is reached through a link, as one on a larger disk is, is as good as another', async () => {
  const disk = join(root, 'larger-disk');
  mkdirSync(disk);
  symlinkSync(disk, dataFolder, 'junction');
  const fleet = await start();
  expect((await fetch(`${fleet.apiUrl}/invoke/reporter`)).status).toBe(200);
  expect(existsSync(join(disk, 'code'))).toBe(true);
  // Whoever comes by the other path finds the same fleet.
  expect(findRunningFleet(disk)?.urls?.api).toBe(fleet.apiUrl);
}, 30_000);

test('stopping lets a request end, and a second stop waits for the first', async () => {
  const fleet = await start({ graceMilliseconds: 5_000 });
  await fetch(`${fleet.apiUrl}/invoke/reporter`);
  const slow = fetch(`${fleet.apiUrl}/slow`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stops = [fleet.stop(), fleet.stop()];
  expect(await (await slow).json()).toEqual({ done: true });
  await Promise.all(stops);
  await expect(fetch(`${fleet.apiUrl}/slow`)).rejects.toThrow();
}, 30_000);

test('nothing reaches a function before the preparation has ended', async () => {
  const happened: string[] = [];
  const fleet = await start({
    prepare: async () => {
      const port = Number(/:(\d+)/.exec(readPublished())?.[1] ?? 0);
      expect(port).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 100));
      happened.push('prepared');
    },
  });
  const reply = await fetch(`${fleet.apiUrl}/invoke/reporter`);
  happened.push(`answered ${reply.status}`);
  expect(happened).toEqual(['prepared', 'answered 200']);

  function readPublished(): string {
    return findRunningFleet(dataFolder)?.urls?.api ?? '';
  }
}, 30_000);
