// Two pages that cannot both be right are told together, as contradicting each other; pages of different things or times are not.
import { describe, expect, test } from '@jest/globals';
import { citationProblems } from '../../../../shared/agents/research/citations.ts';
import { contradicts } from '../../../../shared/agents/research/contradiction/contradicts.ts';
import { findResearch } from '../../../../shared/agents/research/find-research.ts';
import { writeReport } from '../../../../shared/agents/write-report.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import { answering, passageOf } from './passages.ts';

/** A Wednesday. */
const day = '2026-11-18';
const on = (text: string, written = day) => ({ text, day: written });

describe('what cannot both be so is found', () => {
  test.each([
    ['The Vanguard Total International Stock ETF (VXUS) lost 1.4% in October.', 'VXUS gained 2.4% in October, helped by a weaker dollar.'],
    ['The Vanguard Total International Stock ETF lost 1.4% in October.', 'In October, VXUS lost 2.4%.'],
    ['Gold fell 1.2% to $4,066 an ounce on Wednesday as the dollar rose.', 'Gold rose 1.2% to $4,210 an ounce on Wednesday, its highest in a month.'],
    ['Gold closed at $4,066 an ounce on Wednesday.', 'Spot gold settled at $4,210 on November 18.'],
    ['The 10-year Treasury yield ended at 4.38% on Wednesday.', 'The yield on the benchmark 10-year Treasury note fell to 4.12% on Wednesday.'],
    ['Nvidia’s revenue rose 56% to $54.9 billion in the third quarter.', 'Nvidia’s revenue rose 62% to $57.0 billion in the third quarter.'],
    ['Nvidia (NVDA) reported revenue of $54.9 billion for the third quarter, up 56%.', 'Nvidia’s revenue rose 62% to $57.0 billion in the third quarter.'],
    ['Vanguard says VTI charges 0.03%.', 'VTI charges 0.3%.'],
    ['Berkshire Hathaway sold 41 million Apple shares in the third quarter.', 'Berkshire Hathaway sold 14 million Apple shares in the third quarter.'],
    ['Inflation rose to 3.0% in September.', 'Inflation fell to 2.7% in September.'],
    ['Consumer prices rose 0.3% in October.', 'Consumer prices fell in October.'],
    ['The S&P 500 closed up 1.1% on Wednesday.', 'The S&P 500 fell 0.9% on Wednesday.'],
    ['Bond funds took in $6.1 billion in the week to November 12.', 'Bond funds took in $2.3 billion in the week to November 12.'],
    ['Bond funds took in $6.1 billion in the week to November 12, data showed.', 'Bond funds lost $2.3 billion in the week to November 12, the second week of outflows.'],
    ['The Vanguard Total Bond Market ETF (BND) took in $1.1 billion in October.', 'Outflows from the Vanguard Total Bond Market ETF (BND) were $400 million in October.'],
    ['BND had inflows of $1.1 billion in October.', 'BND had outflows of $400 million in October.'],
    ['The expense ratio of the Vanguard Total Stock Market ETF (VTI) is 0.03%.', 'VTI’s expense ratio is 0.07%.'],
    ['The unemployment rate was 4.4% in October.', 'The unemployment rate rose to 4.6% in October.'],
  ])('%s / %s', (one, other) => {
    expect(contradicts(on(one), on(other))).toBe(true);
    expect(contradicts(on(other), on(one))).toBe(true);
  }); // prettier-ignore

  test('on pages of different days that tell the same time', () => {
    expect(contradicts(on('VXUS lost 1.4% in October.', '2026-11-03'), on('VXUS gained 2.4% in October.', '2026-11-17'))).toBe(true);
    expect(contradicts(on('Gold closed at $4,066 on Wednesday.', '2026-11-20'), on('Gold closed at $4,210 on Wednesday.'))).toBe(true);
  }); // prettier-ignore
});

