import { afterAll, expect, test } from '@jest/globals';
import { stop } from 'esbuild';
import { runBundle } from './run-bundle.ts';

afterAll(stop);

/** As the SDK itself makes it of the tool in the fixture. */
const parameters =
  '{"type":"object","properties":{"number":{"type":"number","description":"A number."},"unit":{"anyOf":[{"type":"string"},{"type":"null"}]},"rounded":{"type":"boolean"},"tags":{"anyOf":[{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}},"required":["name"],"additionalProperties":false}},{"type":"null"}]},"kind":{"anyOf":[{"type":"string","enum":["whole","part"]},{"type":"null"}],"description":"A choice."}},"required":["number","unit","rounded","tags","kind"],"additionalProperties":false,"$schema":"http://json-schema.org/draft-07/schema#"}';

test('what a bundle leaves out of the Agents SDK is missed by no agent with zod tools and a zod answer, whose models are sent the same to the byte', async () => {
  const { call, remove } = await runBundle('agent');
  expect(await call(null)).toEqual({
    finalOutput: { answer: 42 },
    parameters,
    told: expect.stringContaining('"42"'),
    refused: expect.stringContaining('see scripts/packaging/plain-tool-schemas.ts'),
  });
  remove();
});
