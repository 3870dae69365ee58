import type { Instruments } from '../look-through.ts';
import type { Valuation } from '../valuation.ts';
import { isEducation } from './purpose.ts';

/** Accounts that hold coins and cash alone, as those of an exchange or a wallet: no fund is bought there. */
export function coinAccounts({ lines, excluded }: Valuation, instruments: Instruments): Set<string> {
  const [coins, others] = [new Set<string>(), new Set<string>()];
  for (const { line } of [...lines, ...excluded]) {
    const type = instruments.get(line.symbol)?.type;
    if (line.kind === 'holding' && type !== undefined) (type === 'crypto' ? coins : others).add(line.accountName);
  }
  return new Set([...coins].filter((name) => !others.has(name)));
}

/**
 * The account that buys for what is sold in those that hold coins alone: the taxable one that most is invested in, for money moves
 * there freely. Undefined where there is none.
 */
export function buyerFor(coins: ReadonlySet<string>, { lines }: Valuation): string | undefined {
  const invested = new Map<string, number>();
  for (const { line, units } of lines) {
    const { accountName: name, accountType, kind } = line;
    if (kind === 'cash' || accountType !== 'taxable' || coins.has(name) || isEducation(name)) continue;
    invested.set(name, (invested.get(name) ?? 0) + units);
  }
  return [...invested].sort(([, one], [, other]) => other - one)[0]?.[0];
}
