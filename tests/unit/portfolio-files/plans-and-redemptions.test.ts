// What is listed twice, and lists without cash: a bill that was paid back refused a whole history, and a plan's funds were counted as money.
import { describe, expect, test } from '@jest/globals';
import { analysed } from './analysed-files.ts';
import { readLines } from './read-lines.ts';

const SCHWAB = '"Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"';
const BILL = '"912797GB7","US TREASURY BILL25U S T BILL DUE 06/10/25"';
const PAID_IN = '"03/01/2025","MoneyLink Transfer","","Tfr BANK","","","","$40000.00"';
const BOUGHT = `"03/11/2025","Buy",${BILL},"10,000","$98.95","","-$9895.00"`;
const SHARES = `"06/10/2025","Full Redemption",${BILL},"-10,000","","",""`;
const MONEY = `"06/10/2025","Full Redemption Adj",${BILL},"","","","$10000.00"`;

describe('a bill that was paid back, as Schwab lists it', () => {
  test.each([
    ['the money first', [MONEY, SHARES]],
    ['the shares first', [SHARES, MONEY]],
  ])('is one sale at its face value (%s)', (_, rows) => {
    const { value, analysis, whole } = analysed([SCHWAB, ...rows, BOUGHT, PAID_IN]);
    expect(value).toBeCloseTo(40_105, 6);
    expect(analysis.holdings.map(({ symbol }) => symbol)).toEqual(['CASH:USD']);
    // 105 of 40,000.
    expect(whole?.timeWeighted?.total).toBeCloseTo(0.002625, 9);
  });

  test('is paid back once where two were, and each row has its own money', () => {
    const rows = [MONEY, SHARES, MONEY, SHARES, BOUGHT, BOUGHT, PAID_IN];
    expect(analysed([SCHWAB, ...rows]).value).toBeCloseTo(40_210, 6);
  });

  test('is still asked about where the money is missing', () => {
    expect(readLines(SCHWAB, SHARES, BOUGHT, PAID_IN).said).toContain('a price or an amount is missing');
  });

  test('a company that was taken over for money is sold, with what was paid for it', () => {
    const { transactions } = readLines(
      SCHWAB,
      '"06/10/2025","Cash Merger Adj","SPLK","SPLUNK INC","","","$5.00","$1565.00"',
      '"06/10/2025","Cash Merger","SPLK","SPLUNK INC","-10","","",""',
      '"03/11/2025","Buy","SPLK","SPLUNK INC","10","$110","","-$1100.00"',
      PAID_IN,
    );
    expect(transactions.at(-1)).toMatchObject({ kind: 'sell', quantity: '10', amount: '1565', price: '156.5' });
  });
});

describe('a company that was taken over for money, as Schwab lists it', () => {
  const VMW = '"VMW","VMWARE INC"';
  const PAID = '"01/02/2024","MoneyLink Transfer","","Tfr BANK","","","","$2000.00"';
  const HELD = `"01/03/2024","Buy",${VMW},"100","$10.00","","-$1000.00"`;
  const CASH = `"01/06/2025","Cash Merger",${VMW},"","","","$2500.00"`;
  const GONE = `"01/06/2025","Cash Merger Adj",${VMW},"-100","","",""`;
  const QUOTED = ['Symbol,Price,Currency,Date', 'VMW,20,USD,2025-01-06'];

  test.each([
    ['the shares first', [GONE, CASH]],
    ['the money first', [CASH, GONE]],
    ['the other row named as the adjustment', [CASH.replace('Merger', 'Merger Adj'), GONE.replace(' Adj', '')]],
    ['shares without a minus', [GONE.replace('-100', '100'), CASH]],
  ])('is sold for it, and no shares leave at what they were quoted at (%s)', (_, rows) => {
    const { value, whole, notes } = analysed([SCHWAB, ...rows, HELD, PAID], QUOTED);
    expect(value).toBeCloseTo(3500, 6);
    // 2,000 became 3,500, and nothing else came or went.
    expect(whole?.timeWeighted?.total).toBeCloseTo(0.75, 9);
    expect(notes).not.toContain('Merger');
  });

  test('fees of either row are costs of the sale', () => {
    const rows = [
      GONE.replace('"-100",""', '"-100","$25.00"'),
      CASH.replace('"",""', '"","$5.00"').replace('2500', '2495'),
    ];
    const { transactions } = readLines(SCHWAB, ...rows, HELD, PAID);
    expect(transactions.at(-1)).toMatchObject({ kind: 'sell', quantity: '100', price: '25', amount: '2495' });
  });

  test.each([
    ['of two companies', [CASH, GONE.replace('VMW', 'SPLK')]],
    ['of two days', [CASH, GONE.replace('01/06', '01/07')]],
  ])('halves that are not of one sale are not made one (%s)', (_, rows) => {
    const { notes } = analysed([SCHWAB, ...rows, HELD.replace('VMW', 'SPLK'), HELD, PAID], QUOTED);
    expect(notes).toContain('"Cash Merger" has no shares that went for its money');
    expect(notes).toContain('"Cash Merger Adj" has no money for its shares');
  });

  test.each([
    ['money', CASH, 'has no shares that went for its money, and no other row of VMW and that day does'],
    ['shares without a minus', GONE.replace('-', ''), 'has no money for its shares'],
    ['shares', GONE, 'has no money for its shares, and no other row of VMW and that day does'],
  ])('half of it is told of with its line (%s alone)', (_, row, said) => {
    const { notes } = analysed([SCHWAB, row, HELD, PAID], QUOTED);
    expect(notes).toContain('my.csv:2');
    expect(notes).toContain(said);
  });
});

