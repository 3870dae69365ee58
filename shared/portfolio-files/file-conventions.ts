import type { IsoDate } from '../schemas/decimal.ts';
import { dateOrder, readDateInProse, readExcelDay, type DateOrder } from './date-text.ts';
import { decimalMark, type DecimalMark, type DecimalMarkReading, type NumberCell } from './decimal-mark.ts';
import { currencyOf, isHeaderAbroad, type Field } from './column-names.ts';
import { currencyText } from './currency-column.ts';
import { readCurrency } from './currency-text.ts';
import { scaleOf } from './header-scale.ts';
import { quotation } from './file-problem.ts';
import { textOf, type Table } from './find-sections.ts';
import { isFooter } from './footer-row.ts';
import type { Findings } from './findings.ts';
import { tableRow } from './table-row.ts';
import { twoReadings, valueBy } from './two-readings.ts';

/** How one file writes numbers and dates, found from all of it. */
export interface Conventions {
  mark: DecimalMark;
  order: DateOrder;
  /** Nothing in the file tells that order. */
  isOrderAssumed: boolean;
  /** The date that a line above or below the table states; null where none does. */
  statedDate: IsoDate | null;
  /** That date is the one in the file's name. */
  isOfName?: true;
}

/** Columns by whose numbers the decimal mark of a file is found. */
export const NUMERIC: readonly Field[] = [
  'quantity',
  'price',
  'costBasis',
  'costPerUnit',
  'marketValue',
  'exchangeRate',
  'amount',
  'fee',
  'commission',
  'cashBalance',
  'settlementRate',
];

/** Columns by whose days it is found whether the day or the month stands first. */
export const DATED: readonly Field[] = ['priceDate', 'tradeDate'];

function* cellsOf({ sections }: Table, fields: readonly Field[]): Generator<NumberCell> {
  for (const section of sections) {
    for (const row of section.rows) {
      const { text, line, header } = tableRow(section, row);
      for (const field of fields) {
        const cell = text(field);
        if (cell !== '') yield { text: cell, line: line(field), column: header(field) };
      }
    }
  }
}

/** Lines that are prose: above the table, in its headers, rows of a single cell, and of a label and what it says below the table. */
function* proseOf({ preamble, sections }: Table): Generator<string> {
  for (const row of preamble) yield textOf(row);
  for (const section of sections) {
    for (const header of section.columns.headers) if (/as of/i.test(header)) yield header;
    for (const row of section.rows) {
      const filled = row.cells.filter((cell) => cell.trim() !== '');
      const isText = filled.length === 1 && /\p{L}/u.test(filled[0] ?? '');
      if (isText || isFooter(tableRow(section, row))) yield textOf(row);
    }
  }
}

/** Currencies of countries where the day stands before the month. */
const DAY_FIRST: ReadonlySet<string> = new Set('GBP EUR AUD NZD CHF INR SGD DKK NOK SEK PLN CZK'.split(' '));

/** Columns of currencies; what an account paid in tells more of where it is than what its holdings are quoted in. */
const CURRENCIES: readonly Field[] = ['accountCurrency', 'amountCurrency', 'currency'];

/** Whether the first column of currencies that a table has says such a one on every line. */
function isPaidAbroad(table: Table): boolean {
  const columns = CURRENCIES.map((field) => [...cellsOf(table, [field])]);
  const codes = columns.find((cells) => cells.length > 0)?.map(({ text }) => readCurrency(currencyText(text))?.code);
  return codes?.every((code) => code !== undefined && DAY_FIRST.has(code)) === true;
}

/** Whether headers are in another language than English, or they or all cells in pounds, euros or the like: days stand before months there. */
export const isFromAbroad = (table: Table): boolean =>
  table.sections.some(({ columns }) =>
    columns.headers.some((header) => isHeaderAbroad(header) || DAY_FIRST.has(currencyOf(header) ?? '')),
  ) || isPaidAbroad(table);

