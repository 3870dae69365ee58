import { InvalidInputError } from '../../../errors.ts';
import { nextUniform } from '../../random/xoshiro128.ts';
import { purposes, startStream } from '../../random/stream.ts';
import { oldestFirst } from '../../../schemas/retirement-plan/history-periods.ts';
import type { History } from '../../../schemas/retirement-plan/market.ts';
import type { Market } from './market.ts';

/** History by steps: from each row on, the real growth of every asset and the inflation factor over one step. */
interface Past {
  rows: number;
  /** Rows that one step takes. */
  perStep: number;
  columns: number;
  /** [row][asset..., inflation], the record taken as a circle. */
  table: Float64Array;
}

function record(history: History, assets: readonly string[], stepsPerYear: number): Past {
  const perStep = (history.frequency === 'month' ? 12 : 1) / stepsPerYear;
  if (!Number.isInteger(perStep)) {
    throw new InvalidInputError('The history is too coarse for the steps of the plan.', [
      {
        path: 'simulation.stepsPerYear',
        message: `must be 1${history.frequency === 'month' ? ', 4 or 12' : ''} with this history`,
      },
    ]);
  }
  const inTime = oldestFirst(history);
  const rows = inTime.length;
  const columns = assets.length + 1;
  const table = new Float64Array(rows * columns);
  for (let first = 0; first < rows; first++) {
    const product = new Float64Array(columns).fill(1);
    for (let next = 0; next < perStep; next++) {
      const row = inTime[(first + next) % rows];
      const inflation = 1 + (row?.inflation ?? 0);
      product.forEach((value, column) => {
        const asset = assets[column];
        product[column] = value * (asset === undefined ? inflation : (1 + (row?.returns[asset] ?? 0)) / inflation);
      });
    }
    table.set(product, first * columns);
  }
  return { rows, perStep, columns, table };
}

/** Copies `steps` steps of the record, from row `first` on, to `block` at `to`. */
function copy(
  { rows, perStep, columns, table }: Past,
  first: number,
  steps: number,
  block: Float64Array,
  to: number,
): void {
  for (let step = 0, row = first % rows, at = to; step < steps; step++) {
    for (let column = 0, from = row * columns; column < columns; column++) block[at++] = table[from++] ?? 1;
    row = (row + perStep) % rows;
  }
}

/**
 * Circular block bootstrap: blocks of `blockYears` years begin at rows drawn at random and are laid end to end, so that what
 * follows what within a block, and which returns go with which inflation, is as it was. Politis & Romano, "A circular
 * block-resampling procedure", 1992.
 */
export function bootstrapMarket(
  history: History,
  assets: readonly string[],
  blockYears: number,
  stepsPerYear: number,
  seed: number,
): Market {
  const past = record(history, assets, stepsPerYear);
  const blockSteps = Math.max(1, Math.round(blockYears * stepsPerYear));
  const state = new Int32Array(4);
  return {
    assets,
    columns: past.columns,
    fixedInflation: null,
    sequences: Infinity,
    fill: (block, firstPath, paths, stride, lengths) => {
      for (let path = 0; path < paths; path++) {
        startStream(state, seed, firstPath + path, purposes.resampling);
        const length = lengths[path] ?? 0;
        for (let step = 0; step < length; step += blockSteps) {
          const row = Math.floor(nextUniform(state) * past.rows);
          copy(past, row, Math.min(blockSteps, length - step), block, (path * stride + step) * past.columns);
        }
      }
    },
  };
}

/**
 * Rolling sequences: path p begins at row p of history, so every start that leaves `steps` steps is run once (every row,
 * where it wraps). Bengen, Journal of Financial Planning 7(4), 1994. `sequences` is 0 where history is too short.
 */
export function historicalMarket(
  history: History,
  assets: readonly string[],
  wrap: boolean,
  stepsPerYear: number,
  steps: number,
): Market {
  const past = record(history, assets, stepsPerYear);
  return {
    assets,
    columns: past.columns,
    fixedInflation: null,
    sequences: wrap ? past.rows : Math.max(0, past.rows - steps * past.perStep + 1),
    fill: (block, firstPath, paths, stride, lengths) => {
      for (let path = 0; path < paths; path++) {
        copy(past, firstPath + path, lengths[path] ?? 0, block, path * stride * past.columns);
      }
    },
  };
}
