import { withCostOfOne } from './cost-of-one.ts';
import { withOneSymbol } from './one-symbol.ts';
import { ONLY_ACCOUNT, titleOf, type AccountReference } from './account-names.ts';
import { byAccount } from './account-sections.ts';
import { readTypeCell } from './account-type-cell.ts';
import { unreadTypeColumn } from './account-type-column.ts';
import { windowOf } from './brokerage-window.ts';
import { noteCarried } from './carried-accounts.ts';
import { cashAbove } from './cash-above.ts';
import { fileConventions, type Conventions } from './file-conventions.ts';
import { tableOf, textOf, type Section, type Table, type TableKind } from './find-sections.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import { gatherAccounts, type Entry, type GatheredAccounts, type WrongEntry } from './gather-accounts.ts';
import { MAX_POSITIONS, type InputFile } from './input-file.ts';
import { isShortHeading, noteSoldShort, soldShort, type Owing } from './held-or-owed.ts';
import { debtAccount, noteBelonging, noteHomeLoan } from './household-account.ts';
import { debtOf, householdLabel, isBelonging, isHomeLoan, isHouseholdCash } from './household-line.ts';
import { noteAbove } from './lines-above.ts';
import { withAccountsInNames } from './account-in-name.ts';
import { withHeadedAccounts } from './headed-accounts.ts';
import { impliedRates, readValuedTwice, type ValuedTwice } from './implied-rates.ts';
import { partOf } from './lot-lines.ts';
import { withLotsBelow } from './lots-below.ts';
import { isNoLot, isSaleOfLots } from './lot-list.ts';
import { NO_PRICES } from './no-prices.ts';
import { isMissing } from './missing-text.ts';
import { notePlainDate } from './plain-date.ts';
import { plannedTrades } from './planned-trades.ts';
import { notePassedOver } from './passed-over.ts';
import { settleRivals } from './settle-rivals.ts';
import { notePriceMarks } from './price-marks.ts';
import { settleUndated, withDayOfName } from './price-dates.ts';
import { notePricesApart } from './prices-apart.ts';
import { readCash, type CashRead } from './read-cash.ts';
import { cellReader, type CellReader } from './read-cells.ts';
import { readPosition, type PriceOrigin } from './read-position.ts';
import { isRateLine, readRate, settleRates, type RowRate } from './stated-rates.ts';
import type { StatedRate } from './with-exchange-rates.ts';
import { isAccountAlone, settleNameless, type NamelessLine } from './nameless.ts';
import { accountHeldIn, namesNoAccount } from './row-account.ts';
import { BUYING_POWER, rowKind } from './row-kind.ts';
import { holdingCode, isNameless } from './security-code.ts';
import { compareTotals, summedAs, type SummedLine } from './stated-totals.ts';
import { isFooter, isLabelled, noteMoneyBeside } from './footer-row.ts';
import { isRagged } from './ragged-row.ts';
import { noteSold, soldLine, type SoldLine } from './sold-lines.ts';
import type { Row } from './split-rows.ts';
import { withSummarized } from './summary-accounts.ts';
import { subtotalRows } from './subtotal-rows.ts';
import { tableRow, type TableRow } from './table-row.ts';
import { noteUnstated, withListingCurrency, type UnstatedCurrency } from './unstated-currency.ts';
import { settleUnstatedCash } from './unstated-cash.ts';
import { withUnheld } from './unheld-headings.ts';
import { withoutWindows } from './without-windows.ts';
import { unsupportedKind, unsupportedName, valueInFile } from './unsupported.ts';

const symbolAndQuantity = tableOf('symbol', 'quantity');

/** A table of what is held. */
export const HOLDINGS: TableKind = {
  ...symbolAndQuantity,
  fits: (columns) => symbolAndQuantity.fits(columns) && !columns.trades,
};

/** A table of what is held that says what each line is worth, and not how many of it there are. */
export const VALUES: TableKind = { fits: ({ valued }) => valued, lacks: (columns) => HOLDINGS.lacks(columns) };

const VALUE_ALONE =
  'the file states what each line is worth and not how many are held: each is kept as its value, at a price of 1; with a column Quantity it would follow its own price';

/** What a table holds, and the exchange rates that it states. */
export interface HeldInTable extends GatheredAccounts {
  /** The table as its columns were understood in the end. */
  table: Table;
  exchangeRates: StatedRate[];
}

