import { isCalledByType, readTypeOfName } from './account-type.ts';
import { quotation } from './file-problem.ts';
import type { Section } from './find-sections.ts';
import type { Findings } from './findings.ts';
import { isGroupOfHoldings } from './group-words.ts';
import { isKeeper } from './heading-name.ts';
import { debtOf, isBelonging, isHouseholdCash } from './household-line.ts';
import { isKnownTicker } from './known-codes.ts';
import { isMissing } from './missing-text.ts';
import type { KnownNames } from './security-code.ts';
import type { Row } from './split-rows.ts';
import { looksLikeSymbol, readSymbol } from './symbol-text.ts';
import { tableRow, type TableRow } from './table-row.ts';
import { tickerInName } from './ticker-in-name.ts';

/** What one cell says of an account and of what is in it; null for what it holds where it does not say that. */
interface Said {
  account: string;
  held: string | null;
}

const LONGEST = 100;
/** "Roth IRA - VTI", "401k: Target 2045", "IRA, bonds". */
const PARTED = /\s+[-–—|/]\s+|\s*[:–—|]\s+|,\s+/g;
/** "Roth IRA (VTI)", "VTI (401(k))". */
const BRACKETED = /^(.+?)\s*\(((?:[^()]|\([^()]*\))+)\)$/;
/** "VTI in my Roth IRA". */
const WITHIN = /^(.+?)\s+(?:with)?in\s+(?:(?:my|our|the|his|her|an?)\s+)?(.+)$/i;
/** "Roth IRA VTI", "VTI Roth IRA". */
const BARE = [/^(.+?)\s+([A-Z]{2,5})$/, /^([A-Z]{2,5})\s+(.+)$/];

/** What an account is called that is taxed, or that is no word of `isCalledByType`; a bank's is none. */
const ACCOUNT =
  /\b(?:brokerage|taxable|individual|joint|custodial|utma|ugma|gia|rollover|keogh|tsp|thrift savings|sep|simple|pension|health savings|deferred comp\w*|family trust|living trust)\b/i;
const NO_ACCOUNT =
  /\b(?:bonds?|funds?|munis?|stocks?|etfs?|index|annuit(?:y|ies)|checking|bank|loans?|mortgage|inc|corp|real estate)\b/i;
/** A plan of an employer, beside which a company's name is the employer's. */
const OF_EMPLOYER = /40[13]|457|\b(?:tsp|hsa|pension|sep|simple|deferred comp)/i;

/** What is invested in, by a word of its name. */
const INVESTED =
  /\b(?:funds?|fd|index|idx|etfs?|target|tdf|20[2-7]\d|stocks?|shares?|equit(?:y|ies)|bonds?|treasur(?:y|ies)|tips|munis?|s ?& ?p|500|nasdaq|dow jones|msci|ftse|russell|total (?:us|market|world|international)|gold|silver|bitcoin|ethereum|crypto|reits?|(?:large|small|mid)[- ]?caps?|balanced|stable value|age[- ]based|lifepath|lifecycle|life ?strategy|freedom|annuit(?:y|ies)|cds?|cash|money market|settlement)\b/i;

/** The Thrift Savings Plan: "TSP - C Fund". */
const IN_ITS_NAMES = /\b(?:tsp|thrift savings)\b/i;

const isAccount = (text: string): boolean =>
  text.length <= LONGEST / 2 &&
  readTypeOfName(text)?.plain === true &&
  (isCalledByType(text) || ACCOUNT.test(text)) &&
  !NO_ACCOUNT.test(text);

const isTicker = (text: string, { nameOf }: KnownNames): boolean => {
  const symbol = looksLikeSymbol(text) ? readSymbol(text) : null;
  return (
    symbol !== null && (isKnownTicker(symbol) || (nameOf?.(symbol) ?? null) !== null || /^[A-Z]{4}X$/.test(symbol))
  );
};

/** Whether words are what is held in an account, and not where or whose it is: "Schwab", "Sam", "old employer". */
function isHeld(text: string, account: string, known: KnownNames): boolean {
  if (isAccount(text) || isKeeper(text)) return false;
  const isCompany = (known.companies?.(text) ?? []).length > 0;
  if (isCompany) return !OF_EMPLOYER.test(account);
  const isFund = INVESTED.test(text) || isGroupOfHoldings(text) || (known.tickers?.(text) ?? null) !== null;
  return isFund || isTicker(text, known) || tickerInName(text, known) !== null;
}

/** Each way in which a text has two parts. */
function* partsOf(text: string): Generator<readonly [string, string]> {
  for (const { index, 0: mark } of text.matchAll(PARTED)) yield [text.slice(0, index), text.slice(index + mark.length)];
  for (const form of [BRACKETED, WITHIN]) {
    const [, first = '', second = ''] = form.exec(text) ?? [];
    if (second !== '') yield [first, second];
  }
}

