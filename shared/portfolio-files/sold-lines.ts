import type { IsoDate } from '../schemas/decimal.ts';
import type { Field } from './column-names.ts';
import { readDate } from './date-text.ts';
import { quotation } from './file-problem.ts';
import type { Section } from './find-sections.ts';
import type { Findings } from './findings.ts';
import { isMissing } from './missing-text.ts';
import type { TableRow } from './table-row.ts';
import { unheldBy, type Unheld } from './unheld-words.ts';

/** Headers of the day on which a line was sold; and of one that may as well be of a closing price. */
const SOLD_ON =
  /^(?:(?:sell(?:ing)?|sold|sale|exit|disposal|disposed)[\s_-]*(?:date|day|on)|date[\s_-]*(?:sold|exited|disposed|of (?:sale|disposal|exit))|sold|exited)\??$/i;
const CLOSED_ON = /^(?:(?:closed?|closing)[\s_-]*(?:date|on)|date[\s_-]*closed|closed)\??$/i;
/** Headers of what a line was sold for, and of what it may be sold for today as well. */
const SOLD_FOR = /^(?:price sold|sold (?:price|at|for)|sales? price|price (?:at|of) sale)$/i;
const SELL_PRICE = /^(?:sell(?:ing)?|exit) price$/i;
/** Headers of whether a line is held. */
const STATUS =
  /^(?:(?:position|holding|trade|lot|investment)[\s_-]*)?(?:status|state)$|^(?:open|held|active)\s*(?:\/|or)\s*(?:closed|sold|inactive)\??$/i;

const NO_LONGER =
  /^(?:fully |all |position )?(?:sold(?: (?:off|out|all))?|closed|exited|liquidated|disposed(?: of)?|divested|redeemed|verkauft|vendue?|vendid[oa]|verkocht)(?=\W*$|\W+(?:on|in|at|for)\b|\W*\d{1,4}[-./]|\W+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\W+20\d\d\W*$)/i;
const WATCHED = /^(?:on )?(?:watch(?:[- ]?list|ing|ed)?|wish[- ]?list)\b/i;
/** What is written of a line that is held, in place of the day of its sale. */
const STILL =
  /^(?:open|held|hold(?:ing)?|still\b.*|current|active|not (?:yet )?sold|unsold|no|n|false|never|tbd|pending)\W*$/i;
const YES = /^(?:y|yes|x|true|✓|✔|☑)$/i;
const PLAIN_NUMBER = /^[-+]?[\d.,]+$/;

