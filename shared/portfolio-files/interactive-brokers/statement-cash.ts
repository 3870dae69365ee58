import { columnMap } from '../column-map.ts';
import { sum } from '../decimal-number.ts';
import { quotation } from '../file-problem.ts';
import type { Section } from '../find-sections.ts';
import type { Findings } from '../findings.ts';
import { readNumber } from '../number-text.ts';
import type { Row } from '../split-rows.ts';
import { negated } from '../transactions/signs.ts';
import { statementRows } from './statement-rows.ts';

/** The sections that say what is left of the account's money, the most exact first. */
export const CASH = ['Cash Report', 'Forex Balances', 'Net Asset Value'] as const;

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

/** `value`: what it is worth in the account's base currency. */
interface ForexBalance extends Balance {
  value: string;
}

/** What is left of each currency by a section that lists them for their exchange rates; the account's own may not be among them. */
function forexBalances(balances: readonly Row[], base: string): ForexBalance[] {
  return statementRows(balances)
    .map(({ line, cell }) => ({
      line,
      account: cell('Account'),
      currency: cell('Description'),
      amount: cell('Quantity'),
      value: cell(`Value in ${base}`, 'Value'),
    }))
    .filter(({ currency }) => isCode(currency));
}

/**
 * Balances of a statement without a report of cash: what its section of currencies lists, and of an account whose own currency is
 * not among them what the sum of all leaves for it; where that cannot be told the sum counts alone.
 */
function withoutReport(
  [forex, netAssets]: readonly [readonly Row[], readonly Row[]],
  base: string,
  findings: Findings,
): { byCurrency: Balance[]; all: Balance[] } {
  const all = cashOfNetAssets(netAssets);
  const byCurrency: Balance[] = [];
  for (const [account, listed] of Map.groupBy(forexBalances(forex, base), (one) => one.account)) {
    const whole = all.find((one) => one.account === account);
    const isWhole = !isCode(base) || listed.some(({ currency }) => currency === base);
    const rest = isWhole || whole === undefined ? '0' : restOf(whole, listed);
    if (rest === null) continue;
    for (const one of listed) byCurrency.push(one);
    if (whole !== undefined && rest !== '0') {
      byCurrency.push({ ...whole, currency: base, amount: rest });
      const left = `of its cash of ${quotation(whole.amount)} in all the other currencies' balances leave ${rest} ${base}`;
      findings.note('reading', left, whole.line);
    }
    if (whole === undefined && !isWhole) {
      const line = listed[0]?.line;
      findings.note('left_out', `what the account has or owes in ${base} is not listed, and not counted`, line);
    }
  }
  return { byCurrency, all };
}

/** What a sum of all currencies holds beside those listed; null where one of them is no number. */
function restOf(whole: Balance, listed: readonly ForexBalance[]): string | null {
  const read = [whole.amount, ...listed.map(({ value }) => value)].map((text) => readNumber(text, '.'));
  const [all = '0', ...others] = read.flatMap((one) => (one.kind === 'number' ? [one.value] : []));
  if (others.length < listed.length) return null;
  return others.reduce((rest, value) => sum(rest, negated(value)), all);
}

export interface StatementCash {
  section: Section;
  /** The statement says what is left, be it nothing. */
  isStated: boolean;
}

/**
 * Balances as lines of cash: what is left of each currency, or, for an account of which the statement gives none, the sum of all
 * in the account's `base` currency, as one beside the other would count it twice. What is owed is negative. A note says what was
 * taken as a sum, and what was left out for want of its currency.
 */
export function cashSection(
  bySection: ReadonlyMap<string, readonly Row[]>,
  base: string,
  findings: Findings,
): StatementCash {
  const [report = [], forex = [], netAssets = []] = CASH.map((name) => bySection.get(name));
  const ending = endingCash(report);
  const { byCurrency, all } =
    ending.length === 0
      ? withoutReport([forex, netAssets], base, findings)
      : {
          byCurrency: ending.filter(({ currency }) => isCode(currency)),
          all: ending.filter(({ currency }) => !isCode(currency)),
        };
  const detailed = new Set(byCurrency.map(({ account }) => account));
  // Where lines are of accounts, one that is of none adds these up.
  const isOfAccounts = [...byCurrency, ...all].some(({ account }) => account !== '');
  const sums = all.filter(
    ({ account, amount }) => /[1-9]/.test(amount) && !detailed.has(account) && (!isOfAccounts || account !== ''),
  );
  for (const { line, amount } of sums) {
    const what = `the statement gives its cash of ${quotation(amount)} as one sum of all currencies`;
    if (isCode(base)) findings.note('reading', `${what}: it was read as ${base}, the account's base currency`, line);
    else findings.note('left_out', `${what}, and does not say its base currency: it was left out`, line);
  }
  const balances = isCode(base) ? [...byCurrency, ...sums.map((one) => ({ ...one, currency: base }))] : byCurrency;
  return {
    section: {
      title: '',
      headerLine: (report[0] ?? forex[0] ?? netAssets[0])?.line ?? 1,
      columns: columnMap(['Symbol', 'Quantity', 'Currency', 'Total Value', 'Account']),
      rows: balances
        .toSorted((a, b) => a.line - b.line)
        .map(({ line, account, currency, amount }) => ({ line, cells: ['CASH', '', currency, amount, account] })),
    },
    isStated: ending.length > 0 || byCurrency.length > 0 || netAssets.length > 0,
  };
}
