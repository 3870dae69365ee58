import type { Trade } from '../../schemas/rebalancing.ts';

/**
 * Trades in an order in which they can be placed: account by account, as money stays in its account, what is sold before what its
 * proceeds buy. Accounts stand by their largest trade, trades of one kind by size.
 */
export function inOrder(trades: readonly Trade[]): Trade[] {
  const bySize = trades.toSorted((a, b) => b.value - a.value);
  const accounts = Map.groupBy(bySize, ({ accountName }) => accountName);
  const of = (own: readonly Trade[], kind: Trade['action']) => own.filter(({ action }) => action === kind);
  return [...accounts.values()].flatMap((own) => [...of(own, 'sell'), ...of(own, 'buy')]);
}
