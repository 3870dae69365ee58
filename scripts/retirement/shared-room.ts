import type { PathRoom } from '../../shared/finance/retirement/ledger/recorder.ts';

/** Memory that all threads write their paths' numbers to, 36 bytes a path: none is copied or joined. */
export function sharedRoom(paths: number): PathRoom {
  const numbers = () => new Float64Array(new SharedArrayBuffer(8 * paths));
  return {
    ruin: new Int32Array(new SharedArrayBuffer(4 * paths)),
    ...{ estate: numbers(), shortfall: numbers(), sustainable: numbers(), early: numbers() },
  };
}

/** The part of it for paths `first` to `first + paths`. */
export function partOf(
  { ruin, estate, shortfall, sustainable, early }: PathRoom,
  first: number,
  paths: number,
): PathRoom {
  const end = first + paths;
  return {
    ruin: ruin.subarray(first, end),
    estate: estate.subarray(first, end),
    shortfall: shortfall.subarray(first, end),
    sustainable: sustainable.subarray(first, end),
    early: early.subarray(first, end),
  };
}
