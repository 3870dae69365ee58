// Of an account on margin the shares of what is held are of less than that: none of them is all that there is.
import { describe, expect, test } from '@jest/globals';
import { buildCharts } from '../../../shared/charts/build.ts';
import { chooseCharts } from '../../../shared/agents/choose-charts.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { cash, instrument, line } from '../finance/portfolios.ts';
import { allInstruments, caseOf } from './portfolios.ts';

const usa = instrument('USA', {
  assetClasses: { equity: 1 },
  regions: { north_america: 1 },
  sectors: { information_technology: 0.3, financials: 0.7 },
});
const treasury = instrument('GOVT', {
  assetClasses: { fixed_income: 1 },
  regions: { north_america: 1 },
  sectors: { government_bonds: 1 },
});
const instruments = new Map([...allInstruments, usa, treasury]);

async function written(lines: Parameters<typeof caseOf>[0]['lines'], plan?: Parameters<typeof caseOf>[0]['goals']) {
  const { analysis, facts } = caseOf({ lines, instruments, ...(plan && { goals: plan }) });
  const [summary, report] = [await writeSummary(facts), await writeReport(facts)];
  const menu = buildCharts(analysis);
  const charts = menu.length === 0 ? null : await chooseCharts(facts, menu);
  for (const { check, degraded } of [summary, report, ...(charts === null ? [] : [charts])]) {
    expect(check.strays).toEqual([]);
    expect(degraded).toBeNull();
  }
  const { headline, body, observations } = summary.output;
  const sections = new Map(report.output.sections.map((one) => [one.id, one.body]));
  const captions = charts?.output.charts.map(({ caption }) => caption) ?? [];
  return {
    headline,
    body,
    observations,
    captions,
    sections,
    all: [headline, body, ...observations, ...sections.values(), ...captions].join('\n'),
  };
}

/** Whatever says of a part that it is everything. */
const EVERYTHING =
  /is all there is|All of it(?:: (?!Taxable)| is in (?!taxable))|all of it in|all of (?:the portfolio|what)|the whole portfolio/;

describe('an account on margin', () => {
  test.each([
    ['owes as much as its smaller part is worth', [line('USA', 500, 100), line('GOVT', 100, 100), cash(-10_000)]],
    ['owes far more than it is worth', [line('USA', 300, 100), line('GOVT', 500, 74), cash(-60_000)]],
    ['holds one company on it', [line('ACME', 500, 100), line('GOVT', 100, 100), cash(-10_000)]],
    ['holds gold on it', [line('GOLD', 500, 100), line('GOVT', 100, 100), cash(-10_000)]],
    ['holds on it what nobody can classify', [line('WHAT', 500, 100), line('GOVT', 100, 100), cash(-10_000)]],
  ])('that %s is told of no part that it is everything', async (_name, lines) => {
    const { all, captions } = await written(lines);
    expect(all).not.toMatch(EVERYTHING);
    expect(captions.join('\n')).toContain('Borrowed cash makes these shares add up to more than the whole');
  });

  test('is told its mix as shares of what is its own', async () => {
    const { body } = await written([line('USA', 500, 100), line('GOVT', 100, 100), cash(-10_000)]);
    expect(body).toContain('It holds stocks worth 100% and bonds worth 20% of what is yours, with borrowed money.');
  });
});

describe('of an account that holds far more than is its own', () => {
  const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 1000, contribute: 60_000 };
  const steep = () => written([line('USA', 300, 100), line('GOVT', 500, 74), cash(-60_000)], goals);

  test('the debt is the first thing observed', async () => {
    expect((await steep()).observations[0]).toContain('$60,000 below zero');
  });

  test('an industry is large by its share of what is held, not of what the debt leaves', async () => {
    const broad = instrument('WIDE', {
      assetClasses: { equity: 1 },
      regions: { north_america: 0.65, europe: 0.35 },
      sectors: { information_technology: 0.24, financials: 0.2, health_care: 0.2, energy: 0.2, utilities: 0.16 },
    });
    instruments.set(...broad);
    const { all } = await written([line('WIDE', 300, 100), line('GOVT', 500, 74), cash(-60_000)], goals);
    expect(all).not.toMatch(/One industry stands out|over more industries|once the funds are looked through/);
  });

  test('one industry that is most of what is held is still said to be', async () => {
    const { sections } = await written([line('USA', 900, 100), line('GOVT', 100, 74), cash(-20_000)], goals);
    expect(sections.get('risks')).toContain('One industry stands out: financials');
  });

  test('paying back comes before every advice on its parts', async () => {
    const advice = (await steep()).sections.get('recommendations') ?? '';
    const [back, others] = [advice.indexOf('Pay back'), advice.search(/Spread the|Move toward|Decide how much|Bring/)];
    expect(back).toBeGreaterThanOrEqual(0);
    if (others >= 0) expect(back).toBeLessThan(others);
  });

  test('a trifle of a debt does not lead', async () => {
    const { observations } = await written([line('ACME', 500, 100), cash(-2)], goals);
    expect(observations[0]).not.toContain('below zero');
  });
});

