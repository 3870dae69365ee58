import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../../shared/agents/grounding/named/marks.ts';
import { negatedOf, saysOnly, wordOf } from '../../../../shared/agents/grounding/polarity/lexicon.ts';
import { facts as factList } from '../../../../shared/schemas/fact.ts';

const facts = factList.parse(
  JSON.parse(
    readFileSync(new URL('../../../fixtures/grounding/named/maya.facts.json', import.meta.url), 'utf8'),
  ) as unknown,
);
const problemsOf = (written: string): string[] =>
  checkGrounding([{ at: 'body', ...readMarks(written) }], facts).problems;

describe('of several changed plans each has its own chance', () => {
  test.each([
    ['If you retire at 57 and keep spending $60,000', '59%', 'question.whatIf.1.success'],
    ['Retiring at 57 on $50,000 a year', '38%', 'question.whatIf.2.success'],
    ['Retiring at 57 on $50,000 a year', '78%', 'question.whatIf.3.success'],
    ['Spending $50,000 but working until 60', '59%', 'question.whatIf.1.success'],
    ['Working until 65', '72%', 'retirement.whatIf.retire_2_years_later.success'],
    ['If you spend $50,000 a year', '60%', 'retirement.success'],
  ])('"%s" is not %s of %s', (condition, figure, fact) => {
    expect(problemsOf(`${condition}, the money lasts in [${figure}](${fact}) of the futures.`)).not.toEqual([]);
  });

  test.each([
    ['If you retire at 57 and spend $50,000', '59%', 'question.whatIf.1.success'],
    ['Retiring at 57 with $60,000 a year', '38%', 'question.whatIf.2.success'],
    ['Spending $50,000 and working until 60', '78%', 'question.whatIf.3.success'],
    ['Working until 62 instead of 60', '72%', 'retirement.whatIf.retire_2_years_later.success'],
    ['If you spend $60,000 a year', '60%', 'retirement.success'],
  ])('"%s" is %s of %s', (condition, figure, fact) => {
    expect(problemsOf(`${condition}, the money lasts in [${figure}](${fact}) of the futures.`)).toEqual([]);
  });
});

describe('a problem tells its writer how to put it right', () => {
  test('which words are against the fact, and what the fact says', () => {
    const [problem = ''] = problemsOf('The plan goes wrong in [60%](retirement.success) of the futures.');
    expect(problem).toContain('"goes wrong"');
    expect(problem).toContain('Chance that the money lasts: 59.8%');
  });

  test('which plan the words speak of', () => {
    const [problem = ''] = problemsOf('Retire at 57 and the chance rises to [78%](question.whatIf.3.success).');
    expect(problem).toContain('retiring at 57');
    expect(problem).toContain('Spend $50,000 a year instead of $60,000');
  });
});

describe('a word and its negation', () => {
  test('are of opposite classes', () => {
    expect(wordOf('bad', 'the plan fails')).toBe('fails');
    expect(wordOf('bad', 'the plan does not fail')).toBeNull();
    expect(negatedOf('bad', 'the plan does not fail')).toBe('not fail');
    expect(saysOnly('good', 'bad', 'the money never runs out')).toBe('never runs out');
  });

  test('together say nothing', () => {
    expect(saysOnly('good', 'bad', 'it holds in some and fails in others')).toBeNull();
  });
});

test('the share of an interval, and the age and scale of a fact that is named, are no strays', () => {
  for (const text of [
    'With 95% confidence the chance lies between [58.8%](retirement.interval.low) and [60.7%](retirement.interval.high).',
    'Nineteen times in twenty, so with 95% confidence, it is between [58.8%](retirement.interval.low) and [60.7%](retirement.interval.high).',
    'At 95 the middle outcome has [$371,000](retirement.medianAtEnd).',
  ])
    expect({ text, problems: problemsOf(text) }).toEqual({ text, problems: [] });
});