describe('a plan that holds no cash', () => {
  const HEAD = 'Date,Investment,Transaction Type,Amount,Shares/Unit';
  const TARGET = 'VANG TARGET RET 2045';
  const read = (...rows: string[]) => analysed([HEAD, `01/15/2025,${TARGET},CONTRIBUTIONS,"1,000.00",25.000`, ...rows]);
  const unitsOf = (...rows: string[]) => read(...rows).holding('VANG-TARGET-RET-2045')?.quantity;

  test('has units of its funds, and no money', () => {
    const { value, analysis } = read(`02/15/2025,${TARGET},CONTRIBUTIONS,"1,000.00",24.500`);
    // 49.5 units at 1,000 / 24.5.
    expect(value).toBeCloseTo(2020.41, 2);
    expect(analysis.totals.cash).toBe(0);
  });

  test.each([
    ['a fee takes units', `04/01/2025,${TARGET},RECORDKEEPING FEE,-8.00,-0.200`, 24.8],
    ['a dividend brings units', `03/31/2025,${TARGET},DIVIDEND,12.00,0.290`, 25.29],
    ['a withdrawal takes units', `03/31/2025,${TARGET},Withdrawals,-400.00,-10`, 15],
    ['a loan that is paid back brings units', `03/31/2025,${TARGET},Transfer In,80.00,2`, 27],
    ['a gain is none of its units', `06/01/2025,${TARGET},Change in Market Value,50.00,0.000`, 25],
    ['what was realized is none of its units', `06/01/2025,${TARGET},Realized G/L Gain/Loss,50.00,0.000`, 25],
    ['units go to another fund', `05/01/2025,${TARGET},Exchange Out,-500.00,-12.000`, 13],
    ['units come from another fund', `05/01/2025,${TARGET},Exchange In,500.00,12.000`, 37],
    ['the sign tells where the words do not', `05/01/2025,${TARGET},Exchanges,-500.00,-12.000`, 13],
  ])('%s', (_, row, units) => {
    expect(unitsOf(row)).toBeCloseTo(units, 9);
  });

  test('one fund for another is neither paid in nor earned', () => {
    const { value, whole, holding } = read(
      `05/01/2025,${TARGET},Exchange Out,-500.00,-12.000`,
      '05/01/2025,SP 500 INDEX PL CL E,Exchange In,500.00,2.500',
    );
    expect(holding('SP-500-INDEX-PL-CL-E')).toMatchObject({ quantity: 2.5, value: 500, gain: 0 });
    // 13 units at 41.6667 and 500; all of 25 units rose from 40.
    expect(value).toBeCloseTo(1041.67, 2);
    expect(whole?.timeWeighted?.total).toBeCloseTo(500 / 12 / 40 - 1, 6);
  });
});
