import { createFan } from './fan.ts';
import type { FanState } from './fan.ts';
import { emptySpending, spendingIn } from './ledger/recorder.ts';
import type { PathRoom, PathSpending, Records } from './ledger/recorder.ts';
import type { Tally } from './simulate.ts';

type RecordsState = Omit<Records, 'balance' | 'spending'> & { balance: FanState; spending: FanState };

/** A tally in a form that can be sent to another thread. */
export interface TallyState extends Omit<Tally, 'records'> {
  records: RecordsState | null;
}

export function tallyState({ records, ...rest }: Tally): TallyState {
  if (records === null) return { ...rest, records };
  return { ...rest, records: { ...records, balance: records.balance.state(), spending: records.spending.state() } };
}

/**
 * Joins the tallies of consecutive slices of the same job, in the order of their paths. Counts add up and arrays are laid
 * end to end, so the result is the same, to the bit, however the paths were divided. Where the parts
 * were run in one `room`, it has the lists already, and a million paths are not held twice.
 */
export function mergeTallies(parts: readonly TallyState[], room?: PathRoom): Tally {
  const paths = parts.reduce((sum, part) => sum + part.paths, 0);
  const ruin = room?.ruin ?? new Int32Array(paths);
  let at = 0;
  for (const part of room === undefined ? parts : []) {
    ruin.set(part.ruin, at);
    at += part.paths;
  }
  const changes = (parts[0]?.changes ?? []).map(({ ruins }, index) => ({
    gained: parts.reduce((sum, part) => sum + (part.changes[index]?.gained ?? 0), 0),
    lost: parts.reduce((sum, part) => sum + (part.changes[index]?.lost ?? 0), 0),
    ruins: ruins.map((_, step) => parts.reduce((sum, part) => sum + (part.changes[index]?.ruins[step] ?? 0), 0)),
  }));
  return { paths, ruin, changes, records: mergeRecords(parts, paths, room), spent: mergeSpent(parts, paths, room) };
}

function mergeSpent(parts: readonly TallyState[], paths: number, room: PathRoom | undefined): PathSpending | null {
  if (parts.some(({ spent }) => spent === null)) return null;
  if (room !== undefined) return spendingIn(room);
  const joined = emptySpending(paths);
  let at = 0;
  for (const { spent, paths: count } of parts) {
    if (spent !== null) {
      joined.year.set(spent.year, at);
      joined.lowest.set(spent.lowest, at);
      joined.mean.set(spent.mean, at);
    }
    at += count;
  }
  return joined;
}

function mergeRecords(parts: readonly TallyState[], paths: number, room: PathRoom | undefined): Records | null {
  const all = parts.flatMap((part) => (part.records === null ? [] : [part.records]));
  const [first] = all;
  if (first === undefined) return null;
  const join = (name: 'estate' | 'shortfall' | 'sustainable' | 'early'): Float64Array => {
    const length = all.reduce((sum, records) => sum + records[name].length, 0);
    if (room !== undefined) return length === 0 ? new Float64Array(0) : room[name];
    const joined = new Float64Array(length);
    let at = 0;
    for (const records of all) {
      joined.set(records[name], at);
      at += records[name].length;
    }
    return joined;
  };
  const earliest = new Float64Array(first.earliest.length);
  for (const part of all) part.earliest.forEach((count, step) => void (earliest[step] = (earliest[step] ?? 0) + count));
  const fan = (pick: (records: RecordsState) => FanState) => {
    const merged = createFan(pick(first).counts.length, paths);
    for (const records of all) merged.merge(pick(records));
    return merged;
  };
  return {
    balance: fan((records) => records.balance),
    spending: fan((records) => records.spending),
    estate: join('estate'),
    shortfall: join('shortfall'),
    sustainable: join('sustainable'),
    early: join('early'),
    cuts: Float64Array.of(all.reduce((sum, { cuts }) => sum + (cuts[0] ?? 0), 0)),
    earliest,
  };
}
