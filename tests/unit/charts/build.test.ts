import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { captions } from '../../../shared/agents/models/narrator/charts/captions.ts';
import { readPortfolio } from '../../../shared/agents/models/narrator/reading/read-portfolio.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { groupSmall } from '../../../shared/charts/grouping.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { chartSpec } from '../../../shared/schemas/chart.ts';
import { allInstruments, caseOf, wholePlan } from '../agents/portfolios.ts';
import { line } from '../finance/portfolios.ts';
import { fullAnalysis } from '../../fixtures/results/analytics.ts';
import { sampleAnalysis } from '../../fixtures/results/sample.ts';
import {
  emptyAnalysis,
  hostileResult,
  manyHoldings,
  oneHolding,
  unpricedAnalysis,
} from '../../fixtures/results/variations.ts';

const hostile = hostileResult().analysis ?? sampleAnalysis();
const drawable = { sample: sampleAnalysis(), full: fullAnalysis(), one: oneHolding(), many: manyHoldings(), hostile };

describe('buildCharts', () => {
  test.each(Object.entries(drawable))(
    '%s: every chart fits the schema, and no id is given twice',
    (_name, analysis) => {
      const charts = buildCharts(analysis);
      charts.forEach((one) => {
        expect(() => chartSpec.parse(one)).not.toThrow();
      });
      expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
      expect(charts.length).toBeGreaterThan(0);
    },
  );

  test.each(Object.entries(drawable))('%s: every chart names facts, and only facts that exist', (_name, analysis) => {
    const stated = new Set(factsOf(analysis).map(({ name }) => name));
    for (const { id, facts } of buildCharts(analysis)) {
      expect([id, facts.filter((name) => !stated.has(name))]).toEqual([id, []]);
      expect([id, facts.length > 0]).toEqual([id, true]);
    }
  });

  test('nothing is drawn of a portfolio without values', () => {
    expect(buildCharts(emptyAnalysis())).toEqual([]);
    expect(buildCharts(unpricedAnalysis())).toEqual([]);
  });

  test('one holding without goals has no chart of accounts, drift, gains or retirement', () => {
    const ids = buildCharts(oneHolding()).map(({ id }) => id);
    expect(ids).toEqual(['asset-classes', 'regions', 'sectors', 'top-holdings']);
  });

  test('a debt is drawn as a bar to the left, never as a slice of a ring', () => {
    const analysis = sampleAnalysis();
    const assetClass = analysis.allocation.assetClass.map((row) =>
      row.key === 'cash' ? { ...row, weight: -0.03 } : row,
    );
    const chart = buildCharts({ ...analysis, allocation: { ...analysis.allocation, assetClass } })[0];
    expect(chart).toMatchObject({ id: 'asset-classes', kind: 'bars' });
  });

  test('what is beyond the listed holdings is one bar that says how many, with their whole share', () => {
    const chart = buildCharts(manyHoldings()).find(({ id }) => id === 'top-holdings');
    if (chart?.kind !== 'bars') throw new Error('no bars');
    expect(chart.categories.at(-1)).toBe('Other (1988)');
    expect(chart.series[0]?.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBeCloseTo(1, 9);
  });

  test('each chance has its own interval, which holds it', () => {
    const chart = buildCharts(fullAnalysis()).find(({ id }) => id === 'retirement-what-ifs');
    if (chart?.kind !== 'bars') throw new Error('no bars of what-ifs');
    const values = chart.series[0]?.values ?? [];
    expect(chart.errors).toHaveLength(values.length);
    values.forEach((value, at) => {
      const [low, high] = chart.errors?.[at] ?? [Number.NaN, Number.NaN];
      expect(low).toBeLessThan(value ?? Number.NaN);
      expect(high).toBeGreaterThan(value ?? Number.NaN);
    });
  });

  test('effects that bars from zero would hide are drawn from the plan’s chance on; larger ones from zero', () => {
    const analysis = fullAnalysis();
    const { retirement } = analysis;
    if (retirement === null) throw new Error('no retirement');
    const drawn = (success: number, other: number) => {
      const whatIfs = retirement.whatIfs.map((one) => ({ ...one, success: other }));
      const chart = buildCharts({ ...analysis, retirement: { ...retirement, success, whatIfs } }).find(
        ({ id }) => id === 'retirement-what-ifs',
      );
      const said = chart?.caption.includes('The bars begin at the plan as it stands, not at zero');
      return chart?.kind === 'bars' ? [chart.baseline, chart.categories[0], said] : [];
    };
    expect(drawn(0.99, 0.965)).toEqual([0.99, 'As planned, where the bars begin', true]);
    expect(drawn(0.11, 0.2)).toEqual([undefined, 'As planned', false]);
  });

  test('every age from the first ruin to the last has a bar, also where nobody fails between them', () => {
    const chart = buildCharts(fullAnalysis()).find(({ id }) => id === 'retirement-ruin-ages');
    expect(chart).toMatchObject({ kind: 'bars' });
    if (chart?.kind !== 'bars') return;
    expect(chart.categories).toEqual(['80', '81', '82', '83', '84']);
    expect(chart.series[0]?.values).toEqual([0.02, 0.03, 0, 0, 0.05]);
  });

  test('spending is drawn from retirement on, and only where it may fall short', () => {
    const analysis = sampleAnalysis();
    const { retirement } = analysis;
    if (retirement === null) throw new Error('the sample has no retirement');
    const column = (short: number) => retirement.balance.ages.map((age) => (age < 65 || age >= short ? 0 : 80_000));
    const chartOf = (shorts: [number, number, number]) => {
      const [p5 = [], p25 = [], p50 = []] = shorts.map(column);
      const spending = { ages: retirement.balance.ages, p5, p25, p50, p75: column(200), p95: column(200) };
      const charts = buildCharts({ ...analysis, retirement: { ...retirement, spending } });
      return charts.find(({ id }) => id === 'retirement-spending');
    };
    const chart = chartOf([80, 91, 200]);
    if (chart?.kind !== 'fan') throw new Error('no fan');
    expect(chart.x[0]).toBe(65);
    expect(chart.bands[0]?.lower.slice(14, 16)).toEqual([80_000, 0]);
    expect(chart.caption).toContain('until age 80 in 19 of 20 simulated futures, until age 91 in three of four');
    expect(chart.caption).toContain('to the end in half of them');
    expect(chartOf([200, 200, 200])).toBeUndefined();
  });

  test('a rise of one year is the goal that it is for, by name', () => {
    const goals = [
      { name: 'Help with a first house', age: 68, amount: 50_000 },
      { name: 'Roof', age: 60, amount: 1 },
    ];
    const spending = { amount: 62_000, rule: { rule: 'guyton_klinger' as const }, goals };
    const { analysis } = caseOf({
      lines: [line('STOX', 100, 15_000)],
      instruments: allInstruments,
      plan: wholePlan({ spending }),
    });
    const chart = buildCharts(analysis).find(({ id }) => id === 'retirement-spending');
    expect(chart?.caption).toContain('A rise of one year is a goal on top: “Help with a first house” at 68.');
  });

  test('of more such goals than are named the rest is not passed over, in either caption', () => {
    const goals = ['Roof', 'Car', 'House', 'Trip'].map((name, at) => ({ name, age: 66 + at, amount: 20_000 }));
    const { analysis, facts } = caseOf({
      lines: [line('STOX', 100, 15_000)],
      instruments: allInstruments,
      plan: wholePlan({ spending: { amount: 62_000, goals } }),
    });
    const chart = buildCharts(analysis).find(({ id }) => id === 'retirement-spending');
    expect(chart?.caption).toContain('“Roof” at 66, “Car” at 67, “House” at 68 and 1 more.');
    const said = captions.spending(readPortfolio(facts));
    expect(said).toContain('that is spent on top for “Roof”, “Car”, “House” and others.');
    expect(checkGrounding([said], facts).strays).toEqual([]);
  });

  test('a fall is drawn below zero and is over at the next peak', () => {
    const chart = buildCharts(fullAnalysis()).find(({ id }) => id === 'performance');
    if (chart?.kind !== 'lines') throw new Error('no lines of returns');
    const [, below] = chart.series;
    expect(Math.max(...(below?.values ?? []).map(Number))).toBe(0);
    expect(Math.min(...(below?.values ?? []).map(Number))).toBeLessThan(-0.1);
    expect(below?.values.at(-1)).toBe(0);
    expect(chart.x.every((year, at) => at === 0 || year > (chart.x[at - 1] ?? year))).toBe(true);
  });

  test('the fan is marked at retirement, and not where the person has retired already', () => {
    const analysis = sampleAnalysis();
    const marks = (retireAt: number) => {
      const { retirement } = analysis;
      if (!retirement?.goals) throw new Error('the sample has no retirement');
      const goals = { ...retirement.goals, retireAt };
      const fan = buildCharts({ ...analysis, retirement: { ...retirement, goals } }).find(({ kind }) => kind === 'fan');
      return fan?.kind === 'fan' ? fan.marks : null;
    };
    expect(marks(65)).toEqual([{ x: 65, label: 'Retires at 65' }]);
    expect(marks(40)).toEqual([]);
  });
});

describe('groupSmall', () => {
  const parts = fc.array(fc.record({ weight: fc.double({ min: -0.2, max: 1, noNaN: true }), unknown: fc.boolean() }), {
    maxLength: 40,
  });

  test('nothing is lost: the groups sum to the parts, and name every fact of a part that is not zero', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 12 }), (drawn, most) => {
        const given = drawn.map(({ weight, unknown }, at) => ({
          key: unknown && at === 0 ? 'unknown' : `k${at}`,
          label: `Part ${at}`,
          value: weight,
          fact: `f${at}`,
        }));
        const groups = groupSmall(given, { most, smallest: 0.02 });
        const sum = (all: readonly { value: number }[]) => all.reduce((total, { value }) => total + value, 0);
        expect(sum(groups)).toBeCloseTo(sum(given), 9);
        expect(groups.flatMap(({ facts }) => facts).toSorted()).toEqual(
          given
            .filter(({ value }) => value !== 0)
            .map(({ fact }) => fact)
            .toSorted(),
        );
        expect(groups.length).toBeLessThanOrEqual(most + 2);
      }),
    );
  });

  test('"Other (1)" never hides a name', () => {
    const given = [0.6, 0.395, 0.005].map((value, at) => ({
      key: `k${at}`,
      label: `Part ${at}`,
      value,
      fact: `f${at}`,
    }));
    expect(groupSmall(given, { most: 5, smallest: 0.01 }).map(({ label }) => label)).toEqual([
      'Part 0',
      'Part 1',
      'Part 2',
    ]);
  });

  test('a remainder that is given ("Other" sectors) is grouped with the small ones, never shown beside them', () => {
    const given = [0.5, 0.3, 0.18, 0.01, 0.01].map((value, at) => ({
      key: at === 1 ? 'other' : `k${at}`,
      label: at === 1 ? 'Other' : `Part ${at}`,
      value,
      fact: `f${at}`,
    }));
    const labels = groupSmall(given, { most: 5, smallest: 0.02 }).map(({ label }) => label);
    expect(labels).toEqual(['Part 0', 'Part 2', 'Other (3)']);
    expect(groupSmall(given.slice(0, 3), { most: 5, smallest: 0.02 }).at(-1)?.label).toBe('Other');
  });

  test('two hundred equal parts still show the first of them', () => {
    const given = Array.from({ length: 200 }, (_, at) => ({
      key: `k${at}`,
      label: `Part ${at}`,
      value: 0.005,
      fact: `f${at}`,
    }));
    expect(groupSmall(given, { most: 3, smallest: 0.01 }).map(({ label }) => label)).toEqual([
      'Part 0',
      'Part 1',
      'Part 2',
      'Other (197)',
    ]);
  });
});