/** The accounts of a table; what is wrong with its rows is in `findings`. Null where there are too many of them. */
export function readHoldingsTable(read: Table, file: InputFile, findings: Findings): HeldInTable | null {
  const found = settleRivals(read, file, findings);
  const conventions = withDayOfName(fileConventions(found, findings), file);
  const table = {
    ...found,
    sections: found.sections.map((section) => {
      const { preamble } = found;
      const one = withOneSymbol(withSummarized(withLotsBelow(section), preamble), findings);
      const settled = withAccountsInNames(withCostOfOne(one, conventions.mark, findings), file, findings);
      const isNamed = titleOf({ section: settled }, found) !== '';
      const marked = withUnheld(settled, file, found.sections.length === 1);
      return withHeadedAccounts(marked, { mark: conventions.mark, known: file, isNamed, preamble }, findings);
    }),
  };
  const prices = { file, statedDate: conventions.statedDate };
  const passedOver: Row[] = [];
  const lines: SummedLine[] = [];
  const stated: RowRate[] = [];
  const twice: ValuedTwice[] = [];
  const unstated: UnstatedCurrency[] = [];
  const nameless: NamelessLine[] = [];
  const wrong: WrongEntry[] = [];
  const sales: SoldLine[] = [];
  let unsupported = 0;
  let short = 0;
  const sections = table.sections.flatMap((section) => byAccount(section, findings));
  const listed = sections.flatMap((section) => {
    const { read, over, summed, rates, leftOut, shorts, unnamed, failed, sold } = readSection(section, {
      table,
      conventions,
      prices,
      unstated,
      twice,
      findings,
    });
    for (const row of over) passedOver.push(row);
    for (const line of summed) lines.push(line);
    for (const rate of rates) stated.push(rate);
    for (const line of unnamed) nameless.push(line);
    for (const line of failed) wrong.push(line);
    for (const line of sold) sales.push(line);
    unsupported += leftOut + shorts;
    short += shorts;
    return read;
  });
  for (const { columns, rows, headerLine } of table.sections) {
    const header = columns.headers[plannedTrades(columns.headers, columns.positions, () => rows)];
    if (header === undefined) continue;
    const planned = `"${quotation(header)}" was read as what is to be done, and not as what was: each line is held as it stands`;
    findings.note('reading', planned, headerLine);
  }
  for (const section of table.sections) notePlainDate(section, file.asOf, findings);
  for (const section of table.sections) notePriceMarks(section, findings);
  notePassedOver([...new Set(passedOver)], findings);
  const labelled = new Set(table.sections.flatMap((one) => one.rows.filter((row) => isLabelled(one, row))));
  noteMoneyBeside(
    [...new Set(passedOver)].filter((row) => labelled.has(row)),
    conventions.mark,
    findings,
  );
  noteAbove(table, conventions, findings);
  if (table.sections.some(({ columns }) => columns.valued)) findings.note('reading', VALUE_ALONE);
  // Lots are listed below what they add up to, or in its place.
  if (!listed.some(({ lot }) => lot)) compareTotals(lines, conventions.mark, findings);
  if (listed.length === 0 && unsupported > 0) {
    findings.problem(
      'the file holds nothing but what Alex does not understand: options, futures, warrants, what is sold short or the like',
    );
  }
  if (short > 0 && listed.some(({ held }) => held.kind === 'cash')) {
    const cash = 'cash counts in full, with what the short sale brought in where the file lists that there';
    findings.note('in_doubt', `what is sold short was left out, and has to be bought back one day: ${cash}`);
  }
  const unpriced = listed.filter(({ held }) => held.kind === 'position' && held.position.price === undefined);
  noteSold(sales, { held: listed.length, unpriced: unpriced.length }, findings);
  settleNameless(nameless, listed.length);
  if (listed.length > MAX_POSITIONS) {
    findings.problem(`the file has ${listed.length} positions; at most ${MAX_POSITIONS} are read`);
    return null;
  }
  for (const cash of cashAbove(table.preamble, listed, conventions.mark, findings)) listed.push(cash);
  const entries = settleUnstatedCash(withoutWindows(listed, findings), findings);
  noteCarried(entries, findings);
  settlePrices(entries, file, conventions, findings);
  notePricesApart(entries, findings);
  const rates = settleRates(stated, findings);
  noteUnstated(unstated, { table, mark: conventions.mark, fileName: file.name }, findings);
  return {
    table,
    ...gatherAccounts(entries, findings, { wrong, between: passedOver, unread: () => unreadIn(table) }),
    exchangeRates: [...rates, ...impliedRates(twice, rates, findings)],
  };
}

const unreadIn = ({ sections }: Table): string | null =>
  sections.map(unreadTypeColumn).find((header) => header !== null) ?? null;

