import type { Account, CashBalance, Position, StatedTransaction } from '../../schemas/portfolio.ts';
import { accountNames } from '../account-names.ts';
import { noteOrigins, originOf, type AccountOrigin } from '../account-origin.ts';
import { isCoreFund } from '../cash-label.ts';
import { quotation } from '../file-problem.ts';
import type { Findings } from '../findings.ts';
import { foldTransactions, type Folded, type Holding } from './fold-transactions.ts';
import { missingBeginning } from './missing-beginning.ts';
import { newestPrices, type TradedPrice } from './newest-prices.ts';
import { unlistedExchange } from './unlisted-exchange.ts';
import { unknownMoney } from './unknown-money.ts';
import { statedTransactions } from './stated-transactions.ts';
import type { StatedRate } from '../with-exchange-rates.ts';
import type { TransactionList } from './transaction-list.ts';

export interface PortfolioOfTransactions {
  accounts: Account[];
  origins: AccountOrigin[];
  transactions: StatedTransaction[];
}

const REMEDY =
  '; if the list begins after the account was opened, give the positions, and this list beside them with --transactions';

/** What is said of days that may be months: a sale may then come before its purchase. */
const DAYS = {
  mdy: '; its days were read month first (03/04/2026 as March 4): if they are day first, write them as 2026-04-03',
  dmy: '; its days were read day first (03/04/2026 as 3 April): if they are month first, write them as 2026-03-04',
};

function tellContradictions(
  found: Folded['contradictions'],
  { layout, daysAssumed }: Pick<TransactionList, 'layout' | 'daysAssumed'>,
  findings: Findings,
): void {
  const columns = layout.tables.flatMap((table) => table.columns);
  const column = columns.find(({ use }) => use === 'quantity')?.header ?? null;
  const first = found.find(({ message }) => message.endsWith(' then'));
  const remedy = `${REMEDY}${daysAssumed === undefined ? '' : DAYS[daysAssumed]}`;
  for (const one of found) findings.problem(`${one.message}${one === first ? remedy : ''}`, one.line, column);
}

/** What cannot have happened, of a list some of whose rows are wrong: what none of these may have brought in. */
export function contradictionsBesides(list: TransactionList, findings: Findings): void {
  const { listed, refused } = list;
  if (refused === undefined || refused.has('')) return;
  const found = foldTransactions(listed).contradictions.filter(({ symbol }) => !refused.has(symbol));
  tellContradictions(found, list, findings);
}

