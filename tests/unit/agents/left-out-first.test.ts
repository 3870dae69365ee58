// A verdict on a third of a portfolio read as the verdict on all of it, where what it leaves out is told last.
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { gapsOf } from '../../../shared/report/gaps.ts';
import { renderSummary } from '../../../shared/report/summary.ts';
import { withoutTexts } from '../../fixtures/results/variations.ts';
import { line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const held = [
  line('STOX', 10, 300),
  line('BOND', 20, 70, { currency: 'EUR' }),
  line('REIT', 100, 0.8, { currency: 'GBP' }),
];
const { analysis } = caseOf({ lines: held, instruments: allInstruments });

describe('positions without a value', () => {
  test('are the first thing that a summary says, before the value of the rest', async () => {
    const facts = factsOf(analysis);
    const { output } = await writeSummary(facts, {});
    expect(output.headline).toMatch(/^Without two of three positions, which could not be valued: /);
    expect(output.body).toMatch(
      /^Two of your three positions could not be valued and are in no figure here\. .* the rest is worth/,
    );
    expect(checkGrounding([output.headline, output.body], facts).strays).toEqual([]);
  });

  test('are told with the rate that they lack', () => {
    const said = JSON.stringify(gapsOf(withoutTexts(analysis)));
    expect(said).toContain('no exchange rate EUR/USD');
    expect(said).toContain('no exchange rate GBP/USD');
    expect(said).toContain('add --rate EUR/USD=');
  });

  test('stand by the value in the terminal', () => {
    const lines = renderSummary(withoutTexts(analysis), { color: false, width: 80 }).split('\n');
    const at = lines.findIndex((one) => one.startsWith('Value'));
    expect(lines[at + 1]).toContain('without 2 of 3 positions, which could not be valued');
  });

  test('are no news of a portfolio that has none', async () => {
    const { analysis: whole } = caseOf({ lines: held.slice(0, 1), instruments: allInstruments });
    const { output } = await writeSummary(factsOf(whole), {});
    expect(`${output.headline} ${output.body}`).not.toContain('could not be valued');
  });
});
