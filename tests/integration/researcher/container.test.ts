import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { startContainer, serviceLogGroup, type Container } from '../../../local/containers/container.ts';
import { startServiceGateway } from '../../../local/containers/service-gateway.ts';
import { createLogStore } from '../../../local/logs/log-store.ts';
import { eventually } from '../../setup/eventually.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-container-'));
const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const server = `import { createServer } from 'node:http';
console.log('secrets of the shell: ' + (process.env.HOME_OF_THE_TEST ?? 'none') + ', own: ' + process.env.OWN);
createServer((request, response) => {
  if (request.url === '/die') process.exit(7);
  response.end(request.url);
}).listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => process.exit(0));
`;

function start(program: string): { container: Container; problems: string[]; lines: () => string[] } {
  writeFileSync(join(folder, 'index.mjs'), program);
  const logs = createLogStore();
  const problems: string[] = [];
  const timing = { firstWait: 20, longestWait: 50, startingLook: 20, runningLook: 50 };
  const container = startContainer({
    ...{ name: 'thing', folder, healthPath: '/health', environment: { OWN: 'yes' }, logs, timing },
    onProblem: (problem) => problems.push(problem),
  });
  running.push(() => container.stop(1_000));
  const lines = () => [...logs.group(serviceLogGroup('thing')).events()].map(({ message }) => message);
  return { container, problems, lines };
}

test('a service runs with its own variables alone, logs, and is started again behind the same address when it dies', async () => {
  process.env.HOME_OF_THE_TEST = 'leaked';
  const { container, problems, lines } = start(server);
  const gateway = await startServiceGateway({
    name: 'thing',
    port: 0,
    reach: (gone) => container.reach(gone),
    onError: () => undefined,
  });
  running.push(() => gateway.close(0));
  const ask = async (path: string) => (await fetch(`${gateway.url}${path}`)).status;
  await eventually(async () => {
    expect(await ask('/x')).toBe(200);
  });
  const before = container.address;
  expect(lines()[0]).toBe('secrets of the shell: none, own: yes');
  expect(await ask('/die')).toBe(503);
  await eventually(async () => {
    expect(await ask('/x')).toBe(200);
    expect(container.address).not.toBe(before);
  });
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('The service thing stopped (it ended with code 7');
  expect(problems[1]).toBe('The service thing runs again.');
});

test('a service that cannot start is told of once, in one sentence with its own reason, and stops nothing', async () => {
  const { container, problems, lines } = start(
    'console.error(JSON.stringify({ message: "A setting is missing." })); process.exit(1);',
  );
  await eventually(() => {
    expect(lines().length).toBeGreaterThan(2);
  });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('could not start (it ended with code 1, after "A setting is missing.")');
  expect(container.address).toBeUndefined();
});

test('a service that pays no heed to SIGTERM is ended after the grace', async () => {
  const { container } = start(server.replace('process.exit(0)', 'undefined'));
  await eventually(() => {
    expect(container.address).toBeDefined();
  });
  const began = performance.now();
  await container.stop(200);
  expect(performance.now() - began).toBeLessThan(5_000);
});
