/**
 * Where the growth of a path comes from. A block holds some paths side by side: growth factors at
 * [(path * stride + step) * columns + asset], the step's inflation factor in the column after the assets where inflation
 * varies.
 */
export interface Market {
  assets: readonly string[];
  /** Numbers a step takes in a block: the assets, and inflation where it varies. */
  columns: number;
  /** Inflation factor of every step where it is fixed; growth is then nominal. Null where it varies; growth is then real. */
  fixedInflation: number | null;
  /** How many paths there are at most; Infinity where they are drawn. */
  sequences: number;
  /** What a reader of the answer should know of how it is drawn. */
  notes?: readonly string[];
  /** Fills the first `lengths[path]` steps of each of `paths` paths, from path number `firstPath` on. */
  fill: (block: Float64Array, firstPath: number, paths: number, stride: number, lengths: Int32Array) => void;
}