/** What a cell says of the account that its line is in; null where it says nothing of it. */
export function accountInName(text: string, known: KnownNames = {}): Said | null {
  if (text.length > LONGEST) return null;
  let isOfAccount = false;
  for (const [first, second] of partsOf(text)) {
    for (const [account, held] of [
      [first, second],
      [second, first],
    ] as const) {
      if (!isAccount(account)) continue;
      // The funds of that plan are known by its name beside theirs, and of "S&P 500" alone no code can be made.
      const isWhole = IN_ITS_NAMES.test(account) || !(/\p{L}{3}/u.test(held) || isTicker(held, known));
      if (isHeld(held, account, known)) return { account, held: isWhole ? text : held };
      isOfAccount = true;
    }
  }
  for (const form of BARE) {
    const [, first = '', second = ''] = form.exec(text) ?? [];
    const [account, held] = form === BARE[0] ? [first, second] : [second, first];
    if (isAccount(account) && !isAccount(held) && isTicker(held, known)) return { account, held };
  }
  return isOfAccount ? { account: text, held: null } : null;
}

/** The column in which a row calls what it holds; -1 where a ticker of its own stands beside the name. */
function labelAt({ section: { columns }, text }: TableRow): number {
  const { positions } = columns;
  const [symbol, name] = [positions.get('symbol') ?? -1, positions.get('name') ?? symbolOr(positions)];
  if (text('symbol') === '' || symbol === name) return name;
  return looksLikeSymbol(text('symbol')) ? -1 : symbol;
}
const symbolOr = (positions: Section['columns']['positions']): number => positions.get('symbol') ?? -1;

/**
 * A list without a column of accounts whose lines say in one cell the account and what is in it ("Roth IRA - VTI", "401k (Target
 * 2045)"), read as if it had one. Of "Roth IRA - Schwab", which does not say what is held, the whole is what the account is called.
 */
export function withAccountsInNames(section: Section, known: KnownNames, findings: Findings): Section {
  const { positions, trades, lots } = section.columns;
  const ofAccount = positions.get('account') ?? -1;
  if (trades || lots || positions.has('registration') || positions.has('accountNumber')) return section;
  // Blank cells of such a column stand for what is in the row above.
  if (ofAccount >= 0 && section.rows.some((row) => isLabelled(row, section) && isMissing(row.cells[ofAccount] ?? '')))
    return section;
  const says = new Map<Row, { account: string }>();
  const parted: Parted[] = [];
  const rows = section.rows.map((row) => {
    const table = tableRow(section, row);
    const at = labelAt(table);
    const text = labelIn(row, at);
    const above = table.text('account');
    const isOther = isSaid(table) || isHouseholdCash(table) || isBelonging(table) || debtOf(table) !== null;
    const said = text === '' || isOther ? null : accountInName(text, known);
    if (said === null) return row;
    const cells = said.held === null ? row.cells : row.cells.with(at, said.held);
    const account = above === '' ? said.account : `${above} (${said.account})`;
    const own = { ...row, cells: ofAccount < 0 ? cells : cells.with(ofAccount, account) };
    if (said.held !== null) parted.push({ line: row.line, text, held: said.held, account });
    says.set(own, { account });
    return own;
  });
  if (says.size === 0) return section;
  noteParted(parted, findings);
  if (ofAccount >= 0) return { ...section, rows };
  return {
    ...section,
    rows,
    headed: { headings: new Set(), ends: new Set(rows.filter((row) => !says.has(row))), says },
  };
}

const labelIn = ({ cells }: Row, at: number): string => (cells[at] ?? '').trim().replace(/\s+/g, ' ');
const isLabelled = (row: Row, section: Section): boolean => labelIn(row, labelAt(tableRow(section, row))) !== '';

/** Whether a row says elsewhere how its account is taxed. */
const isSaid = (table: TableRow): boolean =>
  table.text('accountType') !== '' || readTypeOfName(table.text('account')) !== null;

interface Parted extends Said {
  line: number;
  text: string;
}

/** Lines named in the note; of the rest it says how many. */
const NAMED = 12;

function noteParted(parted: readonly Parted[], findings: Findings): void {
  const [first] = parted;
  if (first === undefined) return;
  const lines = parted.slice(0, NAMED).map(({ line }) => String(line));
  const more = parted.length > NAMED ? ` and ${parted.length - NAMED} more` : '';
  const [which, whose] = parted.length === 1 ? ['line', 'names its account'] : ['lines', 'name their accounts'];
  const read = `"${quotation(first.text)}" is "${quotation(first.held ?? '')}" in "${quotation(first.account)}"`;
  findings.note('account', `${which} ${lines.join(', ')}${more} ${whose} beside what is held: ${read}`);
}
