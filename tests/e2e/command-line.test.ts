// What a person types and sees: scripts/analyze.ts and scripts/report.ts as processes of their own, on one fleet.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { jobResult } from '../../shared/schemas/job.ts';
import { holdStep, refuseStep } from '../setup/database-faults.ts';
import { call } from '../integration/api/client.ts';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';

const home = mkdtempSync(join(tmpdir(), 'alex-command-line-'));
const inHome = (...names: string[]): string => join(home, ...names);
const POSITIONS = inHome('positions.csv');
const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/;

function start(script: string, args: readonly string[], alexHome = home, environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts', script), ...args], {
    cwd: home,
    env: { ...process.env, ALEX_HOME: alexHome, NO_COLOR: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, exited: once(child, 'exit') };
}

/** Runs a script to its end; the fleet lives in this process, so nothing may wait for it synchronously. */
async function run(script: string, args: readonly string[], alexHome = home) {
  const { child, exited } = start(script, args, alexHome);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await exited;
  return { code: child.exitCode, stdout, stderr };
}
const analyze = (...args: string[]) => run('analyze.ts', args);

beforeAll(() => {
  writeFileSync(POSITIONS, 'Symbol,Quantity,Price,Price date\nVTI,10,300,2026-09-30\nBND,50,72,2026-09-30\n');
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

describe('a command that cannot be carried out ends with 1 before any work, and says all that is wrong', () => {
  test.each([
    ['no file', [], ["missing required argument 'file'", '--help']],
    [
      'a flag that took the file for its value',
      ['--out', POSITIONS],
      [`"${POSITIONS}" was taken for the value of --out`],
    ],
    ['a mistyped flag', [POSITIONS, '--incme', '5'], ["unknown option '--incme'", 'Did you mean --income?']],
    [
      'several flags',
      [POSITIONS, '--foo', '--age', 'forty', '--income', 'lots', '--as-of', '2026-13-45'],
      ['4 flags', '--foo is not a flag', '--age is "forty"', '--income is "lots"', '--as-of is "2026-13-45"'],
    ],
    ['half the goals', [POSITIONS, '--age', '45'], ['--retire-at and --income']],
    ['a file that is not there', ['nowhere.csv'], ['Cannot read nowhere.csv: there is no such file']],
    [
      'a file that is not there, a flag that is wrong and one that nobody knows',
      ['nowhere.csv', '--prices', 'nor-here.csv', '--age', 'forty', '--foo'],
      ['2 things', 'Cannot read nowhere.csv', 'Cannot read nor-here.csv', '--age is "forty"', '--foo is not a flag'],
    ],
    [
      'a file that is not there, one that is wrong and no place for the report',
      ['nowhere.csv', '--prices', 'prices.json', '--out', POSITIONS],
      ['Cannot read nowhere.csv', 'this is JSON', 'a file is in the way'],
    ],
    ['JSON as prices', [POSITIONS, '--prices', 'prices.json'], ['1 problem in prices.json', 'this is JSON']],
    ['a file in the way of the report', [POSITIONS, '--out', POSITIONS], ['a file is in the way', '--out DIR']],
    ['a report inside a file', [POSITIONS, '--out', join(POSITIONS, 'x')], ['a file is in the way', '--out DIR']],
    ['an empty --out', [POSITIONS, '--out', ''], ['its name is empty']],
    ['a file twice', [POSITIONS, POSITIONS], ['positions.csv is given twice']],
    ['half of an amount', [POSITIONS, '--contribute', '20', '000'], ['Cannot read 000', 'amounts without blanks']],
    ['a report over its second input', [POSITIONS, inHome('result.json'), '--out', home], ['would replace']],
    ['a report over its own input', [inHome('result.json'), '--out', home], ['would replace']],
  ])('%s', async (_, args, expected) => {
    writeFileSync(inHome('prices.json'), '{"prices": [\n"VTI",\n"BND"]}');
    const { code, stdout, stderr } = await analyze(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const part of expected) expect(stderr).toContain(part);
    expect(stderr).not.toMatch(/ {4}at |Packaging/);
    expect(existsSync(inHome('data'))).toBe(false);
  });

  test('a folder that nobody can make anything in is refused, not waited for', async () => {
    if (process.platform !== 'linux') return;
    const { code, stderr } = await analyze(POSITIONS, '--out', '/proc/no/such');
    expect(code).toBe(1);
    expect(stderr).toContain('no folder can be made there');
  });

  test.each(['analyze.ts', 'start.ts'])('%s: data that is a file is told from data that is damaged', async (script) => {
    const elsewhere = inHome('elsewhere');
    mkdirSync(elsewhere, { recursive: true });
    writeFileSync(join(elsewhere, 'data'), '');
    const { code, stderr } = await run(script, script === 'start.ts' ? [] : [POSITIONS, '--out', 'never'], elsewhere);
    expect(code).toBe(1);
    expect(stderr).toContain('should be a folder');
    expect(stderr).not.toMatch(/damaged|delete| {4}at /);
  });

  test('Ctrl-C while Alex is starting: it begins nothing more, and says only that it stops', async () => {
    const { child, exited } = start('start.ts', [], inHome('interrupted'), { ALEX_PORT: '24090' });
    const said = text(child.stderr);
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (!printed.includes('Opening') && chunk.includes('Opening')) child.kill('SIGINT');
      printed += chunk.toString();
    });
    await exited;
    expect(printed).not.toContain('Alex is running');
    expect(await said).toBe('');
    // On Windows no program can send Ctrl-C to another: kill() ends it without a word.
    if (process.platform === 'win32') return;
    expect(child.exitCode).toBe(0);
    expect(printed).toMatch(/starting the services …\n\nStopping …\nStopped\. Everything is kept; .*\n$/);
  });

  test('--help tells every flag on standard output and ends with 0', async () => {
    const { code, stdout, stderr } = await analyze('--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const flag of ['--age', '--retire-at', '--income', '--prices', '--out', '--json', '--quiet', 'Exit code']) {
      expect(stdout).toContain(flag);
    }
  });
});

