import { ScriptedModel, assistantMessage } from '@openai/agents-core/testing';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseCharts } from '../../../shared/agents/choose-charts.ts';
import { buildCharts } from '../../../shared/charts/build.ts';
import { anyCase, household } from './portfolios.ts';

const menu = buildCharts(household.analysis);

describe('the charter', () => {
  test('chooses four to eight charts that exist, each once, or all of fewer', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ analysis, facts }) => {
        const charts = buildCharts(analysis);
        if (charts.length === 0) return;
        const { output } = await chooseCharts(facts, charts);
        const ids = output.charts.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(charts.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
        expect(ids.length).toBeGreaterThanOrEqual(Math.min(4, charts.length));
        expect(ids.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  test('opens with what is owned and ends with whether it lasts', async () => {
    const { output } = await chooseCharts(household.facts, menu);
    const ids = output.charts.map(({ id }) => id);
    expect(ids[0]).toBe('asset-classes');
    expect(ids).toEqual(expect.arrayContaining(['top-holdings', 'retirement-balance', 'retirement-what-ifs']));
    expect(ids.indexOf('retirement-balance')).toBeGreaterThan(ids.indexOf('top-holdings'));
  });

  test('sends back a chart that does not exist and one chosen twice', async () => {
    const [first] = menu;
    const twice = [0, 1, 2].map((at) => ({ id: first?.id ?? '', caption: `Look ${'here '.repeat(at)}.` }));
    const bad = [assistantMessage(JSON.stringify({ charts: [...twice, { id: 'invented', caption: 'Look.' }] }))];
    const model = new ScriptedModel([bad, bad]);
    const { author, degraded } = await chooseCharts(household.facts, menu, { model });
    expect(author.model).toBe('narrator');
    expect(degraded).toContain('3 choices that cannot be carried out');
    const told = JSON.stringify(model.lastCall?.request.input);
    expect(told).toContain('there is no chart');
    expect(told).toContain('chosen twice');
  });

  test('sends back one caption for several charts', async () => {
    const charts = menu.slice(0, 4).map(({ id }) => ({ id, caption: 'This is what you own.' }));
    const bad = [assistantMessage(JSON.stringify({ charts }))];
    const model = new ScriptedModel([bad, bad]);
    const { degraded } = await chooseCharts(household.facts, menu, { model });
    expect(degraded).toContain('3 choices that cannot be carried out');
    expect(JSON.stringify(model.lastCall?.request.input)).toContain('has the caption of another chart');
  });

  test('shows a model the menu and not what the charts are drawn from', async () => {
    const model = new ScriptedModel([[assistantMessage('{}')], [assistantMessage('{}')]]);
    await chooseCharts(household.facts, menu, { model });
    const input = JSON.stringify(model.firstCall?.request.input);
    expect(input).toContain('asset-classes');
    expect(input).not.toMatch(/slices|categories|series/);
  });
});
