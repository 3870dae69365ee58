import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldTransactions } from '../../../shared/portfolio-files/transactions/fold-transactions.ts';
import type { ListedTransaction } from '../../../shared/portfolio-files/transactions/listed-transaction.ts';
import { ratioOfAdded, readSplitRatio } from '../../../shared/portfolio-files/transactions/split-ratio.ts';

interface Trade {
  day: number;
  account: string;
  symbol: string;
  kind: 'buy' | 'sell' | 'transfer_in' | 'transfer_out';
  /** Thousandths of a share. */
  units: number;
  cents: number;
}

const trade: fc.Arbitrary<Trade> = fc.record({
  day: fc.integer({ min: 1, max: 28 }),
  account: fc.constantFrom('A', 'B'),
  symbol: fc.constantFrom('VTI', 'BND', 'GLD'),
  kind: fc.constantFrom(
    'buy' as const,
    'buy' as const,
    'sell' as const,
    'transfer_in' as const,
    'transfer_out' as const,
  ),
  units: fc.integer({ min: 1, max: 100_000 }),
  cents: fc.integer({ min: 1, max: 1_000_000 }),
});

function listed({ day, account, symbol, kind, units, cents }: Trade, line: number): ListedTransaction {
  const cash = { buy: `-${cents / 100}`, sell: `${cents / 100}`, transfer_in: '0', transfer_out: '0' }[kind];
  return {
    line,
    account: { key: account, name: account, number: '' },
    date: `2026-01-${String(day).padStart(2, '0')}`,
    ...{ accountType: null, kind, symbol, name: '', quantity: String(units / 1000), ratio: null },
    ...{
      price: null,
      cash,
      costBasis: kind === 'transfer_in' ? String(cents / 100) : null,
      currency: 'USD',
      settled: null,
    },
  };
}

/** What is held, without the line numbers that tell where a file mentions an account first. */
const held = (transactions: readonly ListedTransaction[]) => {
  const { accounts, contradictions } = foldTransactions(transactions);
  return {
    accounts: [...accounts]
      .map(([key, { holdings, cash }]) => ({
        key,
        holdings: [...holdings.values()].toSorted((a, b) => a.symbol.localeCompare(b.symbol)),
        cash: Object.fromEntries(cash),
      }))
      .toSorted((a, b) => a.key.localeCompare(b.key)),
    contradictions: contradictions.map(({ message }) => message).toSorted(),
  };
};

