// A function whose agents have no tools is bundled without how tools are called: its agents must answer, and fail, as with the whole SDK.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { stop } from 'esbuild';
import { handler } from '../../fixtures/packaging/agent-without-tools/handler.ts';
import { runBundle } from './run-bundle.ts';
import type { RunningBundle } from './run-bundle.ts';

let bundled: RunningBundle;
beforeAll(async () => {
  bundled = await runBundle('agent-without-tools');
});
afterAll(async () => {
  bundled.remove();
  await stop();
});

test('an agent answers, and a call of a tool that it was not given fails, as with the whole SDK; a tool made by hand is refused with the file', async () => {
  const whole = await handler();
  expect(whole).toMatchObject({ answered: { finalOutput: { answer: 42 } }, 'a tool made by hand': { finalOutput: { answer: 42 } } }); // prettier-ignore
  expect(await bundled.call(null)).toEqual({
    ...whole,
    'a tool made by hand': expect.stringContaining('see scripts/packaging/without-hosted-tools.ts'),
  });
});
