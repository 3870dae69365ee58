import type { IsoDate } from '../schemas/decimal.ts';
import { isPlainName, type Field } from './column-names.ts';
import { isNotVested, isOfNow, isVested } from './column-times.ts';
import { dateOrder, dayInHeader, type DateOrder, type HeaderDay } from './date-text.ts';
import { isFromAbroad } from './file-conventions.ts';
import { quotation } from './file-problem.ts';
import type { Section, Table } from './find-sections.ts';
import type { Findings } from './findings.ts';
import type { InputFile } from './input-file.ts';
import { RIVALRY } from './loose-headers.ts';

type Rivalled = (typeof RIVALRY)[number];

const WHAT: Record<Rivalled, string> = {
  quantity: 'how many are held',
  price: 'the price',
  marketValue: 'what is held is worth',
};
const HEADED: Record<Rivalled, string> = { quantity: 'Quantity', price: 'Price', marketValue: 'Value' };

/**
 * Of columns that may each hold one field ("Value 10/31, Value 11/20"; "Granted, Vested, Unvested Shares") the one that tells what is: the
 * newest, or what says that it is of now. A note says which was read; where nothing tells, it is a problem that names them, for the first
 * may be of any day, or of one account of several. Days in their headers are those of the prices.
 */
export function settleRivals(table: Table, file: InputFile, findings: Findings): Table {
  const headers = table.sections.flatMap(({ columns }) => columns.headers);
  const { order } = dateOrder(headers, isFromAbroad(table) ? 'dmy' : 'mdy');
  const sections = table.sections.map((section) => {
    const positions = new Map(section.columns.positions);
    for (const field of RIVALRY) {
      const place = settled(section, field, { order, until: file.modifiedOn }, findings);
      if (place !== null) positions.set(field, place);
    }
    for (const field of ['quantity', 'marketValue'] as const) complainOfTwins(section, field, findings);
    noteVesting(section, positions, findings);
    return { ...section, columns: { ...section.columns, positions } };
  });
  const days = sections.map(({ columns: { headers: own, positions } }) => {
    const place = positions.has('priceDate') ? undefined : (positions.get('price') ?? positions.get('marketValue'));
    return dayInHeader(own[place ?? -1] ?? '', order, file.modifiedOn);
  });
  const isKnown = (day: HeaderDay | null): day is HeaderDay =>
    day !== null && (day.exact || day.day <= file.modifiedOn);
  const newest = days
    .filter(isKnown)
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
  return { ...table, sections, ...(newest !== undefined && { statedDay: newest }) };
}

/** Two columns of one name with other figures in them, each perhaps of one account: to read one alone would lose the other. */
function complainOfTwins({ columns, rows, headerLine }: Section, field: Rivalled, findings: Findings): void {
  const { headers, positions, accounts, trades } = columns;
  const own = positions.get(field);
  const name = headers[own ?? -1] ?? '';
  if (own === undefined || trades || accounts !== null || name === '') return;
  const twin = headers.findIndex((header, at) => at !== own && header.toLowerCase() === name.toLowerCase());
  const differs = rows.some(({ cells }) => {
    const [one, other] = [own, twin].map((at) => (cells[at] ?? '').trim());
    return /[1-9]/.test(other ?? '') && other !== one;
  });
  if (twin < 0 || !differs || positions.has('currency')) return;
  findings.problem(
    `two columns are called "${quotation(name)}" and hold other figures, and nothing says which counts: call each by its account, such as "Ann's ${quotation(name)}", or write a line for each account, with a column "Account"`,
    headerLine,
  );
}

interface Days {
  order: DateOrder;
  until: IsoDate;
}

