import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { household } from './portfolios.ts';

function fact(name: string, value: Fact['value'], unit: Fact['unit'], more: Partial<Fact> = {}): Fact {
  return { name, label: name, value, unit, asOf: '2026-03-31', how: 'Given.', ...more };
}

const facts: Fact[] = [
  fact('portfolio.value', 1_234_567.89, 'usd'),
  fact('portfolio.cash', 412_345.67, 'usd'),
  fact('portfolio.accounts', 3, 'count'),
  fact('drift.assetClass.equity.drift', -0.0421, 'points'),
  fact('drift.assetClass.equity.toTarget', -38_210, 'usd'),
  fact('concentration.effectiveHoldings', 7.34, 'ratio'),
  fact('costs.expenseRatio', 0.000312, 'fraction'),
  fact('retirement.success', 0.6312, 'fraction'),
  fact('goals.retireAt', 67, 'age'),
  fact('goals.yearsToRetirement', 22, 'years'),
  fact('portfolio.prices.oldest', '2025-12-31', 'date'),
  fact('holding.VTI.weight', 0.3333, 'fraction', { label: 'VTI (Vanguard 500 Fund), share of the portfolio' }),
  fact('holding.BRK_B.weight', 0.05, 'fraction', { label: 'BRK.B (Berkshire), share of the portfolio' }),
  fact('holding.TR45.name', 'Target Retirement 2045 Fund', 'text'),
  fact('allocation.account.a.value', 10, 'usd', { label: 'Fidelity 401(k) No. 77 (account), value' }),
  fact('retirement.interval.low', 0.62, 'fraction', { label: 'Chance, lower end of the 95% interval' }),
  fact('retirement.whatIf.retire_2_years_later.label', 'Retire 2 years later, at 69', 'text'),
];

const strays = (text: string) => checkGrounding([text], facts).strays;

describe('grounding takes as facts', () => {
  test.each([
    'It is worth $1,234,567.89, or $1.23 million, about $1.2 million, $1.2M, some $1,230,000.',
    'Cash is $412,300, nearly $412,000, $412k, 412 thousand dollars, USD 412,346.',
    'The chance is 63%, 63.1 %, 63 percent, sixty-three percent, over 63%.',
    'Stocks are 4.2 percentage points below target, 4 points.',
    'Sell about $38,200, $38,000.',
    'Costs are 0.03% a year, 3 basis points.',
    'You have three accounts. Three accounts! 3 accounts.',
    'It is as if there were about 7.3 holdings, or 7 holdings.',
    'Retire at 67, in 22 years; as a 67-year-old.',
    'As of March 31, 2026, 2026-03-31, 31 March 2026, Mar 2026; the oldest price is of December 2025.',
    'VTI is a third of it, one third of the portfolio, 33%; BRK.B is 5%.',
    'Between 62% and 63%, 62–63%, from 62 to 63%.',
    'The Target Retirement 2045 Fund and the Vanguard 500 Fund in your Fidelity 401(k) No. 77.',
    'The S&P 500, a 401(k), an IRA, an ETF, US stocks.',
    'The 95% interval; “Retire 2 years later, at 69”; retiring 2 years later.',
    '1. First\n2. Second\n\nThe 1st and the 2nd, half of the simulated futures.',
  ])('%s', (text) => {
    expect(strays(text)).toEqual([]);
  });
});