/** Problems: numbers that could be a thousand times as large. Notes: an assumed order of day and month. */
export function fileConventions(table: Table, findings: Findings): Conventions {
  noteScales(table, findings);
  const reading = decimalMark(cellsOf(table, NUMERIC), table.separator);
  const { mark } = reading;
  if (mark === null) complainOfMark(reading, findings);
  else noteMark(reading, mark, findings);
  const excel = [...cellsOf(table, DATED)].map(({ text }) => ({ text, day: readExcelDay(text) })).find(({ day }) => day !== null); // prettier-ignore
  if (typeof excel?.day === 'string')
    findings.note(
      'reading',
      `dates such as ${excel.text} were read as the number by which Excel counts days: ${excel.day}`,
    );
  const prose = [...proseOf(table)];
  const { order, assumed } = dateOrder(
    [...[...cellsOf(table, DATED)].map(({ text }) => text), ...prose.slice(0, 1000)],
    isFromAbroad(table) ? 'dmy' : 'mdy',
  );
  const dates = prose.map((line) => readDateInProse(line, order)).filter((day) => day !== null);
  if (assumed) {
    const read = order === 'mdy' ? 'month first (March 4)' : 'day first (3 April)';
    findings.note('reading', `dates such as 03/04/2026 were read ${read}`);
  }
  return {
    mark: mark ?? '.',
    order,
    isOrderAssumed: assumed,
    statedDate: table.statedDay ?? dates.toSorted().at(-1) ?? null,
  };
}

/** Says which columns were multiplied, as their headers ask for. */
function noteScales({ sections }: Table, findings: Findings): void {
  for (const { headerLine, columns } of sections) {
    const read = new Set(NUMERIC.flatMap((field) => columns.positions.get(field) ?? []));
    for (const place of read) {
      const header = columns.headers[place] ?? '';
      const places = scaleOf(header);
      if (places === 0) continue;
      const times =
        places === 3
          ? 'thousands, so each figure was multiplied by 1,000'
          : 'millions, so each figure was multiplied by 1,000,000';
      findings.note('reading', `"${quotation(header)}" is in ${times}`, headerLine);
    }
  }
}

const placeOf = ({ text, line, column }: NumberCell): string =>
  `"${quotation(text)}" (line ${line}${column === null ? '' : `, ${quotation(column)}`})`;

function complainOfMark({ ambiguous }: DecimalMarkReading, findings: Findings): void {
  if (ambiguous === null) return;
  const { text, line, column } = ambiguous;
  const two = twoReadings(text);
  if (two === null) return;
  const point = text.includes('.');
  const { whole, broken } = two;
  findings.problem(
    `"${quotation(text)}" could mean ${whole} or ${broken} here, and no number of the file decides it; ` +
      `write ${whole}${point ? ',' : '.'}00 or ${point ? broken : broken.replace('.', ',')}0 in its place`,
    line,
    column,
  );
}

/** So many numbers are told one by one. */
const TOLD = 3;

/** Says which number decided, where others could be a thousand times as large, and how these were read. */
function noteMark(
  { decisive, ambiguous, allAmbiguous }: DecimalMarkReading,
  mark: DecimalMark,
  findings: Findings,
): void {
  if (ambiguous === null) return;
  const all = allAmbiguous.slice(0, TOLD).map((one) => `${placeOf(one)} was read as ${valueBy(one.text, mark)}`);
  const more = allAmbiguous.length - all.length;
  const read = [...all, ...(more > 0 ? [`${more} more in the same way`] : [])].join(', ');
  if (decisive === null && ambiguous.text.includes(',')) {
    findings.note('reading', `${read}, as no number of the file shows that a comma is its decimal mark`);
  } else if (decisive !== null && mark === ',') {
    findings.note('reading', `${read}, because ${placeOf(decisive)} shows that the decimal mark is a comma`);
  }
}
