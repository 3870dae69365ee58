// A bond is quoted for 100 of face value: taken as the price of a unit, it is worth a hundred times too much.
import { describe, expect, test } from '@jest/globals';
import { quotedFor, type NamedSecurity } from '../../../shared/portfolio-files/debt-security.ts';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { tickerByName } from '../../../shared/portfolio-files/reference-names.ts';
import { quotesForAHundred, withPrices } from '../../../shared/portfolio-files/with-prices.ts';

function read(rows: string) {
  const bytes = new TextEncoder().encode(rows);
  const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-10-30', asOf: '2026-11-15' });
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const [position] = reading.portfolio.accounts.flatMap(({ positions }) => positions);
  const said = reading.notes
    .filter(({ topic }) => topic !== null && ['price', 'unsure', 'left_out'].includes(topic))
    .map(formatProblem);
  return { portfolio: reading.portfolio, position, said: said.filter((note) => !note.includes('state')) };
}
const HEAD = 'Symbol,Description,Quantity,Price';

describe('a price is for 100 of face value', () => {
  test.each([
    ['912828ZT0', 'UNITED STATES TREAS NTS 0.25% 05/31/2027'],
    ['912828ZT0', ''],
    ['US912828ZT03', 'US TREASURY'],
    ['037833DX5', 'APPLE INC 2.4% 2030-08-20'],
    ['91282CJL6', 'T NOTE 4.875 11/30/25'],
    ['MYBOND1', 'CA ST GO BDS 5.00% DUE 2032'],
    ['TBILL26', 'Treasury bill due Jun 2026'],
    ['CD-ALLY', 'ALLY BANK CD 4.5% 06/15/2027'],
  ])('of %s, %s', (symbol, name) => {
    expect(quotedFor({ symbol, name, kind: '' }, 99.1, 5000)).toBe('hundred');
  });

  test.each([
    ['BND', 'Vanguard Total Bond Market ETF', ''],
    ['BND', 'VANGUARD BD INDEX FDS TOTAL BND MRKT', 'Fixed Income'],
    ['IBTH', 'iShares iBonds Dec 2027 Term Treasury', ''],
    ['921937835', 'VANGUARD TOTAL BOND MARKET ETF', ''],
    ['037833100', 'APPLE INC', ''],
    ['US0378331005', 'APPLE INC', ''],
    ['NOTE', 'FiscalNote Holdings', ''],
    ['TREASURYX', 'Company of 12/31/2001', ''],
    ['VTI', '', 'Bonds'],
    ['847450', 'Deka-Rentenfonds CF', 'Anleihen'],
    ['ES0114638036', 'Fondo Renta Fija', 'Bonos'],
    ['LU0094219127', 'Euro Government Bond SICAV', 'Obligations'],
  ])('never of %s, %s', (symbol, name, kind) => {
    expect(quotedFor({ symbol, name, kind }, 99.1, 5000)).toBe('one');
  });
});

test('a bond without a value is worth its face value times the quote, and a note says how it was read', () => {
  const { position, said } = read(
    `${HEAD},Average cost\n912828ZT0,UNITED STATES TREAS NTS 0.25% 05/31/2027,5000,99.1,98\n`,
  );
  expect(position).toMatchObject({ quantity: '5000', price: '0.991', costBasis: '4900' });
  expect(said).toEqual([
    'my.csv:2: Price: 99.1 was read as the price for 100 of face value, as bonds are quoted: 5000 of face value are 4955. A column with the market value would settle it',
  ]);
});

test("the file's own word for what a bond is stays with a name that does not say it", () => {
  const head = `${HEAD},Security Type\n`;
  const named = (row: string) => read(`${head}${row}\n`).position?.name;
  expect(named('38141GXZ2,GOLDMAN SACHS,20000,95.25,Fixed Income')).toBe('GOLDMAN SACHS (Fixed Income)');
  expect(named('38141GXZ2,GOLDMAN SACHS 5.15% DUE 05/22/45,20000,95.25,Fixed Income')).toBe(
    'GOLDMAN SACHS 5.15% DUE 05/22/45',
  );
  expect(named('BND,VANGUARD TOTAL BOND MARKET ETF,10,75,Fixed Income')).toBe('VANGUARD TOTAL BOND MARKET ETF');
  expect(named('AAPL,APPLE INC,10,240,Equity')).toBe('APPLE INC');
});

test('the value of a row decides, where there is one', () => {
  const { position, said } = read(`${HEAD},Market value\n912828ZT0,TREAS NTS 0.25% 05/31/2027,5000,99.1,"495,500"\n`);
  expect(position?.price).toBe('99.1');
  expect(said).toEqual([]);
});

