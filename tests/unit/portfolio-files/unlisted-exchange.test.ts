// What was bought in one currency with another's cash must neither leave that cash in full nor make a debt of the purchase.
import { describe, expect, test } from '@jest/globals';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import type { StatedRate } from '../../../shared/portfolio-files/with-exchange-rates.ts';

const HEADER = 'Date,Action,Account,Symbol,Quantity,Price,Fees,Amount,Currency';
const RATES: StatedRate[] = [
  { from: 'EUR', to: 'USD', rate: '1.08', asOf: '2025-03-03' },
  { from: 'EUR', to: 'USD', rate: '1.25', asOf: '2025-05-05' },
  { from: 'USD', to: 'JPY', rate: '150', asOf: '2025-03-03' },
];

function read(lines: readonly string[], rates: readonly StatedRate[] = RATES) {
  const bytes = new TextEncoder().encode([HEADER, ...lines].join('\n'));
  const file = { name: 'list.csv', bytes, modifiedOn: '2025-12-31', asOf: '2025-12-31', rates };
  const reading = readPortfolioFile(file);
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('; '));
  const { accounts, transactions } = reading.portfolio;
  const cash = Object.fromEntries((accounts[0]?.cash ?? []).map(({ currency, amount }) => [currency, amount]));
  return { cash, notes: reading.notes, transactions };
}

const deposit = '2025-03-03,Deposit,C,,,,,10000,EUR';
const purchase = '2025-03-03,Buy,C,VTI,40,270,0,,USD';

describe('a purchase in one currency, paid by cash of another', () => {
  test('is exchanged at the rate of its day, and that is said', () => {
    const { cash, notes, transactions } = read([deposit, purchase]);
    expect(cash).toEqual({});
    expect(notes.map(({ message }) => message).join()).toContain('10000 EUR for 10800 USD on 2025-03-03');
    expect(transactions).toEqual([]);
    // The other way round, and no more than it cost.
    const yen = read(['2025-03-03,Deposit,C,,,,,1000000,JPY', '2025-03-03,Buy,C,VTI,20,270,0,,USD']);
    expect(yen.cash).toEqual({ JPY: '190000' });
  });

  test('what came in later in that currency is not exchanged again', () => {
    const { cash } = read([deposit, purchase, '2025-06-03,Dividend,C,VTI,,,,40,USD']);
    expect(cash).toEqual({ EUR: '37.04' });
  });

  test('of two days each has its own rate', () => {
    const { cash } = read(['2025-03-03,Deposit,C,,,,,30000,EUR', purchase, '2025-05-05,Buy,C,VTI,40,250,0,,USD']);
    expect(cash).toEqual({ EUR: '12000' });
  });

  test.each([
    ['no rate of that day', [deposit, purchase], []],
    ['too little to have paid it', ['2025-03-03,Deposit,C,,,,,5000,EUR', purchase], RATES],
    ['the money only later', ['2025-02-03,Deposit,C,,,,,1,EUR', purchase, '2025-06-03,Deposit,C,,,,,10000,EUR'], RATES],
  ])('with %s leaves none of its cash counted, and that is said first', (_why, lines, rates) => {
    const { cash, notes } = read(lines, rates);
    expect(cash).toEqual({});
    expect(notes[0]).toMatchObject({ topic: 'left_out' });
    expect(notes[0]?.message).toContain('not known in any currency');
    expect(notes[0]?.message.length).toBeLessThanOrEqual(300);
  });

  test('an exchange that the list tells of some days later is left as it is', () => {
    const { cash, notes } = read([
      deposit,
      purchase,
      '2025-03-05,Withdrawal,C,,,,,-10000,EUR',
      '2025-03-05,Deposit,C,,,,,10800,USD',
    ]);
    expect(cash).toEqual({});
    expect(notes.map(({ message }) => message).join()).not.toContain('exchange');
  });
});
