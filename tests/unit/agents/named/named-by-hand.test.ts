import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { checkGrounding } from '../../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../../shared/agents/grounding/named/marks.ts';
import { facts as factList } from '../../../../shared/schemas/fact.ts';

const folder = new URL('../../../fixtures/grounding/named/', import.meta.url);
const read = (path: string | URL): unknown => JSON.parse(readFileSync(path, 'utf8'));
const texts = z.record(z.string(), z.array(z.string()));
const honest = z.record(z.string(), texts).parse(read(new URL('honest.json', folder)));
const flagged = z.array(z.string()).parse(read(new URL('flagged.json', folder)));
const lies = texts.parse(read(new URL('lies.json', folder)));
const believed = z.array(z.string()).parse(read(new URL('believed.json', folder)));

const known = new Map<string, z.infer<typeof factList>>();
function factsOf(name: string) {
  const own = new URL(`${name}.facts.json`, folder);
  const facts =
    known.get(name) ?? factList.parse(read(existsSync(own) ? own : new URL(`../${name}.facts.json`, folder)));
  known.set(name, facts);
  return facts;
}

const problemsOf = (name: string, written: string): string[] =>
  checkGrounding([{ at: 'body', ...readMarks(written) }], factsOf(name)).problems;

describe.each(Object.entries(honest))('honest texts with names, batch %s', (_batch, all) => {
  test.each(Object.entries(all))(
    'about the portfolio of the %s are not flagged, but for the few that are known',
    (name, own) => {
      const stopped = own.filter((text) => !flagged.includes(text) && problemsOf(name, text).length > 0);
      expect(stopped.map((text) => problemsOf(name, text))).toEqual([]);
    },
  );
});

test.each(Object.entries(lies))(
  'lies with names about the portfolio of the %s are flagged, but for those that are known',
  (name, own) => {
    expect(own.filter((text) => !believed.includes(text) && problemsOf(name, text).length === 0)).toEqual([]);
  },
);

test('there are at least 350 honest texts and 90 lies, and few that are known to go wrong', () => {
  const count = Object.values(honest).flatMap((batch) => Object.values(batch).flat()).length;
  expect(count).toBeGreaterThanOrEqual(350);
  expect(Object.values(lies).flat().length).toBeGreaterThanOrEqual(90);
  expect(flagged.length).toBeLessThan(0.02 * count);
  expect(believed.length).toBeLessThanOrEqual(3);
});
