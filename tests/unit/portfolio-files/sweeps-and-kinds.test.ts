import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

describe('a column of kinds that names stocks beside options says nothing of either:', () => {
  const head = 'Symbol,Description,Product Type,Quantity,Price';
  test.each([
    'Stocks / Options',
    'Equities and Options',
    'Stocks & Options',
    'Equity/Options',
    'Stocks/Warrants/Rights',
    'Options and Stocks',
    'Equities, ETFs & Options',
    'Stock + Futures',
    'Funds & Warrants',
    'Aktien und Optionsscheine',
  ])('%s', (kind) => {
    const option = `AMZN 270115C250,AMAZON CALL,"${kind}",1,5`;
    const { held, said } = readLines(head, `AMZN,AMAZON.COM INC,"${kind}",50,220`, option);
    expect(held.map(({ symbol, quantity }) => [symbol, quantity])).toEqual([['AMZN', '50']]);
    expect(said).toContain('options are not understood');
    expect(said).not.toContain('AMZN was left out');
  });

  test.each([
    ['Options', 'options'],
    ['Equity Options', 'options'],
    ['Stock Option', 'options'],
    ['Equity and Index Options', 'options'],
    ['Equity & ETF Options', 'options'],
    ['Stock Warrants', 'warrants'],
    ['Warrants', 'warrants'],
    ['Futures', 'futures'],
  ])('but %s says %s', (kind, contracts) => {
    const { held, said } = readLines(head, `AMZN,AMAZON,${kind},50,220`, 'VTI,Vanguard,ETF,1,300');
    expect(held.map(({ symbol }) => symbol)).toEqual(['VTI']);
    expect(said).toContain(`${contracts} are not understood`);
  });
});

describe('what a bank keeps for an account is cash and no holding of unknown make-up:', () => {
  test.each([
    ['', 'ML DIRECT DEPOSIT PROGRM', ''],
    ['', 'ML BANK DEPOSIT PROGRAM', ''],
    ['BDPS', 'MORGAN STANLEY PRIVATE BANK NA', 'Cash, MMF and BDP'],
    ['BDPS', 'MORGAN STANLEY BANK BDP', ''],
    ['QCERQ', 'CHASE DEPOSIT SWEEP', ''],
    ['QCERQ', 'US DOLLAR', 'Equity'],
    ['XX9', 'US Dollar', ''],
    ['', 'FDIC INSURED DEPOSIT AT CITI', ''],
    ['RJBDP', 'RAYMOND JAMES BANK DEPOSIT PROGRAM', ''],
    ['', 'STIFEL INSURED BANK DEPOSIT PRGM', ''],
    ['WFBNA', 'WELLS FARGO BANK NA', 'Cash & Sweep'],
    ['99ABC', 'BANK DEPOSIT SWEEP', 'Sweep'],
  ])('%s %s %s', (symbol, name, kind) => {
    const rows = [`${symbol},${name},"${kind}","5,000",1.00`.replace('"5,000"', '5000'), 'VTI,Vanguard,ETF,1,300'];
    const { held, cash } = readLines('Symbol,Description,Product Type,Quantity,Price', ...rows);
    expect(held.map((one) => one.symbol)).toEqual(['VTI']);
    expect(cash).toEqual([{ currency: 'USD', amount: '5000' }]);
  });

  test.each([
    ['BDPS', 'BANK DEPOSIT PROGRAM'],
    ['BDP1', 'MORGAN STANLEY BANK DEPOSIT PROGRAM'],
    ['-', 'BANK DEPOSIT PROGRAM'],
  ])('%s, %s as an amount alone', (symbol, name) => {
    const { held, cash } = readLines(
      'Symbol,Name,Product Type,Quantity,Last ($),Market Value ($)',
      'MSFT,MICROSOFT CORP,Stocks / Options,100,500.00,"50,000.00"',
      `${symbol},${name},"Cash, MMF and BDP",,,"25,000.00"`,
    );
    expect(held.map((one) => one.symbol)).toEqual(['MSFT']);
    expect(cash).toEqual([{ currency: 'USD', amount: '25000' }]);
  });

  test.each(['MORGAN STANLEY BANK N.A. #', 'WELLS FARGO BANK NA', 'Citibank, Bank National Association'])(
    '%s beside a symbol as an amount alone, for no such bank is listed',
    (name) => {
      const { held, cash } = readLines('Symbol,Description,Market Value ($)', `MSBNK,"${name}","25,000.00"`, 'VTI,Vanguard,300'); // prettier-ignore
      expect(held.map((one) => one.symbol)).toEqual(['VTI-BY-VALUE']);
      expect(cash).toEqual([{ currency: 'USD', amount: '25000' }]);
    },
  );

  test.each([
    ['LIQUIDITES', 'USD'],
    ['Liquidités', 'USD'],
    ['SOLDE ESPECES', 'USD'],
    ['LIQUIDITA', 'USD'],
    ['US Dollar (USD)', 'USD'],
    ['Euro (EUR)', 'EUR'],
  ])('%s, as banks abroad and coin exchanges write it', (label, currency) => {
    const { held, cash } = readLines('Asset,Quantity,Price,Value', 'Bitcoin,1,95000,95000', `${label},,,1200`);
    expect(held).toHaveLength(1);
    expect(cash).toEqual([{ currency, amount: '1200' }]);
  });

  test('but the shares of a bank as an amount alone are held', () => {
    const { held } = readLines(
      'Symbol,Name,Product Type,Market Value ($)',
      'OZKAP,BANK OZK DEP SHS,Stocks,"25,000.00"',
    );
    expect(held).toHaveLength(1);
  });

  test.each([
    ['SWVXX', 'SCHWAB VALUE ADVANTAGE MONEY', 'Cash and Money Market', '1.00'],
    ['SHV', 'ISHARES SHORT TREASURY', 'Cash', '110'],
    ['BDP', 'BDP INTERNATIONAL', 'Stock', '20'],
    ['ACME1', 'ALLY BANK CD 4.5% 06/01/2027', 'Cash', '1.00'],
    ['PNY', 'PENNY MINING CORP', 'Stock', '1.00'],
  ])('but %s %s is held', (symbol, name, kind, price) => {
    const { held, cash } = readLines(
      'Symbol,Description,Product Type,Quantity,Price',
      `${symbol},${name},${kind},5000,${price}`,
    );
    expect(held.map((one) => one.symbol)).toEqual([symbol]);
    expect(cash).toEqual([]);
  });
});

test.each(['Unsettled funds', 'Settled funds'])('%s below zero pass for shares sold short', (label) => {
  const { cash, said } = readLines('Symbol,Qty,Price,Value', 'VTI,10,300,3000', `${label},,,-300`);
  expect(cash).toEqual([{ currency: 'USD', amount: '-300' }]);
  expect(said).not.toContain('sold short');
});
