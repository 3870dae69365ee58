/**
 * The yearly ledger of one path, in today's dollars.
 *
 * A saving year: the balance grows, then the year's saving is added at its end. A spending year: the year's income is
 * withdrawn at its start, then the rest grows. The money has run out in the first year whose withdrawal it cannot meet
 * in full. Withdrawals before growth is the cautious order, and that of Bengen, Journal of Financial Planning 7(4), 1994.
 */
export interface Flows {
  balance: number;
  /** Added at the end of each saving year. */
  contribute: number;
  /** Withdrawn at the start of each spending year. */
  income: number;
  saving: number;
  years: number;
  /** Factor on every growth factor. */
  scale: number;
}

/** The year (from 0) in which the money runs out, or -1. `growth[from + year]` is the path's growth factor of a year. */
export function ruinYear(flows: Flows, growth: Float64Array, from: number): number {
  const { contribute, income, saving, years, scale } = flows;
  let { balance } = flows;
  for (let year = 0; year < saving; year++) balance = balance * ((growth[from + year] ?? 1) * scale) + contribute;
  for (let year = saving; year < years; year++) {
    if (balance < income) return year;
    balance = (balance - income) * ((growth[from + year] ?? 1) * scale);
  }
  return -1;
}

/** As `ruinYear`, and writes the balance at the start of every year 0..years to `balances[year * stride + at]`. */
export function traceBalances(
  flows: Flows,
  growth: Float64Array,
  from: number,
  balances: Float64Array,
  stride: number,
  at: number,
): number {
  const { contribute, income, saving, years, scale } = flows;
  let { balance } = flows;
  let ruin = -1;
  for (let year = 0; year < years; year++) {
    balances[year * stride + at] = balance;
    const factor = (growth[from + year] ?? 1) * scale;
    if (year < saving) {
      balance = balance * factor + contribute;
    } else if (ruin >= 0 || balance < income) {
      if (ruin < 0) ruin = year;
      balance = 0;
    } else {
      balance = (balance - income) * factor;
    }
  }
  balances[years * stride + at] = balance;
  return ruin;
}

/**
 * The largest yearly income that this path sustains: what it has at retirement divided by what one dollar a year from
 * then on costs there. Exact, because the ledger is linear in the income until it runs out.
 */
export function sustainableIncome(flows: Flows, growth: Float64Array, from: number): number {
  const { contribute, saving, years, scale } = flows;
  let { balance } = flows;
  for (let year = 0; year < saving; year++) balance = balance * ((growth[from + year] ?? 1) * scale) + contribute;
  let cost = 0;
  let discount = 1;
  for (let year = saving; year < years; year++) {
    cost += discount;
    discount /= (growth[from + year] ?? 1) * scale;
  }
  return balance / cost;
}
