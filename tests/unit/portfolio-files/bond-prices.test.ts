// A bond is quoted for 100 of face value: taken as the price of a unit, it is worth a hundred times too much.
import { describe, expect, test } from '@jest/globals';
import { quotedFor } from '../../../shared/portfolio-files/debt-security.ts';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
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
