// A stable value fund or an insurer's account is no cash at hand: a plan that holds it has the bonds of its mix in it.
import { expect, test } from '@jest/globals';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { taggerPlay } from '../../../shared/agents/models/narrator/tags/tagger-play.ts';
import { instrument, instruments, line } from '../finance/portfolios.ts';
import { caseOf, type Case } from './portfolios.ts';

const asTagged = (name: string) => {
  const [tagged] = taggerPlay({ asOf: '2026-03-31', items: [{ symbol: 'KEPT', name }] }).instruments;
  const weightsOf = <Key extends string>(parts: readonly { key: Key; weight: number }[] | null | undefined) =>
    Object.fromEntries((parts ?? []).map(({ key, weight }) => [key, weight])) as Partial<Record<Key, number>>;
  const mix = {
    assetClasses: weightsOf(tagged?.assetClasses),
    regions: weightsOf(tagged?.regions),
    sectors: weightsOf(tagged?.sectors),
  };
  return instrument('KEPT', mix, { name, type: 'other' });
};
const sixty = { age: 60, retireAt: 65, income: 12_000, contribute: 0, lifeExpectancy: 95 };
function holding(name: string, amount: number): Case {
  const lines = [
    line('KEPT', amount, 1, { accountName: '401k', accountType: 'tax_deferred' }),
    line('STOX', 1, 100_000, { accountName: '401k', accountType: 'tax_deferred' }),
  ];
  return caseOf({ lines, instruments: new Map([...instruments, asTagged(name)]), goals: sixty });
}
async function textsOf({ facts }: Case): Promise<string> {
  const [summary, report] = [await writeSummary(facts, {}), await writeReport(facts)];
  const texts = [summary.output.body, ...report.output.sections.map(({ body }) => body)];
  expect(checkGrounding(texts, facts).strays).toEqual([]);
  return texts.join('\n');
}

test.each(['Stable Value Fund', 'TIAA Traditional', 'Guaranteed Interest Account', 'Acme Stable Value Fund Class 2'])(
  '%s beside stocks is taken for cash, so that the mix is all stocks and the stocks are to be sold',
  async (name) => {
    const held = holding(name, 120_000);
    const bonds = held.analysis.drift.assetClass?.rows.find(({ key }) => key === 'fixed_income');
    expect(bonds?.weight).toBeCloseTo(120 / 220, 6);
    const text = await textsOf(held);
    expect(text).not.toContain('from stocks to bonds');
    expect(text).not.toContain('Give the cash a purpose');
    expect(text).not.toMatch(/\bcash is\b/i);
    expect(text).toMatch(/counted as bonds, keeps its balance by a contract/);
    expect(text).toMatch(/may be bound by a contract to leave only in instalments/);
    expect(text).not.toContain('Bonds lose value when interest rates rise');
  },
);

test('TIAA Traditional is sold in a list of trades, as if an insurer paid it out on any day', () => {
  const sold = (name: string) => holding(name, 200_000).analysis.rebalancing?.trades.map(({ action }) => action);
  expect(sold('Stable Value Fund')).toContain('sell');
  expect(sold('TIAA Traditional')).toEqual([]);
});
