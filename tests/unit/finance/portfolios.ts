import fc from 'fast-check';
import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';
import type { Instrument } from '../../../shared/schemas/classification.ts';

export const AS_OF = '2026-03-31';

export function line(
  symbol: string,
  quantity: number,
  price: number | null,
  more: Partial<SnapshotLine> = {},
): SnapshotLine {
  return {
    accountName: 'Main',
    accountType: 'taxable',
    kind: 'holding',
    symbol,
    name: null,
    quantity,
    currency: 'USD',
    price,
    priceAsOf: price === null ? null : AS_OF,
    priceSource: price === null ? null : 'test',
    costBasis: null,
    ...more,
  };
}

export function cash(amount: number, more: Partial<SnapshotLine> = {}): SnapshotLine {
  return line('CASH', amount, 1, { kind: 'cash', ...more });
}

type Mix = Omit<NonNullable<Instrument['classification']>, 'source' | 'citation' | 'asOf' | 'confidence'>;

export function instrument(symbol: string, mix: Mix | null, more: Partial<Instrument> = {}): [string, Instrument] {
  const source = { source: 'reference', citation: 'test', asOf: '2026-01-01', confidence: 1 } as const;
  const classification = mix === null ? null : { ...mix, ...source };
  return [
    symbol,
    { symbol, name: `${symbol} Fund`, type: 'etf', currency: 'USD', expenseRatio: 0.001, classification, ...more },
  ];
}

export const instruments = new Map([
  instrument('STOX', {
    assetClasses: { equity: 1 },
    regions: { north_america: 0.6, europe: 0.3, emerging_markets: 0.1 },
    sectors: { information_technology: 0.4, financials: 0.3, health_care: 0.3 },
  }),
  instrument('BOND', {
    assetClasses: { fixed_income: 1 },
    regions: { north_america: 1 },
    sectors: { government_bonds: 0.7, corporate_bonds: 0.3 },
  }),
  instrument(
    'BALA',
    {
      assetClasses: { equity: 1 / 3, fixed_income: 1 / 3, real_estate: 1 / 3 },
      regions: { north_america: 1 / 7, europe: 2 / 7, pacific: 4 / 7 },
      sectors: { energy: 1 / 9, materials: 4 / 9, real_estate: 4 / 9 },
    },
    { expenseRatio: 0.01 },
  ),
  instrument(
    'ACME',
    { assetClasses: { equity: 1 }, regions: { europe: 1 }, sectors: { industrials: 1 } },
    { type: 'stock', expenseRatio: null },
  ),
  instrument(
    'GOOG',
    { assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors: { communication_services: 1 } },
    { type: 'stock', expenseRatio: null },
  ),
  instrument(
    'GOOGL',
    { assetClasses: { equity: 1 }, regions: { north_america: 1 }, sectors: { communication_services: 1 } },
    { type: 'stock', expenseRatio: null },
  ),
  instrument('WHAT', null, { expenseRatio: null }),
]);

/** Amounts from 1e-8 to 1e12, evenly over their magnitudes, with the few digits that people's files have. */
const amount = fc
  .tuple(fc.integer({ min: -8, max: 12 }), fc.integer({ min: 1, max: 99_999 }))
  .map(([power, digits]) => Math.min(1e12, Math.max(1e-8, Number(`${digits}e${power - 4}`))));
const signed = fc.tuple(amount, fc.boolean()).map(([value, negative]) => (negative ? -value : value));

const symbols = ['STOX', 'BOND', 'BALA', 'ACME', 'GOOG', 'GOOGL', 'WHAT', 'NONE', 'A.B', 'A_B', '^X'];
const place = fc.record({
  accountName: fc.constantFrom('Main', 'IRA', 'I.R.A.', 'Übersee Konto', '退職', 'unknown'),
  accountType: fc.constantFrom('taxable', 'tax_deferred', 'tax_free', 'other'),
  currency: fc.constantFrom('USD', 'USD', 'EUR', 'GBX', 'XXX'),
});
const date = fc.constantFrom('2026-03-31', '2026-03-30', '2025-12-31');

/** Any line: priced or not, in any currency, long ago or today; balances may be negative. */
const anyLine = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...symbols), amount, fc.option(amount, { freq: 5 }), place, date, fc.option(amount))
      .map(([symbol, value, price, where, priceAsOf, costBasis]) =>
        // quantity x price stays within the range by construction: the price is what the value divided by 10 lots costs.
        line(symbol, 10, price === null ? null : value / 10, {
          ...where,
          priceAsOf: price === null ? null : priceAsOf,
          costBasis,
        }),
      ),
  },
  { weight: 1, arbitrary: fc.tuple(signed, place).map(([value, where]) => cash(value, where)) },
);

export const anyLines = fc.array(anyLine, { maxLength: 60 });
/** Up to 2,000 lines: a few different ones over and over. */
export const manyLines = fc
  .tuple(fc.array(anyLine, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 2000 }))
  .map(([some, count]) => Array.from({ length: count }, (_, index) => some[index % some.length] ?? cash(1)));

export const exchangeRates = [
  { from: 'EUR', to: 'USD', rate: 1.1, asOf: AS_OF, source: 'test' },
  { from: 'USD', to: 'GBP', rate: 0.8, asOf: AS_OF, source: 'test' },
];
