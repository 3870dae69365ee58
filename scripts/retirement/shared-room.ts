import type { PathRoom } from '../../shared/finance/retirement/ledger/recorder.ts';

/** The room for a question of so many paths: that of the question before where it had as many, whose numbers are of no more use. */
export function rooms(): (paths: number) => PathRoom {
  let last: PathRoom | null = null;
  return (paths) => (last?.ruin.length === paths ? last : (last = sharedRoom(paths)));
}

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
