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

/** The Federal Reserve's own words for itself. */
const COMMITTEE =
  'In support of its goals and in light of the balance of risks, the Committee decided to lower the target range for the federal funds rate by 1/4 percentage point to 3-1/4 to 3-1/2 percent in October.';

describe('what cannot both be so is found', () => {
  test.each([
    ['The Vanguard Total International Stock ETF (VXUS) lost 1.4% in October.', 'VXUS gained 2.4% in October, helped by a weaker dollar.'],
    ['The Vanguard Total International Stock ETF lost 1.4% in October.', 'In October, VXUS lost 2.4%.'],
    ['Gold fell 1.2% to $4,066 an ounce on Wednesday as the dollar rose.', 'Gold rose 1.2% to $4,210 an ounce on Wednesday, its highest in a month.'],
    ['Gold closed at $4,066 an ounce on Wednesday.', 'Spot gold settled at $4,210 on November 18.'],
    ['The 10-year Treasury yield ended at 4.38% on Wednesday.', 'The yield on the benchmark 10-year Treasury note fell to 4.12% on Wednesday.'],
    ['Nvidia’s revenue rose 56% to $54.9 billion in the third quarter.', 'Nvidia’s revenue rose 62% to $57.0 billion in the third quarter.'],
    ['Nvidia (NVDA) reported revenue of $54.9 billion for the third quarter, up 56%.', 'Nvidia’s revenue rose 62% to $57.0 billion in the third quarter.'],
    ['Walmart Inc. reported revenue of $187.2 billion for the third quarter.', 'Walmart’s third-quarter revenue was $171.4 billion.'],
    ['Tesla, Inc. reported revenue of $28.1 billion for the third quarter.', 'Tesla’s third-quarter revenue was $24.5 billion.'],
    ['Merck & Co., Inc. reported revenue of $17.2 billion for the third quarter.', 'Merck’s third-quarter revenue was $14.5 billion.'],
    ['Alphabet Inc. (NASDAQ: GOOG, GOOGL) reported revenue of $108.2 billion for the third quarter.', 'Alphabet’s third-quarter revenue was $104.0 billion.'],
    ['Broadcom Inc. (Nasdaq: AVGO) reported revenue of $17.2 billion for the third quarter.', 'Broadcom’s third-quarter revenue was $14.5 billion.'],
    ['JPMorganChase reported net income of $15.2 billion for the third quarter of 2026.', 'JPMorgan Chase reported net income of $13.9 billion for the third quarter of 2026.'],
    ['Holdings of the world’s largest gold-backed exchange-traded fund, SPDR Gold Trust (GLD), fell 0.4% to 1,021.3 metric tons on Thursday.', 'SPDR Gold Trust (GLD) holdings rose 0.5% to 1,031.2 metric tons on Thursday.'],
    ['Holdings of SPDR Gold Trust (GLD) fell 0.4% on Thursday.', 'SPDR Gold Trust (GLD) holdings rose 0.5% on Thursday.'],
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
    ['Verizon cut 13,000 jobs in October.', 'Verizon (VZ) eliminated 15,000 positions in October.'],
    ['Costco earned $4.58 a share in the third quarter.', 'Costco (COST) reported earnings per share of $5.12 for the third quarter.'],
    ['Disney added 3.8 million subscribers in the quarter.', 'Disney (DIS) added 1.8 million subscribers for the quarter.'],
    ['JPMorgan Chase (JPM) posted net income of $14.4 billion for the third quarter.', 'JPMorgan Chase earned $15.1 billion in the third quarter.'],
    ['Costco (COST) posted $66.1 billion in quarterly revenue on Wednesday.', 'On Wednesday, Costco reported revenue of $63.2 billion.'],
    ['BND had an SEC yield of 4.21% on November 17.', 'The SEC yield of BND was 4.41% on November 17.'],
    ['The 10-year Treasury yield was at 4.06% on Tuesday.', 'The 10-year Treasury yielded 4.36% on Tuesday.'],
    ['VXUS has an expense ratio of 0.05%.', 'The fund company says VXUS charges 0.08% a year.'],
    ['VTI holds 3,504 stocks.', 'VTI owns 3,604 stocks.'],
    ['VTI had $2.1 trillion in assets at the end of October.', 'At the end of October, VTI had assets of $1.9 trillion.'],
    ['Apple sold 51 million iPhones in the third quarter.', 'Apple (AAPL) shipped 61 million iPhones in the third quarter.'],
    ['Tesla delivered 497,099 vehicles in the third quarter.', 'Tesla (TSLA) delivered 462,890 cars in the third quarter.'],
    ['Exxon Mobil paid $4.2 billion in dividends in the third quarter.', 'Exxon Mobil (XOM) paid dividends of $4.9 billion in the third quarter.'],
    ['Coca-Cola bought back $1.2 billion of its shares in October.', 'Coca-Cola (KO) repurchased $2.2 billion of its shares in October.'],
    ['Intel had 83,300 employees at the end of October.', 'Intel employed 88,400 people at the end of October.'],
    ['Technology made up 35.2% of VTI at the end of October.', 'Technology was 31.8% of VTI at the end of October.'],
    ['The Fed cut rates by 25 basis points on Wednesday.', 'The Federal Reserve cut rates by 50 basis points on Wednesday.'],
    [COMMITTEE, 'The Federal Reserve left the federal funds rate unchanged at 3.50% to 3.75% in October.'],
    [COMMITTEE, 'The Fed raised the federal funds rate by a quarter point in October.'],
    [COMMITTEE, 'The Fed cut its benchmark rate to 3.50%-3.75% in October.'],
    ['In support of its goals, the Committee decided to maintain the target range for the federal funds rate at 4-1/4 to 4-1/2 percent in October.', 'The Fed cut rates in October.'],
    ['US inflation was 3.0% in October.', 'Inflation in the United States was 2.7% in October.'],
    ['Apple’s total assets were $364 billion at the end of September.', 'Apple’s assets were $352 billion at the end of September.'],
    ['Merck’s revenue was $17.3 billion in the third quarter.', 'Merck’s sales were $16.1 billion in the third quarter.'],
    ['Merck (MRK) reported revenue of $17.3 billion for the third quarter.', 'Merck reported net sales of $16.1 billion for the third quarter.'],
    ['Merck’s revenue rose 4% in the third quarter.', 'Merck’s sales rose 9% in the third quarter.'],
    ['Merck on Tuesday said sales rose by 4% in the third quarter.', 'Merck (MRK) said its revenue rose by 9% in the third quarter.'],
    ['Merck’s net income was $5.8 billion in the third quarter.', 'Merck’s profit was $4.8 billion in the third quarter.'],
    ['Merck earned $5.8 billion in the third quarter.', 'Merck reported a profit of $4.8 billion for the third quarter.'],
    ['Merck’s net income was $5.8 billion in the third quarter.', 'Merck’s earnings were $4.8 billion in the third quarter.'],
    ['Merck’s net income fell 4% in the third quarter.', 'Merck’s profit rose 4% in the third quarter.'],
    // As results, rates and prices are told most often.
    ['Nvidia reported third-quarter revenue of $78.9 billion.', 'Nvidia (NVDA) reported third-quarter revenue of $81.3 billion on Wednesday, up 43%.'],
    ['Nvidia reported third-quarter revenue of $78.9 billion.', 'NVIDIA (NASDAQ: NVDA) today reported record revenue for the third quarter ended October 25, 2026, of $81.3 billion, up 8% from the previous quarter.'],
    ['Nvidia’s third-quarter revenue rose 43% to $78.9 billion.', 'Nvidia’s third-quarter revenue rose 43% to $81.3 billion.'],
    ['Microsoft’s fiscal first-quarter revenue was $77.7 billion.', 'Microsoft posted first-quarter revenue of $70.1 billion.'],
    ['Apple reported quarterly revenue of $111.7 billion.', 'Apple’s quarterly revenue was $109.2 billion.'],
    ['The 10-year Treasury yield fell 6 basis points to 4.02% on Tuesday.', 'The 10-year Treasury yield fell 6 basis points to 4.20% on Tuesday.'],
    ['The yield on the benchmark 10-year Treasury note fell 6 basis points to 4.02%, while the 2-year yield dropped 8 basis points to 3.51%.', 'The 10-year Treasury yield ended at 4.20% on Wednesday, November 18, as supply met soft data.'],
    ['Inflation cooled to 2.8% in October.', 'U.S. inflation ticked up to 3.1% in October.'],
    ['The unemployment rate ticked up to 4.4% in October.', 'The unemployment rate ticked up to 4.7% in October.'],
    ['Consumer prices rose 2.8% in October from a year earlier, the Bureau of Labor Statistics said.', 'The consumer price index increased 3.1% over the 12 months to October.'],
    ['Employers added 41,000 jobs in October.', 'The U.S. economy added 119,000 jobs in October.'],
    ['The Fed cut its benchmark rate by a quarter point in October.', 'The Federal Reserve left rates unchanged in October.'],
    ['Mortgage rates edged up to 6.4% last week.', 'Mortgage rates edged down to 6.2% last week.'],
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
    ['another quarter', 'Nvidia reported third-quarter revenue of $81.3 billion.', 'Nvidia reported second-quarter revenue of $75.3 billion.'],
    ['a part of the revenue', 'Nvidia’s third-quarter revenue rose 43% to $81.3 billion.', 'Nvidia reported third-quarter data center revenue of $73.9 billion.'],
    ['a year and a quarter', 'Apple reported annual revenue of $416 billion.', 'Apple reported quarterly revenue of $111.7 billion.'],
    ['prices of a month and of a year', 'Consumer prices rose 0.2% in October.', 'Consumer prices rose 2.8% in October from a year earlier.'],
    ['core inflation', 'Core inflation was 3.0% in October.', 'Inflation cooled to 2.8% in October.'],
    ['another meeting', 'The Fed cut its benchmark rate by a quarter point in October.', 'The Fed left rates unchanged in July.'],
    ['the same in other words', COMMITTEE, 'The Fed cut its benchmark rate by a quarter point to 3.25%-3.50% in October.'],
    ['another committee', 'The committee decided to raise interest rates on deposits in October.', 'The Fed left rates unchanged in October.'],
    ['another central bank', 'The European Central Bank left rates unchanged in October.', 'The Fed cut rates in October.'],
    ['another maturity', 'The 10-year Treasury yield fell 6 basis points to 4.02% on Tuesday.', 'The 2-year Treasury yield fell 8 basis points to 3.51% on Tuesday.'],
    ['from a yield to another', 'Yields on 10-year notes rose from 3.9% to 4.1% on Tuesday.', 'The 10-year yield was 4.1% on Tuesday.'],
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
    ['a part of the world', 'Apple sold 51 million iPhones in the third quarter.', 'Apple sold 11 million iPhones in China in the third quarter.'],
    ['jobs in one city', 'Verizon cut 13,000 jobs in October.', 'Verizon (VZ) cut 5,000 jobs in New York in October.'],
    ['sales of a country', 'Sales rose 4.8% in China in the third quarter.', 'Sales rose 5.8% in the third quarter.'],
    ['adjusted earnings', 'Costco earned $4.58 a share in the third quarter.', 'Costco reported adjusted earnings of $4.80 a share for the third quarter.'],
    ['earnings without items', 'Costco earned $4.58 a share in the third quarter.', 'Costco earned $4.80 a share in the third quarter, excluding items.'],
    ['fees and income', 'JPMorgan Chase earned $15.1 billion in the third quarter.', 'JPMorgan Chase earned $9.2 billion in investment banking fees in the third quarter.'],
    ['revenue and its part', 'Microsoft posted $77.7 billion in revenue in the third quarter.', 'Microsoft posted $30.9 billion in cloud revenue in the third quarter.'],
    ['bonds and shares', 'Walmart sold $4 billion of bonds in October.', 'Walmart sold 12 million shares of Flipkart in October.'],
    ['shops and a price', 'Nike closed 140 shops in October.', 'Nike closed at $71.20 on Wednesday.'],
    ['two yields', 'BND yielded 4.21% on November 17.', 'BND had an SEC yield of 4.31% on November 17.'],
    ['what is made and what is sold', 'Tesla produced 447,450 vehicles in the third quarter.', 'Tesla delivered 497,099 vehicles in the third quarter.'],
    ['dividends and taxes', 'Exxon Mobil paid $4.2 billion in dividends in the third quarter.', 'Exxon Mobil paid $1.1 billion in taxes in the third quarter.'],
    ['a quarter and nine months', 'Bank of America earned $8.5 billion in the third quarter.', 'Bank of America earned $31.2 billion in the first nine months of 2026.'],
    ['assets and a part of them', 'VTI had $2.1 trillion in assets at the end of October.', 'VTI had $410 billion in technology stocks at the end of October.'],
    ['a charge, told with and without its year', 'VTI charges 0.03%.', 'VTI charges 0.03% a year.'],
    ['two classes of a fund', 'The Vanguard Total Stock Market Index Fund charges 0.04%.', 'VTI charges 0.03%.'],
    ['assets and those of clients', 'BlackRock’s total assets were $140 billion at the end of September.', 'BlackRock’s assets under management were $13.5 trillion at the end of September.'],
    ['assets and those of clients, in one word', 'BlackRock’s total assets were $140 billion at the end of September.', 'BlackRock’s assets were $13.5 trillion at the end of September.'],
    ['assets and net assets', 'Apple’s total assets were $364 billion at the end of September.', 'Apple’s net assets were $66 billion at the end of September.'],
    ['revenue and sales without fees', 'Costco’s revenue was $67.3 billion in the third quarter.', 'Costco’s net sales were $66.0 billion in the third quarter.'],
    ['revenue and sales of the same shops', 'Walmart’s revenue rose 5.8% in the third quarter.', 'Walmart’s same-store sales rose 2.5% in the third quarter.'],
    ['revenue and cars', 'Tesla’s revenue rose 12% in the third quarter.', 'Tesla’s sales rose 7% in the third quarter.'],
    ['revenue and a product', 'Merck said revenue rose 4% in the third quarter.', 'Merck said sales of Keytruda rose 8% in the third quarter.'],
    ['profit before costs', 'Merck’s net income was $5.8 billion in the third quarter.', 'Merck’s gross profit was $13.1 billion in the third quarter.'],
    ['profit of the business', 'Merck’s profit was $5.8 billion in the third quarter.', 'Merck’s operating profit was $7.0 billion in the third quarter.'],
    ['profit and earnings of a share', 'Merck’s net income was $5.8 billion in the third quarter.', 'Merck’s earnings were $2.58 in the third quarter.'],
    ['growth of profit and of a share’s', 'Merck’s net income rose 4% in the third quarter.', 'Merck’s earnings rose 9% in the third quarter.'],
    ['what two companies say of themselves', 'Merck said sales rose by 4% in October.', 'Pfizer said sales rose by 9% in October.'],
    ['what two companies call their own', 'Merck (MRK) said its dividend rose by 4% in October.', 'Pfizer (PFE) said its dividend rose by 9% in October.'],
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

describe('what is of another hour, measure or count of the same', () => {
  test.each([
    ['The S&P 500 fell 0.2% in early trading Wednesday.', 'The S&P 500 rose 41.30 points, or 0.6%, to 7,012.44.'],
    ['The Dow Jones Industrial Average was down 150 points, or 0.3%, as of 9:50 a.m. Eastern time.', 'The Dow Jones Industrial Average added 0.4%.'],
    ['Walmart shares fell 1.2% in premarket trading Wednesday.', 'Walmart shares rose 6.5% on Wednesday.'],
    ['The yield on the 10-year Treasury rose to 4.13% early Wednesday from 4.11% late Tuesday.', 'The yield on the 10-year Treasury ended Wednesday at 4.16%.'],
    ['Brent crude rose 0.3% to $64.50 a barrel on Wednesday in Asia.', 'Brent crude fell 0.7% to $63.10 a barrel on Wednesday.'],
    ['Walmart’s revenue rose 5.6% in the third quarter.', 'Walmart’s revenue rose 5.9% in the third quarter in constant currency, the retailer said.'],
    ['Walmart’s comparable sales rose 4.3%.', 'Walmart’s comparable sales rose 3.6% at Sam’s Club.'],
    ['VTI returned 8.2% in the third quarter.', 'VTI returned 8.3% in the third quarter at market price.'],
    ['Nvidia’s revenue was $90.8 billion.', 'Nvidia’s revenue is expected to be $98 billion.'],
    ['Employers added 119,000 jobs in September.', 'Employers added 108,000 jobs in September, revised down from 119,000.'],
  ])('%s | %s', (one, other) => {
    expect([contradicts(on(one), on(other)), contradicts(on(other), on(one))]).toEqual([false, false]);
  }); // prettier-ignore

  test('an economy’s growth is counted anew a month later', () => {
    const one = on('The economy grew at a 3.8% annual rate in the second quarter.', '2026-09-25');
    const other = 'The economy grew at a 3.3% annual rate in the second quarter.';
    expect(contradicts(one, on(other, '2026-08-28'))).toBe(false);
    expect(contradicts(one, on(other, '2026-09-26'))).toBe(true);
  });

  test.each([
    ['In the bond market, the yield on the 10-year Treasury fell to 4.06% from 4.11% late Tuesday.', 'The yield on the 10-year Treasury ended Wednesday at 4.16%.'],
    ['Walmart’s stock rose 6.5% on Wednesday.', 'Walmart shares fell 1.2% Wednesday.'],
  ])('and what is of one is still found: %s | %s', (one, other) => {
    expect(contradicts(on(one), on(other))).toBe(true);
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

  test('though only a search for the same finds the other page, as the searches for a portfolio found others', async () => {
    const asked: unknown[] = [];
    const found = await findResearch(facts, (request) => {
      asked.push(request.query);
      return Promise.resolve({ passages: [said(1, LOST), ...others, ...(request.query.includes('lost 1.4') ? [said(5, GAINED)] : [])] });
    });
    const { output } = await writeReport(facts, {}, found);
    const { body = '' } = output.sections.find(({ id }) => id === 'market-context') ?? {};
    expect(body).toMatch(/lost 1\.4% in October\.” \[1\]\n+- .*gained 2\.4% in October\.” \[5\] The sources \[1\] and \[5\] contradict/u);
    expect(asked.length).toBeLessThanOrEqual(4);
  }); // prettier-ignore

  test('or neither, where what contradicts it cannot be quoted', async () => {
    // "It" is whoever stood before it on the page.
    const leans = said(5, 'The sponsor of the index said so. VXUS gained 2.4% in October, and it did so for the reason that these funds have.');
    const found = await findResearch(facts, answering(said(1, LOST), ...others, leans));
    const { output } = await writeReport(facts, {}, found);
    const { body = '' } = output.sections.find(({ id }) => id === 'market-context') ?? {};
    expect(body).toContain('stocks');
    expect(body.includes('lost 1.4%')).toBe(body.includes('gained 2.4%'));
  }); // prettier-ignore

  test('of a company that one page calls by its short name and the other by its symbol', async () => {
    const held = [...facts.slice(0, 1), fact('holding.VZ.weight', 'VZ (Verizon Communications Inc.), share of the portfolio', 1)];
    const page = (at: number, text: string) => ({ ...said(at, text), tickers: ['VZ'] });
    const found = await findResearch(held, answering(
      page(1, 'Verizon cut 13,000 jobs in October 2026.'),
      page(2, 'Verizon (VZ) had 99,600 employees at the end of 2025.'),
      page(3, 'Verizon (VZ) eliminated 15,000 positions in October 2026.'),
      page(4, 'Verizon (VZ) opened 40 shops in October 2026.'),
    ));
    const { output } = await writeReport(held, {}, found);
    const { body = '' } = output.sections.find(({ id }) => id === 'market-context') ?? {};
    const lines = body.split('\n').filter((line) => line.startsWith('-'));
    expect(lines).toHaveLength(4);
    expect(lines.findIndex((line) => line.includes('15,000'))).toBe(lines.findIndex((line) => line.includes('13,000')) + 1);
    expect(lines.filter((line) => line.includes('contradict each other'))).toHaveLength(1);
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
