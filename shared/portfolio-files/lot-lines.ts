import type { Entry } from './gather-accounts.ts';
import { isMissing } from './missing-text.ts';
import type { TableRow } from './table-row.ts';

/** Columns of a stock plan that tell one grant from another: "Grant Date", "Award ID", "Vest Date", "Release date". */
const OF_GRANT =
  /^(?:grant|award|vest(?:ing|ed)?|release)(?:ed)?[\s_-]*(?:date|day|number|num|no\.?|id|#)$|^date (?:granted|vested|released|of (?:grant|vest(?:ing)?))$/i;
/** A column of a workplace plan that tells from whom or from which money a part came. */
const OF_SOURCE =
  /^(?:contribution |money |fund )?sources?(?: name| of (?:money|contributions?))?$|^(?:money|contribution) type$/i;
/** An account is no source: "Rollover IRA", "Employer brokerage". */
const ACCOUNT = /\bira\b|\bbrokerage\b|\baccounts?\b/i;
const SOURCE =
  /\bemploye[er]\b|\bmatch(?:ing)?\b|\bpre[- ]?tax\b|\bafter[- ]?tax\b|\broth\b|\brollover\b|\bprofit[- ]sharing\b|\bsafe harbor\b|\bdeferrals?\b|\bcontributions?\b/i;

/** What a line is a part of its holding by; null where it is none: a purchase, a stock plan's grant, a source of contributions. */
export function partOf(row: TableRow): Entry['part'] | null {
  if (!isMissing(row.text('acquired')) || /^lot\b/i.test(row.text('lotLevel'))) return 'lot';
  const { headers } = row.section.columns;
  const says = (header: RegExp, isPart: (cell: string) => boolean): boolean =>
    headers.some((text, at) => {
      const own = row.row.cells[at] ?? '';
      return header.test(text.trim()) && !isMissing(own) && isPart(own);
    });
  if (says(OF_GRANT, () => true)) return 'grant';
  return says(OF_SOURCE, (cell) => SOURCE.test(cell) && !ACCOUNT.test(cell)) ? 'source' : null;
}
