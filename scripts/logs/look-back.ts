import type { Target } from '../target/target.ts';

const DAY = 86_400_000;
const TEN_MINUTES = 600_000;

export interface Asked {
  /** What --since says, milliseconds since 1970; undefined where nobody said it. */
  since: number | undefined;
  /** Only lines about one analysis are wanted, whenever it was. */
  ofJob: boolean;
}

export interface LookBack {
  /** Milliseconds since 1970. */
  from: number;
  /** Said even where lines were found: an analysis may be older than what was looked through. */
  says?: string;
  /** Said where none was. */
  nothing: string;
}

/**
 * From when on lines are shown. Of an analysis all that a laptop keeps, which is read in no time; on AWS, where reading the log of weeks
 * takes long, a day, and that is said.
 */
export function lookBack(
  { since, ofJob }: Asked,
  { name, label }: Pick<Target, 'name' | 'label'>,
  now: number,
): LookBack {
  const nothingSince = (from: number): string => `Nothing was logged since ${new Date(from).toISOString()} that fits`;
  if (since !== undefined) return { from: since, nothing: `${nothingSince(since)}.` };
  if (!ofJob) {
    const from = now - TEN_MINUTES;
    return { from, nothing: `${nothingSince(from)}: --since 1d looks further back.` };
  }
  if (name === 'laptop') return { from: 0, nothing: `Nothing that ${label} still keeps of its log fits.` };
  const from = now - DAY;
  return {
    from,
    says: 'The last day was looked through: --since 7d looks further back.',
    nothing: `${nothingSince(from)}.`,
  };
}
