// Cash that names its currency anywhere is no dollars: a million yen counted as dollars would be nearly all of a portfolio.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const VTI = 'VTI,Vanguard Total,100,300,30000';

const cashOf = (line: string) => readLines('Symbol,Name,Quantity,Price,Value', VTI, line);

describe('the currency that cash names', () => {
  test.each([
    ['CASH,Cash (JPY),1000000,,1000000', 'JPY'],
    ['CASH,Cash EUR,,,1000000', 'EUR'],
    [',Cash (EUR),,,1000000', 'EUR'],
    [',Cash (€),,,1000000', 'EUR'],
    [',cash (eur),,,1000000', 'EUR'],
    [',Cash (in EUR),,,1000000', 'EUR'],
    [',Cash (C$),,,1000000', 'CAD'],
    [',Cash (COP),,,1000000', 'COP'],
    [',Cash/EUR,1000000,,', 'EUR'],
    [',Cash Euro,,,1000000', 'EUR'],
    [',Cash & equivalents (EUR),1000000,1,1000000', 'EUR'],
    [',Settled cash EUR,1000000,1,1000000', 'EUR'],
    [',Savings account (EUR),1,1000000,1000000', 'EUR'],
    [',EUR checking,,,1000000', 'EUR'],
    [',Swiss franc savings,,,1000000', 'CHF'],
    [',Emergency fund (CHF),,,1000000', 'CHF'],
    [',Konto EUR,,,1000000', 'EUR'],
    ['CASH_EUR,,1000000,1,', 'EUR'],
    ['CASH.EUR,,1000000,1,', 'EUR'],
    ['€ cash,,1000000,1,', 'EUR'],
    [',Cash in EUR,1000000,1,1000000', 'EUR'],
    [',"Cash, EUR",1000000,1,1000000', 'EUR'],
    [',Cash [EUR],1000000,1,1000000', 'EUR'],
    [',Euro cash balance,1000000,1,1000000', 'EUR'],
    [',Bank account GBP,1000000,1,1000000', 'GBP'],
    [',Euro account,1000000,,', 'EUR'],
    [',Cash (USD),,,1000000', 'USD'],
    [',Cash (All accounts),,,1000000', 'USD'],
    ['CASH,CASH ALL ACCOUNTS,1000000,,', 'USD'],
  ])('%s is a balance in %s', (line, currency) => {
    const { cash, held } = cashOf(line);
    expect(cash).toMatchObject([{ currency, amount: '1000000' }]);
    expect(held).toHaveLength(1);
  });

  test('euros and pounds are not added up as dollars', () => {
    const { cash } = readLines(
      'Name,ISIN,Quantity,Price,Currency,Value',
      'iShares Core MSCI World,IE00B4L5Y983,100,108.44,EUR,10844',
      'Cash (EUR),,,,,2500',
      'Cash (GBP),,,,,1000',
    );
    expect(cash).toEqual([
      { currency: 'EUR', amount: '2500' },
      { currency: 'GBP', amount: '1000' },
    ]);
  });

  test('a quantity of it beside an exchange rate is its amount', () => {
    expect(cashOf(',Cash (EUR),2500,1.16,2900').cash).toEqual([{ currency: 'EUR', amount: '2500' }]);
  });

  test('a dollar sign on its amount is told to contradict it', () => {
    const { cash, said } = cashOf(',Cash (EUR),,,"$2,900"');
    expect(cash).toEqual([{ currency: 'USD', amount: '2900' }]);
    expect(said).toContain('"Cash (EUR)" names EUR, and its amount says USD: it was counted in USD');
  });

  test('two of them are told as a doubt', () => {
    expect(cashOf(',Cash (USD/EUR),,,2900').said).toContain('"Cash (USD/EUR)" names USD and EUR: the cash was counted');
  });

  test.each([',Money market (GBP),300,1,300', ',Brokered CD (GBP),300,1,300'])('%s is no dollars either', (line) => {
    const { held, said } = cashOf(line);
    expect(held[1]).toMatchObject({ quantity: '300', currency: 'GBP' });
    expect(said).toContain('names GBP, and nothing else says what it is in: it was taken to be in GBP');
  });

  test('what may be cash or the class of a fund is told as a doubt', () => {
    expect(cashOf(',Revolut EUR,35,1,35').said).toContain(
      '"Revolut EUR" names EUR, and nothing else says what it is in',
    );
  });
});

describe('cash whose line names no currency', () => {
  test('its account does: "Bank (EUR)"', () => {
    const { cash, said } = readLines('Account,Symbol,Quantity,Price', 'IBKR,VTI,10,300', 'Bank (EUR),CASH,2500,1');
    expect(cash).toEqual([{ currency: 'EUR', amount: '2500' }]);
    expect(said).toContain('"CASH" was counted in EUR, as its account "Bank (EUR)" names that currency');
  });

  test.each(['Depot,CASH,2500,,', 'Bank,CASH,2500,,'])('all else is in euros: %s', (line) => {
    const { cash, said } = readLines('Account,Symbol,Quantity,Price,Currency', 'Depot,VWCE.DE,10,130,EUR', line);
    expect(cash).toEqual([{ currency: 'EUR', amount: '2500' }]);
    expect(said).toContain('nothing says what this cash is in: it was taken to be in EUR');
  });

  test('holdings in several currencies leave it in doubt', () => {
    const { cash, notes } = readLines(
      ...['Symbol,Quantity,Price,Currency', 'VWCE.DE,10,130,EUR', 'VTI,10,300,USD', 'CASH,2500,,'],
    );
    expect(cash).toEqual([{ currency: 'USD', amount: '2500' }]);
    expect(notes).toContainEqual(
      expect.objectContaining({
        topic: 'unsure',
        message: expect.stringContaining('though its account holds EUR and USD'),
      }),
    );
  });

  test('a dollar sign is not one of euros', () => {
    const { cash } = readLines('Symbol,Quantity,Price,Currency,Value', 'VWCE.DE,10,130,EUR,', 'CASH,,,,"$2,500"');
    expect(cash).toEqual([{ currency: 'USD', amount: '2500' }]);
  });
});