/** What is held after all of a file's transactions; dated rates tell what an exchange cost that no line tells of. Problems, by line: what cannot have happened, such as a sale of what is not held. */
export function portfolioOfTransactions(
  list: TransactionList,
  findings: Findings,
  rates: readonly StatedRate[] = [],
): PortfolioOfTransactions {
  const { listed, balances, quoted, classified, coreIsCash, leftOut = [] } = list;
  const folded = foldTransactions(listed);
  tellContradictions(folded.contradictions, list, findings);
  for (const { message, line } of folded.taken) findings.note('transactions', message, line);
  const priceOf = newestPrices(folded.transactions, quoted);
  const names = accountNames([...folded.accounts.values()].map(({ reference }) => reference));
  const origins: AccountOrigin[] = [];
  const uncounted: string[] = [];
  const partial = new Set<string>();
  const accounts = [...folded.accounts].map(([key, account]) => {
    const name = names.get(key) ?? key;
    const origin = originOf(account.reference, name, account.type?.value ?? null);
    origins.push(origin);
    const stated = balances.get(key);
    if (!account.cashIsKnown && stated === undefined) uncounted.push(`"${quotation(name)}"`);
    const exchange = stated === undefined ? unlistedExchange(account, rates) : null;
    const missing = exchange === null ? missingBeginning(account, stated !== undefined) : null;
    if (exchange !== null) {
      partial.add(key);
      const topic = exchange.cash === null ? 'left_out' : 'account';
      findings.note(topic, `account "${quotation(name)}": ${exchange.message}`);
    }
    const unsaid = unknownMoney(account, leftOut, stated === undefined ? 'list' : 'balance');
    if (unsaid !== null) {
      partial.add(key);
      findings.note(stated === undefined ? 'left_out' : 'account', `account "${quotation(name)}": ${unsaid.message}`);
    }
    if (missing !== null) {
      partial.add(key);
      const topic = missing.unknown.size > 0 && stated === undefined ? 'left_out' : 'account';
      findings.note(topic, `account "${quotation(name)}": ${missing.message}`);
    }
    const counted = exchange === null ? account.cash : (exchange.cash ?? new Map<string, string>());
    const cash =
      stated ??
      cashOf({ ...account, cash: counted }).filter(
        ({ currency }) => missing?.unknown.has(currency) !== true && unsaid?.unknown.has(currency) !== true,
      );
    const positions = [...account.holdings.values()].flatMap((held) =>
      positionOf(held, priceOf(held), findings.file).map((one) => withClass(one, classified?.get(one.symbol))),
    );
    return {
      name,
      type: origin.type,
      cash,
      positions: coreIsCash === true ? besideBalance(positions, stated, name, findings) : positions,
    };
  });
  noteOrigins(origins, findings);
  if (uncounted.length > 0) {
    findings.note(
      'account',
      `no deposit or withdrawal is listed, so that cash is not known and left out: ${uncounted.join(', ')}`,
    );
  }
  if (accounts.some(({ positions }) => positions.some(({ price }) => price !== undefined))) {
    const own = (quoted?.size ?? 0) > 0 ? ' or of the file’s own market data, whichever is newer' : '';
    findings.note('price', `each price is the one of the last trade${own}, unless --prices gives a newer one`);
  }
  // Splits are told of every account: its prices of before them are of other shares, whether or not its returns can be told.
  const told = folded.transactions.filter(({ account, kind }) => kind === 'split' || !partial.has(account.key));
  const whole = folded.contradictions.length === 0 ? told : [];
  return { accounts, origins, transactions: statedTransactions(whole, (key) => names.get(key) ?? null, findings) };
}

function cashOf({ cash, cashIsKnown }: { cash: ReadonlyMap<string, string>; cashIsKnown: boolean }): Account['cash'] {
  if (!cashIsKnown) return [];
  return [...cash].filter(([, amount]) => amount !== '0').map(([currency, amount]) => ({ currency, amount }));
}

/** A balance that the file states holds the fund in which the broker keeps the cash (Fidelity's "Cash Balance"). */
function besideBalance(
  positions: Position[],
  stated: readonly CashBalance[] | undefined,
  name: string,
  findings: Findings,
): Position[] {
  if (stated === undefined) return positions;
  const core = positions.filter(({ symbol }) => isCoreFund(symbol)).map(({ symbol }) => symbol);
  if (core.length === 0) return positions;
  const amounts = stated.map(({ amount, currency }) => `${amount} ${currency}`).join(', ');
  const holds = `with what is in ${core.join(', ')}`;
  findings.note('account', `cash of account "${quotation(name)}" is the file's own last balance, ${amounts}, ${holds}`);
  return positions.filter(({ symbol }) => !isCoreFund(symbol));
}

const withClass = (position: Position, classification: Position['classification']): Position =>
  classification === undefined ? position : { ...position, classification };

function positionOf(
  { symbol, name, quantity, currency, cost }: Holding,
  price: TradedPrice | null,
  source: string,
): Position[] {
  if (quantity === '0') return [];
  return [
    {
      symbol,
      ...(name !== '' && { name }),
      ...{ quantity, currency },
      ...(cost !== null && { costBasis: cost }),
      ...(price !== null && { price: price.value, priceAsOf: price.asOf, priceSource: `${source}${price.how}` }),
    },
  ];
}
