import type { Field } from './column-names.ts';
import { currencyOf, isInPence } from './column-names.ts';
import { currencyText } from './currency-column.ts';
import { isWrittenWithDollar, readCurrency } from './currency-text.ts';
import { canonical, shifted } from './decimal-number.ts';
import { readDate, readExcelDay } from './date-text.ts';
import type { Conventions } from './file-conventions.ts';
import { quotation, type FileNote } from './file-problem.ts';
import type { Findings } from './findings.ts';
import { scaleOf } from './header-scale.ts';
import { isMissing } from './missing-text.ts';
import { isScaled, readNumber, type NumberReading } from './number-text.ts';
import type { TableRow } from './table-row.ts';
import type { IsoDate } from '../schemas/decimal.ts';

export interface Amount {
  value: string;
  /** Where the cell itself states one: by its sign, too, where what stands around it is in a currency without that sign. */
  currency: string | null;
  /** It is not zero, but smaller than the eight decimals that are kept. */
  vanished: boolean;
  /** It says that it counts in pounds, whatever the row is quoted in. */
  isWhole: boolean;
}

/** What a row's price is in. */
export interface RowCurrency {
  code: string;
  perUnit: 1 | 100;
  /**
   * What says so: a column of currencies; a header; the price's own cell, where a header says otherwise. Null where none of them
   * does, and `code` is the dollar that is assumed.
   */
  from: 'column' | 'header' | 'cell' | null;
}

export interface NumberOptions {
  /** A percentage is a number here. */
  percent?: boolean;
  /** Words stand for none, and a note says so. */
  canLack?: boolean;
}

/** Reads one row's cells; what is wrong with a cell becomes a problem at its line and column. */
export interface CellReader {
  /** A decimal string; null where the cell is blank or means "missing", undefined where it is wrong. */
  number: (field: Field, options?: NumberOptions) => Amount | null | undefined;
  /** A day no later than `latest`; null where the cell is blank, undefined where it is wrong. */
  day: (field: Field, latest: IsoDate) => IsoDate | null | undefined;
  currency: () => RowCurrency;
  header: (field: Field) => string | null;
  problem: (field: Field, message: string) => void;
  note: (topic: FileNote['topic'], field: Field, message: string) => void;
  /** Whether any problem was found in this row. */
  failed: () => boolean;
}

/** What a position can do without, whatever stands there; and where it has no digit ("Incomplete", "Pending"), what it may lack. */
const NEVER_NEEDED: readonly Field[] = ['costBasis', 'costPerUnit', 'accountValue'];
const MAY_LACK: readonly Field[] = ['marketValue', 'fee', 'commission', 'cashBalance', 'settlementRate'];
const canBeLeftOut = (row: TableRow, field: Field, lacking: boolean): boolean => {
  const mayLack = MAY_LACK.includes(field) && !(field === 'marketValue' && row.section.columns.valued);
  return NEVER_NEEDED.includes(field) || ((lacking || mayLack) && !/\d/.test(row.text(field)));
};

/** What is stated of one unit, and of a holding as a whole. */
const OF_ONE: readonly Field[] = ['price', 'costPerUnit'];
const OF_ALL: readonly Field[] = ['marketValue', 'costBasis'];
/** Where pence have a meaning. */
const MONEY: readonly Field[] = [...OF_ONE, ...OF_ALL, 'amount', 'fee', 'commission', 'cashBalance', 'accountValue'];

/**
 * An amount in pence or in pounds, as the row counts: "412.35p" is 4.1235 in a row in pounds, and "£4.12" is 412 in a row in pence.
 * A value or a cost in pounds stays so beside a price in pence.
 */
function inRowsUnit(
  field: Field,
  header: string,
  { value, currency: stated, dollar, vanished, unit: own }: Extract<NumberReading, { kind: 'number' }>,
  ofRow: CellReader['currency'],
): Amount {
  const isDollars = dollar && isDollarOf(currencyOf(header) ?? codeOf(ofRow()));
  const [currency, unit] = isDollars ? ['USD', 'whole' as const] : [stated, own];
  const byHeader = unit === null && field !== 'price' && [...OF_ONE, ...OF_ALL].includes(field);
  const headers = !byHeader ? null : isInPence(header) ? 'hundredth' : currencyOf(header) === 'GBP' ? 'whole' : null;
  const said = unit ?? headers;
  const code = said !== null && headers !== null ? 'GBP' : currency;
  const plain = { value, currency: headers === 'hundredth' ? code : currency, vanished, isWhole: false };
  if (said === null || code !== 'GBP') return plain;
  const { code: rows, perUnit } = ofRow();
  const isInRowsPence = perUnit === 100 && rows === code;
  if (said === 'hundredth') {
    const stays = isInRowsPence && [...OF_ONE, ...OF_ALL].includes(field);
    return stays ? plain : { ...plain, value: canonical(shifted(value, -2)), isWhole: true };
  }
  if (isInRowsPence && OF_ONE.includes(field)) return { ...plain, value: canonical(shifted(value, 2)) };
  return { ...plain, isWhole: true };
}

