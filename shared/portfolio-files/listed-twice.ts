import { quotation } from './file-problem.ts';
import { textOf } from './find-sections.ts';
import type { Row } from './split-rows.ts';

/** A holding as a line lists it. */
export interface ListedHolding {
  line: number;
  /** The day that the line itself states its price of; null where it states none. */
  day: string | null;
  /** The line's own cells name no account. */
  isLeftToOthers: boolean;
}

/**
 * What to do about a holding on two lines of one account. The same on several days is to be kept of one of them; and where the lines do
 * not say themselves that they are of one account, they may be of two, which nobody may be told to add up.
 *
 * @param between rows of totals and text, in the file's order
 */
export function whatToDo(first: ListedHolding, second: ListedHolding, between: readonly Row[]): string {
  if (first.day !== null && second.day !== null && first.day !== second.day) {
    return `, as of ${first.day}, and here as of ${second.day}; keep the lines of the newest day alone`;
  }
  if (!first.isLeftToOthers && !second.isLeftToOthers) return '; add the two into one line';
  const row = lastBetween(between, first.line, second.line);
  const mark =
    row === undefined ? '' : ` (line ${row.line}, "${quotation(textOf(row)).slice(0, 30)}", stands between them)`;
  return `; if they are in two accounts${mark}, name each line's in a column "Account", else add the two into one line`;
}

/** By halves: a file may have many of both. */
function lastBetween(rows: readonly Row[], first: number, second: number): Row | undefined {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((rows[middle]?.line ?? 0) < second) from = middle + 1;
    else to = middle;
  }
  const row = rows[from - 1];
  return row !== undefined && row.line > first ? row : undefined;
}
