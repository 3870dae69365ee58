// Money taken out that is counted as paid in makes an account twice as large: what a holder's bank or broker calls a payment decides,
// where no sign does. Expected directions are those of the words as banks and brokers document them (Schwab, Fidelity, Vanguard,
// E*TRADE, Interactive Brokers, Robinhood, Merrill, Ally, Quicken's actions, OFX's transaction types), not those of the code.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const OUT = [
  ...['Withdrawal', 'Withdraw', 'Withdrew', 'Withdrawn', 'Cash withdrawal', 'Withdrawl', 'ACH Withdrawal', 'ACH Debit'],
  ...['EFT withdrawal', 'Wire out', 'Wire transfer withdrawal', 'Wire Sent', 'Wired Funds Disbursed', 'Outgoing wire'],
  ...['Outgoing transfer', 'Transfer (withdrawal)', 'Transfer out', 'Transfer to bank', 'Transfer to checking'],
  ...[
    'Transfer to my savings account',
    'Electronic Funds Transfer Paid',
    'Funds Paid',
    'EFT out',
    'ACH out',
    'ACH sent',
  ],
  ...['Money out', 'Cash out', 'Paid out', 'Payout', 'Pay out', 'Outflow', 'Out', 'Debit', 'DR', 'Sent to bank'],
  ...[
    'RMD',
    'Required minimum distribution',
    'Annual RMD',
    'IRA distribution',
    'Normal distribution',
    'Roth distribution',
  ],
  ...['Early distribution', '401(k) distribution', 'Qualified charitable distribution', 'Hardship withdrawal', 'DISTR'],
  ...['Return of excess contribution', 'Disbursement', 'Journal out', 'Systematic withdrawal', 'Deposit reversal'],
  ...[
    'Bill payment',
    'Bill pay',
    'Check paid',
    'Check',
    'Check 1042',
    'CHECK',
    'Debit card',
    'Debit card purchase',
    'ATM',
  ],
  ...[
    'ATM withdrawal',
    'Direct debit',
    'Payment to Visa',
    'Payment sent',
    'Credit card payment',
    'Standing order',
    'POS',
  ],
  ...['XOut', 'WithdrwX', 'DIRECTDEBIT', 'WDL', 'Zelle sent', 'Charitable donation', 'Returned deposit'],
  ...[
    'Transfer from Brokerage to Bank',
    'Visa purchase',
    'Preauthorized debit',
    'POS debit',
    'Virement émis',
    'Prélèvement',
  ],
];
const IN = [
  ...[
    'Deposit',
    'ACH Deposit',
    'ACH Credit',
    'EFT deposit',
    'Wire in',
    'Wire received',
    'Incoming wire',
    'Wire deposit',
  ],
  ...['Wired Funds Received', 'Incoming transfer', 'Transfer (deposit)', 'Transfer in', 'Transfer from bank'],
  ...['Transfer from checking', 'Electronic Funds Transfer Received', 'Funds Received', 'MoneyLink Deposit', 'ACH in'],
  ...[
    'Money in',
    'Cash in',
    'Paid in',
    'Inflow',
    'In',
    'Credit',
    'CR',
    'Funding',
    'Account funding',
    'Funded',
    'Top up',
  ],
  ...['Payroll', 'Payroll deposit', 'Direct deposit', 'Salary', 'Paycheck', 'Bonus', 'Sign-up bonus', 'Referral bonus'],
  ...[
    'Contribution',
    'IRA contribution',
    'Employer match',
    'Employer contribution',
    'Rollover',
    'Rollover contribution',
  ],
  ...['Check deposit', 'Mobile check deposit', 'Check received', 'ATM deposit', 'Cash deposit', 'Payment received'],
  ...['XIn', 'ContribX', 'DIRECTDEP', 'DEP', 'Zelle received', 'Gift received', 'Tax refund', 'IRS tax refund'],
  ...['Withdrawal reversal', 'Opening balance', 'Cash back', 'Promotional credit', 'Deposited'],
  ...[
    'Transfer from Bank to Brokerage',
    'Pre-tax contribution',
    'After-tax contribution',
    'Elective deferral',
    'Cash receipt',
  ],
  ...['Social Security', 'Preauthorized credit', 'Überweisungseingang', 'Virement reçu', 'Gutschrift'],
];
const EARNED = [
  ...[
    'Interest',
    'Interest earned',
    'Interest income',
    'Credit interest',
    'Bank interest',
    'Interest credited',
    'IntInc',
  ],
  ...['Interest payment', 'Bond interest', 'Coupon', 'Coupon payment', 'Fee rebate', 'Fee refund', 'Wire fee reversal'],
  ...['ATM fee rebate', 'Rebate', 'Refund', 'Margin interest reversal', 'Dividend', 'Payment in lieu of dividend'],
  ...[
    'Substitute payment',
    'Cash in lieu',
    'Withholding tax refund',
    'Foreign tax reclaim',
    'Commission rebate',
    'MiscInc',
  ],
];
const CHARGED = [
  ...['Interest charged', 'Interest charge', 'Margin interest', 'MARGIN INT', 'Debit interest', 'Interest expense'],
  ...[
    'Interest on margin',
    'Borrow interest',
    'Fee',
    'Wire fee',
    'Wire transfer fee',
    'ATM fee',
    'Transfer fee',
    'ACH fee',
  ],
  ...[
    'Returned check fee',
    'Account maintenance fee',
    'Foreign tax paid',
    'Federal withholding',
    'Dividend reversal',
    'MARGINT',
  ],
  ...['Service charge', 'SRVCHG', 'MiscExp', 'Subscription fee', 'Estimated tax payment', 'Interest reversal'],
  ...['Dividend tax', 'Tax on dividend'],
];
/** What the words leave open: each is one way at one house and the other way at another. */
const OPEN = [
  'Transfer',
  'ACH',
  'Wire',
  'EFT',
  'Journal',
  'Payment',
  'Interest paid',
  'Distribution',
  'ACH return',
  'XFER',
];
const UNKNOWN = ['Levy', 'Settlement of the estate', 'Miscellaneous'];