/** A figure under "Value ($k)" as the thousands that it is, unless its cell says so itself. */
function scaled<Read extends Extract<NumberReading, { kind: 'number' }>>(
  reading: Read,
  row: TableRow,
  field: Field,
): Read {
  const places = reading.percent || isScaled(row.text(field)) ? 0 : scaleOf(row.header(field) ?? '');
  return places === 0 ? reading : { ...reading, value: canonical(shifted(reading.value, places)) };
}

const codeOf = ({ code, from }: RowCurrency): string | null => (from === null ? null : code);

/** Whether "$" is the American dollar's beside a currency that it cannot be the sign of. */
const isDollarOf = (around: string | null): boolean => around !== null && !isWrittenWithDollar(around);

/** What is asked for more than once is read once, and complained about once. */
function once<Asked extends unknown[], Read>(read: (...asked: Asked) => Read): (...asked: Asked) => Read {
  const known = new Map<string, { read: Read }>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const found = known.get(key) ?? { read: read(...asked) };
    known.set(key, found);
    return found.read;
  };
}

export function cellReader(row: TableRow, { mark, order }: Conventions, findings: Findings): CellReader {
  let failed = false;
  const problem = (field: Field, message: string): void => {
    failed = true;
    findings.problem(message, row.line(field), row.header(field));
  };
  const note: CellReader['note'] = (topic, field, message) => {
    findings.note(topic, message, row.line(field), row.header(field));
  };

  const number: CellReader['number'] = once((field, { percent = false, canLack = false } = {}) => {
    const reading = readNumber(row.text(field), mark);
    if (reading.kind === 'missing') return null;
    const shown = `"${quotation(row.text(field))}"`;
    if (reading.kind === 'wrong' && canBeLeftOut(row, field, canLack)) {
      note('left_out', field, `${shown} ${reading.why}, and was taken as none`);
      return null;
    }
    if (reading.kind === 'wrong') problem(field, `${shown} ${reading.why}`);
    else if (reading.percent && !percent) problem(field, `${shown} is a percentage, which has no meaning here`);
    else if (reading.unit === 'hundredth' && !MONEY.includes(field)) problem(field, `${shown} is an amount of pence`);
    else return inRowsUnit(field, row.header(field) ?? '', scaled(reading, row, field), currency);
    return undefined;
  });

  const day: CellReader['day'] = once((field, latest) => {
    const text = row.text(field);
    if (isMissing(text)) return null;
    const found = readDate(text, order) ?? readExcelDay(text);
    if (found === null) problem(field, `"${quotation(text)}" is not a date such as 2026-03-31`);
    else if (found > latest) problem(field, `${found} is after ${latest}, the day that the analysis is for`);
    else return found;
    return undefined;
  });

  /** What the headers of the price or the value say. */
  const headersCurrency = (): RowCurrency | null => {
    const header = row.header('price') ?? '';
    if (isInPence(header)) return { code: 'GBP', perUnit: 100, from: 'header' };
    const code = currencyOf(header) ?? currencyOf(row.header('marketValue') ?? '');
    return code === null ? null : { code, perUnit: 1, from: 'header' };
  };

  const currency: CellReader['currency'] = once(() => {
    const text = row.text('currency');
    if (!isMissing(text)) {
      const read = readCurrency(currencyText(text));
      if (read === null) problem('currency', `"${quotation(text)}" is not a currency code such as USD`);
      return { ...(read ?? { code: 'USD', perUnit: 1 }), from: 'column' };
    }
    const byHeader = headersCurrency();
    if (byHeader === null) return { code: 'USD', perUnit: 1, from: null };
    // What stands in the cell is of this line; a header is of all of them.
    const price = readNumber(row.text('price'), mark);
    if (price.kind !== 'number') return byHeader;
    const code = price.dollar && isDollarOf(byHeader.code) ? 'USD' : price.currency;
    return code === null || code === byHeader.code ? byHeader : { code, perUnit: 1, from: 'cell' };
  });

  return { number, day, currency, problem, note, header: row.header, failed: () => failed };
}
