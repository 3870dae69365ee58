// Facts in the compact form of prompts: nothing is lost on the way there and back but digits that no text shows.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { charterPrompt } from '../../../shared/prompts/charter.ts';
import { factSheet } from '../../../shared/prompts/facts/fact-sheet.ts';
import { fenceFacts } from '../../../shared/prompts/facts/fence-facts.ts';
import { foldNames } from '../../../shared/prompts/facts/fold-names.ts';
import { LEFT_OUT, readFactSheet } from '../../../shared/prompts/facts/read-fact-sheet.ts';
import { shortNumber } from '../../../shared/prompts/facts/short-number.ts';
import { unfence } from '../../../shared/prompts/fence.ts';
import { plannerSummaryPrompt } from '../../../shared/prompts/planner-summary.ts';
import { reporterPrompt } from '../../../shared/prompts/reporter.ts';
import { retirementPrompt } from '../../../shared/prompts/retirement.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { factUnits } from '../../../shared/schemas/fact.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { anyCase, household } from '../agents/portfolios.ts';

const thereAndBack = (facts: readonly Fact[], how: Parameters<typeof fenceFacts>[1] = 'with methods') =>
  readFactSheet(factSheet.parse(unfence(fenceFacts(facts, how), 'facts')));

const short = (fact: Fact): Fact => ({
  ...fact,
  value: typeof fact.value === 'number' ? shortNumber(fact.value) : fact.value,
});
const byName = (facts: readonly Fact[]) => new Map(facts.map((fact) => [fact.name, fact]));
const leafOf = ({ name, unit, basis }: Fact) => `${name.replace(/\.[^.]+(\.[^.]+)$/, '.*$1')} ${unit} ${basis ?? ''}`;
const orders = (facts: readonly Fact[]) =>
  new Map([...Map.groupBy(facts, leafOf)].map(([leaf, all]) => [leaf, all.map(({ name }) => name)]));

/** Facts that share parts of names and labels, and differ in everything else. */
const part = fc.constantFrom('a', 'b', 'BRK_B', 'p5', '45');
const words = fc.constantFrom('Stocks', 'Bo*nds', 'A, value', '* (x)', '日本 <b>', ' ', 'value', 'US\ud83d', '"[');
const strangeFacts: fc.Arbitrary<Fact[]> = fc.uniqueArray(
  fc
    .record({
      name: fc.oneof(
        fc.tuple(fc.constantFrom('holding', 'x.y'), part, part).map((parts) => parts.join('.')),
        fc.tuple(part, part).map(([a, b]) => `n${a}.${b}`),
      ),
      label: fc.oneof(
        fc.tuple(words, fc.constantFrom(', value', ', share', '', '*')).map((parts) => parts.join('')),
        fc.string({ minLength: 1, maxLength: 20 }),
      ),
      value: fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.string({ maxLength: 9 }),
        fc.boolean(),
        fc.constant(null),
      ),
      unit: fc.constantFrom(...factUnits),
      basis: fc.constantFrom('nominal' as const, 'real' as const, undefined),
      asOf: fc.constantFrom('2026-03-31', '2026-03-30'),
      how: fc.constantFrom('Given.', 'Counted.', 'a * b'),
    })
    .map(({ basis, ...fact }): Fact => (basis === undefined ? fact : { ...fact, basis })),
  { selector: ({ name }) => name, maxLength: 30 },
);

describe('a fact sheet', () => {
  test('gives back every fact of any portfolio, and a column in its order', () => {
    fc.assert(
      fc.property(anyCase, ({ facts }) => {
        const back = thereAndBack(facts);
        expect(byName(back)).toEqual(byName(facts.map(short)));
        expect(orders(back)).toEqual(orders(facts));
      }),
      { numRuns: 60 },
    );
  });

  test('gives back facts that share nothing they should, and names that look like patterns', () => {
    fc.assert(
      fc.property(strangeFacts, (facts) => {
        const back = thereAndBack(facts);
        expect(back).toHaveLength(facts.length);
        expect(byName(back)).toEqual(byName(facts.map(short)));
      }),
      { numRuns: 500 },
    );
  });

  test('without methods leaves out nothing else', () => {
    const back = thereAndBack(household.facts, 'without methods');
    expect(byName(back)).toEqual(byName(household.facts.map((fact) => ({ ...short(fact), how: LEFT_OUT }))));
  });

  test('says a name or a label that many share once', () => {
    const text = fenceFacts(household.facts, 'with methods');
    expect(text.match(/allocation\.sector/g)).toHaveLength(1);
    expect(text.match(/\(sector\), share/g)).toHaveLength(1);
    expect(text.length).toBeLessThan(0.4 * JSON.stringify(household.facts).length);
  });
});

describe('a short number', () => {
  test.each([
    [0.7649185033584265, 0.764919],
    [654_179.63, 654_179.63],
    [1_121_206.6088127673, 1_121_206.61],
    [0.12449997, 0.12449997],
    [0.877507199999, 0.877507],
    [0, 0],
    [-0.000012345678, -0.0000123457],
    [1e21, 1e21],
  ])('of %p is %p', (value, expected) => {
    expect(shortNumber(value)).toBe(expected);
  });

  test('rounds to any fewer digits as the whole does, or lies on its tie', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.integer({ min: 1, max: 5 }), (value, digits) => {
        const [once, twice] = [value, shortNumber(value)].map((one) => Number(one.toPrecision(digits)));
        const tie = Math.abs(shortNumber(value) - value) <= 1e-9 * value;
        expect(tie || once === twice).toBe(true);
        expect(Math.abs(shortNumber(value) - value)).toBeLessThanOrEqual(5e-6 * value);
      }),
      { numRuns: 2000 },
    );
  });
});

test('names are folded where several differ in one part', () => {
  expect(foldNames(['allocation.sector.cash.weight', 'a.b', 'allocation.sector.energy.weight', 'c.d.e'])).toEqual([
    'allocation.sector.*.weight',
    'a.b',
    'c.d.e',
  ]);
});

describe('the prompt for a household', () => {
  const { facts, analysis } = household;
  const menu = buildCharts(analysis).map(({ id, title, unit, facts: drawn }) => ({ id, title, unit, facts: drawn }));
  const whole = JSON.stringify(facts).length;
  test.each([
    ['planner', plannerSummaryPrompt(facts), 0.2],
    ['reporter', reporterPrompt(facts), 0.35],
    ['retirement', retirementPrompt(facts), 0.2],
    ['charter', charterPrompt(facts, menu), 0.26],
  ])('of the %s is a fraction of its facts', (_agent, { input }, fraction) => {
    expect(input.length / whole).toBeLessThan(fraction);
  });
});
