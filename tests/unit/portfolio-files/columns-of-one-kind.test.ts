// Several columns of one kind: of several days, of what shall be held, or one for each account. Nothing of them may go without a word.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

describe('of columns of several times', () => {
  test.each([
    ['Symbol,Beginning Quantity,Ending Quantity,Price', 'VTI,90,100,310.22', 'Ending Quantity'],
    ['Symbol,Opening Units,Closing Units,Price', 'VTI,90,100,310.22', 'Closing Units'],
    ['Symbol,Qty last year,Qty this year,Price', 'VTI,90,100,310.22', 'Qty this year'],
    ['Symbol,Target Shares,Actual Shares,Price', 'VTI,80,100,310.22', 'Actual Shares'],
    ['Symbol,Shares (target),Shares (now),Price', 'VTI,80,100,310.22', 'Shares \\(now\\)'],
    ['Symbol,Shares,Price yesterday,Price today', 'VTI,100,300,310.22', 'Price today'],
    ['Symbol,Shares,Start Price,End Price', 'VTI,100,300,310.22', 'End Price'],
    ['Symbol,Shares,Prior Value,Present Value', 'VTI,100,25000,31022', 'Present Value'],
    ['Symbol,Shares,Ideal Value,Value now', 'VTI,100,40000,31022', 'Value now'],
  ])('%s takes the earlier or the planned one, or does not say which', (header, row, chosen) => {
    const { held, said } = readLines(header, row);
    expect(held).toMatchObject([{ symbol: 'VTI', quantity: '100', price: '310.22' }]);
    expect(said).toMatch(new RegExp(`"${chosen}" was read as .*, and not "`));
  });

  test.each([
    ['Price on 10/31,Price on 11/18', '2026-11-18'],
    ['Price 11/18/2026,Price 10/31/2026', '2026-11-18'],
    ['Price Dec 31,Price Jan 15', '2026-01-15'],
    ['Price (31 Oct 2026),Price (2026-11-18)', '2026-11-18'],
    ['Q2 2026 Price,Q3 2026 Price', '2026-09-30'],
    ['Price 2024,Price 2025', '2025-12-31'],
  ])('"%s" takes an older day, or dates the price today', (headers, day) => {
    const isFirst = headers.startsWith('Price 11/18');
    const { held, said } = readLines(
      `Ticker,Shares,${headers}`,
      `VTI,100,${isFirst ? '310.22,301.1' : '301.1,310.22'}`,
    );
    expect(held).toMatchObject([{ price: '310.22', priceAsOf: day }]);
    expect(said).toContain('was read as the price, and not');
  });

  test('a month without a year is taken for one that is still to come', () => {
    const { held } = readLines('Ticker,Shares,Dec Value,Jan Value,Nov Value', 'VTI,100,1,2,31022');
    expect(held).toMatchObject([{ price: '310.22' }]);
  });

  test('the month of March is found in "Market"', () => {
    const { held } = readLines('Ticker,Shares,Old Market Value,Market Value now', 'VTI,100,1,31022');
    expect(held).toMatchObject([{ price: '310.22', priceAsOf: '2026-11-20' }]);
  });

  test('a plan for what to hold is read as what is held', () => {
    const { held, said } = readLines('Symbol,Target Shares,Price', 'VTI,80,310.22');
    expect([held, said]).toEqual([[], expect.stringContaining('there is no column quantity')]);
  });

  test.each([
    ['Symbol,Shares here,Shares there,Price', 'VTI,50,120,310.22', 'Shares here', 'Shares there'],
    ['Coin,Hot wallet qty,Cold wallet qty,Price', 'BTC,1,2,86000', 'Hot wallet qty', 'Cold wallet qty'],
    ['Symbol,Shares,Morning price,Evening price', 'VTI,100,300,310.22', 'Morning price', 'Evening price'],
  ])('%s is decided without a word where nothing tells', (header, row, ...both) => {
    const { held, said } = readLines(header, row);
    expect(held).toEqual([]);
    for (const one of both) expect(said).toContain(`"${one}"`);
    expect(said).toContain('nothing says which is today');
  });

  test('columns that say the same, or in two currencies, keep a file out', () => {
    expect(readLines('Symbol,Shares A,Shares B,Price', 'VTI,5,5,300').held).toMatchObject([{ quantity: '5' }]);
    expect(readLines('Symbol,Shares,Price (USD),Value (USD),Value (EUR)', 'VTI,5,300,1500,1300').held).toMatchObject([
      { quantity: '5', price: '300' },
    ]);
  });
});

