// A portfolio read in pence may be stated a hundredfold: no text may pass over that.
import { expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

function factsWith(unsureOfInput?: number): Fact[] {
  const { analysis } = caseOf({ lines: [line('STOX', 10, 290)], instruments: allInstruments });
  return factsOf({ ...analysis, ...(unsureOfInput !== undefined && { unsureOfInput }) });
}

test('the summary and the report say that amounts may be far off, before any other gap', async () => {
  const facts = factsWith(1);
  const summary = await writeSummary(facts, {});
  const report = await writeReport(facts);
  const texts = [summary.output.body, ...report.output.sections.map(({ body }) => body)];
  expect(texts[0]).toContain('gaps in mind: possibly far-off amounts whose currency or unit the files leave open');
  expect(texts.join('\n')).toContain('The files leave open what currency or unit some amounts are in');
  expect(checkGrounding(texts, facts).strays).toEqual([]);
});

test('a portfolio whose files are plain is not doubted', async () => {
  const { output } = await writeSummary(factsWith(), {});
  expect(output.body).not.toContain('leave open');
});
