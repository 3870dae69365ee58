import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../../shared/agents/grounding/named/marks.ts';
import { facts as factList } from '../../../../shared/schemas/fact.ts';

const read = (name: string) =>
  factList.parse(JSON.parse(readFileSync(new URL(`../../../fixtures/grounding/named/${name}.facts.json`, import.meta.url), 'utf8'))); // prettier-ignore
const trader = read('trader');

const check = (written: string, facts = trader) => checkGrounding([{ at: 'body', ...readMarks(written) }], facts);
const behind = (written: string, facts = trader) => check(written, facts).findings.map(({ fact }) => fact);

describe('a named figure', () => {
  test('has exactly the fact that its writer named, also where others are of its size', () => {
    expect(behind('Microsoft is at [12.5%](holding.MSFT.weight).')).toEqual(['holding.MSFT.weight']);
    expect(behind('The largest company is [12.5%](concentration.largestIssuer.weight).')).toEqual(['concentration.largestIssuer.weight']); // prettier-ignore
  });

  test('is found where it stands in the text without marks', () => {
    const [found] = check('You have [$842,303](portfolio.value).').findings;
    expect(found).toMatchObject({ at: 'body', start: 9, end: 17, text: '$842,303' });
  });

  test.each([
    ['[$8,000 a month](goals.income / 12)', 'goals.income / 12'],
    ['[$8,000](goals.income) a month', 'goals.income / 12'],
    ['[$96,000](goals.income) a year', 'goals.income'],
  ])('of a period is that of its fact: You want %s', (said, fact) => {
    expect(behind(`You want ${said}.`)).toEqual([fact]);
  });

  test('whose name is wrong is flagged, and its writer told the likely one', () => {
    const { strays, problems } = check('Stocks are [77%](allocation.assetClass.equity).');
    expect(strays).toEqual(['77%']);
    expect(problems).toEqual([
      '[77%](allocation.assetClass.equity): there is no fact of that name; did you mean allocation.assetClass.equity.value or allocation.assetClass.equity.weight?',
    ]);
  });

  test('whose value is not that of the name is flagged, and its writer told the value', () => {
    const { problems } = check('Stocks are [79%](allocation.assetClass.equity.weight).');
    expect(problems).toEqual(['[79%](allocation.assetClass.equity.weight): that fact is 0.769859 (fraction)']);
  });

  test('needs no word that one without a name would need', () => {
    expect(check('And then there is [$687,000](retirement.shortfall.median) that could not be paid.').strays).toEqual(
      [],
    );
  });

  test('does not vouch for one without a name beside it', () => {
    expect(check('Stocks are [77%](allocation.assetClass.equity.weight) and bonds 14%.').strays).toEqual(['14%']);
  });
});

describe('a liar gains nothing by', () => {
  test.each([
    ['another thing with the name of the fact', 'Bonds are [77%](allocation.assetClass.equity.weight).'],
    ['a chance of a changed plan as that of the plan', 'The plan works in [81%](retirement.whatIf.retire_2_years_later.success) of the futures.'], // prettier-ignore
    ['a target as a share', 'Stocks are [79%](drift.assetClass.equity.target) of the portfolio.'],
    ['what is wanted as what is safe', 'You can safely spend [$96,000](goals.income).'],
    ['the other direction', 'Bonds are [8.9 points](drift.assetClass.fixed_income.drift) above target.'],
    ['a year as a month', 'You want [$96,000](goals.income) a month.'],
    ['a sum that is said of one part', 'Stocks are [88%](allocation.assetClass.equity.weight + allocation.assetClass.fixed_income.weight) of it.'], // prettier-ignore
    ['a rest that is not said to be one', 'Bonds are [23%](1 - allocation.assetClass.equity.weight).'],
    [
      'facts of all kinds that come out',
      'Your house is worth [$872,303](portfolio.value + goals.otherIncome.1.amount).',
    ],
    ['a number that nothing says', 'In ten years you will have [$1.2 million](portfolio.value * 1.42).'],
    ['more operations than anyone follows', 'Gold is [3.2%](holding.GLD.value / holding.VTI.value * holding.VTI.weight + holding.GLD.weight).'], // prettier-ignore
    ['a mark in a mark', 'It is worth [[$842,303](portfolio.value)](portfolio.value) today.'],
    ['two marks in one figure', 'It is worth $[842](portfolio.value)[,000](portfolio.value).'],
    ['a mark around a whole sentence', '[Bonds are 77% of it.](allocation.assetClass.equity.weight)'],
    ['a name for something that no file lists', 'Your mortgage is [$105,000](holding.MSFT.value).'],
    ['a name that is a link', 'See [the offer](tips.example.hot) today.'],
  ])('%s', (_what, written) => {
    expect(check(written).strays).not.toEqual([]);
  });
});

test('one person of a plan is not the other', () => {
  const ladder = read('ladder');
  expect(check('Sam is [71](goals.people.2.age).', ladder).strays).toEqual([]);
  expect(check('Ruth is [71](goals.people.2.age).', ladder).strays).toEqual(['71']);
});
