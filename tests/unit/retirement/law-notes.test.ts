// What the law takes or asks of an account was passed over in silence: 26 U.S.C. 72(t), 401(a)(9), 223(f)(4) and 529(c).
import { describe, expect, test } from '@jest/globals';
import { instruments, line } from '../finance/portfolios.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { factsOf } from '../../../shared/finance/facts.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';

const goals = { age: 43, retireAt: 45, lifeExpectancy: 95, income: 30_000, contribute: 0, taxRate: 0.2 };
const held = (accountName: string, accountType: SnapshotLine['accountType'], quantity = 4000) =>
  line('STOX', quantity, 100, { accountName, accountType, costBasis: 100_000 });

async function told(lines: SnapshotLine[], given: typeof goals = goals) {
  const analysis = analyze({ asOf: '2026-03-31', baseCurrency: 'USD', seed: 1, paths: 60, lines, instruments, goals: given }); // prettier-ignore
  const { output, check } = await writeRetirement(factsOf(analysis));
  expect(check.strays).toEqual([]);
  const assumed = output.sections.find(({ id }) => id === 'retirement-assumptions')?.body ?? '';
  return { assumed, notes: analysis.retirement?.notes.join(' ') ?? '', accounts: analysis.retirement?.accounts ?? [] };
}

describe('tax-deferred money that is spent before 59½', () => {
  const EARLY = 'the additional tax on early withdrawals from tax-deferred accounts';
  const deferred = held('401(k)', 'tax_deferred', 9000);

  test('is told with the tax that it costs', async () => {
    const { assumed, notes } = await told([deferred, held('Brokerage', 'taxable', 100)]);
    expect(assumed).toContain(EARLY);
    expect(notes).toContain('10% more in tax (26 U.S.C. 72(t))');
  });

  test.each([
    ['where taxable accounts pay for the years until then', [deferred, held('Brokerage', 'taxable', 9000)], goals],
    ['where spending begins later', [deferred], { ...goals, retireAt: 60 }],
    ['where nothing is tax-deferred', [held('Roth IRA', 'tax_free')], goals],
  ])('is not told %s', async (_, lines, given) => {
    expect((await told(lines, given)).assumed).not.toContain(EARLY);
  });
});

test('required minimum distributions are told as left out where there is such money and the plan comes to that age', async () => {
  const retired = { ...goals, age: 76, retireAt: 70 };
  const RMD = 'required minimum distributions';
  const of = async (type: 'tax_deferred' | 'tax_free', given: typeof goals) => told([held('Retirement', type)], given);
  expect((await of('tax_deferred', retired)).assumed).toContain(RMD);
  expect((await of('tax_deferred', retired)).notes).toContain('73 on (75 for those born in 1960 or later)');
  expect((await of('tax_deferred', { ...goals, lifeExpectancy: 72 })).assumed).not.toContain(RMD);
  expect((await of('tax_free', retired)).assumed).not.toContain(RMD);
});

test('health savings are told to hold for medical costs alone', async () => {
  const { assumed, notes } = await told([held('HSA', 'tax_free'), held('Roth IRA', 'tax_free')]);
  expect(assumed).toContain('the tax on health savings that pay for anything but medical costs');
  expect(notes).toContain('20% more before 65 (26 U.S.C. 223(f)(4))');
  expect((await told([held('Roth IRA', 'tax_free')])).assumed).not.toContain('health savings');
});

describe('money for education', () => {
  test.each(['529 College Savings', 'Coverdell ESA', 'Ohio ABLE account'])(
    'in %s is not taxed each year, nor is its gain',
    async (name) => {
      const { assumed, accounts, notes } = await told([held(name, 'other'), held('Roth IRA', 'tax_free')]);
      expect(accounts.map(({ name: called, taxRate }) => [called, taxRate])).toEqual([
        ['Tax-free accounts and those for education', 0],
      ]);
      expect(assumed).not.toMatch(/each year’s return|gain of today/);
      expect(assumed).toContain('the tax on education savings that pay for anything else');
      expect(notes).toContain('26 U.S.C. 529(c)');
    },
  );

  test.each(['UTMA for Kim', 'Crypto wallet'])('is not what %s is: that is taxed, and called other', async (name) => {
    const { accounts } = await told([held(name, 'other'), held('Brokerage', 'taxable')]);
    expect(accounts.map(({ name: called, balance }) => [called, balance])).toEqual([
      ['Taxable and other accounts', 800_000],
    ]);
  });
});
