import { quotation, type FileProblem } from '../../shared/portfolio-files/file-problem.ts';
import { findingsOf, inFileOrder } from '../../shared/portfolio-files/findings.ts';
import type { JoinedFiles } from '../../shared/portfolio-files/join-files.ts';
import type { Quote } from '../../shared/portfolio-files/read-prices-file.ts';
import { transactionsBeside } from '../../shared/portfolio-files/transactions/beside-positions.ts';
import type { TransactionsFile } from '../../shared/portfolio-files/transactions/read-transactions-file.ts';
import { withCosts } from '../../shared/portfolio-files/transactions/stated-costs.ts';
import { withPrices } from '../../shared/portfolio-files/with-prices.ts';
import type { Portfolio, StatedTransaction } from '../../shared/schemas/portfolio.ts';

type NamedList = TransactionsFile & { name: string };

/** A list of transactions as it stands beside the positions. */
export type ListBeside = NamedList & {
  /** How many of them are used for returns over time. */
  used: number;
};

interface PutBeside {
  /** The positions' accounts, with what was paid where these do not say it. */
  accounts: Portfolio['accounts'];
  lists: ListBeside[];
  /** The transactions of all files. */
  stated: StatedTransaction[];
  problems: FileProblem[];
}

/** Lists of transactions beside the positions of other files, which say what is held; differences are notes. An account has one list. */
export function putBeside(
  { files, portfolio, origins }: JoinedFiles,
  lists: readonly NamedList[],
  quotes: readonly Quote[],
): PutBeside {
  const currencies = new Map(
    withPrices(portfolio, quotes).accounts.flatMap(({ name: account, positions }) =>
      positions.map(({ symbol, currency }) => [`${account}\n${symbol}`, currency] as const),
    ),
  );
  const currencyOf = (account: string, symbol: string) => currencies.get(`${account}\n${symbol}`);
  const listedBy = new Map<string, string>();
  for (const { name, portfolio: own } of files) for (const { account } of own.transactions) listedBy.set(account, name);
  const areListed = files.every(({ portfolio: own }) => own.transactions.length > 0);
  const put: PutBeside = {
    ...{ lists: [], problems: [] },
    accounts: portfolio.accounts,
    stated: [...portfolio.transactions],
  };
  for (const file of lists) {
    const findings = findingsOf(file.name);
    const beside = transactionsBeside({ accounts: put.accounts, origins }, file.list, findings);
    if (areListed) {
      const which = files.length === 1 ? 'the portfolio file lists' : 'the portfolio files list';
      findings.problem(
        `${which} transactions ${files.length === 1 ? 'itself' : 'themselves'}; give them in one of the two files`,
      );
    }
    for (const account of areListed ? [] : beside.listed) {
      const other = listedBy.get(account);
      const what = `the transactions of account "${quotation(account)}"`;
      if (other === undefined) listedBy.set(account, file.name);
      else findings.problem(`${what} are listed in ${other}, too; put them all into one file`);
    }
    put.accounts = withCosts(put.accounts, beside.costs, findings, currencyOf);
    for (const one of beside.transactions) put.stated.push(one);
    for (const problem of findings.problems) put.problems.push(problem);
    const notes = inFileOrder([...file.notes, ...findings.notes]);
    put.lists.push({ ...file, notes, used: beside.transactions.length });
  }
  return put;
}
