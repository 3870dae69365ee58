import type { StepFall } from '../compile/falls.ts';

/** Lets the assets of a path fall, in the block; what was drawn is kept in `drawn`. */
export function fall(
  block: Float64Array,
  from: number,
  columns: number,
  falls: readonly StepFall[],
  drawn: Float64Array,
): void {
  let next = 0;
  for (const { step, kept } of falls) {
    kept.forEach((share, asset) => {
      const at = from + step * columns + asset;
      const growth = block[at] ?? 1;
      drawn[next++] = growth;
      block[at] = growth * share;
    });
  }
}

/** Puts back what `fall` has kept. */
export function restore(
  block: Float64Array,
  from: number,
  columns: number,
  falls: readonly StepFall[],
  drawn: Float64Array,
): void {
  let next = 0;
  for (const { step, kept } of falls) {
    kept.forEach((_, asset) => {
      block[from + step * columns + asset] = drawn[next++] ?? 1;
    });
  }
}
