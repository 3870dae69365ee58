// Where a report cites: its marks lead to their sources, and nothing quoted is taken for a figure of the portfolio.
import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../shared/report/html.ts';
import { renderMarkdown } from '../../../shared/report/markdown.ts';
import type { CitedSource } from '../../../shared/schemas/cited-research.ts';
import type { JobResult } from '../../../shared/schemas/job.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';
import { textOf, unbalanced, valuesOf } from './page.ts';

const source = (number: number, fields: Partial<CitedSource> = {}): CitedSource => {
  const url = `https://example.com/${number}`;
  return { ...{ number, title: `Page ${number}`, url, date: '2026-11-03', dated: 'published', from: [] }, ...fields };
};

/** The sample with a section that cites, and a check that took every 30% for a fact. */
function citing(body: string, sources: CitedSource[]): JobResult {
  const sample = sampleResult();
  const { report } = sample;
  if (report === null) throw new Error('The sample has a report.');
  const sections = [{ id: 'market-context', title: 'What research says', body }];
  const start = body.indexOf('30%');
  const findings = start === -1 ? [] : [{ at: 'sections.0.body', start, end: start + 3, fact: 'portfolio.value' }];
  const check = { ...report.check, findings };
  return {
    ...sample,
    summary: null,
    retirement: null,
    charts: null,
    report: { ...report, sections, check, research: { sources, note: null } },
  };
}

describe('a report that cites', () => {
  const body =
    '- Page 1 (November 3, 2026): “The ten largest are 30% of it, says \\[1\\].” [1]\n- Page 2: “Up.” [2]; see [9].';
  const page = renderHtml(citing(body, [source(1), source(2)]));

  test('has each mark lead to its row, and no mark that a page wrote or that is no source', () => {
    expect(valuesOf(page, 'href').filter((href) => href.startsWith('#source-'))).toEqual(['#source-1', '#source-2']);
    expect(valuesOf(page, 'id').filter((id) => id.startsWith('source-'))).toEqual(['source-1', 'source-2']);
    expect(textOf(page)).toContain('see [9]');
    expect(unbalanced(page)).toBeNull();
  });

  test('opens no card of a fact in a quotation, whatever a check took it for', () => {
    expect(page).not.toContain('popovertarget');
    expect(renderHtml(citing('It is 30% of it, as the portfolio goes.', []))).toContain('popovertarget');
  });

  test('lists each source in one row, a note that has no address too', () => {
    const from = [
      { title: 'One', url: 'https://example.com/a' },
      { title: 'Two', url: 'https://example.com/b' },
    ];
    const result = citing('As a note says [1].', [source(1, { url: null, from })]);
    expect(renderHtml(result).split('[1]').length).toBe(3);
    expect(textOf(renderHtml(result))).toContain('written from 2 pages');
    expect(renderMarkdown(result)).not.toContain('https://example.com/a');
  });

  test('says of an invented sample page what it is, and of a published one no such thing', () => {
    const result = citing('As a page says [1].', [source(1, { sample: true })]);
    for (const text of [renderHtml(result), renderMarkdown(result)]) {
      expect(text).toContain('Invented sample pages. Alex comes with them');
      expect(text).toContain('Sources: invented sample pages');
    }
    expect(page).not.toMatch(/invented/iu);
  });
});