describe('with a fleet that is up', () => {
  let fleet: TestFleet;
  beforeAll(async () => {
    fleet = await startTestFleet({ dataFolder: inHome('data') });
    writeFileSync(inHome('api-key.json'), JSON.stringify({ apiKey: fleet.apiKey }));
  }, 120_000);
  afterAll(() => fleet.stop());

  test('a report in the folder asked for, a summary, and progress in plain lines where there is no terminal', async () => {
    const { code, stdout, stderr } = await analyze(POSITIONS, '--out', join('deep', 'down'));
    expect(code).toBe(0);
    expect(readdirSync(inHome('deep', 'down')).sort()).toEqual(['report.html', 'report.md', 'result.json']);
    expect(stdout).toContain(join('deep', 'down', 'report.html'));
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toContain('--age, --retire-at and --income');
    expect(stderr).toMatch(/^done +Writing the report/m);
    expect(stderr).not.toContain('\u001b');
  });

  test('a file that states no goals and no targets: none are used, though the API has some stored', async () => {
    const put = await call(fleet.fleet.apiUrl, 'PUT /user', {
      key: fleet.apiKey,
      body: {
        goals: { age: 70, retireAt: 70, income: 200_000 },
        targets: { assetClasses: { equity: 0.1, fixed_income: 0.9 } },
      },
    });
    expect(put.status).toBe(200);
    const { code, stdout, stderr } = await analyze(POSITIONS, '--out', 'none-given');
    await call(fleet.fleet.apiUrl, 'PUT /user', { key: fleet.apiKey, body: { goals: null, targets: null } });
    expect(code).toBe(0);
    expect(stderr).toContain('No retirement goals are given');
    const result = jobResult.parse(JSON.parse(readFileSync(inHome('none-given', 'result.json'), 'utf8')));
    expect([result.goals, result.retirement, result.analysis?.rebalancing]).toEqual([null, null, null]);
    expect(stdout).not.toMatch(/\$200,000|your target/);
  });

  test('files of two brokers: one report of both, each account and price by its file', async () => {
    const other = inHome('other.csv');
    writeFileSync(other, 'Symbol,Quantity,Price,Price date\nVXUS,20,70,2026-09-29\nVTI,1,301,2026-09-29\n');
    const { code, stdout, stderr } = await analyze(POSITIONS, other, '--json', '--out', 'both');
    expect(code).toBe(0);
    expect(stderr).toContain('"Portfolio (positions)"');
    const { analysis, notes } = jobResult.parse(JSON.parse(stdout));
    expect(analysis?.allocation.account).toMatchObject([
      { key: 'Portfolio (positions)', value: 6600 },
      { key: 'Portfolio (other)', value: 1700 },
    ]);
    const sources = analysis?.holdings.map(({ symbol, priceSource }) => [symbol, priceSource]);
    expect(sources).toEqual(expect.arrayContaining([['BND', 'positions.csv'], ['VXUS', 'other.csv']])); // prettier-ignore
    expect(JSON.stringify(notes)).toContain('called after the file');
  });

  test('--json: the result and nothing else on standard output, of which a reader may take only the start', async () => {
    const { code, stdout } = await analyze(POSITIONS, '--json', '--out', 'json');
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(inHome('json', 'result.json'), 'utf8'));
    jobResult.parse(JSON.parse(stdout));
    const { child, exited } = start('analyze.ts', [POSITIONS, '--json', '--quiet', '--out', 'cut']);
    child.stdout.destroy();
    expect(await text(child.stderr)).toBe('');
    await exited;
    expect(child.exitCode).toBe(0);
    expect(existsSync(inHome('cut', 'report.html'))).toBe(true);
  });

  test('an agent that failed: 3, with --quiet saying nothing; npm run report gives the same of the newest job and by ID', async () => {
    const mend = await refuseStep(fleet.db, { step: 'charts', becoming: 'completed' });
    const first = await analyze(POSITIONS, '--quiet', '--out', 'partial');
    await mend();
    expect(first).toEqual({ code: 3, stdout: '', stderr: '' });
    const result = jobResult.parse(JSON.parse(readFileSync(inHome('partial', 'result.json'), 'utf8')));
    expect(result.job.status).toBe('partial');
    for (const job of [[], [result.job.id]]) {
      const again = await run('report.ts', [...job, '--quiet', '--out', 'again']);
      expect(again).toEqual({ code: 3, stdout: '', stderr: '' });
      for (const name of ['report.html', 'report.md', 'result.json']) {
        expect(readFileSync(inHome('again', name), 'utf8')).toBe(readFileSync(inHome('partial', name), 'utf8'));
      }
    }
  });

  test.each([
    ['no ID', 'abc', 'is not the ID of a job'],
    ['nobody’s', '00000000-0000-4000-8000-000000000000', 'job'],
  ])('the report of a job that is not there (%s): 1 and a sentence', async (_, id, expected) => {
    const { code, stdout, stderr } = await run('report.ts', [id, '--out', 'none']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(inHome('none'))).toBe(false);
  });

  test('Ctrl-C: 130, and the job goes on; a fleet that goes away: 1; both with how to get the report', async () => {
    const mend = await holdStep(fleet.db, 'charts');
    const interrupted = await whenUnderWay(({ kill }) => {
      kill('SIGINT');
    });
    if (process.platform !== 'win32') {
      expect(interrupted.code).toBe(130);
      expect(interrupted.stderr).toMatch(new RegExp(`Job ${UUID.source} goes on; .* npm run report -- ${UUID.source}`));
    }
    let stopped = Promise.resolve();
    const left = await whenUnderWay(() => {
      stopped = mend().then(() => fleet.stop());
    });
    await stopped;
    expect(left.code).toBe(1);
    expect(left.stderr).toMatch(new RegExp(`job ${UUID.source} is finished after the next start`));
    expect(left.stderr).toMatch(new RegExp(`npm run report -- ${UUID.source}`));
    expect(left.stderr).not.toContain('    at ');
  });

  /** Calls `then` as soon as an analysis whose charts never come shows that it is under way, and waits for the end. */
  async function whenUnderWay(then: (process: { kill: (signal: NodeJS.Signals) => void }) => void) {
    const { child, exited } = start('analyze.ts', [POSITIONS, '--out', 'never']);
    let stderr = '';
    let told = false;
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (told || !/^started +Drawing/m.test(stderr)) return;
      told = true;
      then({ kill: (signal) => child.kill(signal) });
    });
    await exited;
    return { code: child.exitCode, stderr };
  }
});
