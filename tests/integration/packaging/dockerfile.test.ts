// There may be no Docker where the tests run: the Dockerfile's own commands are run in a clean folder, on what its COPY lines bring.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../../local/containers/free-port.ts';
import { serviceConfig } from '../../../shared/schemas/service-config.ts';
import { eventually } from '../../setup/eventually.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = readFileSync(join(root, 'services', 'researcher', 'Dockerfile'), 'utf8');

interface Instruction {
  name: string;
  rest: string;
}

const instructions: Instruction[] = text
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => ({ name: line.slice(0, line.indexOf(' ')), rest: line.slice(line.indexOf(' ') + 1) }));
const second = instructions.findIndex(({ name }, index) => name === 'FROM' && index > 0);
const build = instructions.slice(0, second);
const image = instructions.slice(second);
const all = (part: Instruction[], name: string): string[] =>
  part.filter((one) => one.name === name).map(({ rest }) => rest);

const clean = mkdtempSync(join(tmpdir(), 'alex-image-'));
const workdir = join(clean, 'build');
const out = join(clean, 'out');

/** What the build stage does: copies, and commands in its folder. `npm ci` is what made this checkout's node_modules. */
function buildStage(): void {
  mkdirSync(workdir);
  for (const { name, rest } of build) {
    if (name === 'COPY') {
      const words = rest.split(' ');
      const target = words.pop() ?? '';
      for (const source of words) {
        const to = target === './' ? join(workdir, source) : join(workdir, target);
        mkdirSync(dirname(to), { recursive: true });
        cpSync(join(root, source), to, { recursive: true });
      }
    } else if (name === 'RUN' && rest.startsWith('npm ci ')) {
      symlinkSync(join(root, 'node_modules'), join(workdir, 'node_modules'), 'dir');
    } else if (name === 'RUN') {
      const command = rest.replaceAll('/out', out);
      const done = spawnSync('sh', ['-c', command], { cwd: workdir, encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`${command}\n${done.stdout}${done.stderr}`);
    }
  }
}

describe('the image of the researcher', () => {
  let child: ChildProcess | undefined;
  let environment: Record<string, string> = {};
  let printed = '';

  beforeAll(async () => {
    if (process.platform === 'win32') return;
    buildStage();
    const port = await freePort();
    const set = all(image, 'ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=', 2)));
    environment = {
      ...Object.fromEntries(set.map(([name = '', value = '']) => [name, value])),
      PATH: process.env.PATH ?? '',
      PORT: String(port),
      AWS_REGION: 'us-east-1',
      ...{ DATABASE_CLUSTER_ARN: 'a', DATABASE_SECRET_ARN: 'b', DATABASE_NAME: 'c' },
      ...{ AWS_ENDPOINT_URL_RDS_DATA: 'http://127.0.0.1:9', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' },
      ALEX_RESEARCH_SOURCES: 'folder:/tmp',
    };
    const [program = '', ...args] = JSON.parse(all(image, 'CMD')[0] ?? '[]') as string[];
    // Node's permission model in the place of a read-only file system: no write is allowed anywhere.
    child = spawn(program, ['--permission', '--allow-fs-read=*', ...args], { cwd: out, env: environment });
    child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }, 120_000);

  afterAll(() => {
    child?.kill('SIGKILL');
    rmSync(clean, { recursive: true, force: true, maxRetries: 5 });
  });

  const posix = process.platform === 'win32' ? test.skip : test;

  posix('has the program, the browser’s driver, and nothing of the sources', () => {
    expect(existsSync(join(out, 'index.mjs'))).toBe(true);
    expect(existsSync(join(out, 'node_modules', 'playwright-core', 'package.json'))).toBe(true);
    expect(existsSync(join(out, 'shared'))).toBe(false);
  });

  posix(
    'starts with a read-only file system, is healthy by its own check, and lets nobody in without a key',
    async () => {
      const [, check = '[]'] = /CMD (\[.*\])$/.exec(all(image, 'HEALTHCHECK')[0] ?? '') ?? [];
      const [program = '', ...args] = JSON.parse(check) as string[];
      await eventually(() => {
        const { status, stderr } = spawnSync(program, args, { env: environment, encoding: 'utf8' });
        if (status !== 0) throw new Error(`not healthy: ${stderr}\n${printed}`);
      });
      const address = `http://127.0.0.1:${environment.PORT}`;
      expect((await fetch(`${address}/research`, { method: 'POST' })).status).toBe(401);
    },
  );

  posix('ends by SIGTERM, with nothing to do, at once and without an error', async () => {
    const ended = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('runs as a user who is not root, from a base of Node 24, on the port that service.json names', () => {
    expect(all(image, 'USER').at(-1)).toBe('node');
    expect(all(instructions, 'FROM')).toEqual(['node:24-slim AS build', 'node:24-slim']);
    const config: unknown = JSON.parse(readFileSync(join(root, 'services', 'researcher', 'service.json'), 'utf8'));
    expect(config).toMatchObject({ port: Number(all(image, 'EXPOSE')[0]), healthPath: '/health' });
    expect(all(image, 'ENV').join(' ')).toContain(`PORT=${all(image, 'EXPOSE')[0]}`);
    expect(all(image, 'HEALTHCHECK').join(' ')).toContain('/health`');
  });

  test('ends its runs before it is ended itself', () => {
    const { stopTimeout } = serviceConfig.parse(
      JSON.parse(readFileSync(join(root, 'services', 'researcher', 'service.json'), 'utf8')),
    );
    const main = readFileSync(join(root, 'services', 'researcher', 'main.ts'), 'utf8');
    const grace = Number(/^const GRACE = (\d+);$/m.exec(main)?.[1]);
    // And a few seconds for what is under way with the database.
    expect(grace).toBeLessThanOrEqual(stopTimeout - 5);
  });
});