const list = (words: string, amount: string, purchase: string) =>
  readLines(
    'Date,Type,Symbol,Shares,Price,Amount',
    '2026-01-02,Deposit,,,,30000',
    `2026-01-03,Buy,VTI,50,240,${purchase}`,
    `2026-06-03,${words},,,,${amount}`,
  );
const dollars = (amount: string) => [{ currency: 'USD', amount }];

describe('without signs the words tell the direction, and a sign beats them:', () => {
  test.each([...OUT, ...CHARGED])('%s takes cash', (words) => {
    expect(list(words, '1000', '12000').cash).toEqual(dollars('17000'));
    expect(list(words, '-1000', '-12000').cash).toEqual(dollars('17000'));
  });

  test.each([...IN, ...EARNED])('%s brings cash', (words) => {
    expect(list(words, '1000', '12000').cash).toEqual(dollars('19000'));
    expect(list(words, '1000', '-12000').cash).toEqual(dollars('19000'));
    // A deposit that bounced, in a list that signs.
    expect(list(words, '-1000', '-12000').cash).toEqual(dollars('17000'));
  });

  test.each(CHARGED)('%s without a minus comes back, in a list that gives what it takes one', (words) => {
    expect(list(words, '1000', '-12000').cash).toEqual(dollars('19000'));
  });

  test('a fee without one takes cash beside a withdrawal without one, whatever sign a single purchase has', () => {
    const fee = '2026-06-02,Fee,,,,35';
    const rows = ['2026-01-02,Deposit,,,,30000', '2026-01-03,Buy,VTI,50,240,-12000', '2026-06-03,Withdrawal,,,,1000'];
    expect(readLines('Date,Type,Symbol,Shares,Price,Amount', ...rows, fee).cash).toEqual(dollars('16965'));
    const back = ['2026-06-01,Fee,,,,-100', fee];
    expect(readLines('Date,Type,Symbol,Shares,Price,Amount', ...rows, ...back).cash).toEqual(dollars('16935'));
  });

  test('so does a withdrawal without one, beside others that have it, and else none', () => {
    const others = '2026-06-02,ACH Withdrawal,,,,-500';
    const rows = ['2026-01-02,Deposit,,,,30000', '2026-06-03,Wire out,,,,1000'];
    expect(readLines('Date,Type,Symbol,Shares,Price,Amount', ...rows, others).cash).toEqual(dollars('30500'));
    expect(list('ACH Withdrawal', '1000', '-12000').cash).toEqual(dollars('17000'));
  });
});

describe('what neither a word nor a sign tells is not guessed:', () => {
  test.each([...OPEN, ...UNKNOWN])('%s leaves cash out, with its line, and says so first', (words) => {
    const { cash, notes, transactions } = list(words, '1000', '12000');
    expect(cash).toEqual([]);
    expect(transactions).toEqual([]);
    const first = notes.find(({ topic }) => topic === 'left_out');
    expect(first?.message).toContain(`line 4, "${words}", 1000 USD`);
    expect(first?.message).toContain('is not known and left out');
    expect(notes.find(({ line }) => line === 4)?.message).toContain(words);
  });

  test.each([...OPEN, ...UNKNOWN])('%s with a sign is what the sign says', (words) => {
    expect(list(words, '1000', '-12000').cash).toEqual(dollars('19000'));
    expect(list(words, '-1000', '-12000').cash).toEqual(dollars('17000'));
    expect(list(words, '-1000', '12000').cash).toEqual(dollars('17000'));
  });

  test('a trifle beside the account is told on its line, and the rest of the cash counts', () => {
    const { cash, notes } = list('Interest paid', '3', '12000');
    expect(cash).toEqual(dollars('18000'));
    expect(notes.find(({ line }) => line === 4)?.message).toContain('does not say which way its 3 USD went');
  });

  test('of what is listed first there is nothing that could have gone out, which is told', () => {
    const { cash, said } = readLines(
      'Date,Type,Symbol,Shares,Price,Amount',
      '2026-01-02,Transfer,,,,30000',
      '2026-01-03,Buy,VTI,50,240,12000',
    );
    expect(cash).toEqual(dollars('18000'));
    expect(said).toContain('"Transfer" does not say which way its money went: taken for money that came in');
  });

  test('a balance that the list states counts, whatever it leaves open', () => {
    const { cash } = readLines(
      'Date,Type,Symbol,Shares,Price,Amount,Cash balance',
      '2026-01-02,Deposit,,,,30000,30000',
      '2026-01-03,Buy,VTI,50,240,12000,18000',
      '2026-06-03,Levy,,,,1000,17000',
    );
    expect(cash).toEqual(dollars('17000'));
  });
});

test('shares that are moved out by words alone are not held', () => {
  const { held } = readLines(
    'Date,Type,Symbol,Shares,Price,Amount',
    '2026-01-03,Buy,VTI,50,240,',
    '2026-06-03,ACAT outgoing,VTI,20,,',
  );
  expect(held).toMatchObject([{ symbol: 'VTI', quantity: '30' }]);
});
