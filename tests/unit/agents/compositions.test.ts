import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../shared/agents/grounding/named/marks.ts';
import { groundingFixture } from './grounding-fixture.ts';

const { facts } = groundingFixture('judged');
const problems = (written: string): string[] => checkGrounding([{ at: 'body', ...readMarks(written) }], facts).problems;
const value = (name: string): number => Number(facts.find((fact) => fact.name === name)?.value);

/** Facts in percent that are no part of a whole. */
const RATES = ['portfolio.gain.ratio', 'retirement.failure', 'retirement.confidence', 'costs.coverage', 'portfolio.gain.coverage']; // prettier-ignore
const HOLDERS = ['Bonds', 'Technology', 'Europe', 'The Roth IRA', 'Microsoft'];
const VERBS = ['makes up', 'takes up', 'accounts for', 'comes to', 'comes out at', 'adds up to', 'amounts to', 'represents', 'forms', 'constitutes', 'ends up at']; // prettier-ignore

describe.each(VERBS)('"%s" says what a thing is a part of, and no rise', (verb) => {
  test.each(HOLDERS)('whatever is borrowed for it: %s', (holder) => {
    const said = RATES.flatMap((name) => {
      const figure = `${Math.round(100 * value(name))}%`;
      return [figure, `[${figure}](${name})`, `about ${figure}`].map(
        (one) => `${holder} ${verb} ${one} of the portfolio.`,
      );
    });
    const all = [...said, `${holder} ${verb} half of the portfolio.`, `${holder} ${verb} 52%.`];
    expect(all.filter((text) => problems(text).length === 0)).toEqual([]);
  });
});

test.each([
  'Of the portfolio, 52% is made up of Microsoft.',
  'Of the portfolio, [28%](retirement.failure) is made up of gold.',
  '52% of the portfolio is made up of technology.',
  'Half of your money is tied up in bonds.',
  'The portfolio consists of 52% bonds.',
])('the thing may stand behind the figure: %s', (text) => {
  expect(problems(text)).not.toEqual([]);
});

test.each([
  'Stocks make up 77% of the portfolio.',
  'Technology takes up nearly a third of the portfolio.',
  'Your joint brokerage account comes to 43% of the portfolio.',
  'Single companies make up [18%](concentration.singleStock.weight) of the portfolio.',
  'Your gains make up 52% of what you paid, where the cost is known.',
  'The unrealized gain comes to [52%](portfolio.gain.ratio) of the cost, where that is known.',
  'Where the cost is known you are up 52%.',
  'The parts whose cost is known make up 43% of what is invested.',
  'Three quarters of the portfolio is tied up in North America.',
])('a true part, or a gain that is called one, is none: %s', (text) => {
  expect(problems(text)).toEqual([]);
});
