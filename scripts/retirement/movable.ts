import type { TallyState } from '../../shared/finance/retirement/engine.ts';

/** The memory of a tally's fans, which can be handed to another thread as it is: a copy would be held twice. */
export function movable({ records }: TallyState): ArrayBuffer[] {
  if (records === null) return [];
  return [records.balance, records.spending].flatMap(({ kept, cells }) =>
    [kept, ...(cells ?? [])].flatMap((values) => (values?.buffer instanceof ArrayBuffer ? [values.buffer] : [])),
  );
}
