// A portfolio read in pence may be stated a hundredfold: no text may pass over that.
import { expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import type { Analysis } from '../../../shared/schemas/analysis.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

type Doubts = Pick<
  Analysis,
  'unsureOfInput' | 'olderCopiesInInput' | 'twiceInInput' | 'unvestedInInput' | 'inDoubtInInput'
>;

function factsWith(doubts: Doubts = {}): Fact[] {
  const { analysis } = caseOf({ lines: [line('STOX', 10, 290)], instruments: allInstruments });
  return factsOf({ ...analysis, ...doubts });
}

test('the summary and the report say that amounts may be far off, before any other gap', async () => {
  const facts = factsWith({ unsureOfInput: 1 });
  const summary = await writeSummary(facts, {});
  const report = await writeReport(facts);
  const texts = [summary.output.body, ...report.output.sections.map(({ body }) => body)];
  expect(texts[0]).toContain('gaps in mind: possibly far-off amounts whose currency or unit the files leave open');
  expect(texts.join('\n')).toContain('The files leave open what currency or unit some amounts are in');
  expect(checkGrounding(texts, facts).strays).toEqual([]);
});

test.each<[string, Doubts, string, string]>([
  [
    'an older file of an account',
    { olderCopiesInInput: 3 },
    'accounts that seem to be counted twice (files of different days',
    'the older may be an earlier copy of the same account, and every total here counts both',
  ],
  ['what two files list', { twiceInInput: 1 }, 'what may be counted twice', 'so totals here may count it twice'],
  ['shares not vested', { unvestedInInput: 1 }, 'have not vested', 'it is not yet yours and may be lost'],
  ['figures at odds', { inDoubtInInput: 2 }, 'that the files leave in doubt', 'so figures here may be wrong'],
])('%s is told as a matter of currency or unit, or not at all', async (_, doubts, inShort, clause) => {
  const facts = factsWith(doubts);
  const summary = await writeSummary(facts, {});
  const report = await writeReport(facts);
  const texts = [summary.output.body, ...report.output.sections.map(({ body }) => body)];
  expect(texts[0]).toContain(inShort);
  expect(texts.join('\n')).toContain(clause);
  expect(texts.join('\n')).not.toContain('currency or unit');
  expect(checkGrounding(texts, facts).strays).toEqual([]);
});

test('a portfolio whose files are plain is not doubted', async () => {
  const { output } = await writeSummary(factsWith(), {});
  expect(output.body).not.toContain('leave open');
});
