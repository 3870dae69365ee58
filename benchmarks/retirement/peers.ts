import { spawnSync } from 'node:child_process';
import * as z from 'zod';

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

/** The same work vectorised over paths, double precision, one thread; processor time, each the best of its rounds, which take turns. */
const NUMPY = `
import json, os, sys, time
os.environ['OMP_NUM_THREADS'] = '1'
import numpy as np
paths, years, fan_paths, rounds = (int(given) for given in sys.argv[1:])
rng = np.random.default_rng(1)

def lasting(growth, count):
    balance = np.full(count, 500000.0)
    alive = np.ones(count, bool)
    for year in range(years):
        if year >= 20:
            alive &= balance >= 60000.0
            balance -= 60000.0
        balance *= growth[year]
        if year < 20:
            balance += 20000.0
    return alive.mean()

def normals():
    rng.standard_normal((years, paths))

def simple():
    lasting(1.05 + 0.16 * rng.standard_normal((years, paths)), paths)

def one():
    lasting(np.exp(0.03 + 0.16 * rng.standard_normal((years, paths))), paths)

def two():
    first = rng.standard_normal((years, paths))
    second = 0.1 * first + 0.995 * rng.standard_normal((years, paths))
    lasting(0.6 * np.exp(0.03 + 0.16 * first) + 0.4 * np.exp(0.01 + 0.06 * second), paths)

def fan():
    growth = np.exp(0.03 + 0.16 * rng.standard_normal((years, fan_paths)))
    balances = np.empty((years + 1, fan_paths))
    balance = np.full(fan_paths, 500000.0)
    for year in range(years):
        balances[year] = balance
        if year >= 20:
            balance = np.maximum(balance - 60000.0, 0.0)
        balance = balance * growth[year]
        if year < 20:
            balance += 20000.0
    balances[years] = balance
    np.percentile(balances, [5, 25, 50, 75, 95], axis=1)

work = {'normals': normals, 'simple': simple, 'one': one, 'two': two, 'fan': fan}
best = {name: 1e9 for name in work}
for _ in range(rounds):
    for name, run in work.items():
        start = time.process_time()
        run()
        best[name] = min(best[name], time.process_time() - start)
print(json.dumps({'version': np.__version__, 'ms': {name: 1000 * value for name, value in best.items()}}))
`;

const milliseconds = z.number().positive();
const numpyResult = z.object({
  version: z.string(),
  ms: z.object({
    /** The draws alone; the loop on 1 + normal returns, without the exponential; then as our rows of these names. */
    normals: milliseconds,
    simple: milliseconds,
    one: milliseconds,
    two: milliseconds,
    fan: milliseconds,
  }),
});
export type NumpyResult = z.infer<typeof numpyResult>;

/** Runs the same work in numpy; null where Python or numpy is missing. */
export function runNumpy(paths: number, years: number, fanPaths: number, rounds: number): NumpyResult | null {
  const args = ['-c', NUMPY, ...[paths, years, fanPaths, rounds].map(String)];
  const names = process.platform === 'win32' ? ['python', 'py'] : ['python3', 'python'];
  for (const name of names) {
    const child = spawnSync(name, args, { encoding: 'utf8' });
    if (child.status === 0) return numpyResult.parse(JSON.parse(child.stdout));
  }
  return null;
}