test.each([
  ['912828ZT0,TREAS NTS 0.25% 05/31/2027', '5', '99.1'],
  ['037833EB2,APPLE INC 4.65% 02/23/2046', '5000', '24.5'],
])('what looks like a bond, but not by its quantity or price (%s, %s at %s), is doubted', (bond, quantity, price) => {
  const { position, said } = read(`${HEAD}\n${bond},${quantity},${price}\n`);
  expect(position?.price).toBe(price);
  expect(said[0]).toContain('looks like a bond');
});

test('a strip of the Treasury that costs a quarter of its face value is quoted for 100, too', () => {
  const { position } = read(`${HEAD}\n912834WX2,US TREASURY STRIP 0% 11/15/2054,5000,24.5\n`);
  expect(position?.price).toBe('0.245');
});

test('a price of one unit is left alone', () => {
  const { position, said } = read(`${HEAD}\n912828ZT0,TREAS NTS 0.25% 05/31/2027,5000,0.991\n`);
  expect(position?.price).toBe('0.991');
  expect(said).toEqual([]);
});

test('a list of prices quotes bonds for 100, too', () => {
  const { portfolio } = read(`${HEAD}\n912828ZT0,TREAS NTS 0.25% 05/31/2027,5000,\n`);
  const quotes = [{ symbol: '912828ZT0', price: '99.1', currency: 'USD', asOf: '2026-11-01', source: 'my list' }];
  const [position] = withPrices(portfolio, quotes).accounts.flatMap(({ positions }) => positions);
  expect(position?.price).toBe('0.991');
  expect(quotesForAHundred(portfolio, quotes)).toEqual([
    '912828ZT0: 99.1 was read as the price for 100 of face value, as bonds are quoted',
  ]);
});

test.each(['Anleihe', 'Bundesanleihe', 'Obligation', 'Obbligazione', 'Bono'])(
  'a bond is of unknown make-up where its kind is %s, or costs a hundredfold',
  (kind) => {
    const { position } = read(`WKN,Name,Quantity,Price,Kind\n113544,BUNDANL.V. 20/30,5000,91.20,${kind}\n`);
    expect(position).toMatchObject({ name: 'BUNDANL.V. 20/30 (Bond)', price: '0.912' });
  },
);

describe('a bond as people write it is quoted for 100, though no day says when it is due', () => {
  const inWords = (name: string, more: Partial<NamedSecurity> = {}) =>
    quotedFor({ symbol: '', name, kind: '', ...more }, 99.1, 20_000);

  test.each([
    'US Treasury 4.5% 2033',
    'US Treasury Note 4.5% 2033',
    'US Treasury 2033',
    'TIPS 1.75% 2034',
    'T 4 1/4 11/15/34',
    'T 4 1/4 Nov-34',
    'Treasury bill 6 month',
    '26 week T-bill',
    'US Treasury Note',
    'Goldman Sachs CD 4.6% 03/2027',
    'Goldman Sachs CD 4.6% 3/27',
    'Ally Bank CD 2027',
    'Apple 3.85% 2043',
    'Target 4.5% 2032',
    'California GO muni 5% 2035',
    'City of Austin water revenue 5% 2040',
    'UK Gilt 4.25% 2034',
    'Bund 2.5% 2034',
    'Bundesanleihe 2,5% 2034',
    'Bundesrep.Deutschland Anl.v.2022 (2032)',
    'BUNDESREPUB. DEUTSCHLAND 0% 15.02.2032',
    'BTP 3,85% 2034',
  ])('%s', (name) => {
    expect(inWords(name)).toBe('hundred');
  });

  test.each([
    ['a kind of one thing', 'Ally 4.5%', { kind: 'CD' }],
    ['a kind', 'Acme Corp', { kind: 'Bond' }],
    ['a kind of a class, and a year', 'Acme Corp 2033', { kind: 'Bonds' }],
    ['columns of coupon and day', 'Apple Inc', { coupon: '3.85', maturity: '05/04/2043' }],
    [
      'the same beside the ticker of its issuer',
      'Apple Inc',
      { symbol: 'AAPL', coupon: '3.85', maturity: '2043-05-04' },
    ],
    ['a column of days', 'Ally Bank', { maturity: '2027' }],
    ['a header of face values', 'Acme Corp', { isFace: true }],
    ['the ISIN of a Eurobond', 'Volkswagen Intl Fin', { symbol: 'XS2342732646' }],
  ])('by %s', (_, name, more) => {
    expect(inWords(name, more)).toBe('hundred');
  });

  test.each([
    ['Vanguard Total Bond Market', {}],
    ['Vanguard Total Bond Market', { kind: 'Bond' }],
    ['Vanguard Target Retirement 2040 0.08%', {}],
    ['iShares iBonds Dec 2033 Term Treasury', {}],
    ['Invesco BulletShares 2028 Corporate Bond', {}],
    ['20+ Year Treasury Bond', {}],
    ['1-3 Year Treasury Bond', {}],
    ['Total Return Bond', { kind: 'Fixed income' }],
    ['US Treasuries', {}],
    ['Bonds', {}],
    ['Bonds', { kind: 'Bonds' }],
    ['Bond fund 2033', { kind: 'Bond' }],
    ['Acme 5.75% Preferred 2031', {}],
    ['Series I savings bond 2031', {}],
    ['I Bonds 4.3% 2031', {}],
    ['CD Projekt', {}],
    ['Bill.com', {}],
    ['Apple Inc', { symbol: 'AAPL', coupon: '', maturity: '' }],
    ['Apple Inc', { symbol: 'AAPL', isFace: true }],
    ['Core US Aggregate', { symbol: 'AGG', coupon: '3.2%', maturity: '8.3 years' }],
    ['Treasury 2033', { symbol: 'IBTN' }],
  ])('and never %s %j', (name, more) => {
    expect(inWords(name, more)).toBe('one');
  });

  test('bonds of 1,000 each that are quoted so are held by the dozen', () => {
    expect(quotedFor({ symbol: '', name: 'US Treasury 4.5% 2033', kind: '' }, 1021, 20)).toBe('one');
  });

  test('what hardly says that it is a bond is doubted where so little of it is held that it may be shares', () => {
    expect(quotedFor({ symbol: '', name: 'Acme Corp', kind: 'Bond' }, 99.1, 200)).toBe('doubtful');
  });
});

