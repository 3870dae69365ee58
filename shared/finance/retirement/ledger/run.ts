import type { Compiled } from '../compile/compile.ts';
import { accountLedger, runAccounts } from './accounts.ts';
import type { PathMarket, PathResult } from './accounts.ts';
import type { Lives } from './lives.ts';
import { isOneAccount, runOneAccount } from './one-account.ts';
import { poolRuins } from './pool.ts';
import type { Trace } from './trace.ts';

/** The growth of a block's paths, [path * stride + step], and the block it was blended from, which holds inflation. */
export interface BlockGrowth {
  growth: Float64Array;
  block: Float64Array;
  stride: number;
  columns: number;
}

/** Runs paths of a block through a plan's ledger. */
export interface Runner {
  /** The step in which money runs out, or -1, of paths 0 to `count`: as fast as the plan allows. */
  ruins: (blended: BlockGrowth, lives: Lives, count: number, out: Int32Array) => void;
  /** The whole path, written to `trace`. The result is overwritten by the next path. */
  trace: (blended: BlockGrowth, lives: Lives, path: number, trace: Trace) => PathResult;
}

/** The ledger that a plan needs: pooled where that is exact, account by account where it is not or a trace is wanted. */
export function runner(compiled: Compiled): Runner {
  const { pool, steps } = compiled;
  const ledger = accountLedger(compiled);
  const one = isOneAccount(ledger);
  const varies = compiled.market.fixedInflation === null;
  const market: PathMarket = { growth: new Float64Array(0), from: 0, prices: null, pricesFrom: 0, columns: 1 };
  const locate = ({ growth, block, stride, columns }: BlockGrowth, path: number): PathMarket => {
    market.growth = growth;
    market.from = path * stride;
    market.prices = varies ? block : null;
    market.pricesFrom = path * stride * columns + columns - 1;
    market.columns = columns;
    return market;
  };
  return {
    ruins: (blended, lives, count, out) => {
      if (pool !== null) {
        poolRuins(pool, blended.growth, blended.stride, steps, lives, count, out);
        return;
      }
      for (let path = 0; path < count; path++) {
        out[path] = runAccounts(ledger, locate(blended, path), lives, path, null).ruin;
      }
    },
    trace: (blended, lives, path, trace) => {
      const market = locate(blended, path);
      return one ? runOneAccount(ledger, market, lives, path, trace) : runAccounts(ledger, market, lives, path, trace);
    },
  };
}
