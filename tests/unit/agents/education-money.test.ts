// A child's money among a household's accounts: it is counted, and a reader must not take it for money to retire on.
import { expect, test } from '@jest/globals';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

async function report(accountName: string) {
  const lines = [line('STOX', 500, 100), line('STOX', 100, 100, { accountName, accountType: 'other' })];
  const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 20_000, contribute: 5_000 };
  const { output, check } = await writeReport(caseOf({ lines, instruments: allInstruments, goals }).facts);
  return { text: output.sections.map(({ body }) => body).join('\n'), strays: check.strays };
}

test('an account for education is said to be in what the retirement plan starts from, and no other is', async () => {
  const { text, strays } = await report('Kids 529 Plan');
  expect(text).toMatch(
    /counted in every figure here, and in what the retirement plan starts from: Kids 529 Plan, worth \$10,000\./,
  );
  expect(strays).toEqual([]);
  expect((await report('Trust 1529')).text).not.toContain('Meant for education');
});
