/** The close of a day, base currency. */
export interface DatedValue {
  /** ISO 8601. */
  date: string;
  value: number;
  /** Value just before the day's flows, at the prices of the flow; where it is absent the flow's timing is assumed. */
  before?: number;
  /** The part of `before` that has no price of the day. */
  stale?: number;
  /** The part of `before` at prices from more than two months ago. */
  aged?: number;
}

/** Money from outside on a day: positive in, negative out. */
export interface DatedFlow {
  date: string;
  amount: number;
}

/** Days of a year in which rates are quoted (actual/365, as spreadsheets' XIRR). */
export const YEAR = 365;

/** Sum of flows by day, days without a net flow left out, earliest first. */
export function byDay(flows: readonly DatedFlow[]): DatedFlow[] {
  const sums = new Map<string, number>();
  for (const { date, amount } of flows) sums.set(date, (sums.get(date) ?? 0) + amount);
  return [...sums]
    .map(([date, amount]) => ({ date, amount }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The calendar day before one, both ISO 8601. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
