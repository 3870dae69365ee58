import { masked } from '../account-names.ts';
import { readTypeOfName } from '../account-type.ts';
import { quotation } from '../file-problem.ts';
import type { StatedAccountType, Table } from '../find-sections.ts';
import type { Findings } from '../findings.ts';
import { MAX_LINES } from '../input-file.ts';
import { splitRows, type Row } from '../split-rows.ts';
import { CASH } from './statement-cash.ts';
import { RATES } from './statement-rates.ts';
import { HAPPENINGS } from './statement-transactions.ts';

const READ: ReadonlySet<string> = new Set([
  ...CASH,
  ...RATES,
  ...HAPPENINGS,
  'Statement',
  'Account Information',
  'Open Positions',
  'Financial Instrument Information',
]);
/** Each row of an activity statement begins with its section's name and with what the row is. */
const SECTION = new RegExp(`^\\W{0,3}(?:${[...READ].join('|')})"?,"?(?:Header|Data)"?,`, 'm');

/** Whether a text is Interactive Brokers' activity statement as CSV, whose sections are tables of their own. */
export const isActivityStatement = (text: string): boolean => SECTION.test(text.slice(0, 5000));

/** Sections that explain others and hold nothing that anybody would miss. */
const EXPLANATIONS =
  /^(?:Codes|Notes|Legal|Change in (?:NAV|Dividend Accruals)|Open Dividend Accruals|Interest Accruals|Mark-to-Market|Realized|Month & Year)/i;

/** A statement's lines, and what it says of itself. */
export interface ActivityStatement {
  bySection: ReadonlyMap<string, readonly Row[]>;
  /** "January 1, 2026 - September 30, 2026", or a single day; "" where it is not stated. */
  period: string;
  /** The currency that the account is kept in; "" where it is not stated. */
  base: string;
  /** What instruments are called, by symbol. */
  names: ReadonlyMap<string, string>;
  /** What all of its tables have in common. */
  common: Pick<Table, 'separator' | 'transactions' | 'account' | 'accountType'>;
}

/** The sections of an activity statement; those that are not read are noted. Null, with a problem, where it is too long. */
export function openStatement(text: string, findings: Findings): ActivityStatement | null {
  const lines = text.split('\n').length;
  if (lines > MAX_LINES) {
    findings.problem(`the file has ${lines} lines; at most ${MAX_LINES} are read`);
    return null;
  }
  const bySection = Map.groupBy(splitRows(text, ',', findings), ({ cells }) => (cells[0] ?? '').trim());
  const fieldOf = (section: string, name: string): string =>
    bySection.get(section)?.find(({ cells }) => cells[1] === 'Data' && cells[2] === name)?.cells[3] ?? '';
  const number = fieldOf('Account Information', 'Account').split(' ')[0] ?? '';
  const alias = fieldOf('Account Information', 'Account Alias');
  const kind = fieldOf('Account Information', 'Customer Type');
  const account = alias || [masked(number), /\bIRA\b|retirement/i.test(kind) ? `(${kind})` : ''].join(' ').trim();
  const accountType = statedType(account, (name) => fieldOf('Account Information', name));
  const left = [...bySection.keys()].filter((name) => name !== '' && !READ.has(name) && !EXPLANATIONS.test(name));
  if (left.length > 0) findings.note('left_out', `sections that were not read: ${quotation(left.join(', '))}`);
  return {
    bySection,
    period: fieldOf('Statement', 'Period'),
    base: fieldOf('Account Information', 'Base Currency'),
    names: namesOf(bySection.get('Financial Instrument Information') ?? []),
    common: {
      ...{ separator: ',', transactions: [] },
      ...(account !== '' && { account }),
      ...(accountType !== null && { accountType }),
    },
  };
}

/** What a statement says of the kind of its account; an IRA's type may be "Individual", too. */
const KINDS = ['Customer Type', 'Account Type'] as const;

/** How the account is taxed by what its broker calls its kind, where its name does not say so. */
function statedType(account: string, valueOf: (name: string) => string): StatedAccountType | null {
  if (account === '' || readTypeOfName(account)?.plain === true) return null;
  const said = KINDS.flatMap((column) => {
    const text = valueOf(column);
    const named = readTypeOfName(text);
    return named?.plain === true ? [{ value: named.type, column, text }] : [];
  });
  return said.find(({ value }) => value !== 'taxable') ?? said[0] ?? null;
}

/** What instruments are called, by symbol. */
function namesOf(rows: readonly Row[]): Map<string, string> {
  const names = new Map<string, string>();
  let [symbol, name] = [-1, -1];
  for (const { cells } of rows) {
    if (cells[1] === 'Header') [symbol, name] = [cells.indexOf('Symbol'), cells.indexOf('Description')];
    else names.set(cells[symbol] ?? '', cells[name] ?? '');
  }
  return names;
}
