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
  const couldGroup = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldGroup ? 'either' : last === '.' ? '.' : ',';
}

/**
 * The decimal mark of a file, from all its numbers: 1.234,56 and 12,5 say comma; 1,234.56 and 12.5 say point. Null where
 * nothing decides and it matters: a file with semicolons whose every number is like 1,234 (a factor of a thousand).
 */
export function decimalMark(cells: Iterable<string>, separator: Separator): DecimalMark | null {
  const votes = { '.': 0, ',': 0, either: 0 };
  for (const cell of cells) {
    const evidence = evidenceOf(cell);
    if (evidence !== null) votes[evidence] += 1;
  }
  if (votes[','] !== votes['.']) return votes[','] > votes['.'] ? ',' : '.';
  if (votes[','] > 0 || separator !== ';') return '.';
  return votes.either > 0 ? null : '.';
}
