import type { History } from './market.ts';

type Frequency = History['frequency'];

/** 1998, or a day of that year. */
const YEAR = /^(?:(?<year>\d{1,4})|(?<ofDay>\d{4})-\d\d-\d\d)$/;
/** 1998-04, 1998-04-01, 1998/4, 199804, 1998.04; tables that write months as decimals have 1998.1 for October. */
const MONTH = /^(\d{4})(?:[-/](\d\d?)(?:-\d\d)?|\.?(\d\d)|\.(1))$/;
/** 4/1998 */
const MONTH_FIRST = /^(\d\d?)\/(\d{4})$/;

/** Years, or months, since the year 0, so that neighbours differ by one; null where the text names none. */
export function periodNumber(text: string, frequency: Frequency): number | null {
  if (frequency === 'year') {
    const groups = YEAR.exec(text)?.groups;
    return groups === undefined ? null : Number(groups.year ?? groups.ofDay);
  }
  const [, first, last] = MONTH_FIRST.exec(text) ?? [];
  const [, year = last, dashed = first, bare = dashed, october] = MONTH.exec(text) ?? [];
  const month = october === undefined ? Number(bare) : 10;
  return month >= 1 && month <= 12 ? Number(year) * 12 + month - 1 : null;
}

/** What is wrong with the period of one row. */
export interface PeriodFault {
  row: number;
  message: string;
}

/**
 * What keeps rows from being a record without holes: a text that is no period, a period twice, periods missing. In which order
 * they stand is no fault.
 *
 * @param placeOf how another row is named to the person
 */
export function periodFaults(
  periods: readonly string[],
  frequency: Frequency,
  placeOf: (row: number) => string,
): PeriodFault[] {
  const faults: PeriodFault[] = [];
  const rows = periods.flatMap((text, row) => {
    const number = periodNumber(text, frequency);
    if (number !== null) return [{ row, text, number }];
    const example = frequency === 'year' ? 'year, such as 1998' : 'month, such as 1998-04';
    faults.push({ row, message: `"${text}" is not a ${example}` });
    return [];
  });
  // A period that cannot be read may be the one that is missing.
  const unread = faults.length;
  rows.sort((a, b) => a.number - b.number || a.row - b.row);
  rows.forEach(({ row, text, number }, index) => {
    const before = rows[index - 1];
    if (before === undefined) return;
    const missing = number - before.number - 1;
    if (missing < 0) faults.push({ row, message: `${text} stands in ${placeOf(before.row)} too` });
    else if (missing > unread) {
      const many = missing === 1 ? `a ${frequency} is` : `${missing} ${frequency}s are`;
      faults.push({ row, message: `${many} missing between ${before.text} and ${text}` });
    }
  });
  return faults.sort((a, b) => a.row - b.row);
}

type Order = 'oldest first' | 'newest first' | 'in no order';

/** How the rows of a record stand. */
export function orderOf({ frequency, rows }: History): Order {
  const numbers = rows.map(({ period }) => periodNumber(period, frequency) ?? 0);
  const every = (sign: number): boolean =>
    numbers.every((number, row) => row === 0 || sign * (number - (numbers[row - 1] ?? 0)) >= 0);
  return every(1) ? 'oldest first' : every(-1) ? 'newest first' : 'in no order';
}

/** The rows in the order of time, however they stand. */
export function oldestFirst(history: History): History['rows'] {
  const { frequency, rows } = history;
  if (orderOf(history) === 'oldest first') return rows;
  const numbered = rows.map((row) => ({ row, number: periodNumber(row.period, frequency) ?? 0 }));
  return numbered.sort((a, b) => a.number - b.number).map(({ row }) => row);
}