interface Context {
  table: Table;
  conventions: Conventions;
  prices: PriceOrigin;
  /** Currencies that no row states, as they were settled. */
  unstated: UnstatedCurrency[];
  /** What is valued in two currencies. */
  twice: ValuedTwice[];
  findings: Findings;
}

interface SectionReading {
  read: Entry[];
  over: Row[];
  /** Every line that states a value of what is held, or a sum. */
  summed: SummedLine[];
  rates: RowRate[];
  /** Lines of contracts. */
  leftOut: number;
  /** Lines of what is sold short. */
  shorts: number;
  unnamed: NamelessLine[];
  failed: WrongEntry[];
  /** Lines of what is held no more. */
  sold: SoldLine[];
}

function readSection(section: Section, context: Context): SectionReading {
  const { table, conventions, prices, twice, findings } = context;
  const read: Entry[] = [];
  const over: Row[] = [];
  const summed: SummedLine[] = [];
  const rates: RowRate[] = [];
  const unnamed: NamelessLine[] = [];
  const failed: WrongEntry[] = [];
  const sold: SoldLine[] = [];
  let leftOut = 0;
  let shorts = 0;
  let afterGap = false;
  let isAnyUnsaid = false;
  let above: AccountReference | null = null;
  let below = shortBy(section.title);
  let title = titleOf({ section }, table);
  let isGrouped = false;
  let isTotalled = false;
  const subtotals = subtotalRows(section, conventions.mark);
  for (const row of section.rows.map((one) => tableRow(section, one))) {
    if (section.unheld?.rows.has(row.row) === true) {
      const line = soldLine(row, 'position', prices.file.asOf);
      summed.push({ kind: 'belonging', row });
      if (line !== null) sold.push(line);
      continue;
    }
    const plain = section.unheld?.headings.has(row.row) === true ? 'text' : rowKind(row, afterGap);
    const window = plain === 'position' ? windowOf(row) : null;
    const isHeading = section.headed?.headings.has(row.row) === true;
    const kind = isHeading || (plain === 'position' && window === null && subtotals.has(row.row)) ? 'total' : plain;
    if (section.headed?.ends.has(row.row)) above = null;
    if (kind === 'total') summed.push({ kind: isHeading ? 'heading' : kind, row });
    // Where each line above names its account, one below a blank line that names none is not in the last of them.
    if (kind === 'blank' && !isAnyUnsaid && read.length > 1) above = null;
    if (kind === 'blank') afterGap = read.length > 0;
    else if (kind === 'text' || kind === 'total') {
      const power = [row.text('symbol'), row.text('name'), row.row.cells[0] ?? ''].find((cell) => BUYING_POWER.test(cell.trim())); // prettier-ignore
      if (power !== undefined && /[1-9]/.test(valueInFile(row))) {
        const what = `"${quotation(power.trim())}" was left out of every total, as it may be what could be borrowed${valueInFile(row)}; cash of your own counts on a line that is called Cash`;
        cellReader(row, conventions, findings).note('left_out', 'symbol', what);
      } else if (!isHeading) over.push(row.row);
      below = kind === 'text' ? shortBy(textOf(row.row)) : null;
      isGrouped ||= kind === 'text' && !isTotalled;
      isTotalled ||= kind === 'total' && !isHeading && !isGrouped && read.length > 0;
    } else if (isFooter(row, prices.file)) {
      over.push(row.row);
    } else if (!isRagged(row, findings)) {
      const cells = cellReader(row, conventions, findings);
      const rate = readRate(row, cells, prices);
      if (rate !== null) rates.push(rate);
      if (isRateLine(row)) continue;
      const sale = soldLine(row, kind, prices.file.asOf);
      summed.push({ kind: sale === null ? summedAs(kind, row) : 'belonging', row });
      // Below the total of the account that stands above the table, money at a bank and what is owed are no part of it.
      if (isTotalled && kind === 'cash' && isOfHousehold(row)) {
        if (title !== '' && above?.name === title) above = null;
        title = '';
      }
      const account: AccountReference = accountHeldIn(row, above) ?? {
        key: title,
        name: title || ONLY_ACCOUNT,
        number: '',
      };
      const isUnsaid = namesNoAccount(row);
      isAnyUnsaid ||= isUnsaid && !afterGap;
      const isCarried = above?.told !== undefined && account === above && isUnsaid;
      const isLeftToOthers = isUnsaid || section.headed?.says.has(row.row) === true;
      above = account;
      if (kind === 'position' && section.columns.lots && isNoLot(row, cells)) continue;
      if (sale !== null) {
        sold.push(sale);
        continue;
      }
      const unsupported = kind === 'position' ? unsupportedKind(row) : null;
      if (unsupported !== null) {
        leftOut += 1;
        const what = `"${quotation(unsupportedName(row))}" was left out of every total: ${unsupported} are not understood${valueInFile(row)}`;
        cells.note('left_out', 'symbol', what);
        continue;
      }
      const short = kind === 'position' ? (soldShort(row, cells) ?? below) : null;
      if (short !== null) {
        noteSoldShort(row, cells, short);
        shorts += 1;
        continue;
      }
      if (kind === 'position' && isBelonging(row)) {
        noteBelonging(row, cells);
        continue;
      }
      if (
        kind === 'position' &&
        window === null &&
        (isNameless(row, prices.file) || isAccountAlone(row, prices.file))
      ) {
        unnamed.push({ row, cells });
        continue;
      }
      if (kind === 'cash' && isHomeLoan(row)) {
        noteHomeLoan(row, cells);
        continue;
      }
      const cash = kind === 'cash' ? readCash(row, cells, account.name) : null;
      const held = cash === null ? (kind === 'cash' ? null : positionEntry(row, cells, context)) : heldAsCash(cash);
      const debt = kind === 'cash' && isOwed(held) ? debtOf(row) : null;
      const type = readTypeCell(row, cells, table) ?? (debt?.rate ? { value: 'taxable' as const, column: null } : null);
      const dated = !isMissing(row.text('priceDate'));
      const [line, column] = [row.line('symbol'), row.header('symbol')];
      const part = section.columns.lots ? 'lot' : partOf(row);
      const isLotted = part !== null;
      if (held === null && kind === 'position' && cells.failed() && !isLotted) {
        const symbol = holdingCode(row, prices.file)?.code;
        if (symbol !== undefined) failed.push({ account, line, column, symbol });
      }
      if (held !== null) {
        const valued = readValuedTwice(row, cells, held.kind === 'position' ? held.position : null, prices);
        if (valued !== null) twice.push(valued);
        const own = debt === null ? account : debtAccount(account, debt);
        const taken = section.columns.lots && isSaleOfLots(row) && { sold: true as const };
        const isNamed = kind === 'position' && holdingCode(row, prices.file)?.from === 'name';
        const called = isNamed && { called: householdLabel(row) };
        const how = {
          lot: isLotted,
          ...(part !== null && { part }),
          ...taken,
          ...called,
          ...(window && { window }),
          ...(isCarried && own === account && { isCarried }),
          ...(isLeftToOthers && { isLeftToOthers }),
          ...(cash?.unstated && {
            unstated: { sign: cash.unstated, isBlank: section.columns.positions.has('currency') },
          }),
          heldAs: heldAsOf(row),
        };
        const priceColumn = row.header('price') ?? row.header('marketValue');
        read.push({ account: own, type, dated, line, column, priceColumn, ...how, held });
      }
    }
  }
  return { read, over, summed, rates, leftOut, shorts, unnamed, failed, sold };
}

