// A split changes what a price is of, and never the day on which it was observed.
import { describe, expect, test } from '@jest/globals';
import { analysed } from './analysed-files.ts';

const OWN = 'Date,Action,Account,Symbol,Quantity,Price,Fees,Amount';
const PRICES = 'Symbol,Price,Currency,Price date';
const BOUGHT = ['2015-01-02,Deposit,A,,,,,50000', '2015-01-05,Buy,A,NVDA,100,500,,'];
const SPLIT = '2024-06-10,Split,A,NVDA,10:1,,,';

describe('100 shares bought at 500 in 2015, ten for one in 2024', () => {
  test('have a price of 2015, and no return to the day of the split', () => {
    const { value, holding, whole, analysis } = analysed([OWN, ...BOUGHT, SPLIT]);
    expect(value).toBeCloseTo(50_000, 6);
    expect(holding('NVDA')).toMatchObject({ price: 50, priceAsOf: '2015-01-05', stale: true });
    expect(whole).toMatchObject({ timeWeighted: null, moneyWeighted: null });
    expect(whole?.missing).toContain('No return can be told');
    expect(analysis.performance?.splitAdjusted).toBeUndefined();
  });

  test('are worth the given price of ten days before the split, divided by it', () => {
    const { value, holding, whole } = analysed([OWN, ...BOUGHT, SPLIT], [PRICES, 'NVDA,900,USD,2024-05-31']);
    expect(value).toBeCloseTo(90_000, 6);
    expect(holding('NVDA')).toMatchObject({ price: 90, priceAsOf: '2024-05-31', gain: 40_000 });
    expect(holding('NVDA')?.priceSource).toContain('divided by a later split');
    expect(whole).toMatchObject({ pricedTo: '2024-05-31', timeWeighted: { total: expect.closeTo(0.8, 9) } });
    expect(whole?.growth?.every(({ value: grown }) => grown >= 1 - 1e-9)).toBe(true);
  });

  test('fall on no day by the split, where a price of after it is known, too', () => {
    const prices = [PRICES, 'NVDA,900,USD,2024-05-31', 'NVDA,95,USD,2024-06-12'];
    const { value, whole } = analysed([OWN, ...BOUGHT, SPLIT], prices, '2024-06-13');
    expect(value).toBeCloseTo(95_000, 6);
    expect(whole?.timeWeighted?.total).toBeCloseTo(0.9, 9);
    const since = whole?.growth?.filter(({ date }) => date >= '2024-05-31').map(({ value: grown }) => grown) ?? [];
    expect(Math.min(...since)).toBeCloseTo(1.8, 9);
  });

  test('are not divided again where the source of the prices has done so', () => {
    const prices = [PRICES, 'NVDA,88,USD,2024-05-31', 'NVDA,90,USD,2024-06-07', 'NVDA,95,USD,2024-06-12'];
    const then = analysed([OWN, ...BOUGHT, SPLIT], prices, '2024-06-13');
    expect(then.value).toBeCloseTo(95_000, 6);
    expect(then.analysis.performance?.splitAdjusted).toEqual(['NVDA']);
    expect(then.whole?.timeWeighted?.total).toBeCloseTo(0.9, 9);
    expect(Math.min(...(then.whole?.growth ?? []).map(({ value }) => value))).toBeCloseTo(1, 9);
  });

  test('are split once, though another account lists the split on a day of its own', () => {
    const other = [
      '2015-01-02,Deposit,B,,,,,5000',
      '2015-01-05,Buy,B,NVDA,10,500,,',
      '2024-06-07,Split,B,NVDA,10:1,,,',
    ];
    const { value, holding } = analysed([OWN, ...BOUGHT, SPLIT, ...other], [PRICES, 'NVDA,900,USD,2024-05-31']);
    expect(holding('NVDA')).toMatchObject({ quantity: 1100, price: 90 });
    expect(value).toBeCloseTo(99_000, 6);
  });

  test('have the same price where some were moved to another account after the split', () => {
    const moved = ['2024-07-01,Transfer Out,A,NVDA,500,,,', '2024-07-01,Transfer In,B,NVDA,500,,,'];
    const { value, holding } = analysed([OWN, ...BOUGHT, SPLIT, ...moved]);
    expect(holding('NVDA')).toMatchObject({ quantity: 1000, price: 50, value: 50_000 });
    expect(value).toBeCloseTo(50_000, 6);
  });

  test('are of today, too, in an account whose returns cannot be told', () => {
    // Bought with money that no line brings: the list begins late, and only its splits are known to the returns.
    const late = ['2015-01-02,Deposit,A,,,,,100', '2015-01-05,Buy,A,NVDA,100,500,,', SPLIT];
    const { holding, whole } = analysed([OWN, ...late], [PRICES, 'NVDA,900,USD,2024-05-31']);
    expect(holding('NVDA')).toMatchObject({ price: 90, value: 90_000 });
    expect(whole).toBeUndefined();
  });
});

