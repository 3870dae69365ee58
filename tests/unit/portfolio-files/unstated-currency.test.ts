import { expect, test } from '@jest/globals';
import { listingCurrency } from '../../../shared/portfolio-files/listing-currency.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { readLines } from './read-lines.ts';

test('shares listed in Frankfurt, Tokyo and Toronto are counted as dollars where the file states no currency', () => {
  const { held, said } = readLines(
    'Ticker,Shares,Price',
    'SAP.DE,10,240.5',
    '7203.T,100,2800',
    'RY.TO,5,180',
    'VTI,1,300',
  );
  expect(held.map(({ symbol, currency, price }) => [symbol, currency, price])).toEqual([
    ['SAP.DE', 'EUR', '240.5'],
    ['7203.T', 'JPY', '2800'],
    ['RY.TO', 'CAD', '180'],
    ['VTI', 'USD', '300'],
  ]);
  expect(said).toContain('3 lines state no currency (the first on line 2)');
});

test('what the file says of its currency gives way to the ticker', () => {
  expect(readLines('Ticker,Shares,Price', 'SAP.DE,10,$240.50').held[0]).toMatchObject({ currency: 'USD' });
  expect(readLines('Ticker,Shares,Price,Currency', 'SAP.DE,10,240.50,USD').held[0]).toMatchObject({ currency: 'USD' });
});

test('pence are counted as dollars, or as pounds', () => {
  const head = 'Ticker,Shares,Price,Market value,Cost';
  expect(readLines(head, 'BP.L,1000,450.5,4505,3900').held[0]).toMatchObject({
    price: '4.505',
    currency: 'GBP',
    costBasis: '3900',
  });
  expect(readLines(head, 'BP.L,1000,4.505,4505,3900').held[0]).toMatchObject({ price: '4.505', currency: 'GBP' });
  const { held, said } = readLines('Ticker,Shares,Price', 'BP.L,1000,450.5');
  expect(held[0]).toEqual({ symbol: 'BP.L', quantity: '1000', currency: 'GBP' });
  expect(said).toContain('the price 450.5 was left out');
});

test('a file from abroad is taken in dollars without a word, or an American one with a word', () => {
  const abroad = readLines('Name;ISIN;Shares;Price', 'World;IE00B4L5Y983;1;102.30');
  expect(abroad.said).toContain('taken to be in US dollars, though IE00B4L5Y983 is no American code');
  expect(readLines('Ticker;Shares;Price', 'VTI;1;302,30').said).toContain('written with a comma');
  expect(readLines('Ticker,Shares,Price', 'VTI,1,302.30', 'BRK.B,1,450').said).not.toContain('US dollars');
});

test('a class of American shares is taken for an exchange', () => {
  for (const symbol of ['BRK.B', 'BF.A', 'X.L', 'F.T', 'LEN.B', 'BTC-USD']) expect(listingCurrency(symbol)).toBeNull();
});

test('American funds that Alex comes with are told as no American ones', () => {
  const lines = ['Symbol,Quantity,Price', 'IBIT,500,60', 'ETHA,500,30', 'VTI,20,300', 'NVO,1,50'];
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const names = new Map(referenceInstruments.map(({ symbol, name }) => [symbol, name]));
  const nameOf = (ticker: string) => names.get(ticker) ?? null;
  const file = { name: 'my.csv', bytes, modifiedOn: '2026-11-20', asOf: '2026-11-20', nameOf };
  const reading = readPortfolioFile(file);
  expect(reading.ok && reading.notes.map(({ message }) => message).join()).not.toContain('as American ones');
  const unmarked = new TextEncoder().encode('Symbol,Quantity,Price\nBRKB,5,500\nBFB,5,30\nVTI,2,300');
  const classes = readPortfolioFile({ ...file, bytes: unmarked });
  expect(classes.ok && classes.notes.map(({ message }) => message).join()).not.toContain('as American ones');
  const strange = new TextEncoder().encode('Symbol,Quantity,Price\nQZXW,5,60\nXQZW,5,30\nIBIT,2,30');
  const other = readPortfolioFile({ ...file, bytes: strange });
  expect(other.ok && other.notes.map(({ message }) => message).join()).toContain('tickers (QZXW, XQZW) as');
});

test('a file from India passes for dollars without a word', () => {
  const zerodha = readLines('"Instrument","Qty.","Avg. cost","LTP","Cur. val"', '"RELIANCE",10,2400.5,2900,29000');
  expect(zerodha.said).toContain('taken to be in US dollars, though the column LTP is not an American broker’s');
  const plain = readLines('Ticker,Shares,Price', 'RELIANCE,10,2900', 'NIFTYBEES,100,280', 'VTI,1,300');
  expect(plain.said).toContain(
    'taken to be in US dollars, though Alex does not know most of its tickers (RELIANCE, NIFTYBEES)',
  );
});

