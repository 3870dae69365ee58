import type { RetirementChoice } from '../compile/retirement-choice.ts';

/**
 * The first step in which retiring lasts to the end of the path (`length` where only work to the end does), and every later
 * one with it. Backwards, the balance that the rest of the path needs: r = max(-start, (r' - end) / growth - start), with
 * nothing needed at the end. Forwards, the balance that work has built. The first step that has what is needed is the answer.
 *
 * @param growth the path's growth factors, from `from` on
 * @param needs scratch of at least `length`
 */
export function earliestStep(
  { balance, floor, scale, work, rest }: RetirementChoice,
  growth: Float64Array,
  from: number,
  length: number,
  needs: Float64Array,
): number {
  let need = 0;
  for (let step = length - 1; step >= 0; step--) {
    const after = need - (rest.end[step] ?? 0);
    const before = after > 0 ? after / ((growth[from + step] ?? 1) * scale) : 0;
    need = Math.max(0, before - (rest.start[step] ?? 0));
    needs[step] = need;
  }
  let held = balance;
  for (let step = 0; step < length; step++) {
    if (held - (needs[step] ?? 0) >= floor) return step;
    held = (held + (work.start[step] ?? 0)) * ((growth[from + step] ?? 1) * scale) + (work.end[step] ?? 0);
  }
  return length;
}
