import type * as z from 'zod';
import { issueMessage, valueAt } from '../../schemas/issue-message.ts';
import { ONLY_ACCOUNT, type AccountReference } from '../account-names.ts';
import { readCurrency } from '../currency-text.ts';
import { readDate } from '../date-text.ts';
import { codeOfName } from '../code-of-name.ts';
import { canonical, product, shifted, sum } from '../decimal-number.ts';
import { quotation } from '../file-problem.ts';
import type { Findings } from '../findings.ts';
import { MAX_TRANSACTIONS, type InputFile } from '../input-file.ts';
import { fieldPath, readJson, type JsonDocument, type JsonPath } from '../json-lines.ts';
import { readNumber } from '../number-text.ts';
import { readSymbol } from '../symbol-text.ts';
import { coinOf } from './coin-names.ts';
import { classStated } from './ghostfolio-classes.ts';
import { activity, balancesOf, exported, lastMarketPrice, type Activity } from './ghostfolio-export.ts';
import { settleWithoutAccount } from './ghostfolio-without-account.ts';
import type { ListedTransaction } from './listed-transaction.ts';
import { absolute, negated } from './signs.ts';
import type { TransactionList } from './transaction-list.ts';

const KINDS = { BUY: 'buy', SELL: 'sell', DIVIDEND: 'dividend', INTEREST: 'interest', FEE: 'fee' } as const;
/** Whether a JSON text is Ghostfolio's export: it has activities, where Alex's own file has accounts with positions. */
export const looksLikeGhostfolio = (text: string): boolean =>
  /"activities"\s*:\s*\[/.test(text) && !/"positions"\s*:/.test(text);

interface Context {
  document: JsonDocument;
  file: InputFile;
  findings: Findings;
  accounts: ReadonlyMap<string, AccountReference>;
  names: ReadonlyMap<string, string>;
}

/** The activities of Ghostfolio's export. Null, with every problem, where it cannot be read. */
export function readGhostfolio(text: string, file: InputFile, findings: Findings): TransactionList | null {
  const document = readJson(text, findings);
  if (document === null) return null;
  const outer = exported.safeParse(document.value);
  if (!outer.success) {
    complain(outer.error, [], document, findings);
    return null;
  }
  const { activities, accounts, assetProfiles } = outer.data;
  if (activities.length > MAX_TRANSACTIONS) {
    findings.problem(`the file has ${activities.length} activities; at most ${MAX_TRANSACTIONS} are read`);
    return null;
  }
  const references = new Map(
    accounts.map(({ id, name }) => [
      id,
      { key: id, name: (name ?? '').trim().slice(0, 100) || ONLY_ACCOUNT, number: id },
    ]),
  );
  const names = new Map(assetProfiles.map(({ symbol, name }) => [symbol, (name ?? '').trim()]));
  const context: Context = { document, file, findings, accounts: references, names };
  const left = { ITEM: 0, LIABILITY: 0 };
  const excluded = new Set(accounts.filter(({ isExcluded }) => isExcluded === true).map(({ id }) => id));
  const drafts: number[] = [];
  const listed = activities.flatMap((one, index) => {
    const read = activity.safeParse(one);
    if (!read.success) {
      complain(read.error, ['activities', index], document, findings);
      return [];
    }
    const { type, accountId, date } = read.data;
    if (excluded.has(accountId ?? '')) return [];
    const day = readDate(date.slice(0, 10), 'mdy');
    if (day !== null && day > file.asOf) {
      drafts.push(document.lineOf(['activities', index]));
      return [];
    }
    if (type === 'ITEM' || type === 'LIABILITY') left[type] += 1;
    return listedOf(read.data, ['activities', index], context);
  });
  const kinds = [
    ...(left.ITEM > 0 ? [`items (${left.ITEM})`] : []),
    ...(left.LIABILITY > 0 ? [`liabilities (${left.LIABILITY})`] : []),
  ];
  if (kinds.length > 0) findings.note('left_out', `left out, for they are no securities: ${kinds.join(', ')}`);
  if (excluded.size > 0) {
    const named = accounts.filter(({ id }) => excluded.has(id)).map(({ id, name }) => `"${quotation(name ?? id)}"`);
    findings.note(
      'left_out',
      `accounts that Ghostfolio leaves out of its analysis are left out here: ${named.join(', ')}`,
    );
  }
  if (drafts.length > 0) {
    findings.note(
      'left_out',
      `activities planned for after ${file.asOf}, the day that the analysis is for, are left out: ${drafts.length}`,
      drafts[0],
    );
  }
  const quoted = new Map(
    assetProfiles.flatMap((one) => {
      const last = lastMarketPrice(one, file.asOf);
      const symbol = last === null ? null : symbolOf(one.symbol, null, names.get(one.symbol) ?? '', file);
      return last === null || symbol === null ? [] : [[`${symbol} ${last.currency}`, last] as const];
    }),
  );
  const classified = new Map(
    assetProfiles.flatMap((one) => {
      const made = classStated(one);
      const symbol = made === null ? null : symbolOf(one.symbol, null, names.get(one.symbol) ?? '', file);
      return made === null || symbol === null ? [] : [[symbol, made] as const];
    }),
  );
  const counted = accounts.filter(({ id }) => !excluded.has(id));
  const homes = counted.flatMap(({ id }) => references.get(id) ?? []);
  return {
    listed: settleWithoutAccount(listed, homes, findings),
    ...{ quoted, classified },
    balances: balancesOf(counted),
    layout: { kind: "Ghostfolio's JSON", separator: null, tables: [] },
  };
}

/** The code that something is kept under: its ticker, else that of its name, else a code made of it. */
const symbolOf = (symbol: string, coin: string | null, name: string, { tickers }: InputFile): string | null =>
  readSymbol(coin ?? symbol) ?? tickers?.(name) ?? readSymbol(codeOfName(name || symbol));

function complain(error: z.ZodError, at: JsonPath, document: JsonDocument, findings: Findings): void {
  for (const issue of error.issues) {
    const path = [...at, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    findings.problem(issueMessage(issue, valueAt(document.value, path)), document.lineOf(path), fieldPath(path));
  }
}

function listedOf(one: Activity, path: JsonPath, context: Context): ListedTransaction[] {
  const { document, file, findings, accounts, names } = context;
  if (one.type === 'ITEM' || one.type === 'LIABILITY') return [];
  const before = findings.problems.length;
  const problem = (field: keyof typeof activity.shape, message: string): null => {
    findings.problem(message, document.lineOf([...path, field]), fieldPath([...path, field]));
    return null;
  };
  const number = (field: 'quantity' | 'unitPrice' | 'fee'): string => {
    const reading = readNumber(document.numeralAt([...path, field]) ?? String(one[field]), '.');
    if (reading.kind === 'number') return reading.value;
    if (reading.kind === 'wrong') problem(field, `"${one[field]}" ${reading.why}`);
    return '0';
  };
  const money =
    readCurrency(one.currency) ??
    problem('currency', `"${quotation(one.currency)}" is not a currency code such as USD`);
  const date =
    readDate(one.date.slice(0, 10), 'mdy') ??
    problem('date', `"${quotation(one.date)}" is not a date such as 2026-03-31`);
  const kind = KINDS[one.type];
  const trades = kind === 'buy' || kind === 'sell';
  const called = names.get(one.symbol) ?? '';
  const coin = coinOf(one.symbol, one.dataSource);
  const symbol = symbolOf(one.symbol, coin, called, file);
  if (symbol === null && trades) problem('symbol', `"${quotation(one.symbol)}" is not a ticker such as VTI`);
  const [quantity, unitPrice, fee] = [number('quantity'), number('unitPrice'), number('fee')];
  if (trades && quantity === '0') problem('quantity', `a ${kind} of nothing`);
  if (findings.problems.length > before || date === null || money === null) return [];
  const major = (value: string): string => (money.perUnit === 100 ? canonical(shifted(value, -2)) : value);
  const gross = major(product(quantity, unitPrice));
  const cost = major(fee);
  const cash = {
    buy: negated(sum(gross, cost)),
    sell: sum(gross, negated(cost)),
    dividend: sum(gross, negated(cost)),
    interest: sum(gross, negated(cost)),
    fee: negated(absolute(cost === '0' ? gross : cost)),
  }[kind];
  if (!trades && cash === '0') return [];
  return [
    {
      line: document.lineOf(path),
      account: accounts.get(one.accountId ?? '') ?? {
        key: one.accountId ?? '',
        name: ONLY_ACCOUNT,
        number: one.accountId ?? '',
      },
      ...{
        accountType: null,
        date,
        kind,
        symbol: kind === 'interest' || kind === 'fee' ? null : symbol,
        // A coin's own name need not say that it is one, and what classifies it reads names.
        name: coin === null ? called : `${called || one.symbol} (cryptocurrency)`,
        ratio: null,
      },
      quantity: trades ? quantity : null,
      price: trades && unitPrice !== '0' ? major(unitPrice) : null,
      ...{ cash, costBasis: null, settled: null, currency: money.code },
    },
  ];
}