describe('any list of trades', () => {
  test('no share appears or is lost', () => {
    fc.assert(
      fc.property(fc.array(trade, { maxLength: 40 }), (trades) => {
        const all = trades.map(listed);
        const { accounts, contradictions } = foldTransactions(all);
        const refused = new Set(contradictions.map(({ line }) => line));
        const expected = new Map<string, number>();
        trades.forEach(({ account, symbol, kind, units }, line) => {
          const sign = kind === 'buy' || kind === 'transfer_in' ? 1 : -1;
          const key = `${account} ${symbol}`;
          if (!refused.has(line)) expected.set(key, (expected.get(key) ?? 0) + sign * units);
        });
        for (const [key, { holdings }] of accounts) {
          for (const { symbol, quantity } of holdings.values()) {
            expect(Math.round(Number(quantity) * 1000)).toBe(expected.get(`${key} ${symbol}`) ?? 0);
            expect(Number(quantity)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the order of its rows does not matter, only their days do', () => {
    const shuffled = fc.array(trade, { maxLength: 30 }).chain((trades) => {
      const all = trades.map(listed);
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
    });
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        expect(held(mixed)).toEqual(held(all));
      }),
      { numRuns: 300 },
    );
  });

  test('the cost that is left is never more than what was paid, and nothing held has cost nothing', () => {
    fc.assert(
      fc.property(fc.array(trade, { maxLength: 40 }), (trades) => {
        const { accounts } = foldTransactions(trades.map(listed));
        const paid = trades.reduce(
          (sum, { cents, kind }) => sum + (kind === 'buy' || kind === 'transfer_in' ? cents : 0),
          0,
        );
        const left = [...accounts.values()].flatMap(({ holdings }) =>
          [...holdings.values()].map(({ cost }) => Number(cost)),
        );
        expect(left.reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(paid / 100 + 1e-4);
        for (const cost of left) expect(cost).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('splits', () => {
  const buy = listed({ day: 1, account: 'A', symbol: 'VTI', kind: 'buy', units: 10_000, cents: 100_000 }, 1);
  const split = (quantity: string | null, ratio: ListedTransaction['ratio']): ListedTransaction => ({
    ...{ ...buy, line: 2, date: '2026-01-02', kind: 'split', quantity, ratio, cash: '0' },
  });

  test('a split changes how many shares there are and what one of them cost, not what all of them cost', () => {
    const { accounts, transactions } = foldTransactions([split(null, { after: '3', before: '2' }), buy]);
    expect(accounts.get('A')?.holdings.get('VTI')).toMatchObject({ quantity: '15', cost: '1000' });
    expect(transactions[1]?.quantity).toBe('1.5');
  });

  test('shares that a broker lists as added are the same split as its ratio', () => {
    expect(foldTransactions([buy, split('90', null)]).transactions[1]?.ratio).toEqual({ after: '10', before: '1' });
    expect(foldTransactions([buy, split('-9', null)]).transactions[1]?.ratio).toEqual({ after: '1', before: '10' });
  });

  test.each([
    ['4:1', '4', '1'],
    ['10-for-1', '10', '1'],
    ['3 for 2', '3', '2'],
    ['REVERSE SPLIT 1:20', '1', '20'],
  ])('%s', (text, after, before) => {
    expect(readSplitRatio(text)).toEqual({ after, before });
  });

  test('a ratio of nothing, or none, is no ratio', () => {
    for (const text of ['0:1', '4:0', '4', '', 'for', '1.000.000:1']) expect(readSplitRatio(text)).toBeNull();
    expect(ratioOfAdded('11', '4')).toBeNull();
    expect(ratioOfAdded('10', '-10')).toBeNull();
  });

  test('any ratio of small whole numbers is found again from the shares that it added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 9999 }), (after, shares) => {
        const added = shares * (after - 1);
        const told = { sure: added <= 50 };
        expect(ratioOfAdded(String(shares), String(added), told)).toEqual({ after: String(after), before: '1' });
      }),
    );
  });
});

describe('shares that come without an amount', () => {
  const buy = listed({ day: 1, account: 'A', symbol: 'VTI', kind: 'buy', units: 10_000, cents: 100_000 }, 1);
  const came = (quantity: string): ListedTransaction => ({
    ...buy,
    line: 2,
    date: '2026-01-02',
    kind: 'split',
    quantity,
    ratio: null,
    cash: '0',
    came: true,
    price: null,
  });

  test('are a split of what is held, whatever their number, and cost nothing', () => {
    for (const [quantity, held] of [
      ['90', '100'],
      ['4', '14'],
      ['0.5', '10.5'],
    ] as const) {
      const { accounts, contradictions, taken } = foldTransactions([buy, came(quantity)]);
      expect(contradictions).toEqual([]);
      const [holding] = [...(accounts.values().next().value?.holdings.values() ?? [])];
      expect(holding).toMatchObject({ quantity: held, cost: '1000' });
      expect(taken.map(({ line }) => line)).toEqual([2]);
      expect(taken[0]?.message).toContain('taken for a split');
    }
  });

  test('are from elsewhere where none is held, and what they cost is not known', () => {
    const { accounts, contradictions, transactions, taken } = foldTransactions([came('25')]);
    expect(contradictions).toEqual([]);
    expect(transactions[0]).toMatchObject({ kind: 'transfer_in', quantity: '25' });
    const [holding] = [...(accounts.values().next().value?.holdings.values() ?? [])];
    expect(holding).toMatchObject({ quantity: '25', cost: null });
    expect(taken[0]?.message).toContain('shares from elsewhere');
  });

  test('are bought for nothing where another holding gave them out, and no money from outside', () => {
    const { accounts, transactions, taken } = foldTransactions([buy, { ...came('25'), symbol: 'VEU' }]);
    expect(transactions[1]).toMatchObject({ kind: 'buy', symbol: 'VEU', quantity: '25', cash: '0' });
    expect(accounts.values().next().value?.holdings.get('VEU')).toMatchObject({ quantity: '25', cost: null });
    expect(taken[0]?.message).toContain('shares that another holding gave out');
  });

  test.each(['0', '7'])('for those of a merger (%s held before) stay inside, and so do those that went', (before) => {
    const held = before === '0' ? [] : [{ ...buy, symbol: 'VEU', line: 5, quantity: before }];
    const merged = { merged: true as const };
    const went = {
      ...buy,
      ...merged,
      line: 3,
      date: '2026-01-02',
      cash: '0',
      price: null,
      kind: 'transfer_out' as const,
    };
    const { accounts, transactions } = foldTransactions([
      buy,
      ...held,
      { ...came('25'), ...merged, symbol: 'VEU' },
      went,
    ]);
    expect(transactions.slice(-2).map(({ kind, cash }) => [kind, cash])).toEqual([
      ['buy', '0'],
      ['sell', '0'],
    ]);
    expect(accounts.values().next().value?.holdings.get('VEU')?.quantity).toBe(String(25 + Number(before)));
    // Half of it alone is of shares that went elsewhere.
    expect(foldTransactions([buy, went]).transactions[1]?.kind).toBe('transfer_out');
  });
});

describe('splits as brokers round them', () => {
  test.each([
    // Ten for one of 111.1234 shares adds 1,000.1106; one for ten of 1,305 leaves 130, and half a share in money.
    ['111.1234', '1000.111', '10', '1'],
    ['1305', '-1175', '130', '1305'],
    ['100', '-99', '1', '100'],
    ['10', '740', '75', '1'],
    // A reverse split whose number is no ratio.
    ['40', '-30', '1', '4'],
  ])('%s and %s shares', (held, added, after, before) => {
    const ratio = ratioOfAdded(held, added);
    expect(Number(ratio?.after) / Number(ratio?.before)).toBeCloseTo(Number(after) / Number(before), 9);
  });

  test.each([
    ['11', '4'],
    ['12', '4'],
    ['3', '2'],
    ['20', '10'],
    ['2', '4'],
    ['10', '30'],
    ['10', '1.5'],
  ])('%s held and a bare %s, a usual ratio or not, are asked about where no price tells', (held, added) => {
    expect(ratioOfAdded(held, added)).toBeNull();
    const after = String(Number(held) + Number(added));
    const sure = ratioOfAdded(held, added, { sure: true });
    expect(Number(sure?.after) / Number(sure?.before)).toBeCloseTo(Number(after) / Number(held), 9);
  });

  test('prices decide which of two ratios it was, where they are near one and far from the other', () => {
    expect(ratioOfAdded('12', '4', { fell: 560 / 141 })).toEqual({ after: '4', before: '1' });
    expect(ratioOfAdded('20', '10', { fell: 1.49 })).toEqual({ after: '3', before: '2' });
    // Prices that are divided by the split already, or lie years apart.
    for (const fell of [1, 1.02, 2.2, 40]) expect(ratioOfAdded('12', '4', { fell })).toBeNull();
    expect(ratioOfAdded('2', '2')).toEqual({ after: '2', before: '1' });
  });

  test('a bare number is decided by the trades around it, or refused with both ways to write it', () => {
    const buy = listed({ day: 1, account: 'A', symbol: 'VTI', kind: 'buy', units: 12_000, cents: 672_000 }, 1);
    const bare: ListedTransaction = {
      ...buy,
      line: 2,
      date: '2026-01-02',
      kind: 'split',
      quantity: '4',
      cash: '0',
      price: null,
    };
    const later = { ...buy, line: 3, date: '2026-01-05', quantity: '1', cash: '-141', price: '141' };
    const before = { ...buy, price: '560' };
    expect(foldTransactions([before, bare]).contradictions).toEqual([
      expect.objectContaining({ line: 2, message: expect.stringContaining('write the split as "4:1", or as "16:12"') }),
    ]);
    const { accounts, contradictions } = foldTransactions([before, bare, later]);
    expect(contradictions).toEqual([]);
    expect(accounts.get('A')?.holdings.get('VTI')?.quantity).toBe('49');
  });

  test('a day in the words is no ratio', () => {
    expect(readSplitRatio('XXXREVERSE SPLIT EFF: 09/08/25')).toBeNull();
  });
});

describe('shares that are sold short', () => {
  const short = {
    ...listed({ day: 2, account: 'A', symbol: 'GLD', kind: 'sell', units: 10_000, cents: 380_000 }, 1),
    short: true as const,
  };
  const cover = (day: number, units: number) =>
    listed({ day, account: 'A', symbol: 'GLD', kind: 'buy', units, cents: 280_000 }, 2);
  const heldAfter = (...list: ListedTransaction[]) => {
    const { accounts, contradictions } = foldTransactions(list);
    return [accounts.values().next().value?.holdings.get('GLD'), contradictions] as const;
  };

  test('and bought back are no contradiction, and nothing is held', () => {
    const [held, contradictions] = heldAfter(short, cover(5, 4000), cover(6, 6000));
    expect(contradictions).toEqual([]);
    expect(held).toMatchObject({ quantity: '0', cost: '0' });
  });

  test('and bought back by more leave the rest, of which nobody knows the cost', () => {
    expect(heldAfter(short, cover(5, 12_000))[0]).toMatchObject({ quantity: '2', cost: null });
  });

  test('and are still owed are told with their line', () => {
    expect(heldAfter(short, cover(5, 4000))[1]).toMatchObject([
      { line: 1, symbol: 'GLD', message: expect.stringContaining('6 GLD are sold short') },
    ]);
  });

  test('are not what more is sold of than is held by mistake', () => {
    const { short: _, ...sold } = short;
    expect(heldAfter(sold, cover(5, 10_000))[1]).toHaveLength(1);
  });
});
