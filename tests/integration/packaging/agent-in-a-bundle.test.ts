// A bundle has the part of the Agents SDK that our agents need: what it sends and answers is what the whole SDK does.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stop } from 'esbuild';
import { handler } from '../../fixtures/packaging/agent/handler.ts';
import { runBundle } from './run-bundle.ts';
import type { RunningBundle } from './run-bundle.ts';

let bundled: RunningBundle;
beforeAll(async () => {
  bundled = await runBundle('agent');
});
afterAll(async () => {
  bundled.remove();
  await stop();
});

/** As the SDK itself makes it of the tool in the fixture. */
const parameters =
  '{"type":"object","properties":{"number":{"type":"number","description":"A number."},"unit":{"anyOf":[{"type":"string"},{"type":"null"}]},"rounded":{"type":"boolean"},"tags":{"anyOf":[{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}},"required":["name"],"additionalProperties":false}},{"type":"null"}]},"kind":{"anyOf":[{"type":"string","enum":["whole","part"]},{"type":"null"}],"description":"A choice."}},"required":["number","unit","rounded","tags","kind"],"additionalProperties":false,"$schema":"http://json-schema.org/draft-07/schema#"}';

test('what a bundle leaves out of the Agents SDK is missed by no agent with zod tools and a zod answer, whose models are sent the same to the byte', async () => {
  const { finalOutput, sent } = (await handler('works')) as { finalOutput: unknown; sent: string[] };
  expect(sent).toHaveLength(3);
  expect(await bundled.call('works')).toEqual({ finalOutput, parameters, sent });
});

test('what a bundle leaves out is refused with the file that left it out, and not passed over', async () => {
  const files = {
    'a field that may be missing': 'plain-tool-schemas',
    'a call that somebody has to approve': 'without-hosted-tools',
    'two tools of one name': 'without-hosted-tools',
    'another agent to hand over to': 'without-hosted-tools',
    'a tool that ends a run': 'without-hosted-tools',
    'a call that is tried again': 'without-hosted-tools',
    'a call that is timed': 'without-hosted-tools',
    'a filter of what is sent': 'without-sessions',
  };
  const sentences = Object.entries(files).map(([way, file]) => [way, expect.stringContaining(`see scripts/packaging/${file}.ts`)]); // prettier-ignore
  expect(await bundled.call('refuses')).toEqual(Object.fromEntries(sentences));
});
