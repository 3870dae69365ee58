// Figures by account type rest on what accounts are: where that is assumed, no text may state it flatly.
import { describe, expect, test } from '@jest/globals';
import { complianceProblems } from '../../../shared/agents/compliance/compliance.ts';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const lines = [
  line('STOX', 10, 290, { accountName: 'Main', accountType: 'taxable' }),
  line('BOND', 10, 70, { accountName: 'Roth IRA', accountType: 'tax_free' }),
];

function factsWith(held: typeof lines, taxationAssumed: number): Fact[] {
  const { analysis } = caseOf({ lines: held, instruments: allInstruments });
  return factsOf({ ...analysis, taxationAssumed });
}

async function written(facts: Fact[]): Promise<string> {
  const { output } = await writeReport(facts);
  const text = output.sections.map(({ body }) => body).join('\n\n');
  expect(checkGrounding([text], facts).strays).toEqual([]);
  return text;
}

describe('how accounts are taxed', () => {
  test('is said to be assumed where nothing says it of any', async () => {
    const text = await written(factsWith(lines.slice(0, 1), 1));
    expect(text).not.toContain('All of it is in taxable accounts');
    expect(text).toContain('How the account is taxed was not found: it is assumed to be taxable.');
    expect(text).toContain('othing that was read says how one account is taxed, so it is assumed to be taxable');
  });

  test('is said to be assumed of the accounts that it is assumed of', async () => {
    const text = await written(factsWith(lines, 1));
    expect(text).toMatch(/By tax treatment, .*; of one account nothing says it, and it is assumed to be taxable\./);
  });

  test('is stated where it is known', async () => {
    expect(await written(factsWith(lines.slice(0, 1), 0))).toContain('All of it is in taxable accounts.');
  });

  test.each([
    'Nothing that was read says how one account is taxed, so it is assumed to be taxable.',
    'Nothing in the file says how two accounts are taxed, so they are assumed to be taxable.',
    'Nothing is said of how it is taxed.',
    'What “Returns unchanged” would do is certain here, but small.',
    'The effect of retiring a year later is certain in this case, though small.',
  ])('and how sure a figure is are no promise: %s', (text) => {
    expect(complianceProblems([text])).toEqual([]);
  });

  test.each(['Nothing you sell is taxed.', 'Nothing of it is ever taxed.', 'Retirement at 63 is certain, but modest.'])(
    'is no cover for a promise: %s',
    (text) => {
      expect(complianceProblems([text])).not.toEqual([]);
    },
  );
});
