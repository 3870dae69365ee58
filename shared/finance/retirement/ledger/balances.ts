/** The balances of a path's accounts, and what the tax of withdrawing leaves of each: parallel arrays in their order. */

/** Takes `need` (after tax) out of the accounts in their order, and returns what they cannot give. */
export function withdraw(balances: Float64Array, kept: Float64Array, need: number): number {
  let open = need;
  for (let index = 0; index < balances.length; index++) {
    const balance = balances[index] ?? 0;
    const share = kept[index] ?? 1;
    const net = balance * share;
    if (open <= net) {
      balances[index] = Math.max(0, balance - open / share);
      return 0;
    }
    open -= net;
    balances[index] = 0;
  }
  return open;
}

export function total(balances: Float64Array): number {
  let sum = 0;
  for (const balance of balances) sum += balance;
  return sum;
}

export function totalAfterTax(balances: Float64Array, kept: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < balances.length; index++) sum += (balances[index] ?? 0) * (kept[index] ?? 1);
  return sum;
}

/** Adds each account's flow of a step, `flows[index * width + at]`. */
export function pay(balances: Float64Array, flows: Float64Array, width: number, at: number): void {
  for (let index = 0; index < balances.length; index++) {
    balances[index] = (balances[index] ?? 0) + (flows[index * width + at] ?? 0);
  }
}
