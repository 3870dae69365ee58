import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../shared/report/html.ts';
import { renderMarkdown } from '../../../shared/report/markdown.ts';
import type { JobResult } from '../../../shared/schemas/job.ts';
import { sampleResult } from '../../fixtures/results/sample.ts';
import { textOf, unbalanced, valuesOf } from './page.ts';

const value = 'portfolio.value';

/** The sample with a summary of our own, and what the check found in it. */
function telling(
  body: string,
  findings: NonNullable<NonNullable<JobResult['summary']>['check']['findings']>,
): JobResult {
  const sample = sampleResult();
  const { summary } = sample;
  if (summary === null) throw new Error('The sample has a summary.');
  return { ...sample, summary: { ...summary, body, check: { ...summary.check, findings } } };
}

const found = (text: string, figure: string, fact: string | null, from = 0) => {
  const start = text.indexOf(figure, from);
  return { at: 'body', start, end: start + figure.length, fact };
};

describe('a figure with a fact behind it', () => {
  const body = 'It is worth **$917,900**, again $917,900, and 12 apples.';
  const again = body.indexOf('again');
  const result = telling(body, [
    found(body, '$917,900', value),
    found(body, '$917,900', value, again),
    found(body, '12', null),
  ]);
  const page = renderHtml(result);

  test('opens the card of that fact, which is in the page once', () => {
    const buttons = [...page.matchAll(/<button [^>]*popovertarget="([^"]+)"[^>]*>([^<]*)<\/button>/g)];
    expect(buttons.map(([, , text]) => text)).toEqual(['$917,900', '$917,900']);
    const id = buttons[0]?.[1] ?? '';
    expect(page.split(`id="${id}"`)).toHaveLength(2);
    expect(textOf(page.slice(page.indexOf(`id="${id}"`)))).toMatch(
      /\$917,899\.97.*As of Mar 31, 2026.*portfolio\.value/,
    );
  });

  test('leaves the page well formed and its emphasis as it was', () => {
    expect(unbalanced(page)).toBeNull();
    expect(page).toMatch(/<strong><button [^>]*>\$917,900<\/button><\/strong>/);
    expect(page).not.toMatch(/[\uE000-\uE01F]/u);
  });

  test('refers to cards that are there', () => {
    const ids = new Set(valuesOf(page, 'id'));
    expect(valuesOf(page, 'popovertarget').filter((id) => !ids.has(id))).toEqual([]);
  });

  test('is plain text in Markdown', () => {
    expect(renderMarkdown(result)).toContain('It is worth **$917,900**, again $917,900');
  });
});

describe('a figure of the answer to a question', () => {
  test('opens the card of its fact too, once, and none of the text beside it', () => {
    const answer = 'You would start from $917,900, and that lasts.';
    const told = telling('It is spread.', [{ ...found(answer, '$917,900', value), at: 'answer' }]);
    if (told.summary === null) throw new Error('The sample has a summary.');
    const asked = { ...told, question: 'Will it last?', summary: { ...told.summary, answer } };
    const page = renderHtml({ ...asked, charts: null, report: null, retirement: null });
    const section = /<section class="question"[^]*?<\/section>/.exec(page)?.[0] ?? '';
    expect([...section.matchAll(/popovertarget=/g)]).toHaveLength(1);
    expect(section).toMatch(/<button [^>]*>\$917,900<\/button>/);
    expect(unbalanced(page)).toBeNull();
  });
});

describe("a figure of a chart's caption", () => {
  test('opens the card of its fact too, and is drawn nowhere else', () => {
    const sample = sampleResult();
    const [first] = sample.charts?.charts ?? [];
    if (sample.charts === null || first === undefined) throw new Error('The sample has charts.');
    const caption = 'All of it, $917,900, by class.';
    const findings = [{ ...found(caption, '$917,900', value), at: 'charts.0.caption' }];
    const charts = { ...sample.charts, charts: [{ ...first, caption }], check: { ...sample.charts.check, findings } };
    const page = renderHtml({ ...sample, charts, summary: null, report: null, retirement: null });
    expect([...page.matchAll(/popovertarget=/g)]).toHaveLength(1);
    // The comma stays with the figure: a line may end before a button, and after it.
    expect(page).toMatch(
      /<p>All of it, <span class="joined"><button [^>]*>\$917,900<\/button>,<\/span> by class\.<\/p>/,
    );
    expect(unbalanced(page)).toBeNull();
    expect(page).not.toMatch(/[\uE000-\uE01F]/u);
  });
});

describe('no card', () => {
  test('for a result whose check noted no places', () => {
    const { summary, ...rest } = sampleResult();
    const page = renderHtml({ ...rest, summary });
    if (summary?.check.findings === undefined) expect(page).not.toContain('popovertarget');
  });

  test('for marks that a writer put into a text', () => {
    const page = renderHtml(telling('Look: \uE000\uE010\uE001<b>5</b>\uE002 and \uE000\uE011\uE001x\uE002.', []));
    expect(page).not.toContain('popovertarget');
    expect(page).not.toContain('<b>5</b>');
    expect(unbalanced(page)).toBeNull();
  });

  test('for places that lie outside the text, cross each other or name no fact', () => {
    const body = 'It is worth $917,900 today.';
    const page = renderHtml(
      telling(body, [
        { at: 'body', start: 900, end: 910, fact: value },
        { at: 'body', start: 14, end: 12, fact: value },
        { at: 'body', start: 12, end: 20, fact: 'no.such' },
        { at: 'sections.99.body', start: 0, end: 4, fact: value },
      ]),
    );
    expect(page).not.toContain('popovertarget');
    expect(textOf(page)).toContain(body);
  });

  test('that is markup where a label is', () => {
    const body = 'It is worth $917,900 today.';
    const result = telling(body, [found(body, '$917,900', value)]);
    const facts = result.facts.map((one) => (one.name === value ? { ...one, label: '"><img src=x>' } : one));
    const page = renderHtml({ ...result, facts });
    expect(page).not.toContain('<img');
    expect(unbalanced(page)).toBeNull();
  });
});
