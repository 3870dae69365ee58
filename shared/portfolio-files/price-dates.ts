import type { IsoDate } from '../schemas/decimal.ts';
import { readDate } from './date-text.ts';
import type { Conventions } from './file-conventions.ts';
import type { Findings } from './findings.ts';
import type { InputFile } from './input-file.ts';

/** The date of prices whose row states none: what the file says above or below its table, else its last change. */
const fallbackDate = ({ modifiedOn }: InputFile, { statedDate }: Conventions): IsoDate => statedDate ?? modifiedOn;

/** What a statement is called when it is downloaded: Fidelity's Statement10312026.csv, and Statement9302026.csv of September. */
const STATEMENT = /statement[\s_-]*(\d{1,2})(\d{2})(20\d{2})(?!\d)/i;

/** With the day that the name of a statement states, where nothing in the file states one; no file was last changed before its day. */
export function withDayOfName(conventions: Conventions, { name, modifiedOn }: InputFile): Conventions {
  const [, month = '', day = '', year = ''] = conventions.statedDate === null ? (STATEMENT.exec(name) ?? []) : [];
  const stated = readDate(`${month}/${day}/${year}`, 'mdy');
  return stated === null || stated > modifiedOn ? conventions : { ...conventions, statedDate: stated, isOfName: true };
}

/** What the source of a price says where nothing but the file's last change dates it. */
export const DAY_OF_THE_FILE = '(no date given; the day of the file)';

/**
 * Where a price came from: what its row says, else the file. `undated`, where neither the row nor the file gives a date and the
 * file's last change stands in, is said with it, so that nobody takes the price for one of that day.
 */
export function priceSource(stated: string, file: InputFile, undated: boolean): string {
  const source = stated === '' ? file.name : stated;
  const suffix = undated ? ` ${DAY_OF_THE_FILE}` : '';
  return `${source.slice(0, 200 - suffix.length)}${suffix}`;
}

/** Says what date prices on `lines` were given because their rows state none; a date after the analysis is a problem. */
export function settleUndated(
  lines: readonly number[],
  file: InputFile,
  conventions: Conventions,
  findings: Findings,
): void {
  const [first] = lines;
  if (first === undefined) return;
  const day = fallbackDate(file, conventions);
  const { statedDate, isOfName } = conventions;
  const named = isOfName === true ? "the day in the file's name" : 'the date that the file states';
  const from = statedDate === null ? 'the day the file was last changed' : named;
  const which = lines.length === 1 ? 'one price states' : `${lines.length} prices state`;
  if (day <= file.asOf) {
    findings.note('price', `${which} no date (the first on line ${first}); dated ${day}, ${from}`);
    return;
  }
  findings.problem(
    `${which} no date (the first on line ${first}), and ${from}, ${day}, is after ${file.asOf}, the day that the analysis ` +
      `is for; analyse for that day or a later one (--as-of ${day}, or without it for today), or add a column "price date"`,
  );
}
