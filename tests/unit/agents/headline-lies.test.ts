import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { complianceProblems } from '../../../shared/agents/compliance/compliance.ts';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../shared/agents/grounding/named/marks.ts';
import { withoutProductNames } from '../../../shared/agents/product-names.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/grounding/headline/${name}.json`, import.meta.url), 'utf8'));
const texts = z.array(z.string());
const facts = factList.parse(read('facts'));
const withoutNames = withoutProductNames(facts);

function problemsOf(written: string): string[] {
  const { text, marks } = readMarks(written);
  return [
    ...checkGrounding([{ at: 'body', text, marks }], facts).problems,
    ...complianceProblems([withoutNames(text)]),
  ];
}

test.each(texts.parse(read('lies')))('the chief results are not turned round in ordinary words: %s', (lie) => {
  expect(problemsOf(lie)).not.toEqual([]);
});

test('the same words said as it is are not stopped, but for the few that are known', () => {
  const honest = texts.parse(read('honest'));
  expect(honest.filter((text) => problemsOf(text).length > 0)).toEqual(texts.parse(read('flagged')));
});

test.each([
  ['Success is less likely than failure.', 'lasts in 72.5% of the futures'],
  ['One in four futures is broke at 80.', 'fewer than 25%'],
  ['No position exceeds 15% of the portfolio.', '20.3%'],
  ['Microsoft has fallen since you bought it.', 'it has gained'],
  ['Two of your 21 positions have no price.', 'it is 1 of them'],
  ['At 72.5%, the plan clears the bar of 85%.', 'the chance is 72.5%'],
])('whoever wrote it is told what is so: %s', (lie, told) => {
  expect(problemsOf(lie).join(' ')).toContain(told);
});
