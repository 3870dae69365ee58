import { columnMap } from '../column-map.ts';
import { quotation } from '../file-problem.ts';
import type { Section } from '../find-sections.ts';
import type { Findings } from '../findings.ts';
import type { Row } from '../split-rows.ts';
import { statementRows } from './statement-rows.ts';

/** The sections that say what is left of the account's money. */
export const CASH = ['Cash Report', 'Net Asset Value'] as const;

/** What an account has, or owes, in one currency. */
interface Balance {
  line: number;
  /** "" in the statement of a single account. */
  account: string;
  /** A code; the account's base currency where the statement sums up all currencies in it. */
  currency: string;
  amount: string;
}

const isCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/** What is left at the end: each currency's, and the sum of all in the account's base currency, whose `currency` is no code. */
function endingCash(report: readonly Row[]): Balance[] {
  return statementRows(report)
    .filter(({ cell }) => cell('Currency Summary') === 'Ending Cash')
    .map(({ line, cell }) => ({
      line,
      account: cell('Account'),
      currency: cell('Currency'),
      amount: cell('Total'),
    }));
}

/** The cash of an account whose statement has no report of it, from what the account is worth. */
const cashOfNetAssets = (netAssets: readonly Row[]): Balance[] =>
  statementRows(netAssets)
    .filter(({ cell }) => cell('Asset Class') === 'Cash')
    .map(({ line, cell }) => ({ line, account: cell('Account'), currency: '', amount: cell('Current Total') }));

/**
 * Balances as lines of cash: what is left of each currency, or, for an account of which the statement gives none, the sum of all
 * in the account's `base` currency, as one beside the other would count it twice. What is owed is negative. A note says what was
 * taken as a sum, and what was left out for want of its currency.
 */
export function cashSection(bySection: ReadonlyMap<string, readonly Row[]>, base: string, findings: Findings): Section {
  const [report = [], netAssets = []] = CASH.map((name) => bySection.get(name));
  const ending = endingCash(report);
  const byCurrency = ending.filter(({ currency }) => isCode(currency));
  const detailed = new Set(byCurrency.map(({ account }) => account));
  const all = (ending.length === 0 ? cashOfNetAssets(netAssets) : ending).filter(({ currency }) => !isCode(currency));
  // Where lines are of accounts, one that is of none adds these up.
  const isOfAccounts = detailed.size > 0 || all.some(({ account }) => account !== '');
  const sums = all.filter(
    ({ account, amount }) => /[1-9]/.test(amount) && !detailed.has(account) && (!isOfAccounts || account !== ''),
  );
  for (const { line, amount } of sums) {
    const what = `the statement gives its cash of ${quotation(amount)} as one sum of all currencies`;
    if (isCode(base)) findings.note('reading', `${what}: it was read as ${base}, the account's base currency`, line);
    else findings.note('left_out', `${what}, and does not say its base currency: it was left out`, line);
  }
  if (ending.length === 0 && sums.length === 0 && netAssets.length === 0) {
    findings.note(
      'left_out',
      'the statement has no section Cash Report: what cash the account has or owes is not counted',
    );
  }
  const balances = isCode(base) ? [...byCurrency, ...sums.map((one) => ({ ...one, currency: base }))] : byCurrency;
  return {
    title: '',
    headerLine: report[0]?.line ?? netAssets[0]?.line ?? 1,
    columns: columnMap(['Symbol', 'Quantity', 'Currency', 'Total Value', 'Account']),
    rows: balances
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, account, currency, amount }) => ({ line, cells: ['CASH', '', currency, amount, account] })),
  };
}