describe('one column for each account', () => {
  const inAccounts = (...lines: string[]) =>
    readLines(...lines).accounts.map(({ name, type, cash, positions }) => [
      name,
      type,
      ...positions.map(({ symbol, quantity, price }) => `${symbol} ${quantity} x ${price ?? ''}`),
      ...cash.map(({ amount }) => amount),
    ]);

  test.each([
    ['Ticker,Price,Roth IRA shares,401k shares,Brokerage shares'],
    ['Ticker,Price,Shares (Roth IRA),Shares (401k),Shares (Brokerage)'],
    ['Ticker,Price,Roth IRA,401k,Brokerage'],
    ['Ticker,Price,Qty in Roth IRA,Qty in 401k,Qty in Brokerage'],
  ])('%s is read for the first account alone', (header) => {
    expect(inAccounts(header, 'VTI,310.22,50,0,120', 'VXUS,74.10,,300,80', 'Cash,,5,,10')).toEqual([
      ['Roth IRA', 'tax_free', 'VTI 50 x 310.22', '5'],
      ['401k', 'tax_deferred', 'VXUS 300 x 74.1'],
      ['Brokerage', 'taxable', 'VTI 120 x 310.22', 'VXUS 80 x 74.1', '10'],
    ]);
  });

  test('of people or brokers is read for the first alone', () => {
    expect(inAccounts('Ticker,His shares,Her shares,Price', 'VTI,50,120,310.22').map(([name]) => name)).toEqual([
      'His',
      'Her',
    ]);
    expect(inAccounts('Ticker,Price,Fidelity,Coinbase', 'VTI,310,5,', 'BTC,86000,,0.5')).toMatchObject([
      ['Fidelity', 'taxable', 'VTI 5 x 310'],
      ['Coinbase', 'taxable', 'BTC 0.5 x 86000'],
    ]);
  });

  test('is lost beside a column of totals that it adds up to', () => {
    expect(
      inAccounts('Ticker,IRA Shares,Taxable Shares,Total Shares,Price,Value', 'VTI,50,120,170,310.22,"$52,737.40"'),
    ).toEqual([
      ['IRA', 'tax_deferred', 'VTI 50 x 310.22'],
      ['Taxable', 'taxable', 'VTI 120 x 310.22'],
    ]);
    expect(
      inAccounts(
        'Fund,Roth IRA,401k,Total',
        'VTI,"$15,511",$0,"$15,511"',
        'BND,$90,$10,$100',
        'Total,"$15,601",$10,"$15,611"',
      ),
    ).toMatchObject([
      ['Roth IRA', 'tax_free', expect.stringMatching(/^VTI.* 15511 x 1$/), expect.stringMatching(/^BND.* 90 x 1$/)],
      ['401k', 'tax_deferred', expect.stringMatching(/^BND.* 10 x 1$/)],
    ]);
  });

  test('is believed against totals that it does not add up to, or passed over without a word', () => {
    const { accounts, said } = readLines('Ticker,Shares,Price,IRA shares,Roth shares', 'VTI,200,310,50,120');
    expect(accounts).toMatchObject([{ name: 'Portfolio', positions: [{ quantity: '200' }] }]);
    expect(said).toContain('"IRA shares", "Roth shares" look like columns of accounts, and do not add up to "Shares"');
  });

  test('beside one that nothing is known of is read without it', () => {
    const { held, said } = readLines('Ticker,IRA shares,Vault shares,401k shares,Price', 'VTI,1,2,3,300');
    expect(held).toEqual([]);
    expect(said).toContain('"Vault shares"');
  });

  test('has its values for another account, or loses what was paid without a word', () => {
    const { accounts, said } = readLines(
      'Symbol,IRA shares,IRA value,Joint shares,Joint value,Cost basis',
      'VTI,10,3102.20,20,6204.40,5000',
    );
    expect(accounts).toMatchObject([
      { name: 'IRA', positions: [{ quantity: '10', price: '310.22' }] },
      { name: 'Joint', positions: [{ quantity: '20', price: '310.22' }] },
    ]);
    expect(said).toContain('"Cost basis" is of all accounts together, and was left out');
  });

  test('is seen in percentages, or in what each of them cost', () => {
    for (const header of ['Symbol,Shares,Roth IRA %,401k %,Price', 'Symbol,Shares,Roth IRA cost,401k cost,Price']) {
      expect(readLines(header, 'VTI,10,50,50,300').accounts).toMatchObject([{ name: 'Portfolio' }]);
    }
  });
});

describe('shares that have not vested', () => {
  test('are counted where those that have stand beside them', () => {
    const { held, said } = readLines(
      'Symbol,Granted shares,Vested shares,Unvested shares,Price',
      'MSFT,400,150,250,500',
    );
    expect(held).toMatchObject([{ quantity: '150' }]);
    expect(said).toContain(
      '"Vested shares" was read as how many are held, and not "Granted shares" and "Unvested shares"',
    );
  });

  test.each([
    ['Grant,Symbol,Granted,Vested,Unvested,Price', '2023 RSU,CRM,400,300,100,260'],
    ['Symbol,Awarded,Vested to date,FMV,Price', 'CRM,400,300,n/a,260'],
    ['Symbol,Vested,Unvested,Price,Vested value', 'CRM,300,100,260,78000'],
    ['Symbol,Vested,Price', 'CRM,300,260'],
  ])('keep those that have, under %s, from being read', (header, row) => {
    expect(readLines(header, row).held).toMatchObject([{ symbol: 'CRM', quantity: '300', price: '260' }]);
  });

  test('are no amounts of money of a plan, of which part has vested', () => {
    const { held } = readLines('Fund,Price,Balance,Vested', 'VFIAX,600,30000,24000', 'VBTLX,10,5000,4000');
    expect(held.map(({ quantity }) => quantity)).not.toContain('24000');
  });

  test.each([
    ['Symbol,Granted shares,Price', 'MSFT,400,500'],
    ['Symbol,Shares,Unvested shares,Price', 'MSFT,400,250,500'],
    ['Symbol,Shares,Vested shares,Price', 'MSFT,400,150,500'],
  ])('%s are counted in full without a word', (header, row) => {
    const { held, notes } = readLines(header, row);
    expect(held).toMatchObject([{ quantity: '400' }]);
    expect(notes).toContainEqual(
      expect.objectContaining({
        topic: 'unvested',
        message: expect.stringContaining('what has not vested may be lost'),
      }),
    );
  });
});