test.each([
  ['a hundredth', '20000,102.1,20300', '1.021', 'for 100 of face value, by the cost'],
  ['the same', '20,1021,20300', '1021', null],
  ['tenfold', '20,102.1,20300', '1021', 'a unit is a bond of 1,000, by the cost'],
])('what a bond cost decides: %s', (_, figures, price, why) => {
  const { position, said } = read(`Investment,Quantity,Price,Cost\nUS Treasury 4.5% 2033,${figures}\n`);
  expect(position?.price).toBe(price);
  expect(said).toEqual(why === null ? [] : [expect.stringContaining(why)]);
});

test.each([
  ['US Treasury 4.5% 2033', '20000,102.1,"20,420"', '1.021', 'for 100 of face value, by the market value'],
  ['AAPL 3.85% 2043', '20000,88.5,"17,700"', '0.885', 'for 100 of face value, by the market value'],
  ['US Treasury 4.5% 2033', '20,102.1,"20,420"', '1021', 'a unit is a bond of 1,000, by the market value'],
  ['ZZCORP', '10000,98,"9,800"', '0.98', 'a hundred times the value'],
])(
  'the value wins over a price that is a clean factor from it, whatever the line is called: %s',
  (name, figures, price, why) => {
    const bytes = new TextEncoder().encode(`Symbol,Qty,Price,Value\n${name},${figures}\nVTI,10,330,"3,300"\n`);
    const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-10-30', asOf: '2026-11-15' });
    if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
    expect(reading.portfolio.accounts[0]?.positions[0]?.price).toBe(price);
    expect(reading.notes.map(formatProblem).join('\n')).toContain(why);
  },
);

test("a company's bonds are none of its shares, and two of them are two, where coupon and day stand in columns of their own", () => {
  const tickers = tickerByName([{ symbol: 'AAPL', name: 'Apple Inc.' }]);
  const rows = ['Apple Inc,3.85%,05/04/2043,10000,88.5', 'Apple Inc.,2.4,08/20/2030,10000,93', 'Apple Inc.,,,10,270'];
  const bytes = new TextEncoder().encode(`Name,Coupon,Maturity,Face value,Price\n${rows.join('\n')}\n`);
  const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-10-30', asOf: '2026-11-15', tickers });
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const held = reading.portfolio.accounts.flatMap(({ positions }) => positions);
  expect(held.map(({ name, quantity, price }) => [name, quantity, price])).toEqual([
    ['Apple Inc 3.85% 05/04/2043', '10000', '0.885'],
    ['Apple Inc. 2.4% 08/20/2030', '10000', '0.93'],
    ['Apple Inc.', '10', '270'],
  ]);
  expect(new Set(held.map(({ symbol }) => symbol)).size).toBe(3);
  expect(held[2]?.symbol).toBe('AAPL');
});

test('a bond that stands in place of a ticker beside its issuer keeps its coupon and its day in its name', () => {
  const { position } = read(`${HEAD}\nAAPL 3.85 05/04/43,APPLE INC,10000,88.5\n`);
  expect(position).toMatchObject({ name: 'APPLE INC AAPL 3.85 05/04/43', price: '0.885' });
});
