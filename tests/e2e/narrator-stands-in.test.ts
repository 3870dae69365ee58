// What tries a fleet says of one whose language models refuse every call: the narrator writes, so nothing fails, and nothing is well.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestFleet, type TestFleet } from '../setup/fleet.ts';
import { startChatServer } from '../setup/model-servers/chat-server.ts';
import type { ModelServer } from '../setup/model-servers/reply.ts';
import { runScript, type Ran } from '../setup/run-script.ts';

const home = mkdtempSync(join(tmpdir(), 'alex-stands-in-'));
let server: ModelServer;
let fleet: TestFleet;

const run = (script: string): Promise<Ran> =>
  runScript(script, ['--target', 'laptop'], { ALEX_HOME: home, ALEX_ENV_FILE: join(home, 'no.env') });

beforeAll(async () => {
  server = await startChatServer([{ status: 400, body: { error: { message: 'Operation not allowed' } } }]);
  const agent = { environment: { ALEX_MODEL: `openai:test@${server.url}/v1` } };
  fleet = await startTestFleet({
    dataFolder: join(home, 'data'),
    overrides: { planner: agent, reporter: agent, charter: agent, retirement: agent, tagger: agent },
  });
  writeFileSync(join(home, 'api-key.json'), JSON.stringify({ apiKey: fleet.apiKey }));
}, 120_000);
afterAll(async () => {
  await fleet.stop();
  await server.close();
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

const IN_ITS_PLACE = 'Marked with “!”: the narrator in a language model’s place';

test('smoke marks each agent whose model did not answer, the tagger too, and says the reason once', async () => {
  const { code, stdout } = await run('smoke.ts');
  for (const agent of ['tagger', 'reporter', 'charter', 'retirement', 'planner'])
    expect(stdout).toMatch(new RegExp(`^! ${agent} `, 'm'));
  for (const other of ['pricer', 'facts', 'api', 'sweeper']) expect(stdout).toMatch(new RegExp(`^✓ ${other} `, 'm'));
  expect(stdout).toMatch(/^! charter .* The same as of reporter\.$/m);
  expect(stdout).not.toContain('All is well');
  expect(stdout).toContain(`${IN_ITS_PLACE} (tagger, reporter, charter, retirement, planner).`);
  // Not the same twice in a line.
  for (const line of stdout.split('\n')) expect(line.split('The narrator stood in').length).toBeLessThanOrEqual(2);
  expect(code).toBe(4);
}, 120_000);

test.each([
  ['test-full.ts', '(plan, tag, report, charts, retirement, summary).'],
  ['test-accounts.ts', '(tag, report, charts, retirement, summary).'],
])(
  '%s names each step whose model did not answer, and counts no refused call as an answered one',
  async (script, steps) => {
    const { code, stdout } = await run(script);
    expect(stdout).toContain(`${IN_ITS_PLACE} ${steps}`);
    expect(stdout).toMatch(/^✓ result .* calls of models, none of them answered$/m);
    expect(stdout).not.toContain('All is well');
    expect(code).toBe(4);
  },
  120_000,
);
