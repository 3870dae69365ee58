// Tables of holdings as brokers head them: a column that is not known by its header refuses the whole file.
import { expect, test } from '@jest/globals';
import { readLines as read } from './read-lines.ts';

test('DEGIRO: Symbol/ISIN, Amount, and a currency in front of a column without a name', () => {
  const { held, cash, said } = read(
    'Product,Symbol/ISIN,Amount,Closing,Local value,,Value in EUR',
    'CASH & CASH FUND & FTX CASH (EUR),,,,EUR,1200.50,"1200,50"',
    'VANGUARD FTSE ALL-WORLD UCITS ETF,IE00B3RBWM25,50,"125,40",EUR,"6270,00","6270,00"',
    'APPLE INC,US0378331005,10,"240,00",USD,"2400,00","2069,00"',
  );
  expect(cash).toEqual([{ currency: 'EUR', amount: '1200.5' }]);
  expect(held).toMatchObject([
    { symbol: 'IE00B3RBWM25', quantity: '50', price: '125.4', currency: 'EUR' },
    { symbol: 'AAPL', quantity: '10', price: '240', currency: 'USD' },
  ]);
  expect(said).toContain('the value is in EUR and the price in USD, so they were not compared');
});

test.each([
  ['English', 'Product,Symbol/ISIN,Amount,Closing,Local value,,Value in EUR'],
  ['Dutch', 'Product,Symbool/ISIN,Aantal,Slotkoers,Lokale waarde,,Waarde in EUR'],
  ['German', 'Produkt,Symbol/ISIN,Anzahl,Schlusskurs,Wert,,Wert in EUR'],
  ['older German', 'Produkt,Symbol/ISIN,Anzahl,Schlußkurs,Wert,,Wert in EUR'],
  ['French', 'Produit,Ticker/ISIN,Quantité,Clôture,Devise,,Montant en EUR'],
  ['Italian', 'Prodotto,Codice,Quantità,Ultimo,Valore,,Valore in EUR'],
  ['Spanish', 'Producto,Ticker/ISIN,Cantidad,Precio de,Valor local,,Valor en EUR'],
  ['Portuguese', 'Produto,Symbol/ISIN,Quantidade,Preço de,Valor local,,Valor em EUR'],
])('DEGIRO in %s: the currency stands under the value, the value under no name', (_, header) => {
  const { held, cash, said } = read(
    header,
    'CASH & CASH FUND & FTX CASH (EUR),,,,EUR,"9587,44","9587,44"',
    'CASH & CASH FUND & FTX CASH (USD),,,,USD,"2,24","1,93"',
    'ALFEN NV,NL0012817175,100,"14,25",EUR,"1425,00","1425,00"',
    'APPLE INC,US0378331005,100,"245,10",USD,"24510,00","21129,31"',
  );
  expect(cash).toEqual([
    { currency: 'EUR', amount: '9587.44' },
    { currency: 'USD', amount: '2.24' },
  ]);
  expect(held).toMatchObject([
    { symbol: 'NL0012817175', quantity: '100', price: '14.25', currency: 'EUR' },
    { symbol: 'AAPL', quantity: '100', price: '245.1', currency: 'USD' },
  ]);
  expect(said).not.toMatch(/quantity times price|not compared|is not a ticker/);
});

test('DEGIRO of some years ago: currency and amount in one cell', () => {
  const { held, cash } = read(
    'Prodotto,Codice,Quantità,Ultimo,Valore,Valore in EUR',
    'CASH & CASH FUND & FTX CASH (EUR),,,,EUR 343.69,"343,69"',
    'ISHARES $ TREASURY BOND 1-3YR U...,IE00B14X4S71,82,"115,53",EUR 9473.46,"9473,46"',
    'ALPHABET INC. - CLASS A,US02079K3059,20,"158,71",USD 3174.20,"2900,00"',
  );
  expect(cash).toEqual([{ currency: 'EUR', amount: '343.69' }]);
  expect(held).toMatchObject([
    { symbol: 'IE00B14X4S71', price: '115.53', currency: 'EUR' },
    { symbol: 'GOOGL', price: '158.71', currency: 'USD' },
  ]);
});

test('prices in currencies that no column names are never taken for those of the value', () => {
  const { held, said } = read(
    'Product,Symbool/ISIN,Aantal,Slotkoers,Waarde in EUR',
    'ALFEN NV,NL0012817175,100,"14,25","1425,00"',
    'APPLE INC,US0378331005,100,"245,10","21129,31"',
  );
  expect(held).toMatchObject([
    { symbol: 'NL0012817175', price: '14.25', currency: 'EUR' },
    { symbol: 'AAPL', price: '211.2931', currency: 'EUR' },
  ]);
  expect(said).toContain('quantity times price is 24510.00, but the value is 21129.31 EUR');
  expect(said).toContain('the value was used, 211.2931 EUR for one');
});

