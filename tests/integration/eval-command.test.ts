// npm run eval as a person runs it, with a model behind a server of ours that plays the narrator and judges.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModelRequest } from '@openai/agents-core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { NarratorModel } from '../../shared/agents/models/narrator/narrator.ts';
import { anyPart } from '../../shared/agents/models/narrator/parts/any-part.ts';
import { evalRun } from '../../scripts/eval/eval-run.ts';
import { completion, startChatServer } from '../setup/model-servers/chat-server.ts';
import type { ModelServer, ReceivedRequest, Reply } from '../setup/model-servers/reply.ts';

const SECRET = 'key-that-nobody-may-see';
const folder = mkdtempSync(join(tmpdir(), 'eval-command-'));
const narrator = new NarratorModel(anyPart);
const asked = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({ json_schema: z.object({ name: z.string() }) }),
});
const verdict = (score: number) => ({ score, reason: 'It reads well.' });

async function reply({ body }: ReceivedRequest): Promise<Reply> {
  const { messages, response_format: format } = asked.parse(body);
  const { name } = format.json_schema;
  if (name === 'judge') {
    const [grounded, complete, clear, balanced, compliant] = [100, 90, 80, 70, 100].map(verdict);
    return { body: completion({ content: JSON.stringify({ grounded, complete, clear, balanced, compliant }) }) };
  }
  const request: ModelRequest = {
    input: messages.find(({ role }) => role === 'user')?.content ?? '',
    modelSettings: {},
    tools: [],
    handoffs: [],
    tracing: false,
    outputType: { type: 'json_schema', name, strict: true, schema: { type: 'object', properties: {}, required: [], additionalProperties: false } }, // prettier-ignore
  };
  const [item] = (await narrator.getResponse(request)).output;
  const [part] = item?.type === 'message' && item.role === 'assistant' ? item.content : [];
  return { body: completion({ content: part?.type === 'output_text' ? part.text : '' }) };
}

/** Exit code and everything that was printed; of the environment only what is none of Alex's settings. */
function evaluate(...flags: string[]): Promise<{ code: unknown; printed: string }> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('ALEX_'));
  const env = { ...Object.fromEntries(own), ALEX_MODEL_API_KEY: SECRET };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/eval.ts', ...flags], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, printed: stdout + stderr });
    });
  });
}

describe('npm run eval', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startChatServer(reply);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('scores a model over the wire, judged by another, and writes a file that can be compared', async () => {
    const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')];
    const model = `openai:twin@${server.url}/v1`;
    const cases = ['--cases', 'ask-fees', 'single-stock'];
    const { code, printed } = await evaluate('--model', model, '--judge', model, ...cases, '--out', a);
    expect([code, printed]).toEqual([0, expect.stringContaining('judged by openai:twin@127.0.0.1')]);
    const written = readFileSync(a, 'utf8');
    expect(printed + written).not.toContain(SECRET);

    const run = evalRun.parse(JSON.parse(written));
    const name = `openai:twin@${new URL(server.url).host}`;
    expect(new Set([...Object.values(run.models), run.judge])).toEqual(new Set([name]));
    expect(run.rows.map(({ case: of, task }) => `${of} ${task}`)).toEqual(
      expect.arrayContaining(['ask-fees plan', 'ask-fees summary', 'single-stock report', 'single-stock charts']),
    );
    for (const row of run.rows) {
      expect(row).toMatchObject({ outcome: 'passed', judge: row.task === 'plan' ? null : 88, usd: null });
      // One call to write and one to judge; a plan is not judged.
      expect([row.task, row.calls, row.inputTokens]).toEqual([row.task, row.task === 'plan' ? 1 : 2, 100 * row.calls]);
    }
    expect(server.requests).toHaveLength(run.totals.calls);

    expect((await evaluate('--model', 'narrator', ...cases, '--out', b)).code).toBe(0);
    const compared = await evaluate('--compare', a, b);
    expect(compared.code).toBe(0);
    expect(compared.printed).not.toContain('not of the same cases');
    expect(compared.printed).toMatch(/^calls +\d+ +0 +−\d+$/mu);
  });

  test('says of calls that arrived nowhere that they cost nothing, and not that their price is not known', async () => {
    const gone = await startChatServer(reply);
    await gone.close();
    const file = join(folder, 'gone.json');
    const { printed } = await evaluate('--model', `openai:twin@${gone.url}/v1`, '--cases', 'ask-fees', '--out', file);
    const { totals, rows } = evalRun.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(totals).toMatchObject({
      calls: rows.length,
      unanswered: rows.length,
      inputTokens: 0,
      outputTokens: 0,
      usd: 0,
    });
    expect(printed).toContain(
      `${rows.length} calls, of which ${rows.length} never reached a model or were turned away and cost nothing, 0 tokens in, 0 out, $0.0000`,
    );
  });

  test('ends with 1 below the score that is asked for, and before anything is paid for where the file cannot be written', async () => {
    const before = server.requests.length;
    const model = `openai:twin@${server.url}/v1`;
    const nowhere = await evaluate('--model', model, '--out', join(folder, 'no', 'such', 'folder.json'));
    expect([nowhere.code, nowhere.printed]).toEqual([1, expect.stringContaining('cannot be written')]);
    expect(server.requests).toHaveLength(before);
    const poor = await evaluate('--model', 'narrator', '--cases', 'unpriced', '--least-each', '90');
    expect([poor.code, poor.printed]).toEqual([1, expect.stringMatching(/unpriced, report: \d+, below 90/u)]);
  });
});
