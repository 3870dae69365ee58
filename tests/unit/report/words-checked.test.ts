// Whoever reads a report can see who wrote it, what the judge thought of it and what it cost.
import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../shared/report/html.ts';
import { costLine, fee, spending } from '../../../shared/report/cost.ts';
import { renderMarkdown } from '../../../shared/report/markdown.ts';
import { jobResult } from '../../../shared/schemas/job.ts';
import type { JobResult } from '../../../shared/schemas/job.ts';
import type { Judgement } from '../../../shared/schemas/judgement.ts';
import type { ModelCall } from '../../../shared/schemas/model-call.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';

const full = { score: 100, reason: 'Nothing to improve.' };
const judgement: Judgement = {
  by: 'openai:some-model@host.example',
  grounded: full,
  complete: full,
  clear: { score: 82, reason: 'One word <b>too</b> technical.' },
  balanced: full,
  compliant: full,
  overall: 96,
  threshold: 70,
};
const answered: ModelCall = {
  agent: 'reporter',
  model: 'openai:some-model@host.example',
  purpose: 'answer',
  outcome: 'answered',
  startedAt: '2026-03-31T09:30:00.000Z',
  inputTokens: 19_000,
  outputTokens: 1_500,
  durationMs: 4200,
  retries: 1,
  usd: 0.0075,
  detail: null,
};
const lost: ModelCall = {
  ...answered,
  purpose: 'judge',
  outcome: 'timed_out',
  inputTokens: null,
  outputTokens: null,
  usd: 0.004,
  retries: 0,
  detail: 'There was no answer in time.',
};

function paid(usd: number | null = 0.0115): JobResult {
  const result = sampleResult();
  if (result.report === null) throw new Error('the sample has a report');
  const report = { ...result.report, judgement };
  return jobResult.parse({
    ...result,
    report,
    modelCalls: [answered, lost],
    cost: { calls: 2, tokens: 40_500, usd },
  });
}

describe('a report', () => {
  test('says what the judge thought, with the reason for every mark that is not full', () => {
    const page = renderHtml(paid());
    expect(page).toContain('How the words were checked');
    expect(page).toContain('One word &lt;b&gt;too&lt;/b&gt; technical.');
    expect(page).toContain('by openai:some-model@host.example');
    expect(page).not.toContain('Nothing to improve.');
    expect(renderMarkdown(paid())).toMatch(/\| Portfolio report \(by openai:some-model@host\.example\) \| 96 \|/);
  });

  test('does not let full marks by rules pass for a reader’s opinion', () => {
    const { report, ...rest } = paid();
    if (report === null) throw new Error('the sample has a report');
    const byRules = { ...rest, report: { ...report, judgement: { ...judgement, by: 'rules' } } };
    expect(renderHtml(byRules)).toContain('They do not read.');
    expect(renderHtml(paid())).not.toContain('They do not read.');
  });

  test('says in one sentence that rules found nothing, in the place of a table of equal marks', () => {
    const { report, ...rest } = paid();
    if (report === null) throw new Error('the sample has a report');
    const full = { score: 100, reason: 'Nothing to improve.' };
    const marks = { grounded: full, complete: full, clear: full, balanced: full, compliant: full };
    const byRules = {
      ...rest,
      report: { ...report, judgement: { ...judgement, ...marks, overall: 100, by: 'rules' } },
    };
    for (const page of [renderHtml(byRules), renderMarkdown(byRules)]) {
      expect(page).not.toContain('What the judge made');
      expect(page).toContain('Rules in code judged the text and found nothing against it');
    }
  });

  test('lists each call of a model with what it used, what it cost, and what became of it', () => {
    const markdown = renderMarkdown(paid());
    expect(markdown).toMatch(
      /reporter.*first answer \| answered, after 1 retry \| 19,000 \| 1,500 \| 4\.2 s \| \$0\.0075/,
    );
    expect(markdown).toMatch(/judging a text \| out of time.*There was no answer in time.*not known \| not known/);
    expect(markdown).toMatch(/\*\*2 calls\*\*.*40,500 in all.*\$0\.0115/);
  });

  test('says in its footer what language models cost, and that none was called where none was', () => {
    const footer = (result: JobResult) => /<footer>[\s\S]*<\/footer>/.exec(renderHtml(result))?.[0] ?? '';
    expect(footer(paid())).toContain('Language models: 2 calls, 40,500 tokens, $0.0115.');
    expect(footer(paid(null))).toContain('2 calls, 40,500 tokens, at a price that is not known.');
    expect(footer(sampleResult())).toContain('No language model was called');
    expect(costLine({ ...sampleResult(), summary: null, report: null, charts: null, retirement: null })).toBeNull();
  });

  test('tells what may have been used for no more than that, where a provider never said it', () => {
    const cost = { calls: 6, tokens: 83_260, usd: null };
    expect(spending({ ...cost, unsaid: 6 })).toBe(
      'at most 83,260 tokens, at a price that is not known (none of which told what it used)',
    );
    expect(spending({ ...cost, usd: 0.2, unsaid: 1 })).toBe(
      'at most 83,260 tokens, at most $0.20 (1 of which did not tell what it used)',
    );
    expect(spending({ ...cost, calls: 1, unsaid: 1 })).toContain('(which did not tell what it used)');
    expect(spending({ ...cost, unsaid: 0 })).toBe('83,260 tokens, at a price that is not known');
  });

  test('of a result that was stored before texts were judged says nothing of a judge', () => {
    const page = renderHtml(sampleResult());
    expect(page).not.toContain('What the judge made');
    expect(page).not.toContain('Calls of language models');
  });
});

test('a fee is not rounded to nothing', () => {
  expect([0, 0.00001, 0.0312, 0.5, 12.5].map(fee)).toEqual([
    '$0.00',
    'less than $0.0001',
    '$0.0312',
    '$0.50',
    '$12.50',
  ]);
});
