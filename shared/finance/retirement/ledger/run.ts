import type { Compiled } from '../compile/compile.ts';
import { accountLedger } from './accounts.ts';
import type { PathMarket, PathResult, Trace } from './accounts.ts';
import type { Lives } from './lives.ts';
import { poolRuin } from './pool.ts';

/** The growth of a block's paths, [path * stride + step], and the block it was blended from, which holds inflation. */
export interface BlockGrowth {
  growth: Float64Array;
  block: Float64Array;
  stride: number;
  columns: number;
}

/** Runs one path of a block through a plan's ledger. */
export interface Runner {
  /** The step in which money runs out, or -1: as fast as the plan allows. */
  ruin: (blended: BlockGrowth, lives: Lives, path: number) => number;
  /** The whole path, written to `trace`. The result is overwritten by the next path. */
  trace: (blended: BlockGrowth, lives: Lives, path: number, trace: Trace) => PathResult;
}

/** The ledger that a plan needs: pooled where that is exact, account by account where it is not or a trace is wanted. */
export function runner(compiled: Compiled): Runner {
  const { pool, steps } = compiled;
  const ledger = accountLedger(compiled);
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
    ruin: (blended, lives, path) =>
      pool === null
        ? ledger(locate(blended, path), lives, path, null, true).ruin
        : poolRuin(pool, blended.growth, path * blended.stride, steps, lives, path),
    trace: (blended, lives, path, trace) => ledger(locate(blended, path), lives, path, trace, false),
  };
}
