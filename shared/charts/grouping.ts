/** A part of a whole, with the fact that states it. */
export interface Part {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly fact: string;
}

export interface Group {
  readonly label: string;
  readonly value: number;
  readonly facts: readonly string[];
}

/** Keys that say what a part is not; they are never mixed into "Other" with what is known. */
const UNKNOWN = 'unknown';
/** A part that is itself a remainder goes with the others that are grouped. */
const OTHER = 'other';

/**
 * The largest parts as they are, the rest as one "Other (n)" that says how many it holds, and "unknown" last on its own.
 * One small part alone is not grouped: its name says more than "Other (1)". Zero parts are left out.
 *
 * @param most at most this many parts beside "Other" and "unknown"
 * @param smallest parts below this share of the sum are grouped (a fraction), unless all are
 */
export function groupSmall(parts: readonly Part[], { most, smallest }: { most: number; smallest: number }): Group[] {
  const known = parts.filter(({ key, value }) => key !== UNKNOWN && value !== 0);
  const total = parts.reduce((sum, { value }) => sum + Math.abs(value), 0);
  const sorted = known
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .toSorted((a, b) => Number(a.key === OTHER) - Number(b.key === OTHER));
  const worthShowing = sorted.filter(({ key, value }) => key !== OTHER && Math.abs(value) >= smallest * total);
  const large = (worthShowing.length > 0 ? worthShowing : sorted).slice(0, most);
  const small = sorted.slice(large.length);

  const single = ({ label, value, fact }: Part): Group => ({ label, value, facts: [fact] });
  const other: Group[] =
    small.length <= 1
      ? small.map(single)
      : [
          {
            label: `Other (${small.length})`,
            value: small.reduce((sum, { value }) => sum + value, 0),
            facts: small.map(({ fact }) => fact),
          },
        ];
  const unknown = parts.filter(({ key, value }) => key === UNKNOWN && value !== 0).map(single);
  return [...large.map(single), ...other, ...unknown];
}