/** A header without what it is of: "Sell Price ($)", "Sale price / share". */
const bare = (header: string): string =>
  header
    .replace(/\s*[([].*$/, '')
    .replace(/\s*(?:\/|per)\s*(?:share|unit)s?$/i, '')
    .trim();

/** How the columns of a table say that a line is held no more. */
interface SaleColumns {
  days: readonly number[];
  prices: readonly number[];
  status: readonly number[];
}

const cellAt = (cells: readonly string[], at: number): string => (cells[at] ?? '').trim();
const isFigure = (text: string): boolean => /[1-9]/.test(text) && !/\p{L}{4}/u.test(text);

/** Whether a column of prices of sale is one, and not what is paid for each line today: it stands beside what was paid or when that was. */
const isJournal = (headers: readonly string[], positions: ReadonlyMap<Field, number>): boolean =>
  positions.has('acquired') || positions.has('costPerUnit') || headers.some((header) => SOLD_ON.test(bare(header)));

const found = new WeakMap<Section, SaleColumns>();

function saleColumns(section: Section): SaleColumns {
  const before = found.get(section);
  if (before !== undefined) return before;
  const { headers, positions, lots } = section.columns;
  const isBought = isJournal(headers, positions);
  const used = new Set([...positions].filter(([field]) => field !== 'status').map(([, at]) => at));
  const places = (says: (header: string) => boolean): number[] =>
    headers.flatMap((header, at) => (says(bare(header)) && !used.has(at) ? [at] : []));
  const columns = {
    days: places((header) => SOLD_ON.test(header) || (isBought && CLOSED_ON.test(header))),
    prices: places((header) => SOLD_FOR.test(header) || (isBought && SELL_PRICE.test(header))),
    status: places((header) => STATUS.test(header)),
  };
  const own = lots ? { days: [], prices: [], status: [] } : columns;
  found.set(section, own);
  return own;
}

/** Whether a column is one that says whether lines are held. */
export function isSaleColumn(section: Section, at: number): boolean {
  const { days, prices, status } = saleColumns(section);
  return [...days, ...prices, ...status].includes(at);
}

/** Whether what stands in a column of days says that its line was sold: by a day that has been, or a word for yes. */
function isSoldOn(text: string, header: string, asOf: IsoDate): boolean {
  if (isMissing(text) || STILL.test(text)) return false;
  if (YES.test(text) || NO_LONGER.test(text)) return true;
  // "Sold, 40" is how many.
  if (/^(?:sold|exited|closed)$/i.test(header) && PLAIN_NUMBER.test(text)) return false;
  const day = readDate(text, 'mdy') ?? readDate(text, 'dmy');
  return day === null ? /\d/.test(text) : day <= asOf;
}

/** A line that a file says is held no more, is only watched, or is not held for another reason. */
export interface SoldLine {
  row: TableRow;
  /** The column or the heading that says so. */
  header: string;
  how: Unheld;
}

/**
 * What says of a row that it is not held: the heading above it, the name of its account ("Paper trading"), a day of sale, a price that it
 * was sold for, a status; null where nothing does. Of cash only what is no money at all.
 */
export function soldLine(row: TableRow, kind: 'position' | 'cash', asOf: IsoDate): SoldLine | null {
  const { section } = row;
  const heading = section.unheld?.rows.get(row.row);
  if (heading !== undefined) return { row, header: heading.label, how: heading.how };
  const account = unheldBy(row.text('account'));
  if (account !== null && (kind === 'position' || account === 'not invested'))
    return { row, header: row.text('account'), how: account };
  if (kind === 'cash') return null;
  const { headers } = section.columns;
  const { days, prices, status } = saleColumns(section);
  const text = (at: number): string => cellAt(row.row.cells, at);
  const isSold = (at: number): boolean => NO_LONGER.test(text(at)) || WATCHED.test(text(at));
  const planned = days.some((at) => !isMissing(text(at)) && !isSoldOn(text(at), bare(headers[at] ?? ''), asOf));
  const at =
    days.find((place) => isSoldOn(text(place), bare(headers[place] ?? ''), asOf)) ??
    status.find(isSold) ??
    (planned ? undefined : prices.find((place) => isFigure(text(place))));
  if (at === undefined) return null;
  return { row, header: headers[at] ?? '', how: WATCHED.test(text(at)) ? 'watched' : 'sold' };
}

/** The column of what lines may be sold for, in a table that says nothing of purchases: a price of today; -1 where there is none. */
export function sellPriceOfToday(headers: readonly string[], positions: ReadonlyMap<Field, number>): number {
  return isJournal(headers, positions) ? -1 : headers.findIndex((header) => SELL_PRICE.test(bare(header)));
}

/** Lines named in a note; of the rest it says how many. */
const NAMED = 8;

/**
 * Says which lines were left out because they are held no more, are only watched or the like. A file of nothing else holds nothing, and one whose
 * only price is that of the sales has none of today.
 *
 * @param read how many lines are held, and of how many there is no price
 */
export function noteSold(
  lines: readonly SoldLine[],
  read: { held: number; unpriced: number },
  findings: Findings,
): void {
  const [any] = lines;
  if (any === undefined) return;
  const groups = Map.groupBy(lines, ({ header, how }) => `${how}, by "${quotation(header)}"`);
  for (const [how, own] of groups) {
    const named = own
      .slice(0, NAMED)
      .map(({ row }) => `${quotation(row.text('symbol') || row.text('name')).slice(0, 30)} (line ${row.row.line})`);
    const more = own.length > NAMED ? ` and ${own.length - NAMED} more` : '';
    const cash = how.startsWith('sold') ? '; what a sale brought in counts on a line Cash' : '';
    findings.note(
      'left_out',
      `left out of every total as ${how}: ${named.join(', ')}${more}${cash}`,
      own[0]?.row.row.line,
    );
  }
  if (read.held === 0) {
    const what =
      any.how === 'sold' ? 'was sold' : any.how === 'not invested' ? 'is not invested' : `is only ${any.how}`;
    const why = `each line of the file is one of what ${what}, by "${quotation(any.header)}"`;
    findings.problem(
      `${why}: list what is still held; if those words say something else of it, change them`,
      any.row.row.line,
    );
    return;
  }
  const columns = any.row.section;
  const [price] = saleColumns(columns).prices;
  if (read.unpriced > 0 && price !== undefined) {
    const header = quotation(columns.columns.headers[price] ?? '');
    findings.note(
      'price',
      `"${header}" is what sales brought in, and no price of today: with a column "Current price", or a file of prices (--prices), what is still held has one`,
    );
  }
}
