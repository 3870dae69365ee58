import { createFan } from './fan.ts';
import type { FanState } from './fan.ts';
import type { Records } from './ledger/recorder.ts';
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
 * end to end, so the result is the same, to the bit, however the paths were divided.
 */
export function mergeTallies(parts: readonly TallyState[]): Tally {
  const paths = parts.reduce((sum, part) => sum + part.paths, 0);
  const ruin = new Int32Array(paths);
  let at = 0;
  for (const part of parts) {
    ruin.set(part.ruin, at);
    at += part.paths;
  }
  const changes = (parts[0]?.changes ?? []).map((_, index) => ({
    gained: parts.reduce((sum, part) => sum + (part.changes[index]?.gained ?? 0), 0),
    lost: parts.reduce((sum, part) => sum + (part.changes[index]?.lost ?? 0), 0),
  }));
  return { paths, ruin, changes, records: mergeRecords(parts, paths) };
}

function mergeRecords(parts: readonly TallyState[], paths: number): Records | null {
  const all = parts.flatMap((part) => (part.records === null ? [] : [part.records]));
  const [first] = all;
  if (first === undefined) return null;
  const join = (pick: (records: RecordsState) => Float64Array): Float64Array => {
    const joined = new Float64Array(all.reduce((sum, records) => sum + pick(records).length, 0));
    let at = 0;
    for (const records of all) {
      joined.set(pick(records), at);
      at += pick(records).length;
    }
    return joined;
  };
  const fan = (pick: (records: RecordsState) => FanState) => {
    const merged = createFan(pick(first).counts.length, paths);
    for (const records of all) merged.merge(pick(records));
    return merged;
  };
  return {
    balance: fan((records) => records.balance),
    spending: fan((records) => records.spending),
    estate: join((records) => records.estate),
    shortfall: join((records) => records.shortfall),
    sustainable: join((records) => records.sustainable),
    early: join((records) => records.early),
    earliest: join((records) => records.earliest),
  };
}
