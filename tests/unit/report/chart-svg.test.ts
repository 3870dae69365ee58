import { describe, expect, test } from '@jest/globals';
import { buildCharts } from '../../../shared/charts/build.ts';
import { lightTheme } from '../../../shared/charts/palette.ts';
import { chartSvg } from '../../../shared/report/chart-svg.ts';
import { chartSpec } from '../../../shared/schemas/chart.ts';
import type { ChartSpec } from '../../../shared/schemas/chart.ts';
import { fullAnalysis } from '../../fixtures/results/analytics.ts';
import { hostileName, hostileNames } from '../../fixtures/results/variations.ts';

const draw = (spec: ChartSpec, width = 660, idPrefix = 'x') => chartSvg(spec, { width, theme: lightTheme, idPrefix });
const idsIn = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');

const generic: ChartSpec[] = [
  chartSpec.parse({
    id: 'lines',
    kind: 'lines',
    title: 'Balance',
    unit: 'usd',
    x: [2024, 2025, 2026],
    xLabel: 'Year',
    series: [
      { label: 'One', values: [1, null, 3] },
      { label: 'Two', values: [2, 2, 2] },
    ],
    marks: [{ x: 2026, label: 'A mark with a long name' }],
  }),
  chartSpec.parse({
    id: 'upright',
    kind: 'bars',
    title: 'Upright',
    unit: 'count',
    categories: Array.from({ length: 40 }, (_, at) => `Category ${at}`),
    series: [{ label: 'One', values: Array.from({ length: 40 }, (_, at) => at) }],
    stacked: true,
  }),
];
const all = [...buildCharts(fullAnalysis()), ...generic];

describe.each(all.map((spec) => [spec.id, spec] as const))('the drawing of %s', (_id, spec) => {
  test('is the same bytes each time, whatever was drawn before', () => {
    const first = draw(spec);
    all.slice(0, 3).forEach((other) => draw(other));
    expect(draw(spec)).toBe(first);
  });

  test('has a name and a description that its role points to', () => {
    const svg = draw(spec);
    expect(svg).toMatch(
      /^<svg xmlns="[^"]+" viewBox="0 0 660 \d+" role="img" aria-labelledby="x-title x-desc"><title id="x-title">/,
    );
    expect(/<desc id="x-desc">([^<]+)<\/desc>/.exec(svg)?.[1]?.length).toBeGreaterThan(20);
  });

  test('carries no script, style sheet, event or reference outside itself', () => {
    const svg = draw(spec);
    expect(svg).not.toMatch(/<script|<style|<foreignObject|<image|javascript:|\son[a-z]+=|ecmeta|zr\d/i);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\((?!#x-)/);
  });

  test('shows figures, and no figure that is none', () => {
    expect(draw(spec)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test.each([660, 340])('keeps its letters inside %i pixels', (width) => {
    for (const [, attributes = '', text = ''] of draw(spec, width).matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)) {
      const number = (pattern: RegExp) => Number(pattern.exec(attributes)?.[1] ?? 0);
      const anchor = number(/ x="([-\d.]+)"/) + number(/translate\(([-\d.]+)/);
      // The narrowest that a common interface font draws these letters.
      const length = text.length * 12 * 0.45;
      const left = attributes.includes('text-anchor="end"')
        ? anchor - length
        : attributes.includes('text-anchor="middle"')
          ? anchor - length / 2
          : anchor;
      expect([text, left >= -2 && left + length <= width + 2]).toEqual([text, true]);
    }
  });
});

test('two drawings in one file share no id', () => {
  const ids = all.flatMap((spec) => [
    ...idsIn(draw(spec, 660, `${spec.id}-wide`)),
    ...idsIn(draw(spec, 340, `${spec.id}-narrow`)),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});

test('hostile names are letters in a drawing', () => {
  const spec: ChartSpec = {
    id: 'accounts',
    kind: 'bars',
    title: hostileName,
    caption: '',
    unit: 'fraction',
    facts: [],
    categories: [...hostileNames],
    series: [
      { label: hostileName, values: hostileNames.map(() => 0.1) },
      { label: '"><b>', values: hostileNames.map(() => 0.2) },
    ],
    stacked: false,
    horizontal: true,
  };
  const svg = draw(spec);
  expect(svg).toContain('&lt;script&gt;');
  expect(svg).not.toMatch(/<(?!\/?(svg|title|desc|g|path|rect|text|defs|clipPath)[ >])[a-z!/]/i);
  expect(svg).not.toMatch(/\p{Cc}(?<!\n)|\u202e/u);
});

test('a bar with an interval has a line with two caps around its end, and its figure beyond them', () => {
  const bars = (errors?: [number, number][]) =>
    draw(
      chartSpec.parse({
        id: 'chances',
        kind: 'bars',
        title: 'Chances',
        unit: 'fraction',
        categories: ['One', 'Two'],
        series: [{ label: 'Chance', values: [0.5, 0.8] }],
        horizontal: true,
        ...(errors && { errors }),
      }),
    );
  const figureAt = (svg: string) => Number(/translate\(([\d.]+) [\d.]+\)"[^>]*>50\.0%</.exec(svg)?.[1]);
  const wide = bars([
    [0.4, 0.6],
    [0.75, 0.85],
  ]);
  const strokes = (svg: string) => svg.split('<path').length;
  expect(strokes(wide) - strokes(bars())).toBe(6);
  expect(figureAt(wide)).toBeGreaterThan(figureAt(bars()));
});

test('bars of losses alone begin beside their names', () => {
  const spec = buildCharts(fullAnalysis()).find(({ id }) => id === 'stress');
  if (spec === undefined) throw new Error('no chart of bad times');
  const svg = draw(spec);
  const at = (label: string) => Number(new RegExp(`translate\\(([\\d.]+) [\\d.]+\\)"[^>]*>${label}<`).exec(svg)?.[1]);
  expect(at('−47.0%')).toBeGreaterThan(at('−21.0%'));
});

test('bars with a baseline begin there, worse to the left of it and better to the right, and no label is cut on a phone', () => {
  const labels = [
    'As planned',
    'Hold less in stocks at every age, 20 points below the glide path, the rest in bonds',
    'Two',
  ];
  const spec = chartSpec.parse({
    id: 'effects',
    kind: 'bars',
    title: 'Effects',
    unit: 'fraction',
    categories: labels,
    series: [{ label: 'Chance', values: [0.95, 0.9, 0.97] }],
    baseline: 0.95,
    horizontal: true,
  });
  const placed = (svg: string, text: string): number =>
    Number(
      new RegExp(`translate\\(([\\d.]+) [\\d.]+\\)[^>]*>${text}|x="([\\d.]+)"[^>]*>${text}`)
        .exec(svg)
        ?.slice(1)
        .find(Boolean),
    );
  const svg = draw(spec, 340);
  expect(placed(svg, '90\\.0%')).toBeLessThan(placed(svg, '95\\.0%'));
  expect(placed(svg, '95\\.0%')).toBeLessThan(placed(svg, '97\\.0%'));
  expect(svg).not.toContain('…');
  // Two bars and one of no length, five and two points of ninety-seven long: from zero they would be all but alike.
  expect(svg).toContain('rest in');
});
