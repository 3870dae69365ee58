// Bonds, bills and CDs are quoted for 100 of face value, in lists of transactions as in positions: read as of one unit they are worth a
// hundredfold. Figures are by hand: 10,000 of face value at 98.10 are 9,810.00, which the rows state themselves.
import { describe, expect, test } from '@jest/globals';
import { analysed } from './analysed-files.ts';

const SCHWAB = 'Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount';
const FIDELITY =
  'Run Date,Action,Symbol,Description,Type,Price ($),Quantity,Commission ($),Fees ($),Accrued Interest ($),Amount ($),Settlement Date';
const VANGUARD =
  'Account Number,Trade Date,Settlement Date,Transaction Type,Transaction Description,Investment Name,Symbol,Shares,Share Price,Principal Amount,Commission Fees,Net Amount,Accrued Interest,Account Type';
const ETRADE = 'TransactionDate,TransactionType,SecurityType,Symbol,Quantity,Amount,Price,Commission,Description';
const OWN = 'Date,Action,Account,Symbol,Name,Quantity,Price,Fees,Amount';

const FILES: readonly (readonly [string, readonly string[]])[] = [
  [
    'Schwab',
    [
      SCHWAB,
      '11/12/2025,Buy,912797RF6,US TREASURY BILL26U S T BILL DUE 05/14/26,"10,000",$98.10,,-$9810.00',
      '03/01/2025,MoneyLink Transfer,,Tfr BANK,,,,$40000.00',
    ],
  ],
  [
    'Fidelity',
    [
      FIDELITY,
      '11/12/2025,"YOU BOUGHT UNITED STATES TREAS BILLS ZERO CPN 0.00000% 05/14/2026 (912797RF6) (Cash)",912797RF6,"UNITED STATES TREAS BILLS ZERO CPN 0.00000% 05/14/2026",Cash,98.10,10000,,,,-9810,11/13/2025',
      '03/01/2025,"Electronic Funds Transfer Received (Cash)", ,"No Description",Cash,,0,,,,40000,',
    ],
  ],
  [
    'Vanguard',
    [
      VANGUARD,
      '1,2025-03-01,2025-03-01,Funds Received,Funds Received,,,0,0,40000,0,40000,0,CASH',
      '1,2025-11-12,2025-11-13,Buy,Buy,U S TREASURY BILL 05/14/26,912797RF6,10000,98.10,-9810,0,-9810,0,CASH',
    ],
  ],
  [
    'E*Trade',
    [
      ETRADE,
      '11/12/25,Bought,BOND,912797RF6,10000,-9810,98.10,0,US TREASURY BILL DUE 05/14/26',
      '03/01/25,Online Transfer,UNKNOWN, ,0,40000,0,0,TRNSFR FROM BANK',
    ],
  ],
  [
    'own columns',
    [OWN, '2025-03-01,Deposit,B,,,,,,40000', '2025-11-12,Buy,B,912797RF6,US T-BILL 05/14/2026,10000,98.10,,-9810'],
  ],
  [
    'own columns without an amount',
    [OWN, '2025-03-01,Deposit,B,,,,,,40000', '2025-11-12,Buy,B,912797RF6,US T-BILL 05/14/2026,10000,98.10,,'],
  ],
  [
    'a CD under a code of the bank’s own',
    [OWN, '2025-03-01,Deposit,B,,,,,,40000', '2025-11-12,Buy,B,CD7741,Certificate 4.1%,10000,98.10,,-9810'],
  ],
  [
    'a price of one unit',
    [OWN, '2025-03-01,Deposit,B,,,,,,40000', '2025-11-12,Buy,B,912797RF6,US T-BILL 05/14/2026,10000,0.9810,,-9810'],
  ],
  [
    'bonds of 1,000 each',
    [OWN, '2025-03-01,Deposit,B,,,,,,40000', '2025-11-12,Buy,B,037833EB2,APPLE INC 4.65% 02/23/2046,10,98.10,,-9810'],
  ],
];

describe('a bill bought for 9,810 out of 40,000', () => {
  test.each(FILES)('is worth what was paid for it (%s)', (_, lines) => {
    const { value, analysis, whole } = analysed(lines);
    expect(value).toBeCloseTo(40_000, 6);
    expect(analysis.holdings.find(({ kind }) => kind === 'holding')).toMatchObject({ value: 9810, gain: 0 });
    expect(whole?.timeWeighted?.total ?? 0).toBeCloseTo(0, 9);
  });
});

test('a price whose scale is guessed is told', () => {
  const rows = ['2025-03-01,Deposit,B,,,,,,40000', '2025-11-12,Buy,B,912797RF6,US T-BILL 05/14/2026,10000,98.10,,'];
  expect(analysed([OWN, ...rows]).notes).toContain('98.1 was read as the price for 100 of face value');
});

test('a coupon that was paid with the price, and a fee, hide nothing', () => {
  const { value, holding } = analysed([
    OWN,
    '2025-03-01,Deposit,B,,,,,,40000',
    '2025-11-12,Buy,B,91282CJL6,US TREASURY NOTE 4.875% 11/30/2025,10000,99.10,5,-10134.67',
  ]);
  // 9,910 of price; 219.67 of accrued interest and 5 of fees are gone from cash: 40,000 - 10,134.67 + 9,910.
  expect(value).toBeCloseTo(39_775.33, 6);
  expect(holding('91282CJL6')).toMatchObject({ value: 9910, gain: -224.67 });
});

