import type { Account, AccountType, CashBalance, Position } from '../schemas/portfolio.ts';
import { accountNames, type AccountReference } from './account-names.ts';
import { noteOrigins, originOf, type AccountOrigin } from './account-origin.ts';
import type { Window } from './brokerage-window.ts';
import { sum } from './decimal-number.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import { whatToDo, type ListedHolding } from './listed-twice.ts';
import type { Row } from './split-rows.ts';
import { withoutLots } from './tax-lots.ts';
import { isThriftFund } from './thrift-savings-plan.ts';
import { noteUnvested } from './unvested.ts';

/** What one row holds, and where. */
export interface Entry {
  account: AccountReference;
  /** What a column says; null where there is none. Of a debt by itself without one it is taxable, from no column. */
  type: { value: AccountType; column: string | null } | null;
  /** The row states the date of its price. */
  dated: boolean;
  line: number;
  column: string | null;
  /** Where its price would be stated. */
  priceColumn?: string | null;
  /** The row is one tax lot of a holding, or another part of it. */
  lot: boolean;
  /** What the row is a part by; absent where it is a whole holding. */
  part?: 'lot' | 'grant' | 'source' | undefined;
  /** The row is a sale out of lots of the same table; its quantity is what was sold. */
  sold?: true;
  /** The row names no account: it is that of the row above. */
  isCarried?: true;
  /** The row's own cells name no account: it is that of a row above, or of the file. */
  isLeftToOthers?: true;
  /** The row states what is in another account (`brokerage-window.ts`). */
  window?: Window;
  /** How it is held where the file says "Cash" or "Margin", in small letters; else "". */
  heldAs: string;
  /** What the row calls its holding where it is known by that alone. */
  called?: string;
  /** Of cash whose currency nothing says: the sign of its amount, and whether a column of currencies is blank there. */
  unstated?: { sign: 'bare' | 'dollar'; isBlank: boolean };
  held: { kind: 'position'; position: Position } | { kind: 'cash'; cash: CashBalance };
}

/** A holding of a row that something else is wrong with. */
export type WrongEntry = Pick<Entry, 'account' | 'line' | 'column'> & { symbol: string };

export interface GatheredAccounts {
  accounts: Account[];
  origins: AccountOrigin[];
}

/** What stands in a file beside its entries. */
interface Beside {
  wrong?: readonly WrongEntry[];
  /** Rows of totals and text. */
  between?: readonly Row[];
  /** The header of a column that may say how accounts are taxed and was not read. */
  unread?: () => string | null;
}

/**
 * Puts rows together by account, in the file's order. Problems: a holding twice in one account, be something else wrong with one of
 * its rows or not, two types of one account.
 */
export function gatherAccounts(
  entries: readonly Entry[],
  findings: Findings,
  { wrong = [], between = [], unread = () => null }: Beside = {},
): GatheredAccounts {
  const wrongByKey = Map.groupBy(wrong, ({ account }) => account.key);
  const byKey = Map.groupBy(entries, ({ account }) => account.key);
  const names = accountNames([...byKey.values()].flatMap(([first]) => (first === undefined ? [] : [first.account])));
  const origins: AccountOrigin[] = [];
  const accounts = [...byKey].map(([key, rows]) => {
    const name = names.get(key) ?? key;
    if (name.length > 100) findings.problem(`the account's name is longer than 100 characters`, rows[0]?.line);
    const found = originOf(rows[0]?.account ?? { key, name, number: '' }, name, typeOf(rows, name, findings));
    const isDebt = rows.every(({ type }) => type !== null && type.column === null);
    const origin: AccountOrigin = isDebt
      ? { ...found, typeFrom: 'debt' }
      : found.typeFrom === 'assumed' && holdsThriftFundsAlone(rows)
        ? { ...found, type: 'tax_deferred', typeFrom: 'funds' }
        : found;
    origins.push(origin);
    return {
      name,
      type: origin.type,
      cash: cashOf(rows, name, findings),
      positions: positionsOf(rows, name, findings, { wrong: wrongByKey.get(key), between }),
    };
  });
  for (const [key, rows] of wrongByKey) {
    if (!byKey.has(key)) positionsOf([], rows[0]?.account.name ?? '', findings, { wrong: rows, between });
  }
  noteOrigins(origins, findings, unread);
  noteUnvested(accounts, findings, (account, symbol) => {
    const place = findings.places.find((one) => one.account === account && one.symbol === symbol);
    return place?.line ?? null;
  });
  return { accounts, origins };
}

/** What nobody can hold elsewhere says how an account is taxed, where nothing else does. */
const holdsThriftFundsAlone = (rows: readonly Entry[]): boolean =>
  rows.every(({ held }) => held.kind === 'position' && isThriftFund(held.position.symbol));

