import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseCharts } from '../../../shared/agents/choose-charts.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { anyCase, household, plainCases } from './portfolios.ts';
import type { Case } from './portfolios.ts';

/** Every text that the narrator writes about a case, by who wrote it. */
async function everything({ analysis, facts }: Case) {
  const menu = buildCharts(analysis);
  const summary = await writeSummary(facts);
  const report = await writeReport(facts);
  const retirement = analysis.retirement === null ? null : await writeRetirement(facts);
  const charts = menu.length === 0 ? null : await chooseCharts(facts, menu);
  const results = [summary, report, retirement, charts].filter((result) => result !== null);
  const sections = [...report.output.sections, ...(retirement?.output.sections ?? [])];
  const { headline, body, observations } = summary.output;
  const texts = [headline, body, ...observations, ...sections.map((one) => one.body)];
  texts.push(...(charts?.output.charts ?? []).map(({ caption }) => caption));
  return { summary, report, retirement, charts, results, texts };
}

/** Marks of a sentence put together wrongly. */
const broken = [
  /undefined|NaN|Infinity|\bnull\b|\[object/,
  /\$\$|%%|\bper cent\b| {2}|\s[,.;:]/,
  /\b(?:one (?:accounts|investments|positions|holdings|years)|(?:two|three|14) (?:account|investment|position|holding|year)\b)/,
  /(?:^|\n)\s*- \s*(?:\n|$)|\(\)|“”|\.\.|,,/,
  /\b0 (?:accounts|investments|holdings)|\bno (?:holdings|positions) (?:is|are)/,
  /guarantee|will certainly|risk-free|language model|as an AI/i,
];

describe('the narrator', () => {
  test('states no figure that is not a fact, and no sentence falls apart, for any portfolio', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async (one) => {
        const { results, texts } = await everything(one);
        for (const { check, degraded, author } of results) {
          expect(check.strays).toEqual([]);
          expect(check.grounded).toBe(check.figures);
          expect({ outcome: check.outcome, degraded, model: author.model }).toEqual({
            outcome: 'passed',
            degraded: null,
            model: 'narrator',
          });
        }
        for (const text of texts) for (const fault of broken) expect(text).not.toMatch(fault);
      }),
      { numRuns: 300, seed: 20260331 },
    );
  }, 120_000);

  test.each(Object.entries(plainCases))('has something true to say of a portfolio that is %s', async (_name, one) => {
    const { results, summary, texts } = await everything(one);
    expect(results.flatMap(({ check }) => check.strays)).toEqual([]);
    expect(new Set(summary.output.observations).size).toBe(3);
    for (const text of texts) for (const fault of broken) expect(text).not.toMatch(fault);
  });

  test('says the same of the same facts', async () => {
    expect(await everything(household)).toEqual(await everything(household));
  });

  test('checks a good many figures of a household, so that passing means something', async () => {
    const { results } = await everything(household);
    expect(results.reduce((sum, { check }) => sum + check.figures, 0)).toBeGreaterThan(150);
  });

  test('never says that more would have to be bought where less is wanted', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ analysis, facts }) => {
        const rows = analysis.drift.assetClass?.rows ?? [];
        const { output } = await writeReport(facts);
        const advice = output.sections.find(({ id }) => id === 'recommendations')?.body ?? '';
        const [, increase = '', reduce = ''] = /To reach it, increase (.*), and reduce (.*?)\. /.exec(advice) ?? [];
        for (const { label, toTarget } of rows) {
          const named = `${label.toLowerCase()} by about`;
          if (toTarget >= 1) expect(reduce).not.toContain(named);
          if (toTarget <= -1) expect(increase).not.toContain(named);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);

  test('speaks of all, none and one as people do', async () => {
    const stock = (await everything(plainCases['single stock'])).texts.join('\n');
    expect(stock).toContain('in one investment in one account');
    expect(stock).toMatch(/alone is the whole portfolio/);
    const hopeless = (await everything(plainCases['cannot last'])).texts.join('\n');
    expect(hopeless).toMatch(/In none of 200 simulated futures does the money last to age 95/);
    const safe = (await everything(plainCases.enormous)).texts.join('\n');
    expect(safe).toMatch(/In all of 200 simulated futures the money lasts to age 95/);
    expect((await everything(plainCases.empty)).summary.output.headline).toBe('This portfolio is empty');
    expect((await everything(plainCases.unpriced)).texts.join('\n')).not.toContain('$0');
  });
});
