// A bundle has the part of Bedrock's client that texts and tools need: what it sends, reads and makes of failures is what the whole client does.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { stop } from 'esbuild';
import { handler } from '../../fixtures/packaging/converse/handler.ts';
import { bedrockError, converse, startBedrockServer } from '../../setup/model-servers/bedrock-server.ts';
import type { Reply } from '../../setup/model-servers/reply.ts';
import { request } from '../models/wires.ts';
import { runBundle } from './run-bundle.ts';
import type { RunningBundle } from './run-bundle.ts';

let bundled: RunningBundle;
beforeAll(async () => {
  bundled = await runBundle('converse');
});
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});
afterAll(async () => {
  bundled.remove();
  await stop();
});

const asked = request({
  input: [
    { role: 'user', content: 'How did the markets do?' },
    { type: 'function_call', callId: 'c1', name: 'search', arguments: '{"words":["a"],"deep":{"n":1.5}}', status: 'completed' },
    { type: 'function_call_result', callId: 'c1', name: 'search', status: 'completed', output: 'Well.' },
  ],
  modelSettings: { maxTokens: 300, temperature: 0.25, topP: 0.5, toolChoice: 'required' },
  tools: [
    {
      type: 'function',
      name: 'search',
      description: 'Searches.',
      parameters: { type: 'object', properties: {}, required: [], additionalProperties: false },
      strict: true,
    },
  ],
}); // prettier-ignore

/** What the bundle and the sources make of a script, and what each of them sent. */
async function both(script: readonly Reply[]) {
  const sent = async (run: () => Promise<unknown>, server = startBedrockServer(script)) => {
    const { url, requests, close } = await server;
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIATEST',
      AWS_SECRET_ACCESS_KEY: 'x',
    });
    const made: unknown = JSON.parse(JSON.stringify(await run()));
    await close();
    return { made, bodies: requests.map(({ path, body }) => `${path} ${JSON.stringify(body)}`) };
  };
  const aws = () => Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (name.startsWith('AWS_') && value !== undefined ? [[name, value]] : []))); // prettier-ignore
  return { whole: await sent(() => handler(asked)), bundle: await sent(() => bundled.call(asked, aws())) };
}

describe('a bundle', () => {
  const tool = { toolUseId: 't1', name: 'search', input: { words: ['b'], deep: { n: 0.1 } } };
  const trace = { guardrail: { modelOutput: ['x'], inputAssessment: { a: { contentPolicy: { filters: [] } } } } };
  const scripts: readonly (readonly [string, readonly Reply[]])[] = [
    ['an answer with reasons', [{ body: converse({ text: '{"ok":true}', reasoning: 'Because.' }) }]],
    ['a call of a tool', [{ body: converse({ toolUse: [tool], stopReason: 'tool_use' }) }]],
    ['a guardrail’s trace', [{ body: { ...converse({ text: '{"ok":true}' }), trace } }]],
    ['words of a guardrail', [{ body: converse({ text: 'No.', stopReason: 'guardrail_intervened' }) }]],
    ['too many calls', [bedrockError(429, 'ThrottlingException', 'Slowly.', { 'retry-after': '0' })]],
    ['a model that is not ready', [bedrockError(429, 'ModelNotReadyException', 'Not yet.')]],
    ['a model that failed', [bedrockError(424, 'ModelErrorException', 'It broke.')]],
    ['a request that is refused', [bedrockError(400, 'ValidationException', 'Not so.')]],
    ['a failure that no client knows', [bedrockError(500, 'NewException', 'What?')]],
  ];

  test.each(scripts)('sends and makes of %s what the whole client does', async (_, script) => {
    const { whole, bundle } = await both(script);
    expect(bundle).toEqual(whole);
    expect(bundle.bodies[0]).toContain('"guardrailIdentifier"');
  });

  test('has no part of the client that imports another later, for which all that the other needs would stay whole', () => {
    const later = Object.values(bundled.bundle.metafile.inputs)
      .flatMap(({ imports }) => imports)
      .filter(({ kind, path }) => kind === 'dynamic-import' && /node_modules\/@(?:aws|aws-sdk|smithy)\//.test(path));
    expect(later).toEqual([]);
  });
});
