import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { ruledMeaning } from '../../../shared/agents/grounding/fact-meaning.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { anyCase, plainCases } from './portfolios.ts';

const couple = factList.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/grounding/couple.facts.json', import.meta.url), 'utf8')),
);

/** The numeric facts of which the check knows nothing but their size. */
function unruled(facts: readonly Fact[]): string[] {
  const values = new Map(facts.map(({ name, value }) => [name, String(value)]));
  return facts.flatMap((fact) =>
    typeof fact.value === 'number' && ruledMeaning(fact, (name) => values.get(name)) === null ? [fact.name] : [],
  );
}

describe('a number among the facts', () => {
  test('is never matched by its size alone: each family of facts has a rule that says what it is of', () => {
    const known = [couple, ...Object.values(plainCases).map(({ facts }) => facts)];
    expect(new Set(known.flatMap(unruled))).toEqual(new Set());
    fc.assert(
      fc.property(anyCase, ({ facts }) => {
        expect(unruled(facts)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['Social Security pays $9,600 a year.', '$9,600'],
    ['Your pension pays $31,200 a year.', '$31,200'],
    ['The pension ends at 67.', '67'],
    ['The portfolio must provide $31,200 each year.', '$31,200'],
    ['The full income is paid until 94.', '94'],
    ['Retiring at 60 would raise the chance by 32 points.', '32 points'],
    ['The chance that the money lasts is 46.2%.', '46.2%'],
  ])('is not believed of another income, age or plan: %s', (text, lie) => {
    expect(checkGrounding([text], couple).strays).toContain(lie);
  });

  test.each([
    'Social Security pays $31,200 a year from 67, the pension $9,600 from 63 to 75.',
    'Of the $84,000, $52,800 has to come from the portfolio.',
    'The full income is paid until 83 in 95% of the futures.',
    'Retiring at 60 would lower the chance by 32 points, to 46.2%.',
  ])('is believed of its own: %s', (text) => {
    expect(checkGrounding([text], couple).strays).toEqual([]);
  });
});