/** The column of a field of which several may be it; null where there is nothing to choose. */
function settled(section: Section, field: Rivalled, days: Days, findings: Findings): number | null {
  const { headers, positions, rivals, accounts } = section.columns;
  const found = rivals.get(field);
  const taken = positions.get(field);
  if (found === undefined || taken === undefined || !found.fit.includes(taken)) return null;
  const ofAccounts = accounts?.columns.flatMap(({ position, value }) => [position, value]) ?? [];
  const fit = found.fit.filter((at) => !ofAccounts.includes(at) || at === taken);
  const quoted = (places: readonly number[]): string =>
    places.map((at) => `"${quotation(headers[at] ?? '')}"`).join(' and ');
  const chosen = chosenOf(section, fit, days);
  if (chosen === null) {
    const advice = `head the one that counts "${HEADED[field]}", and take the others out`;
    const accountsApart =
      field === 'price' ? '' : '; if each is of one account, write a line for each account, with a column "Account"';
    findings.problem(
      `${quoted(fit)} may each be ${WHAT[field]}, and nothing says which is today's: ${advice}${accountsApart}`,
      section.headerLine,
    );
    return null;
  }
  const others = [...fit, ...found.ofAnotherTime].filter((at) => at !== chosen);
  const isSaid = isPlainName(headers[chosen] ?? '') || ofAccounts.includes(chosen);
  if (others.length > 0 && !isSaid) {
    findings.note(
      'reading',
      `${quoted([chosen])} was read as ${WHAT[field]}, and not ${quoted(others)}`,
      section.headerLine,
    );
  }
  return chosen;
}

/** The one column of several that tells what is; null where nothing says which that is. */
function chosenOf(section: Section, fit: readonly number[], { order, until }: Days): number | null {
  const { headers } = section.columns;
  const headed = (at: number): string => headers[at] ?? '';
  const [first = -1] = fit;
  const only = (places: readonly number[]): number | null => (places.length === 1 ? (places[0] ?? null) : null);
  const textsAt = (at: number): string => section.rows.map(({ cells }) => (cells[at] ?? '').trim()).join('\n');
  if (fit.every((at) => textsAt(at) === textsAt(first))) return first;
  const said = only(fit.filter((at) => isPlainName(headed(at)))) ?? only(fit.filter((at) => isOfNow(headed(at))));
  if (said !== null) return said;
  const own = fit.filter((at) => !isNotVested(headed(at)));
  if (own.length === 1) return only(own);
  const dated = fit.map((at) => ({ at, found: dayInHeader(headed(at), order, until) }));
  if (dated.some(({ found }) => found === null)) return null;
  const isPast = ({ found }: (typeof dated)[number]): boolean => found !== null && (!found.exact || found.day <= until);
  const past = dated.some(isPast) ? dated.filter(isPast) : dated;
  const newest = past
    .map(({ found }) => found?.day ?? '')
    .toSorted()
    .at(-1);
  return only(past.flatMap(({ at, found }) => (found?.day === newest ? [at] : [])));
}

/** Shares that have not vested may never be their owner's: told where a column of them, or of those that have, was not read. */
function noteVesting(
  { columns, headerLine, rows }: Section,
  positions: ReadonlyMap<Field, number>,
  findings: Findings,
): void {
  const place = positions.get('quantity') ?? positions.get('marketValue') ?? -1;
  const counted = columns.headers[place] ?? '';
  const isHeld = (at: number): boolean => rows.some(({ cells }) => /[1-9]/.test(cells[at] ?? ''));
  const beside = columns.headers.flatMap((header, at) =>
    at !== place &&
    (isNotVested(header) || isVested(header)) &&
    isHeld(at) &&
    /share|unit|qty|quant|value|balance|vested$/i.test(header)
      ? [header]
      : [],
  );
  const [first] = beside;
  if (isVested(counted) || (first === undefined && !isNotVested(counted))) return;
  const seen = first === undefined ? '' : `, and "${quotation(first)}" was not read`;
  findings.note(
    'unvested',
    `"${quotation(counted)}" was counted in full${seen}: what has not vested may be lost; with the vested alone in that column they would count alone`,
    headerLine,
  );
}
