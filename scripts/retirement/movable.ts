import type { TallyState } from '../../shared/finance/retirement/engine.ts';

/** The memory of a tally's fans, and of what its paths spend, which can be handed to another thread as it is: a copy would be held twice. */
export function movable({ records, spent }: TallyState): ArrayBuffer[] {
  const fans = records === null ? [] : [records.balance, records.spending];
  return [
    spent?.year,
    spent?.lowest,
    spent?.mean,
    ...fans.flatMap(({ kept, cells }) => [kept, ...(cells ?? [])]),
  ].flatMap((values) => (values?.buffer instanceof ArrayBuffer ? [values.buffer] : []));
}
