/** The least of several bars above so much of the largest: their ends are all that tells them apart. */
const ALIKE = 0.7;

/** Whether bars of chances begin at the plan's own: beside bars from zero effects of some points cannot be seen. */
export const beginAtThePlan = (chances: readonly number[]): boolean =>
  Math.min(...chances) > Math.max(...chances) * ALIKE;

/** What a caption then says: bars are taken to begin at zero. */
export const BEGIN_AT_THE_PLAN = 'The bars begin at the plan as it stands, not at zero: their length is the change.';