describe('what may both be so is no contradiction', () => {
  test.each([
    ['another fund', 'VXUS lost 1.4% in October.', 'VEA gained 2.4% in October.'],
    ['another month', 'VXUS lost 1.4% in October.', 'VXUS gained 2.4% in September.'],
    ['another year', 'VXUS lost 1.4% in October.', 'VXUS gained 2.4% in October 2025.'],
    ['a month and a year', 'VXUS lost 1.4% in October.', 'VXUS gained 22% in the year to October.'],
    ['another measure', 'Gold fell 1.2% on Wednesday.', 'Gold miners rose 3% on Wednesday.'],
    ['yields and prices', 'Treasury yields rose on Wednesday.', 'Treasuries fell on Wednesday.'],
    ['a rounding', 'VXUS lost 1.4% in October.', 'VXUS lost 1.37% in October.'],
    ['about as much', 'VXUS lost about 1.4% in October.', 'VXUS lost 1.43% in October.'],
    ['what it was before', 'Inflation fell to 2.9% in October from 3.0% in September.', 'Inflation was 3.0% in September.'],
    ['an hour of the same day', 'Gold rose 0.4% to $4,075 an ounce on Wednesday.', 'Gold rose 0.5% to $4,082 an ounce on Wednesday.'],
    ['core and headline', 'Core inflation was 2.8% in October.', 'Inflation was 3.1% in October.'],
    ['futures and spot', 'Gold futures settled at $4,120 on Wednesday.', 'Gold closed at $4,066 on Wednesday.'],
    ['two clauses', 'Gold fell 1.2% on Wednesday while silver rose 2%.', 'Gold fell 1.2% on Wednesday.'],
    ['a month’s end', 'The 10-year Treasury yield ended October at 4.11%.', 'The 10-year Treasury yield rose to 4.14% on Wednesday.'],
    ['a time that is told in other words', 'Gold’s October close was $4,002.', 'Gold closed at $4,066.'],
    ['a part of a company', 'Nvidia reported data center revenue of $51.2 billion for the third quarter.', 'Nvidia reported revenue of $57.0 billion for the third quarter.'],
    ['money and prices', 'Bond funds lost $2.3 billion in October.', 'Bond funds rose 0.6% in October.'],
    ['a range', 'The Fed cut its rate to 3.75% to 4%.', 'The Fed cut its rate to 3.75%.'],
    ['what did not happen', 'VXUS did not gain in October.', 'VXUS gained 0% in October.'],
    ['so far in a year, told on the day', 'Gold is up 55% this year.', 'Gold is up 55% this year, at $4,066.'],
  ])('%s: %s / %s', (_what, one, other) => {
    expect(contradicts(on(one), on(other))).toBe(false);
  }); // prettier-ignore

  test('where the same words are of another time', () => {
    expect(contradicts(on('Gold closed at $4,066 on Wednesday.'), on('Gold closed at $4,210 on Wednesday.', '2026-11-12'))).toBe(false);
    expect(contradicts(on('Gold is up 55% this year.'), on('Gold is up 58% this year.', '2026-11-12'))).toBe(false);
    expect(contradicts(on('Gold rose 2% in the week.'), on('Gold fell 1% in the week.', '2026-11-11'))).toBe(false);
    expect(contradicts(on('VXUS lost 1.4% in November.'), on('VXUS gained 2.4% in November.', '2026-11-11'))).toBe(false);
  }); // prettier-ignore
});

describe('a report tells both', () => {
  const fact = (name: string, label: string, value: number): Fact => {
    return { name, label, value, unit: 'fraction', asOf: '2026-11-20', how: 'Counted.' };
  };
  const facts = [
    { ...fact('portfolio.value', 'Value of the portfolio', 100_000), unit: 'usd' as const },
    fact('holding.VXUS.weight', 'VXUS (Vanguard Total International Stock ETF), share of the portfolio', 1),
    fact('allocation.assetClass.equity.weight', 'Equity, share of the portfolio', 1),
  ];
  const said = (at: number, text: string, published: string | null = `2026-11-1${at}`) =>
    passageOf({ id: `${at}`, document: `doc_${String(at).repeat(32)}`, title: `Markets ${'abcdef'.charAt(at)}`, url: `https://m${at}.test/`, tickers: ['VXUS'], text, published }); // prettier-ignore
  const LOST = 'The Vanguard Total International Stock ETF (VXUS) lost 1.4% in October.';
  const GAINED = 'The Vanguard Total International Stock ETF (VXUS) gained 2.4% in October.';
  const others = [2, 3, 4].map((at) =>
    said(at, `VXUS held ${8600 + at} stocks at the end of a month, sponsor ${at} of its index said.`),
  );

  test('side by side, though only one of them is among the best that were found', async () => {
    const found = await findResearch(facts, answering(said(1, LOST), ...others, said(5, GAINED)));
    const { output, check } = await writeReport(facts, {}, found);
    const { body = '' } = output.sections.find(({ id }) => id === 'market-context') ?? {};
    const lines = body.split('\n').filter((line) => /lost|gained/u.test(line));
    expect(lines[0]).toMatch(/lost 1\.4% in October\.” \[1\]$/u);
    expect(lines[1]).toMatch(/gained 2\.4% in October\.” \[5\] The sources \[1\] and \[5\] contradict each other here; \[5\] is the later page\.$/u);
    expect(body.split('\n').indexOf(lines[1] ?? '')).toBe(body.split('\n').indexOf(lines[0] ?? '') + 1);
    expect(check.strays).toEqual([]);
    expect(citationProblems(output, found.passages)).toEqual([]);
  }); // prettier-ignore

  test('and a model that tells one side only has to write anew', () => {
    const one = `Foreign shares fell: VXUS lost 1.4% in October [1].`;
    const sections = (body: string) => ({ sections: [{ id: 'market-context', title: 'Markets', body }] });
    const passages = [said(1, LOST), said(5, GAINED)];
    expect(citationProblems(sections(`VXUS lost 1.4% in October [1].`), passages)).toEqual([expect.stringContaining('[2] contradicts')]);
    expect(citationProblems(sections(`VXUS lost 1.4% in October [1]. Another page says that VXUS gained 2.4% [2].`), passages)).toEqual([]);
    expect(citationProblems(sections(one), [said(1, LOST), said(5, 'VEA gained 2.4% in October.')])).toEqual([]);
  }); // prettier-ignore

  test('of which page is the later it says nothing where one does not say its day', async () => {
    const undated = said(5, 'The Vanguard Total International Stock ETF (VXUS) gained 2.4% in October 2026.', null);
    const found = await findResearch(facts, answering(said(1, LOST), undated));
    const { output } = await writeReport(facts, {}, found);
    const { body = '' } = output.sections.find(({ id }) => id === 'market-context') ?? {};
    expect(body).toContain('The sources [1] and [2] contradict each other here.');
  });
});
