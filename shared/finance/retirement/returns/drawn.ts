import { fillNormals } from '../../random/normal.ts';
import { startStream } from '../../random/stream.ts';
import type { Laws } from './laws.ts';
import type { Market } from './market.ts';

/** How a model turns the normals of a path into growth factors, and what it starts for a path beside them. */
export interface Draw {
  /** Changes the standard normals from `from` up to `to` into growth factors, in place. */
  grow: (block: Float64Array, from: number, to: number) => void;
  /** Called before each path, with its number. */
  start?: (path: number) => void;
}

/** Numbers that a step takes: one an asset, and one for inflation where it varies. */
export function columnsOf({ assets, inflation }: Laws): number {
  return assets.length + (inflation.volatility > 0 ? 1 : 0);
}

/**
 * A market whose paths are drawn, each from its own stream of normals, so that it is the same whatever the block it is
 * computed in. `inflation` is the factor of every step, where it is fixed.
 */
export function drawnMarket(laws: Laws, inflation: number, seed: number, { grow, start }: Draw): Market {
  const columns = columnsOf(laws);
  const state = new Int32Array(4);
  return {
    assets: laws.assets.map((asset) => asset.name),
    columns,
    fixedInflation: columns > laws.assets.length ? null : inflation,
    sequences: Infinity,
    fill: (block, firstPath, paths, stride, lengths) => {
      for (let path = 0; path < paths; path++) {
        const from = path * stride * columns;
        const to = from + (lengths[path] ?? 0) * columns;
        startStream(state, seed, firstPath + path);
        start?.(firstPath + path);
        fillNormals(state, block, from, to);
        grow(block, from, to);
      }
    },
  };
}