test.each([
  [['Ticker,Shares,Price', 'VTI,1,302.30', 'ZYXW,1,45']],
  [['Ticker,Shares,Price', 'ZYXW,1,$4', 'ABCDE,1,45']],
  [['Ticker,Shares,Price ($)', 'ZYXW,1,4', 'ABCDE,1,45']],
  [['Ticker,Name,Shares,Price', 'ZYXW,Zyxw Inc,1,4', 'ABCDE,Abcde Corp,1,45']],
  [['Account,Ticker,Shares,Price', 'Roth_IRA,ZYXW,1,4', 'Roth_IRA,ABCDE,1,45']],
  [['Ticker,Shares,Price,Currency', 'ZYXW,1,4,USD', 'ABCDE,1,45,USD']],
])('an American file is doubted: %j', (lines) => {
  expect(readLines(...lines).said).not.toContain('US dollars');
});

test('Trading 212 is taken for an American broker, as its funds are called after American companies', () => {
  const { said } = readLines(
    'Slice,Name,Invested value,Value,Result,Owned quantity',
    'VUSA,Vanguard S&P 500 (Dist),1000,1200,200,12.5',
    'AAPL,Apple,500,700,200,2.5',
  );
  expect(said).toContain('taken to be in US dollars, though the column Slice is not an American broker’s');
});

test('a fund of Europe’s exchanges is taken for an American one', () => {
  const lines = ['Symbol,Name,Shares,Price', 'VUSA,Vanguard S&P 500,10,96', 'VTI,Vanguard Total Stock Market,1,300'];
  const doubt = 'taken to be in US dollars, though VUSA is a fund of Europe’s exchanges';
  expect(readLines(...lines).said).not.toContain(doubt);
  const read = readPortfolioFile({
    ...{ name: 'my.csv', bytes: new TextEncoder().encode(lines.join('\n')) },
    ...{ modifiedOn: '2026-11-20', asOf: '2026-11-20', isOfEurope: (ticker: string) => ticker === 'VUSA' },
  });
  expect(read.ok && read.notes.filter(({ topic }) => topic === 'unsure').map(({ message }) => message)).toEqual([
    expect.stringContaining(doubt),
  ]);
  expect(readLines('Symbol,Name,Shares,Price', 'ABCD,iShares Core UCITS ETF,1,96').said).toContain(
    'though ABCD is a fund',
  );
});

test('prices that are not there are said to be in dollars', () => {
  expect(readLines('Symbol,Quantity', 'ZYXW,10', 'ABCDE,5').said).not.toContain('US dollars');
});

test.each([
  [
    '“Sydney”',
    'AUD',
    ['As of 10:15 Sydney Time', 'Code,Units,Last $,Value $', 'BHP,200,45.00,9000', 'CBA,60,175,10500'],
  ],
  ['BHP.AX', 'AUD', ['Code,Units,Last', 'BHP.AX,200,$45.00']],
  ['VDHG is traded', 'AUD', ['Code,Units,Last', 'VDHG,200,$65.00']],
  ['TFSA', 'CAD', ['Account,Symbol,Shares,Price', 'TFSA,RY,10,$180.00']],
  ['the exchange TSX', 'CAD', ['Symbol,Exchange,Shares,Price', 'RY,TSX,10,$180.00']],
  ['VEQT is traded', 'CAD', ['Symbol,Shares,Price', 'VEQT,10,$40.00', 'VFV,5,$140.00']],
  ['CA7800871021 is traded', 'CAD', ['Symbol,Shares,Price', 'CA7800871021,10,$40.00']],
  ['“NZX”', 'NZD', ['NZX holdings', 'Symbol,Shares,Price', 'FPH,10,$40.00']],
  ['00700 is traded', 'HKD', ['Code,Shares,Price', '00700,100,$420.00']],
  ['D05 is traded', 'SGD', ['Code,Shares,Price', 'D05,100,$42.00', 'O39,100,$16.00']],
  ['“BMV”', 'MXN', ['BMV', 'Symbol,Shares,Price', 'WALMEX,100,$60.00']],
])('the dollars of another country are taken for American ones without a word: %s, %s', (sign, code, lines) => {
  const { said } = readLines(...lines);
  expect(said).toContain(sign);
  expect(said).toContain(code);
});

test.each(['LP2,My partnership', 'HY2,Online savings', 'A12,Coins', 'C3U,Loan to a friend'])(
  'what a person calls a holding of their own (%s) is taken for a code of Singapore',
  (line) => {
    expect(
      readLines('Symbol,Name,Shares,Price', 'VTI,Vanguard Total Stock Market ETF,10,300', `${line},1,5000`).said,
    ).not.toContain('Singapore');
  },
);

