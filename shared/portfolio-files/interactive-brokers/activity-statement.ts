import { masked } from '../account-names.ts';
import { columnMap } from '../column-map.ts';
import { quotation } from '../file-problem.ts';
import { type Section, type Table } from '../find-sections.ts';
import type { Findings } from '../findings.ts';
import { MAX_LINES } from '../input-file.ts';
import { splitRows, type Row } from '../split-rows.ts';
import { CASH, cashSection } from './statement-cash.ts';
import { RATES, rateSection } from './statement-rates.ts';
import { HAPPENINGS, statementTransactions } from './statement-transactions.ts';

/** Each row of an activity statement begins with its section's name and with what the row is. */
const STATEMENT = /^\W{0,3}(?:Statement|Account Information|Open Positions)"?,"?(?:Header|Data)"?,/m;

/** Whether a text is Interactive Brokers' activity statement as CSV, whose sections are tables of their own. */
export const isActivityStatement = (text: string): boolean =>
  STATEMENT.test(text.slice(0, 5000)) && /^"?Open Positions"?,"?Header/m.test(text);

const READ = new Set<string>([
  ...CASH,
  ...RATES,
  'Statement',
  'Account Information',
  'Open Positions',
  'Financial Instrument Information',
]);
/** Sections that explain others and hold nothing that anybody would miss. */
const EXPLANATIONS =
  /^(?:Codes|Notes|Legal|Change in (?:NAV|Dividend Accruals)|Open Dividend Accruals|Interest Accruals|Mark-to-Market|Realized|Month & Year)/i;

export interface StatementTables {
  /** Open positions, and balances as lines of cash. */
  holdings: Table;
  /** What happened in the statement's period; null where it lists nothing. */
  transactions: Table | null;
}

/** The tables of an activity statement. Null, with a problem, where it is too long. */
export function statementTables(text: string, findings: Findings): StatementTables | null {
  const lines = text.split('\n').length;
  if (lines > MAX_LINES) {
    findings.problem(`the file has ${lines} lines; at most ${MAX_LINES} are read`);
    return null;
  }
  const bySection = Map.groupBy(splitRows(text, ',', findings), ({ cells }) => cells[0] ?? '');
  const fieldOf = (section: string, name: string): string =>
    bySection.get(section)?.find(({ cells }) => cells[1] === 'Data' && cells[2] === name)?.cells[3] ?? '';
  const period = fieldOf('Statement', 'Period');
  const lastDay = period.split(' - ').at(-1) ?? '';
  const number = fieldOf('Account Information', 'Account').split(' ')[0] ?? '';
  const base = fieldOf('Account Information', 'Base Currency');
  const alias = fieldOf('Account Information', 'Account Alias');
  const kind = fieldOf('Account Information', 'Customer Type');
  const names = namesOf(bySection.get('Financial Instrument Information') ?? []);
  const account = alias || [masked(number), /\bIRA\b|retirement/i.test(kind) ? `(${kind})` : ''].join(' ').trim();
  const left = [...bySection.keys()].filter(
    (name) => name !== '' && !READ.has(name) && !HAPPENINGS.has(name) && !EXPLANATIONS.test(name),
  );
  if (left.length > 0) findings.note('left_out', `sections that were not read: ${quotation(left.join(', '))}`);
  const { section, unread } = statementTransactions(bySection);
  if (unread.length > 0) {
    const others = unread.slice(1, 12).join(', ') + (unread.length > 12 ? ' and others' : '');
    const also = others === '' ? '' : ` (nor those on ${unread.length === 2 ? 'line' : 'lines'} ${others})`;
    findings.note('left_out', `a corporate action other than a split was not read${also}`, unread[0]);
  }
  const common = { separator: ',' as const, transactions: [], ...(account !== '' && { account }) };
  return {
    holdings: {
      ...common,
      preamble: lastDay === '' ? [] : [{ line: 1, cells: [`Prices as of ${lastDay}`] }],
      sections: [
        ...positionSections(bySection.get('Open Positions') ?? [], names),
        cashSection(bySection, base, findings),
        rateSection(bySection, base),
      ],
    },
    transactions: section.rows.length === 0 ? null : { ...common, preamble: [], sections: [section] },
  };
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

/** A header may come again for another kind of asset, with other columns. Lots repeat what their summary holds. */
function positionSections(rows: readonly Row[], names: ReadonlyMap<string, string>): Section[] {
  const sections: Section[] = [];
  for (const { line, cells } of rows) {
    const current = sections.at(-1);
    if (cells[1] === 'Header') {
      sections.push({ title: '', headerLine: line, columns: columnMap([...cells, 'Description']), rows: [] });
    } else if (cells[1] === 'Data' && cells[2] !== 'Lot' && current !== undefined) {
      const width = current.columns.headers.length - 1;
      const symbol = cells[current.columns.positions.get('symbol') ?? -1] ?? '';
      const padded = Array.from({ length: Math.max(width, cells.length) }, (_, place) => cells[place] ?? '');
      current.rows.push({ line, cells: [...padded, names.get(symbol) ?? ''] });
    }
  }
  return sections;
}