test.each([
  ['a column of the account’s own currency', 'Konto Währung', 'Price (USD)', 'EUR'],
  ['a column of currencies of another name', 'Notiert in', 'Price', 'USD'],
])('%s', (_, heading, price, code) => {
  const { held } = read(`Symbol,Quantity,${price},${heading}`, `VTI,10,300,${code}`, `SPY,10,600,${code}`);
  expect(held.map(({ currency }) => currency)).toEqual(['USD', 'USD']);
});

test('Thrift Savings Plan: funds of one letter, and of a year', () => {
  const { held } = read(
    'Fund,Shares,Share Price,Balance',
    'C Fund,1000.5,$110.20,"$110,255.10"',
    'L 2045,500,$20.00,"$10,000.00"',
  );
  expect(held).toMatchObject([
    { symbol: 'C-FUND', quantity: '1000.5' },
    { symbol: 'L-2045', quantity: '500', name: 'L 2045' },
  ]);
});

test('Hargreaves Lansdown: Code, Units held, a price in pence, value and cost in pounds', () => {
  const { held, said } = read(
    'Stock value:,"7,250.00",,,,,,',
    'Total cash:,500.25,,,,,,',
    'Code,Stock,Units held,Price (pence),Value (£),Cost (£),Gain/loss (£),Gain/loss (%)',
    'LLOY,Lloyds Banking Group plc Ordinary 10p,10000,72.50,"7,250.00","5,000.00","2,250.00",45',
  );
  expect(held).toMatchObject([{ symbol: 'LLOY', price: '0.725', costBasis: '5000', currency: 'GBP' }]);
  expect(said).not.toContain('quantity times price');
  expect(said).toContain('my.csv:2: "Total cash: 500.25" stands above the table and was left out');
});

test('Questrade: Equity Symbol and Equity Description', () => {
  const { held } = read(
    'Equity Symbol,Equity Description,Currency,Quantity,Avg Price,Market Price,Market Value',
    'XEQT.TO,ISHARES CORE EQUITY ETF,CAD,500,28.0,36.5,18250',
  );
  expect(held).toMatchObject([
    { symbol: 'XEQT.TO', name: 'ISHARES CORE EQUITY ETF', costBasis: '14000', price: '36.5' },
  ]);
});

test('Merrill: money accounts and a cash balance, by their values alone', () => {
  const { cash } = read(
    'Symbol,Description,Quantity,Price,Value',
    'IVV,ISHARES CORE S&P 500 ETF,50,$680.10,"$34,005.00"',
    'Money accounts,,,,"$4,321.00"',
    'Cash balance,,,,"$100.00"',
  );
  expect(cash).toEqual([{ currency: 'USD', amount: '4421' }]);
});

test.each([
  ['Asset,Balance,Price (USD),Value (USD)', 'BTC,0.75,95000,71250'],
  ['Coin,Amount,Price USD,Value USD', 'BTC,0.75,95000,71250'],
  ['Symbol,No. shares,Price', 'BTC,0.75,95000'],
])('how many there are: %s', (head, line) => {
  expect(read(head, line).held).toMatchObject([{ symbol: 'BTC', quantity: '0.75', price: '95000' }]);
});

test('a balance without a price beside it is not taken for a number of shares', () => {
  expect(read('Symbol,Balance', 'VTI,30000').said).toContain('there is no column quantity');
});

const FIDELITY = 'Account Number,Account Name,Symbol,Quantity,Last Price,Cost Basis Total,Type';
test('Fidelity: one stock as cash and on margin is one holding, and a note says so', () => {
  const { held, said } = read(
    FIDELITY,
    'Z1,Individual,AAPL,50,$240.00,$5000.00,Margin',
    'Z1,Individual,AAPL,10,$240.00,$1000.00,Cash',
    'Z1,Individual,VTI,1,$300.00,$200.00,Cash',
  );
  expect(held).toMatchObject([
    { symbol: 'AAPL', quantity: '60', costBasis: '6000' },
    { symbol: 'VTI', quantity: '1' },
  ]);
  expect(said).toContain('what account "Individual" holds as cash and on margin was added up: AAPL');
});

test('the same line twice stays a mistake', () => {
  const line = 'Z1,Individual,AAPL,50,$240.00,$5000.00,Margin';
  expect(read(FIDELITY, line, line).said).toContain('AAPL is already on line 2');
});

test('a loan may be called margin', () => {
  expect(read('Symbol,Quantity,Price', 'VTI,100,300', 'MARGIN,-6000,').cash).toEqual([
    { currency: 'USD', amount: '-6000' },
  ]);
});
