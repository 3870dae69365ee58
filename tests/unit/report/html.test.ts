import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../shared/report/html.ts';
import { stylesheet } from '../../../shared/report/html/stylesheet.ts';
import { fullAnalysis, fullResult, trades } from '../../fixtures/results/analytics.ts';
import { results } from '../../fixtures/results/named.ts';
import { sampleDisclaimer } from '../../fixtures/results/sample.ts';
import { hostileNames } from '../../fixtures/results/variations.ts';
import { contrast } from '../charts/color-vision.ts';
import { tagsOf, textOf, unbalanced, valuesOf } from './page.ts';

describe.each(Object.entries(results))('the report of the %s result', (_name, result) => {
  const page = renderHtml(result);

  test('is well formed, with no id twice and no reference to an id that is not there', () => {
    expect(unbalanced(page)).toBeNull();
    const ids = valuesOf(page, 'id');
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const references = [
      ...valuesOf(page, 'aria-labelledby').flatMap((value) => value.split(' ')),
      ...valuesOf(page, 'href')
        .filter((href) => href.startsWith('#'))
        .map((href) => href.slice(1)),
    ];
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('loads nothing from anywhere and runs nothing', () => {
    expect(tagsOf(page).map(({ name }) => name)).not.toEqual(expect.arrayContaining(['script']));
    for (const loader of [
      'img',
      'iframe',
      'object',
      'embed',
      'video',
      'audio',
      'source',
      'base',
      'form',
      'use',
      'image',
    ]) {
      expect(tagsOf(page).filter(({ name }) => name === loader)).toEqual([]);
    }
    expect(valuesOf(page, 'href').filter((href) => !/^(#|data:,$)/.test(href))).toEqual([]);
    expect(tagsOf(page).filter(({ attributes }) => /\son[a-z]+=|\ssrc=|\ssrcset=/.test(attributes))).toEqual([]);
    expect(stylesheet).not.toMatch(/url\(|@import/);
  });

  test('says the disclaimer once', () => {
    expect(textOf(page).split(sampleDisclaimer).length - 1).toBe(1);
  });

  test('prints no figure that is none', () => {
    expect(textOf(page)).not.toMatch(/\bNaN\b|undefined|Infinity|\[object/);
  });

  test('has headings in order: one h1, and no level skipped', () => {
    const levels = tagsOf(page)
      .filter(({ name, closes }) => /^h[1-6]$/.test(name) && !closes)
      .map(({ name }) => Number(name[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? level)).toBeLessThanOrEqual(1);
    });
  });

  test('is the same bytes for the same result', () => {
    expect(renderHtml(result)).toBe(page);
  });
});

describe('what a reader is told', () => {
  const text = textOf(renderHtml(results.sample));

  test('in the order of the letter', () => {
    const titles = [...renderHtml(results.sample).matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title);
    expect(titles).toEqual([
      'In short',
      'The portfolio',
      'Holdings, allocation and targets',
      'Retirement',
      'What is missing or uncertain',
      'How these figures were made',
      'Please note',
    ]);
  });

  test('value, chance with its standard error, drift, effective holdings and cost', () => {
    expect(text).toContain('$917,900');
    expect(text).toMatch(/83\.4% ± 0\.5% standard error/);
    expect(text).toMatch(/Biggest drift −13\.2 points/);
    expect(text).toMatch(/Effective holdings 4\.6/);
    expect(text).toMatch(/Cost of funds a year 0\.06%/);
  });

  test('a cost that is not known of all is known of less than 100%', () => {
    const { sample } = results;
    const { analysis } = sample;
    if (analysis === null) throw new Error('The sample has an analysis.');
    const nearly = { ...analysis, costs: { ...analysis.costs, coverage: 0.998 } };
    const page = textOf(renderHtml({ ...sample, analysis: nearly }));
    expect(page).toContain('known for more than 99% of what is invested');
    expect(page).not.toContain('known for 100%');
  });

  test('grades of diversification and risk where there are any', () => {
    const full = textOf(renderHtml(fullResult()));
    expect(full).toMatch(/Diversification 6 of 10/);
    expect(full).toMatch(/Risk 9 of 10 10 swings most; volatility 13\.2% a year/);
    expect(full).not.toContain('Effective holdings');
  });

  test('what may be lost under the section on risks, with what has no figure and every source', () => {
    const page = renderHtml(fullResult());
    const risks = page.slice(page.indexOf('id="section-risks"'), page.indexOf('id="section-costs"'));
    expect(risks).toContain('id="chart-stress"');
    const text = textOf(risks);
    expect(text).toMatch(/A bad year, one in 20: this or worse value at risk, 95% −13\.4% −\$122,999/);
    expect(text).toMatch(/Great Depression, 1929-1932 no figure for commodities, real estate −47\.0% −\$431,413/);
    expect(text).toContain('Great Depression, 1929-1932 and Dot-com bust, 2000-2002: A published history');
    expect(text).toContain('Financial crisis, 2008: A published table of 2008.');
  });

  test('trades towards targets that nobody gave only as an illustration', () => {
    const text = textOf(renderHtml(fullResult()));
    expect(text).toContain('Trades towards the typical mix: an illustration only');
    expect(text).toContain('You gave no targets.');
    expect(text).toMatch(/Sell AAPL Apple Inc\. Brokerage \$20,104 gain \+\$11,619 80/);
    expect(text).not.toContain('gain +$6,000');
    const own = { ...fullAnalysis(), rebalancing: trades('person') };
    const mine = textOf(renderHtml({ ...fullResult(), analysis: own }));
    // Some of it is left undone, so these do not reach them.
    expect(mine).toContain('Trades towards your targets');
    expect(mine).not.toContain('illustration only');
  });

  test('no trades where they would leave the mix where it is', () => {
    const rebalancing = { ...trades('default'), residual: 0.133 };
    const page = renderHtml({ ...fullResult(), analysis: { ...fullAnalysis(), rebalancing } });
    expect(page).not.toContain('an illustration only');
    expect(textOf(page)).toContain('No trades towards the typical mix are shown, and why');
  });

  test('of returns over time that several rates or none balance the flows, and of which account', () => {
    const text = textOf(renderHtml(fullResult()));
    expect(text).toMatch(
      /Those with transactions, 2 of 3 accounts, \$447,935 of \$917,900 since Apr 1, 2021 51\.2% 8\.6% 7\.9% 21\.3% 14\.1% 0\.47 Sortino 0\.68/,
    );
    expect(text).toMatch(/several 10\.0%, 20\.0%/);
    expect(text).toContain('Roth IRA: no money-weighted return: All flows go one way.');
    expect(text).toContain('Old: There is no price for XYZZY from the day it was held.');
  });

  test('a table once, beside the text that it belongs to, or with the others where that text is missing', () => {
    const full = fullResult();
    const ids = ['risk', 'trades', 'performance', 'retirement-plan', 'retirement-what-ifs', 'retirement-assumptions'];
    for (const result of [full, { ...full, report: null, retirement: null }]) {
      const page = renderHtml(result);
      for (const id of ids) expect([id, page.split(`id="table-${id}"`).length]).toEqual([id, 2]);
    }
  });

  test('who wrote it, without passing rules off as a language model', () => {
    expect(text).toContain("Alex's narrator (rules, not a language model)");
    expect(text).toContain('41 of 41 figures are facts');
  });

  test('what was left out, and which price is old', () => {
    expect(text).toMatch(/XYZZY \(Unlisted Holding LP\), 40 in Brokerage: no price/);
    expect(text).toMatch(/1 holding has a price of February 12, 2026, 47 days before the analysis: VWO/);
  });

  test('a chart stands within the section that speaks of it', () => {
    const page = renderHtml(results.sample);
    const between = page.slice(
      page.indexOf('id="section-range-of-outcomes"'),
      page.indexOf('id="section-what-would-change-it"'),
    );
    expect(between).toContain('id="chart-retirement-balance"');
    expect(page.match(/<figure /g)).toHaveLength(8);
  });

  test('first of all that a partial report is partial, and why', () => {
    const page = textOf(renderHtml(results.partial)).replace(/^.*?Skip to the report/, '');
    expect(page.indexOf('This report is incomplete')).toBeLessThan(page.indexOf('In short'));
    expect(page).toContain('the retirement agent did not answer in time');
    expect(textOf(renderHtml(results.failed))).toContain('The portfolio could not be read.');
  });

  test('of 250 unpriced positions how many are not listed, and no total', () => {
    const [page = ''] = textOf(renderHtml(results.unpriced)).split('How these figures were made Every');
    expect(page).toContain('Left out of every total: 250 positions');
    expect(page).toContain('And 50 more, not listed.');
    expect(page).not.toMatch(/\$0\b/);
  });

  test('a disclaimer that a writer slipped into a section is not said again', () => {
    const { report } = results.sample;
    if (report === null) throw new Error('the sample has no report');
    const sections = report.sections.map((one) => ({ ...one, body: `${one.body}\n\n${sampleDisclaimer}` }));
    const page = textOf(renderHtml({ ...results.sample, report: { ...report, sections } }));
    expect(page.split(sampleDisclaimer).length - 1).toBe(1);
  });
});

test('the figures in an agent’s table line up, and its heads say that they are heads', () => {
  const page = renderHtml(results.sample);
  expect(page).toContain('<th scope="col" class="n">Held</th>');
  expect(page).toContain('<td class="n">74%</td>');
});

test('hostile names are text wherever they stand', () => {
  const page = renderHtml(results.hostile);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toMatch(/<script|<img|<a href="https?:|onerror=(?!alert)/i);
  expect(tagsOf(page).filter(({ name, closes }) => name === 'a' && !closes).length).toBeLessThan(10);
  expect(textOf(page)).toContain(hostileNames[2].replaceAll('`', '').slice(0, 20));
  expect(page).not.toMatch(/\u202e|\p{Cc}(?<!\n)/u);
});

test.each(['light', 'dark'])('text is readable in %s (WCAG AA)', (mode) => {
  const all = [...stylesheet.matchAll(/--(paper|ink|muted|accent|notice):(#[0-9a-f]{3,6})/g)].map(
    ([, name, value]) => [name ?? '', value ?? ''] as const,
  );
  const own = new Map(mode === 'light' ? all.slice(0, 5) : all.slice(5));
  const hex = (name: string) => (own.get(name) ?? '').replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  for (const name of ['ink', 'muted', 'accent'])
    expect([name, contrast(hex(name), hex('paper')) >= 4.5]).toEqual([name, true]);
  expect(contrast(hex('ink'), hex('notice'))).toBeGreaterThanOrEqual(4.5);
});
