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
  eachFalling(from, columns, falls, (at, share) => {
    const growth = block[at] ?? 1;
    drawn[next++] = growth;
    block[at] = growth * share;
  });
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
  eachFalling(from, columns, falls, (at) => {
    block[at] = drawn[next++] ?? 1;
  });
}

/** The places in the block of what falls, with the share that is kept, always in the same order. */
function eachFalling(
  from: number,
  columns: number,
  falls: readonly StepFall[],
  visit: (at: number, share: number) => void,
): void {
  for (const { step, kept } of falls) {
    kept.forEach((share, asset) => {
      visit(from + step * columns + asset, share);
    });
  }
}
