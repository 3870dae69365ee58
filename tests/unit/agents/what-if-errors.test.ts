// A what-if whose effect is small is not one that may be nothing: the error column beside it says which it is.
import { describe, expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { allInstruments, caseOf } from './portfolios.ts';
import { line } from '../finance/portfolios.ts';

const { analysis } = caseOf({
  lines: [line('STOX', 100, 4000)],
  instruments: allInstruments,
  goals: { age: 50, retireAt: 60, lifeExpectancy: 90, income: 15_000, contribute: 5_000 },
});
const effects = (changes: readonly (readonly [label: string, change: number, standardError: number])[]) => {
  if (analysis.retirement === null) throw new Error('there is a projection');
  const { whatIfs: all, ...rest } = analysis.retirement;
  const whatIfs = changes.map(([label, change, standardError], at) => {
    const one = all[at];
    if (one === undefined) throw new Error('too few what-ifs');
    return {
      ...one,
      key: at === 0 ? 'spend_10_percent_less' : 'fees_up',
      label,
      success: rest.success + change,
      change,
      standardError,
    };
  });
  return factsOf({ ...analysis, retirement: { ...rest, whatIfs } });
};

describe('what a what-if would do', () => {
  test('is clear where it is small beside a smaller error, and may be nothing where it is within it', async () => {
    // z = 0.0046 / 0.00128 = 3.6, as of the plan that the report called too small to count on.
    const facts = effects([
      ['Pay in sooner', 0.0046, 0.00128],
      ['Pay in later', 0.004, 0.0031],
    ]);
    const { output } = await writeRetirement(facts);
    const body = output.sections.find(({ id }) => id === 'what-would-change-it')?.body ?? '';
    expect(body).toContain('What “Pay in sooner” would do is clear, but small.');
    expect(body).toContain('What “Pay in later” would do is within the error of the simulation, and may be nothing.');
    expect(body).toContain('those that raise the chance for certain raise it by little');
    expect(body).not.toMatch(/count on|than chance explains/);
    expect(checkGrounding([body], facts).strays).toEqual([]);
    const how = (at: number) => facts.filter(({ name }) => /^retirement\.whatIf\..*\.change$/.test(name))[at]?.how;
    expect(how(0)).toContain('Certain, however small');
    expect(how(1)).toContain('Within its error');
  });
});