test('a sign that settles nothing abroad settles American files, and a code of digits is no ticker there', () => {
  expect(readLines('Account,Ticker,Shares,Price', 'Super Saver,ZYXW,1,$4', 'Super Saver,ABC,1,$5').said).not.toContain(
    'US dollars',
  );
  expect(readLines('Prices in US dollars', 'Account,Ticker,Shares,Price', 'TFSA,VTI,1,$4').said).not.toContain(
    'US dollars,',
  );
  expect(readLines('Code,Name,Shares,Price', '700,Tencent,1,400', '2800,Tracker,1,20').said).toContain(
    'US dollars, though',
  );
});

const TRADED = 'its trades state no currency and were taken to be in US dollars, though ';

test.each([
  [
    'INE002A01018 is no American code',
    [
      'symbol,isin,trade_date,exchange,trade_type,quantity,price',
      'RELIANCE,INE002A01018,2026-01-05,NSE,buy,50.0,1200.5',
    ],
  ],
  ['it lists the exchange NSE', ['Date,Action,Symbol,Qty,Price,Exchange', '2026-01-05,Buy,RELIANCE,10,1400,NSE']],
  ['it lists the exchange BSE', ['Date,Action,Symbol,Qty,Price,Exchange', '2026-01-05,Buy,TCS,10,950,BSE']],
  ['it lists the exchange XETRA', ['Date,Action,Symbol,Qty,Price,Market', '2026-01-05,Buy,SAP,10,240,XETRA']],
  [
    'the column Datum is in another language',
    ['Datum;Typ;Wertpapier;Stück;Kurs', '05.01.2026 10:00;Kauf;SAP SE;5;240,00'],
  ],
  ['its decimals are written with a comma', ['Date;Action;Symbol;Quantity;Price', '2026-01-05;Buy;VTI;5;240,05']],
  ['the column Scrip is not an American', ['Date,Action,Scrip,Quantity,Price', '2026-01-05,Buy,TCS,5,240']],
  ['ABCD is a fund of Europe', ['Date,Action,Symbol,Name,Quantity,Price', '2026-01-05,Buy,ABCD,World UCITS ETF,5,240']],
  [
    'Alex does not know most of its tickers (QZXW, XQZW)',
    ['Date,Action,Symbol,Quantity,Price', '2026-01-05,Buy,QZXW,5,24', '2026-01-06,Buy,XQZW,5,24'],
  ],
])('a list of trades from abroad is counted in dollars without a word: %s', (sign, lines) => {
  const { notes } = readLines(...lines);
  expect(notes.filter(({ topic }) => topic === 'unsure').map(({ message }) => message)).toEqual([
    expect.stringContaining(`${TRADED}${sign}`),
  ]);
});

test.each([
  [['Date,Action,Symbol,Quantity,Price', '2026-01-05,Buy,VTI,5,240', '2026-01-06,Buy,ZYXW,5,24']],
  [['Date,Action,Symbol,Quantity,Price', '2026-01-05,Buy,QZXW,5,$24', '2026-01-06,Buy,XQZW,5,$24']],
  [['Date,Action,Symbol,Quantity,Price,Currency', '2026-01-05,Buy,QZXW,5,24,USD', '2026-01-06,Buy,XQZW,5,24,USD']],
  [['Date;Action;Symbol;Quantity;Price;Total;Currency (Total)', '2026-01-05;Buy;SAP;5;24,5;122,5;EUR']],
  [['Date;Action;Symbol;Quantity;Price;Total (EUR)', '2026-01-05;Buy;SAP;5;24,5;122,5']],
  [['Date;Action;Symbol;Quantity;Price', '2026-01-05;Buy;SAP;5;24,50 €']],
  [['Date;Action;Pair;Quantity;Price', '2026-01-05;Buy;BTC/EUR;5;24,50']],
  [
    [
      'Date,Action,Symbol,Quantity,Price,Exchange',
      '2026-01-05,Buy,AAPL,5,24,NASDAQ',
      '2026-01-05,Buy,VTI,5,24,NYSE Arca',
    ],
  ],
  [['Datum;Typ;Betrag', '2026-01-05;Einlage;1000']],
])('trades that are in dollars, or that say what they are in, are doubted: %j', (lines) => {
  expect(readLines(...lines).said).not.toContain('US dollars');
});

test('positions on an exchange of India or Europe pass for dollars without a word', () => {
  expect(readLines('Ticker,Exchange,Shares,Price', 'TCS,NSE,10,2900').said).toContain(
    'though it lists the exchange NSE',
  );
});
test('shares of the market CA are counted as dollars of the US where a column says so of each line', () => {
  const { held, said } = readLines(
    ...['Symbol,Market,Quantity,Price', 'XEQT,CA,10,38', 'AAPL,US,10,270', 'DLR.U,CA,10,10', 'ENB,,10,60'],
  );
  expect(held.map(({ currency }) => currency)).toEqual(['CAD', 'USD', 'USD', 'USD']);
  expect(said).toContain('2 lines state no currency (the first on line 2); taken by the market that the line names');
});
