import type { Account, Position, StatedTransaction } from '../../schemas/portfolio.ts';
import { accountNames } from '../account-names.ts';
import { noteOrigins, originOf, type AccountOrigin } from '../account-origin.ts';
import { quotation } from '../file-problem.ts';
import type { Findings } from '../findings.ts';
import { foldTransactions, type FoldedAccount, type Holding } from './fold-transactions.ts';
import { statedTransactions } from './stated-transactions.ts';
import type { TransactionList } from './transaction-list.ts';

export interface PortfolioOfTransactions {
  accounts: Account[];
  origins: AccountOrigin[];
  transactions: StatedTransaction[];
}

/** What is held after all of a file's transactions. Problems, by line: what cannot have happened, such as a sale of what is not held. */
export function portfolioOfTransactions(
  { listed, balances }: TransactionList,
  findings: Findings,
): PortfolioOfTransactions {
  const folded = foldTransactions(listed);
  for (const { line, message } of folded.contradictions) findings.problem(message, line);
  const names = accountNames([...folded.accounts.values()].map(({ reference }) => reference));
  const origins: AccountOrigin[] = [];
  const uncounted: string[] = [];
  const accounts = [...folded.accounts].map(([key, account]) => {
    const name = names.get(key) ?? key;
    const origin = originOf(account.reference, name, account.type?.value ?? null);
    origins.push(origin);
    if (!account.cashIsKnown && !balances.has(key)) uncounted.push(`"${quotation(name)}"`);
    const positions = [...account.holdings.values()].flatMap((held) => positionOf(held, findings.file));
    return { name, type: origin.type, cash: balances.get(key) ?? cashOf(account), positions };
  });
  noteOrigins(origins, findings);
  if (uncounted.length > 0) {
    findings.note(
      'account',
      `no deposit or withdrawal is listed, so that cash is not known and left out: ${uncounted.join(', ')}`,
    );
  }
  if (accounts.some(({ positions }) => positions.some(({ price }) => price !== undefined))) {
    findings.note('price', 'each price is the one of the last trade, unless --prices gives a newer one');
  }
  const whole = folded.contradictions.length === 0 ? folded.transactions : [];
  return { accounts, origins, transactions: statedTransactions(whole, (key) => names.get(key) ?? null, findings) };
}

function cashOf({ cash, cashIsKnown }: FoldedAccount): Account['cash'] {
  if (!cashIsKnown) return [];
  return [...cash].filter(([, amount]) => amount !== '0').map(([currency, amount]) => ({ currency, amount }));
}

function positionOf({ symbol, name, quantity, currency, cost, price }: Holding, source: string): Position[] {
  if (quantity === '0') return [];
  return [
    {
      symbol,
      ...(name !== '' && { name }),
      ...{ quantity, currency },
      ...(cost !== null && { costBasis: cost }),
      ...(price !== null &&
        price.value !== '0' && { price: price.value, priceAsOf: price.asOf, priceSource: `${source}${price.how}` }),
    },
  ];
}
