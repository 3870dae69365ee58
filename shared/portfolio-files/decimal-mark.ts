import type { Separator } from './split-rows.ts';

export type DecimalMark = '.' | ',';

/** What one number says about the decimal mark of its file; "either": 1,234 may be a thousand or one and a bit. */
type Evidence = DecimalMark | 'either' | null;

const other = (mark: string): DecimalMark => (mark === '.' ? ',' : '.');

function evidenceOf(cell: string): Evidence {
  const core = cell.replace(/[^\d.,]/g, '');
  const marks = core.replace(/\d/g, '');
  const last = marks.at(-1);
  if (last === undefined || !/\d/.test(core)) return null;
  if (marks.includes('.') && marks.includes(',')) return last === '.' ? '.' : ',';
  if (marks.length > 1) return other(last);
  const [whole = '', decimals = ''] = core.split(last);
  const grouped = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return grouped ? 'either' : last === '.' ? '.' : ',';
}

/** Whether a number's only mark could group thousands as well as begin decimals: 1,234 or 80.000. */
export const couldGroup = (text: string): boolean => evidenceOf(text) === 'either';

/** A number as it stands in a file, and where. */
export interface NumberCell {
  text: string;
  line: number;
  column: string | null;
}

export interface DecimalMarkReading {
  /** Null where nothing decides it and it matters. */
  mark: DecimalMark | null;
  /** The first number that shows this mark; null where none does. */
  decisive: NumberCell | null;
  /** The first that could be a thousand times as large, or small. */
  ambiguous: NumberCell | null;
  /** All of these, in the order of the file. */
  allAmbiguous: readonly NumberCell[];
}

/**
 * The decimal mark of a file, from all its numbers: 1.234,56 and 12,5 say comma; 1,234.56 and 12.5 say point. Null where
 * nothing decides and it matters: a file with semicolons whose every number is like 1,234 (a factor of a thousand).
 */
export function decimalMark(cells: Iterable<NumberCell>, separator: Separator): DecimalMarkReading {
  const votes = { '.': 0, ',': 0, either: 0 };
  const first: Record<keyof typeof votes, NumberCell | null> = { '.': null, ',': null, either: null };
  const allAmbiguous: NumberCell[] = [];
  for (const cell of cells) {
    const evidence = evidenceOf(cell.text);
    if (evidence === null) continue;
    votes[evidence] += 1;
    first[evidence] ??= cell;
    if (evidence === 'either') allAmbiguous.push(cell);
  }
  const decided = votes[','] > votes['.'] ? ',' : '.';
  const open = votes[','] === 0 && votes['.'] === 0 && separator === ';' && votes.either > 0;
  return {
    mark: open ? null : decided,
    decisive: first[decided],
    ambiguous: first.either,
    allAmbiguous,
  };
}