function typeOf(rows: readonly Entry[], name: string, findings: Findings): AccountType | null {
  const first = rows.find(({ type }) => type !== null);
  for (const { type, line } of rows) {
    if (type === null || type.value === first?.type?.value) continue;
    findings.problem(
      `account "${quotation(name)}" is ${type.value} here and ${first?.type?.value ?? ''} on line ${first?.line ?? 0}`,
      line,
      type.column,
    );
  }
  return first?.type?.value ?? null;
}

/** So many lines of cash are told one by one. */
const TOLD = 4;

/** One balance a currency: a core fund and pending activity are both dollars. Which lines were added up is told. */
function cashOf(rows: readonly Entry[], name: string, findings: Findings): CashBalance[] {
  const balances = Map.groupBy(
    rows.flatMap(({ held, line }) => (held.kind === 'cash' ? [{ ...held.cash, line }] : [])),
    ({ currency }) => currency,
  );
  return [...balances].map(([currency, parts]) => {
    const interestRate = rateOf(parts);
    const amount = parts.reduce((total, part) => sum(total, part.amount), '0');
    if (parts.length > 1) {
      const told = parts.slice(0, TOLD).map((part) => `${part.amount} (line ${part.line})`);
      const more = parts.length - told.length;
      const all = [...told, ...(more > 0 ? [`${more} more`] : [])].join(', ');
      findings.note('reading', `cash of account "${quotation(name)}" was added up: ${all} are ${amount} ${currency}`);
    }
    return { currency, amount, ...(interestRate !== undefined && { interestRate }) };
  });
}

/** The rate of several balances together, weighted by what they are; not known where one that counts has none. */
function rateOf(parts: readonly CashBalance[]): string | undefined {
  const counted = parts.filter(({ amount }) => Number(amount) !== 0);
  const [first] = counted;
  if (first === undefined || counted.some(({ interestRate }) => interestRate === undefined)) return undefined;
  if (counted.every(({ interestRate }) => interestRate === first.interestRate)) return first.interestRate;
  const gross = counted.reduce((total, { amount }) => total + Number(amount), 0);
  const interest = counted.reduce(
    (total, { amount, interestRate }) => total + Number(amount) * Number(interestRate),
    0,
  );
  const rate = interest / gross;
  // A debt beside a balance of nearly its size makes a rate without a meaning.
  return Number.isFinite(rate) && Math.abs(rate) <= 0.3 ? String(Number(rate.toFixed(6))) : undefined;
}

/** One holding that is listed by two names, at one price; null where the lines state other prices. */
function addedUp(one: Position, other: Position): Position | null {
  if (one.price !== other.price || one.currency !== other.currency) return null;
  const { costBasis, ...first } = one;
  const cost = costBasis !== undefined && other.costBasis !== undefined ? sum(costBasis, other.costBasis) : undefined;
  return { ...first, quantity: sum(one.quantity, other.quantity), ...(cost !== undefined && { costBasis: cost }) };
}

function positionsOf(
  rows: readonly Entry[],
  name: string,
  findings: Findings,
  { wrong = [], between = [] }: Pick<Beside, 'between'> & { wrong?: readonly WrongEntry[] | undefined },
): Position[] {
  const firsts = new Map<string, ListedHolding>();
  const positions: Position[] = [];
  const read = withoutLots(rows, name, findings).flatMap((entry) => {
    const { held, line, column, priceColumn = null, called = '', dated, isLeftToOthers = false } = entry;
    if (held.kind !== 'position') return [];
    const { position } = held;
    const day = dated ? (position.priceAsOf ?? null) : null;
    return [{ symbol: position.symbol, position, line, column, priceColumn, called, day, isLeftToOthers }];
  });
  const unread = { position: null, priceColumn: null, called: '', day: null, isLeftToOthers: false };
  const all = [...read, ...wrong.map((one) => ({ ...one, ...unread }))];
  const names = new Map<string, Set<string>>();
  for (const listed of all.sort((a, b) => a.line - b.line)) {
    const { symbol, position, line, column, priceColumn, called } = listed;
    const earlier = firsts.get(symbol);
    const callings = names.get(symbol) ?? new Set();
    names.set(symbol, callings);
    const at = positions.findIndex((one) => one.symbol === symbol);
    const other = positions[at];
    const together = other && position && !callings.has(called) ? addedUp(other, position) : null;
    callings.add(called);
    if (earlier !== undefined && together !== null) {
      const both = `lines ${earlier.line} and ${line} of account "${quotation(name)}" call ${symbol} by two names`;
      findings.note('reading', `${both}: they were added up`, line, column);
      positions[at] = together;
      continue;
    }
    if (earlier !== undefined) {
      const already = `${symbol} is already on line ${earlier.line} of account "${quotation(name)}"`;
      findings.problem(`${already}${whatToDo(earlier, listed, between)}`, line, column);
      continue;
    }
    firsts.set(symbol, listed);
    if (position === null) continue;
    positions.push(position);
    const known = { isPriced: position.price !== undefined, isClassified: false };
    findings.places.push({ account: name, symbol, name: position.name, line, column, priceColumn, ...known });
  }
  return positions;
}