describe('of debts that are larger than all that is held', () => {
  test('neither a low cost nor a share is spoken of', async () => {
    const { observations, sections, captions } = await written([line('STOX', 100, 290), cash(-60_000)]);
    expect(observations[0]).toContain('more is owed than all that is held is worth');
    expect(observations.join('\n')).not.toMatch(/which is low|costs/);
    expect([...captions, sections.get('what-you-own')].join('\n')).not.toMatch(/\b0% of the portfolio/);
  });
});

test('what is everything is still said to be', async () => {
  const { all, captions } = await written([line('USA', 500, 100)]);
  expect(captions).toEqual(expect.arrayContaining([expect.stringContaining('All of it: Stocks.')]));
  expect(all).not.toContain('Borrowed');
});

test('debts that state their interest are paid first, and every part of the report says the same of them', async () => {
  const goals = { age: 45, retireAt: 65, lifeExpectancy: 95, income: 20_000, contribute: 12_000 };
  const loan = { ...cash(-35_000, { accountName: 'Loan' }), interestRate: 0.08 };
  const lines = [
    line('USA', 900, 100),
    line('GOVT', 100, 100),
    loan,
    { ...cash(12_000, { accountName: 'Savings' }), interestRate: 0.04 },
  ];
  const { facts } = caseOf({ lines, instruments, goals });
  const [summary, report] = [await writeSummary(facts), await writeReport(facts)];
  const { headline, body } = summary.output;
  const sections = new Map(report.output.sections.map((one) => [one.id, one.body]));
  expect(headline + body).toContain('debts of $35,000 to be paid back first, out of what is saved');
  expect(sections.get('recommendations')).toContain('The projection has $35,000 of it paid back first');
  expect(sections.get('recommendations')).not.toContain('you save each year, put into');
  expect(sections.get('what-you-own')).toContain('debts of $35,000, which is $23,000 more than there is in cash');
});

describe('advice on a debt', () => {
  const goals = { age: 40, retireAt: 65, lifeExpectancy: 95, income: 40_000, contribute: 20_000 };
  const owing = (accountName: string) =>
    written([line('USA', 1200, 100), line('GOVT', 730, 100), cash(-60_000, { accountName })], goals);

  test('is not given against the comparison beside it: repaying a broker’s loan lowers the chance there', async () => {
    const recommended = (await owing('Margin')).sections.get('recommendations') ?? '';
    expect(recommended).toContain('Weigh what is borrowed against what it costs you');
    expect(recommended).not.toContain('saves its interest for certain');
  });

  test('of a student loan without a rate says that its interest is assumed', async () => {
    const { sections, all } = await owing('Student loan');
    expect(sections.get('missing-or-uncertain')).toContain('othing says what one debt is charged');
    expect(sections.get('recommendations')).toContain('The projection has $60,000 of it paid back first');
    expect(all).not.toMatch(/lender may sell|in that proportion|usually asks for more/);
  });

  test('of a mortgage without a rate says beside the projection that its interest is assumed', async () => {
    const lines = [line('USA', 1200, 100), cash(-60_000, { accountName: 'Mortgage' })];
    const { output } = await writeRetirement(caseOf({ lines, instruments, goals }).facts);
    expect(output.sections.map(({ body }) => body).join('\n')).toMatch(
      /at the 6\.2% a year that they are charged.*Where nothing states that interest, what is usual/,
    );
  });

  test.each([
    [0.3199, 'charged 32% a year, while cash is held elsewhere, at a yield of 4%'],
    [0.07, 'charged 7% a year, while cash is held elsewhere, at a yield of 4%'],
  ])('of a card at %d beside more cash is to pay it out of that, which the sum of cash hid', async (rate, told) => {
    const card = { ...cash(-2000, { accountName: 'Store card' }), interestRate: rate };
    const savings = { ...cash(9000, { accountName: 'Savings' }), interestRate: 0.04 };
    const { sections } = await written([line('USA', 300, 100), card, savings], goals);
    expect(sections.get('recommendations')).toContain('Pay back what is borrowed out of cash');
    expect(sections.get('recommendations')).toContain(told);
  });

  test('of a mortgage that costs no more than the cash earns is not to pay it', async () => {
    const mortgage = { ...cash(-20_000, { accountName: 'Mortgage' }), interestRate: 0.03 };
    const savings = { ...cash(50_000, { accountName: 'Savings' }), interestRate: 0.04 };
    const { sections } = await written([line('USA', 300, 100), mortgage, savings], goals);
    expect(sections.get('recommendations')).not.toContain('out of cash');
  });
});