const shortBy = (heading: string): Owing | null =>
  isShortHeading(heading) ? { column: 'heading', text: heading } : null;

/** Fidelity lists shares that stand for a loan apart from those that do not. */
const heldAsOf = (row: TableRow): string => /^(?:cash|margin)$/i.exec(row.text('action'))?.[0].toLowerCase() ?? '';

function positionEntry(
  row: TableRow,
  cells: CellReader,
  { prices, unstated }: Pick<Context, 'prices' | 'unstated'>,
): Entry['held'] | null {
  const read = readPosition(row, cells, prices);
  if (read === null) return null;
  const settled = withListingCurrency(read, row, cells, prices.file);
  if (settled.unstated !== null) unstated.push(settled.unstated);
  return { kind: 'position', position: settled.position };
}

const isOfHousehold = (row: TableRow): boolean => isHouseholdCash(row) || debtOf(row) !== null;

const isOwed = (held: Entry['held'] | null): boolean => held?.kind === 'cash' && held.cash.amount.startsWith('-');

const heldAsCash = ({ cash }: CashRead): Entry['held'] => ({ kind: 'cash', cash });

/** A portfolio without any price is worth a word; what has a price but no date of its own gets one. */
function settlePrices(entries: readonly Entry[], file: InputFile, conventions: Conventions, findings: Findings): void {
  const priced = entries.filter(({ held }) => held.kind === 'position' && held.position.price !== undefined);
  const holdings = entries.some(({ held }) => held.kind === 'position');
  if (holdings && priced.length === 0) {
    findings.note(null, NO_PRICES);
  }
  const undated = priced.filter(({ dated }) => !dated).map(({ line }) => line);
  settleUndated(undated, file, conventions, findings);
}