describe('grounding flags', () => {
  test.each([
    ['It is worth $1.4 million.', '$1.4 million'],
    ['It is worth $1,334,567.', '$1,334,567'],
    ['Cash is $421,300.', '$421,300'],
    ['The chance is 36%.', '36%'],
    ['The chance is 63.9%.', '63.9%'],
    ['Stocks are 5.2 percentage points below.', '5.2 percentage points'],
    ['You have four accounts.', 'four'],
    ['You have 14 accounts.', '14'],
    ['Retire at 62.', '62'],
    ['The price is of January 31, 2026.', 'January 31, 2026'],
    ['By 2045 you will be rich.', '2045'],
    ['Half of the portfolio is gone.', 'Half'],
    ['Two thirds of it is in bonds.', 'Two thirds'],
    ['One in four plans fails.', 'One in four'],
    ['Buy QQQ now.', 'QQQ'],
    ['Buy it (F) now.', 'F'],
    ['See https://example.com/hot-tip for more.', 'https://example.com/hot-tip'],
    ['After Q4 all is well.', 'Q4'],
    ['The 90% interval.', '90%'],
    ['Up to €5,000 more.', '€5,000'],
    ['Between 10 and 12%.', '10%'],
    ['It grew by ２５%.', '25%'],
    ['It grew by ٢٥ percent.', '٢'],
    ['Costs are 30 basis points.', '30 basis points'],
  ])('%s', (text, stray) => {
    expect(strays(text)).toContain(stray);
  });

  test('a figure that hides in a name which was taken for an account', () => {
    const named = [...facts, fact('allocation.account.b.value', 5, 'usd', { label: '1000000 (account), value' })];
    expect(checkGrounding(['You have $1000000.', 'account 1000000'], named).strays).toEqual(['$1000000']);
  });

  test('a figure that only says how another one was computed', () => {
    const explained = [...facts, fact('x', 1, 'count', { how: 'Stocks go from 90 % to 50 % in 25 years.' })];
    expect(checkGrounding(['You have a chance of 90%.'], explained).strays).toEqual(['90%']);
    expect(checkGrounding(['Method: Stocks go from 90 % to 50 % in 25 years.'], explained).strays).toEqual([]);
  });
});

describe('grounding', () => {
  test('catches every changed figure of a text that was true', async () => {
    const { output } = await writeReport(household.facts);
    const text = output.sections.map(({ body }) => body).join('\n\n');
    expect(checkGrounding([text], household.facts).strays).toEqual([]);
    const figures = [...text.matchAll(/\$\d[\d,.]*\d|\d[\d.]*%/g)];
    const money = household.facts.filter(({ unit }) => unit === 'usd').map(({ value }) => Math.abs(Number(value)));
    const shares = household.facts
      .filter(({ unit }) => unit === 'fraction')
      .map(({ value }) => Math.abs(Number(value)) * 100);
    const near = (value: number, known: number[], part: number, least: number) =>
      known.some((one) => Math.abs(one - value) <= Math.max(part * value, least));
    let changed = 0;
    fc.assert(
      fc.property(fc.constantFrom(...figures), fc.integer({ min: 1, max: 999 }), (match, by) => {
        const [found] = match;
        const value = Number(found.replace(/[$,%]/g, ''));
        const isMoney = found.startsWith('$');
        const other = isMoney
          ? Math.round(value * (1 + by / 250))
          : Math.min(99.9, Math.round((value + by / 10) * 10) / 10);
        // A change that lands on another fact is beyond a check of figures alone.
        fc.pre(isMoney ? !near(other, money, 0.06, 1) : !near(other, shares, 0, 1.6));
        const lie = isMoney ? `$${other.toLocaleString('en-US')}` : `${other.toString()}%`;
        const lying = text.slice(0, match.index) + lie + text.slice(match.index + found.length);
        // A figure inside a quoted method is caught with the others of that quotation, which is then none.
        expect(checkGrounding([lying], household.facts).strays).toContain(lie);
        changed += 1;
      }),
      { numRuns: 150, seed: 3 },
    );
    expect(changed).toBe(150);
  });

  test('counts what it found, and names the fact behind each figure', () => {
    const { figures, grounded, findings } = checkGrounding(['63% of $1.23 million; 99%.'], facts);
    expect({ figures, grounded }).toEqual({ figures: 3, grounded: 2 });
    expect(findings.map((finding) => finding.fact)).toEqual(['retirement.success', 'portfolio.value', null]);
  });

  test('ends in good time on a long and hostile text', () => {
    const hostile = `${'$1,1'.repeat(5000)} ${'1'.repeat(20_000)} ${'a-1'.repeat(5000)} ${'one in '.repeat(2000)}`;
    // Of processor time: other tests run beside this one. What backtracks takes hours.
    const before = process.threadCpuUsage();
    checkGrounding([hostile], facts);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(15);
  });
});
