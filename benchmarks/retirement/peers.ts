import { spawnSync } from 'node:child_process';

/** A standard normal number by Box and Muller's method from the built-in generator. */
const gaussian = (): number => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());

/**
 * What a simple calculator does, in the shape of the Python reference: path by path and year by year, independent normal
 * returns of two assets from an unseeded generator, a growing withdrawal. Returns the share that lasts.
 */
export function plainLoop(paths: number, years: number): number {
  let lasting = 0;
  for (let path = 0; path < paths; path++) {
    const balances: number[] = [];
    let balance = 500_000;
    let contribution = 20_000;
    let withdrawal = 60_000 * 1.03 ** 20;
    for (let year = 0; year < years && balance > 0; year++) {
      const returns = { equity: 0.07 + 0.18 * gaussian(), bonds: 0.04 + 0.05 * gaussian() };
      if (year >= 20) balance -= withdrawal;
      balance *= 1 + 0.6 * returns.equity + 0.4 * returns.bonds;
      if (year < 20) balance += contribution;
      contribution *= 1.03;
      if (year >= 20) withdrawal *= 1.03;
      balances.push(balance);
    }
    if (balances.length === years && balance > 0) lasting++;
  }
  return lasting / paths;
}

const NUMPY = `
import sys, time, numpy as np
paths, years = int(sys.argv[1]), int(sys.argv[2])
rng = np.random.default_rng(1)
best = 1e9
for _ in range(5):
    start = time.perf_counter()
    growth = np.exp(0.03 + 0.16 * rng.standard_normal((years, paths)))
    balance = np.full(paths, 500000.0)
    alive = np.ones(paths, bool)
    for year in range(years):
        if year >= 20:
            alive &= balance >= 60000.0
            balance -= 60000.0
        balance *= growth[year]
        if year < 20:
            balance += 20000.0
    best = min(best, time.perf_counter() - start)
print(paths / best)
`;

/** The success-only work on one asset, vectorised over paths in numpy; null where Python or numpy is missing. */
export function numpyPathsASecond(paths: number, years: number): number | null {
  const child = spawnSync('python3', ['-c', NUMPY, String(paths), String(years)], { encoding: 'utf8' });
  const rate = Number(child.stdout);
  return child.status === 0 && rate > 0 ? rate : null;
}