test('the fee beside an amount that leaves it out is still paid', () => {
  const { value } = analysed([
    OWN,
    '2025-03-01,Deposit,B,,,,,,40000',
    '2025-11-12,Buy,B,912797RF6,US T-BILL 05/14/2026,10000,98.10,25,-9810',
  ]);
  expect(value).toBeCloseTo(39_975, 6);
});

test('a deposit after the purchase of a note is no return, whatever scale the prices of today have', () => {
  const lines = [
    SCHWAB,
    '11/13/2025,MoneyLink Transfer,,Tfr BANK,,,,$5000.00',
    '03/12/2025,Buy,91282CJL6,US TREASURY NT 4.875%11/30/25UST NOTE DUE 11/30/25,"10,000",$98.10,,-$9810.00',
    '03/11/2025,Buy,VTI,VANGUARD TOTAL STOCK MARKET ETF,50,$275.00,,-$13750.00',
    '03/01/2025,MoneyLink Transfer,,Tfr BANK,,,,$40000.00',
  ];
  const prices = ['Symbol,Price,Currency,Price date', '91282CJL6,100.0,USD,2025-11-20', 'VTI,335,USD,2025-11-20'];
  const { value, whole } = analysed(lines, prices);
  // 50 x 335 + 10,000 + (45,000 - 23,560); at 0.981 and 275 until 13 November, when 5,000 came to 40,000.
  expect(value).toBeCloseTo(48_190, 6);
  expect(whole?.timeWeighted?.total).toBeCloseTo(48_190 / 45_000 - 1, 9);
  expect(whole?.growth?.every(({ value: grown }) => grown < 1.2)).toBe(true);
});

test('a bill that was paid back keeps its own prices of 100 out of the returns', () => {
  const lines = [
    OWN,
    '2025-01-02,Deposit,B,,,,,,10000',
    '2025-01-03,Buy,B,912797GB7,US T-BILL 06/10/2025,10000,98,,-9800',
    '2025-06-10,Sell,B,912797GB7,US T-BILL 06/10/2025,10000,100,,10000',
  ];
  const prices = ['Symbol,Price,Currency,Price date', '912797GB7,99,USD,2025-03-10'];
  const { whole } = analysed(lines, prices);
  // 10,200 of 10,000; 99 of 98 on the way.
  expect(whole?.timeWeighted?.total).toBeCloseTo(0.02, 9);
  expect(Math.max(...(whole?.growth ?? []).map(({ value }) => value))).toBeCloseTo(1.02, 9);
});

test('a stock that rises a hundredfold is no bond', () => {
  const lines = [OWN, '2020-01-02,Deposit,B,,,,,,1000', '2020-01-03,Buy,B,SOL,Solana,1000,0.95,,-950'];
  const { holding } = analysed(lines, ['Symbol,Price,Currency,Price date', 'SOL,95,USD,2025-11-20']);
  expect(holding('SOL')).toMatchObject({ value: 95_000 });
});

test('a bond in euros follows its price and the rate, each of its day', () => {
  const lines = [
    `${OWN},Currency`,
    '2023-01-03,Deposit,DE,,,,,,20000,EUR',
    '2023-01-04,Buy,DE,DE0001102580,BUND 0% 02/15/2032,10000,85.20,,-8520,EUR',
  ];
  const prices = [
    'Symbol,Price,Currency,Price date',
    ...['EUR/USD,1.06,,2023-01-03', 'EUR/USD,1.10,,2025-11-20', 'DE0001102580,92.0,EUR,2025-11-20'],
  ];
  const { value, whole } = analysed(lines, prices);
  // (20,000 - 8,520 + 9,200) x 1.10 of 20,000 x 1.06.
  expect(value).toBeCloseTo(22_748, 6);
  expect(whole?.timeWeighted?.total).toBeCloseTo(22_748 / 21_200 - 1, 9);
});

test('half of a note sold before it is due keeps half of its cost', () => {
  const { value, holding, whole } = analysed([
    SCHWAB,
    '10/15/2025,Sell,912828YY0,US TREASURY NT 1.75% 12/31/26,"5,000",$99.80,$1.00,$4989.00',
    '05/15/2025,Bond Interest,912828YY0,US TREASURY NT,,,,$43.75',
    '02/10/2025,Buy,912828YY0,US TREASURY NT 1.75% 12/31/26,"10,000",$97.50,$1.00,-$9806.63',
    '02/01/2025,MoneyLink Transfer,,Tfr,,,,$10000.00',
  ]);
  // 10,000 - 9,806.63 + 43.75 + 4,989 of cash, 5,000 at 0.998 that cost 4,903.315.
  expect(value).toBeCloseTo(10_216.12, 6);
  expect(holding('912828YY0')?.gain).toBeCloseTo(86.68, 1);
  expect(whole?.timeWeighted?.total).toBeCloseTo(0.021612, 9);
});
