import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';

/** What is bought (+) or sold (-) of stocks and of bonds, money. */
type Moved = readonly [stocks: number, bonds: number];
interface Trade {
  accountName: string;
  action: 'buy' | 'sell';
  symbol: string;
  value: number;
}

/** More pairs of what two accounts can do than that take too long. */
const MOST = 2e5;
/** The smallest trade, of the portfolio: the default. */
const SMALLEST = 0.005;

const isBond = (symbol: string) => symbol === 'BOND';
const valueOf = (lines: readonly SnapshotLine[]) =>
  lines.reduce((sum, one) => sum + one.quantity * (one.price ?? 0), 0);
const of = (lines: readonly SnapshotLine[], bonds: boolean) =>
  valueOf(lines.filter(({ kind, symbol }) => kind === 'holding' && isBond(symbol) === bonds));

/** Drifts from a target of stocks and bonds: stocks, bonds, cash, as fractions. */
function drifts(lines: readonly SnapshotLine[], [stocks, bonds]: Moved, equity: number): number[] {
  const whole = valueOf(lines);
  const first = (of(lines, false) + stocks) / whole - equity;
  const second = (of(lines, true) + bonds) / whole - (1 - equity);
  return [first, second, -first - second];
}

const movedBy = (trades: readonly Trade[]): Moved => {
  const sum = (bonds: boolean) =>
    trades
      .filter(({ symbol }) => isBond(symbol) === bonds)
      .reduce((total, { action, value }) => total + (action === 'buy' ? value : -value), 0);
  return [sum(false), sum(true)];
};

/** Half the absolute drifts after the trades. */
export function residualOf(lines: readonly SnapshotLine[], trades: readonly Trade[], equity: number): number {
  return drifts(lines, movedBy(trades), equity).reduce((sum, drift) => sum + Math.abs(drift), 0) / 2;
}

/** Length of the drifts after the trades. */
export function offTarget(lines: readonly SnapshotLine[], trades: readonly Trade[], equity: number): number {
  return Math.hypot(...drifts(lines, movedBy(trades), equity));
}

/** By account. */
export function cashAfter(lines: readonly SnapshotLine[], trades: readonly Trade[]): Map<string, number> {
  const left = new Map<string, number>();
  const add = (name: string, money: number) => left.set(name, (left.get(name) ?? 0) + money);
  for (const { accountName, kind, quantity } of lines) add(accountName, kind === 'cash' ? quantity : 0);
  for (const { accountName, action, value } of trades) add(accountName, action === 'buy' ? -value : value);
  return left;
}

/**
 * The least residual that any whole shares reach in one or two accounts, with STOX and BOND to buy where they are held at all, ACME
 * and GOOG to sell only; nothing sold whose class is below target, nothing bought whose class is above, no trade below the
 * smallest, no more spent than there is. Null where there are too many to try.
 */
export function bestResidual(lines: readonly SnapshotLine[], equity: number): number | null {
  const whole = valueOf(lines);
  const names = [...new Set(lines.map(({ accountName }) => accountName))];
  const [first = [], second = [[0, 0] as const]] = names.map((name) => movesIn(lines, name, equity));
  if (first.length * second.length > MOST) return null;
  const now = drifts(lines, [0, 0], equity);
  let best = Infinity;
  for (const [stocks, bonds] of first) {
    for (const [more, others] of second) {
      const one = (now[0] ?? 0) + (stocks + more) / whole;
      const other = (now[1] ?? 0) + (bonds + others) / whole;
      best = Math.min(best, (Math.abs(one) + Math.abs(other) + Math.abs(one + other)) / 2);
    }
  }
  return best;
}

function movesIn(lines: readonly SnapshotLine[], name: string, equity: number): Moved[] {
  const own = lines.filter(({ accountName }) => accountName === name);
  if (own.every(({ kind }) => kind === 'cash')) return [[0, 0]];
  const smallest = valueOf(lines) * SMALLEST;
  const [stocks = 0, bonds = 0] = drifts(lines, [0, 0], equity);
  let found = new Map<string, readonly [number, number, number]>([['', [0, 0, cashAfter(own, []).get(name) ?? 0]]]);
  for (const symbol of ['ACME', 'GOOG', 'STOX', 'BOND']) {
    const price = lines.find((one) => one.symbol === symbol)?.price ?? null;
    if (price === null) continue;
    const above = (isBond(symbol) ? bonds : stocks) >= 0;
    const held = own.find((one) => one.symbol === symbol)?.quantity ?? 0;
    const least = above ? -held : 0;
    const most = !above && (symbol === 'STOX' || symbol === 'BOND') ? Math.floor(valueOf(own) / price) : 0;
    const next = new Map<string, readonly [number, number, number]>();
    for (const [inStocks, inBonds, money] of found.values()) {
      for (let count = least; count <= most; count += 1) {
        const value = count * price;
        if (count !== 0 && Math.abs(value) < smallest) continue;
        const then = isBond(symbol) ? ([inStocks, inBonds + value] as const) : ([inStocks + value, inBonds] as const);
        next.set(then.join(' '), [...then, money - value]);
      }
    }
    found = next;
  }
  // Sales pay for purchases whatever their order: only what is left at the end counts.
  return [...found.values()].filter(([, , money]) => money >= 0).map(([one, other]) => [one, other] as const);
}
