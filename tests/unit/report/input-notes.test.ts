import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../shared/report/html.ts';
import { renderMarkdown } from '../../../shared/report/markdown.ts';
import { renderSummary } from '../../../shared/report/summary.ts';
import { jobResult } from '../../../shared/schemas/job.ts';
import { fullResult } from '../../fixtures/results/analytics.ts';

const withNotes = () =>
  jobResult.parse({
    ...fullResult(),
    notes: [
      { topic: 'account', items: ['how accounts are taxed was taken from their names: "IRA" tax-deferred'] },
      { topic: 'left_out', items: ['my.csv, line 4: SPY call <b>bold</b> [link](http://x) is an option'], more: 3 },
    ],
  });

describe('what was assumed when the files were read', () => {
  test('is in the report file, what was left out before what was guessed', () => {
    const page = renderHtml(withNotes());
    expect(page).toContain('Left out when the files were read');
    expect(page.indexOf('Left out when the files were read')).toBeLessThan(
      page.indexOf('Accounts as they were understood'),
    );
    expect(page).toContain('3 more, not listed');
  });

  test('is text in the report and never markup, whatever a file is called', () => {
    expect(renderHtml(withNotes())).not.toContain('<b>bold</b>');
    expect(renderMarkdown(withNotes())).not.toContain('[link](http://x)');
  });

  test('is in the Markdown report', () => {
    expect(renderMarkdown(withNotes())).toContain('tax-deferred');
  });

  test('takes no room in the one screen of the terminal, which told it before, but for what was left out', () => {
    const page = { color: false, width: 80 };
    const lines = renderSummary(withNotes(), page).split('\n');
    const at = lines.findIndex((line) => line.includes('Left out when the files were read'));
    const before = renderSummary(fullResult(), page).split('\n');
    const told = lines.slice(at, at + lines.length - before.length).join(' ');
    expect(told.match(/! /g)).toHaveLength(1);
    // How many, and the first of them by name.
    expect(told).toMatch(/were read: \d+ entr(?:y|ies) \(.+\)$/);
    expect([...lines.slice(0, at), ...lines.slice(at + lines.length - before.length)]).toEqual(before);
  });

  test('is told again in the one screen where it may make a figure a hundred times too large', () => {
    const doubt = 'my.csv: the file states no currency, so its prices were taken to be in US dollars';
    const other = 'my.csv, line 3, Value: quantity times price is 100.00, but the file says 1.00';
    const result = jobResult.parse({ ...fullResult(), notes: [{ topic: 'unsure', items: [doubt, other] }] });
    const told = renderSummary(result, { color: false, width: 80 }).replace(/\s+/g, ' ');
    expect(told).toContain('! Amounts that may be far too large or too small: the file states no currency, so');
    expect(told).toContain('US dollars; and 1 more such note');
    // Before what is merely missing.
    expect(told).toMatch(/Uncertain ! (?:Missing from this report.*! )?Amounts that may be/);
    expect(renderMarkdown(result)).toContain('Amounts that may be far too large or too small');
  });

  test('is missing from results of an earlier Alex, which are still drawn', () => {
    expect(renderMarkdown(jobResult.parse(fullResult()))).not.toContain('Left out when the files were read');
  });
});
