import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase, type Database } from '../../../local/rds-data/server.ts';
import { eventually } from '../../setup/eventually.ts';
import { startService } from './test-service.ts';

let whole: string;
let parent: string;
let folder: string;
beforeAll(async () => {
  whole = join(mkdtempSync(join(tmpdir(), 'alex-whole-')), 'data');
  await (await openDatabase({ folder: whole })).close();
});
afterAll(() => {
  rmSync(join(whole, '..'), { recursive: true, force: true });
});
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'alex-folder-'));
  folder = join(parent, 'not', 'yet', 'there');
});
afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

/** Runs one statement on an open database and returns its first column. */
async function column(database: Database, sql: string): Promise<(string | number | undefined)[]> {
  const service = await startService(database);
  const { records } = await service.execute(sql);
  await service.close();
  return records?.map(([field]) => field?.stringValue ?? field?.longValue) ?? [];
}

/** Starts the process that commits, waits until it has committed `count` rows, and kills it; returns the last number it said. */
async function killAfter(count: number): Promise<number> {
  const script = fileURLToPath(new URL('./committing-process.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let last = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    last = Number(chunk.toString().trim().split('\n').at(-1));
  });
  await eventually(() => {
    expect(last >= count || child.exitCode !== null).toBe(true);
  });
  child.kill('SIGKILL');
  await ended;
  return last;
}

test('what was committed is there after SIGKILL, and the dead process’s lock does not stand in the way', async () => {
  const last = await killAfter(200);
  expect(last).toBeGreaterThanOrEqual(200);
  expect(existsSync(`${folder}.lock`)).toBe(true);
  const database = await openDatabase({ folder });
  const numbers = await column(database, 'SELECT i FROM promised ORDER BY i');
  await database.close();
  expect(numbers.slice(0, last)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
  // The one under way when it was killed may have been committed, unsaid.
  expect(numbers.length).toBeLessThanOrEqual(last + 1);
});

test('a database is reopened with what is in it, and leaves no lock behind', async () => {
  const first = await openDatabase({ folder });
  await column(first, `CREATE TABLE t AS SELECT 'kept' AS v`);
  await first.close();
  const second = await openDatabase({ folder });
  expect(await column(second, 'SELECT v FROM t')).toEqual(['kept']);
  await second.close();
  expect(readdirSync(join(folder, '..'))).toEqual(['there']);
});

describe('a folder that cannot be used is said to be so in a sentence with a remedy', () => {
  test('in use by this process, and free again after closing', async () => {
    const database = await openDatabase({ folder });
    await expect(openDatabase({ folder })).rejects.toMatchObject({
      name: 'DataFolderError',
      code: 'in-use',
      message: expect.stringContaining(`is in use by process ${process.pid}. Stop that process first`),
    });
    await database.close();
    await (await openDatabase({ folder })).close();
  });

  test('in use by another process', async () => {
    mkdirSync(join(folder, '..'), { recursive: true });
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const ended = new Promise((resolve) => other.once('exit', resolve));
    try {
      const { pid = 0 } = other;
      // As the other process would have written it: with its start time, where the system tells.
      const start = existsSync('/proc/self/stat')
        ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19]
        : '?';
      writeFileSync(`${folder}.lock`, `${pid} ${start ?? '?'}\n`);
      await expect(openDatabase({ folder })).rejects.toMatchObject({ code: 'in-use' });
    } finally {
      other.kill();
      await ended;
    }
    await (await openDatabase({ folder })).close();
  });

  test.each<[string, (path: string) => void]>([
    [
      'without its control file',
      (path) => {
        rmSync(join(path, 'global', 'pg_control'));
      },
    ],
    [
      'with half a control file',
      (path) => {
        truncateSync(join(path, 'global', 'pg_control'), 100);
      },
    ],
    [
      'without its transaction log',
      (path) => {
        rmSync(join(path, 'pg_wal'), { recursive: true });
      },
    ],
    [
      'of another version',
      (path) => {
        writeFileSync(join(path, 'PG_VERSION'), '12\n');
      },
    ],
    [
      'with an empty catalog',
      (path) => {
        truncateSync(join(path, 'base', '5', '1259'), 0);
      },
    ],
  ])('%s', async (_, damage) => {
    cpSync(whole, folder, { recursive: true });
    damage(folder);
    await expect(openDatabase({ folder })).rejects.toMatchObject({
      name: 'DataFolderError',
      code: 'damaged',
      message: expect.stringMatching(/^The database folder .* is damaged .*\. Move the folder away .*\.$/),
    });
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  test('somebody’s other files', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    await expect(openDatabase({ folder })).rejects.toMatchObject({ code: 'not-a-database' });
    expect(readdirSync(folder)).toEqual(['thesis.txt']);
  });

  test('a file', async () => {
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, '');
    await expect(openDatabase({ folder })).rejects.toMatchObject({ code: 'not-writable' });
  });
});

test('a database whose making was interrupted is made again', async () => {
  cpSync(whole, folder, { recursive: true });
  rmSync(join(folder, 'base'), { recursive: true });
  writeFileSync(`${folder}.new`, '');
  const database = await openDatabase({ folder });
  expect(await column(database, 'SELECT 1')).toEqual([1]);
  await database.close();
  expect(existsSync(`${folder}.new`)).toBe(false);
});