test('a reverse split multiplies a price of before it', () => {
  const { holding } = analysed(
    [OWN, '2024-01-02,Deposit,A,,,,,1000', '2024-01-03,Buy,A,ACME,1000,1,,', '2025-06-02,Split,A,ACME,1:20,,,'],
    [PRICES, 'ACME,0.75,USD,2025-05-30'],
  );
  expect(holding('ACME')).toMatchObject({ quantity: 50, price: 15, priceAsOf: '2025-05-30', value: 750 });
});

test('two splits divide what is older than both twice', () => {
  const { holding } = analysed([
    OWN,
    '2012-01-03,Deposit,A,,,,,4000',
    '2012-01-03,Buy,A,AAPL,10,400,,',
    '2014-06-09,Split,A,AAPL,7:1,,,',
    '2020-08-31,Split,A,AAPL,4:1,,,',
  ]);
  expect(holding('AAPL')).toMatchObject({ quantity: 280, priceAsOf: '2012-01-03', value: 4000 });
});

test('a purchase that nothing was quoted of since has no return, though a deposit came some days before it', () => {
  const { whole } = analysed([
    OWN,
    '2015-01-02,Deposit,A,,,,,50000',
    '2015-01-05,Buy,A,AAPL,400,125,,',
    '2024-06-10,Dividend,A,AAPL,,,,100',
  ]);
  expect(whole?.timeWeighted).toBeNull();
  expect(whole?.missing).toContain('No return can be told');
});

describe('10 shares bought at 300, five for one and then three for one, 50 of 150 sold at 277', () => {
  const LIST = [
    OWN,
    '2019-01-02,Deposit,A,,,,,10000',
    '2019-01-02,Buy,A,TSLA,10,300,,',
    '2020-08-31,Split,A,TSLA,5:1,,,',
    '2022-08-25,Split,A,TSLA,3:1,,,',
    '2022-09-01,Sell,A,TSLA,50,277,,',
  ];

  test.each([
    ['as quoted', ['2213', '498', '891']],
    ['divided by their source', ['147.53333333', '166', '297']],
  ])('are valued on each day at what they were then, by prices %s', (_, [first, second, third]) => {
    const prices = [
      PRICES,
      ...[`${first ?? ''},USD,2020-08-28`, `${second ?? ''},USD,2020-08-31`, `${third ?? ''},USD,2022-08-24`],
      ...['296,USD,2022-08-25', '400,USD,2025-11-20'],
    ].map((line, at) => (at === 0 ? line : `TSLA,${line}`));
    const { value, holding, whole } = analysed(LIST, prices);
    // 100 x 400 + 7,000 + 13,850; cost 1,000 of 3,000 is sold.
    expect(value).toBeCloseTo(60_850, 6);
    expect(holding('TSLA')).toMatchObject({ quantity: 100, gain: 38_000 });
    const grown = new Map(whole?.growth?.map((day) => [day.date, day.value]));
    // 10 x 2,213, 50 x 498, 50 x 891 and 150 x 296, and 7,000 each time, of 10,000.
    for (const [day, index] of [
      ['2020-08-28', 2.913],
      ['2020-08-31', 3.19],
      ['2022-08-24', 5.155],
      ['2022-08-25', 5.14],
    ] as const)
      expect(grown.get(day)).toBeCloseTo(index, 6);
  });
});
