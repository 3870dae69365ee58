import type { ColumnUse } from '../../shared/portfolio-files/column-use.ts';
import type { FileLayout } from '../../shared/portfolio-files/file-layout.ts';
import { formatProblem, quotation, type FileProblem } from '../../shared/portfolio-files/file-problem.ts';
import type { PortfolioFile } from '../../shared/portfolio-files/read-portfolio-file.ts';
import { quotesForAHundred, unusedQuotes, withPrices } from '../../shared/portfolio-files/with-prices.ts';
import type { Separator } from '../../shared/portfolio-files/split-rows.ts';
import { laterSplits } from '../../shared/finance/performance/later-splits.ts';
import type { Account, Portfolio, StatedTransaction } from '../../shared/schemas/portfolio.ts';
import type { ReadFiles } from './read-files.ts';
import { whyDoubtful } from './doubtful-rates.ts';
import { unusedRates, whyUnused } from './unused-rates.ts';
import { counted } from '../terminal/counted.ts';

const SEPARATORS: Record<Separator, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'vertical bar' };

const MEANINGS: Record<ColumnUse, string> = {
  account: "account's name",
  accountNumber: "account's number",
  accountType: 'how the account is taxed',
  registration: 'kind of account',
  institution: 'where the account is',
  owner: 'whose the account is',
  symbol: 'symbol',
  identifier: 'CUSIP or ISIN, where there is no symbol',
  name: 'name',
  instrumentType: 'kind of instrument',
  quantity: 'quantity',
  price: 'price of one unit',
  priceDate: 'date',
  priceSource: "price's source",
  currency: 'currency',
  exchangeRate: 'exchange rate to the base currency',
  costBasis: 'cost of the whole line',
  costPerUnit: 'cost of one unit',
  marketValue: 'value of the whole line',
  accountValue: "value of the whole line in the account's currency",
  acquired: 'day on which a tax lot was bought',
  sold: 'whether the line is still held',
  lotLevel: 'whether the line is a tax lot',
  tradeDate: 'date',
  interestRate: 'interest rate of cash',
  interestYield: 'yield of cash (APY)',
  coupon: 'coupon of a bond',
  maturity: 'day on which a bond is due',
  action: 'what happened',
  actionBeside: 'what happened, where the other column is empty',
  accountCurrency: 'currency, where the line states none',
  amount: 'what it did to cash',
  amountCurrency: 'currency of that',
  cashBalance: 'cash after it',
  settlementRate: 'exchange rate of the trade',
  status: 'whether it was carried out',
  notes: 'remarks',
  fee: 'fee',
  commission: 'commission',
  side: 'long or short, owned or owed',
  option: 'whether the line is an option',
  dollars: 'its sign or exchange alone (whether dollars are meant, and which country’s), not its figures',
  numbers: 'how the file writes its numbers',
  days: 'how the file writes its days',
  part: "which of the statement's lines it is",
};

/** How each file was understood, in lines for a terminal: columns, accounts, the first positions and counts. */
export function describePreview(read: ReadFiles): string[] {
  const { held, files, prices, rates, transactions, stated } = read;
  const quotes = prices?.quotes ?? [];
  // As an analysis of these files would have it: at the newest price of all.
  const { accounts } = withPrices(held.portfolio, quotes);
  const priced = files.map((file) => {
    const own = new Set(file.portfolio.accounts.map(({ name }) => name));
    return { ...file, portfolio: { ...file.portfolio, accounts: accounts.filter(({ name }) => own.has(name)) } };
  });
  const said = [
    ...unusedQuotes(held.portfolio, quotes, stated.length > 0),
    ...quotesForAHundred(held.portfolio, quotes),
  ];
  return [
    ...priced.flatMap((file) =>
      describeFile(file, [
        ...describeAccounts(file),
        ...firstPositions(file, stated, prices?.name),
        ...firstCash(file),
        ...countsOf('in all', file.portfolio),
      ]),
    ),
    ...(prices === undefined
      ? []
      : describeFile(prices, [
          `  ${counted(prices.quotes.length, 'price')}, ${counted(prices.rates.length, 'exchange rate')}`,
          ...said.map((one) => `    ${one}`),
        ])),
    ...transactions.flatMap((list) =>
      describeFile({ ...list, layout: list.list.layout }, [
        `  ${counted(list.list.listed.length, 'transaction')}, ${list.used} of them used for returns over time`,
      ]),
    ),
    ...(rates.length === 0 ? [] : ['exchange rates of the command line', ...describeRates(read), '']),
    ...(files.length === 1
      ? []
      : [
          `${files.length} files together`,
          ...countsOf(counted(accounts.length, 'account') + ' with', { ...held.portfolio, accounts }),
          '',
        ]),
    'Nothing was stored and nothing was analysed: run the same command without --preview for that.',
  ];
}

function describeRates(read: ReadFiles): string[] {
  const unused = new Set(unusedRates(read));
  return read.rates.map((one) => {
    const { from, to, rate } = one;
    const said = unused.has(one) ? whyUnused(one) : whyDoubtful(one);
    return `    ${from}/${to} ${rate}${said === null ? '' : ` (${said})`}`;
  });
}

interface Described {
  name: string;
  layout: FileLayout;
  notes: FileProblem[];
}

function describeFile({ name, layout, notes }: Described, content: readonly string[]): string[] {
  const { kind, separator, tables } = layout;
  const separated = separator === null ? '' : `, separated by ${SEPARATORS[separator]}`;
  return [
    `${quotation(name)}: ${kind}${separated}`,
    ...tables.flatMap(({ headerLine, columns }) => {
      const width = Math.min(Math.max(...columns.map(({ header }) => quotation(header).length), 0), 40);
      return [
        `  header on line ${headerLine}`,
        ...columns.map(({ header, use }) => {
          const meaning = use === null ? '(not used)' : MEANINGS[use];
          return `    ${quotation(header).padEnd(width)}  ${meaning}`;
        }),
      ];
    }),
    ...content,
    ...(notes.length === 0 ? [] : ['  notes', ...notes.map((note) => `    ${formatProblem(note)}`)]),
    '',
  ];
}

function describeAccounts({ portfolio, origins }: PortfolioFile): string[] {
  const how = new Map(origins.map(({ name, typeFrom }) => [name, typeFrom]));
  const reasons = {
    column: 'as its column says',
    name: 'taken from its name',
    funds: 'as its funds are of the Thrift Savings Plan',
    hint: 'assumed, as its name hints at it',
    assumed: 'assumed, as nothing that was read says it',
    debt: 'a debt',
  };
  return [
    '  accounts',
    ...portfolio.accounts.map(({ name, type, positions, cash }) => {
      const from = how.get(name);
      const reason = from === undefined ? 'as the file says' : reasons[from];
      const held = `${counted(positions.length, 'position')}, ${counted(cash.length, 'cash balance')}`;
      return `    ${quotation(name)}: ${type}, ${reason}; ${held}`;
    }),
  ];
}

/** So many positions are shown, enough to see a number that was read as a thousand times another. */
const SHOWN = 5;

function firstPositions(
  { portfolio }: PortfolioFile,
  stated: readonly StatedTransaction[],
  pricesFile?: string,
): string[] {
  const positions = portfolio.accounts.flatMap((account) =>
    account.positions.map((position) => ({ ...position, where: placeOf(account, portfolio) })),
  );
  if (positions.length === 0) return [];
  const since = laterSplits(
    stated.map(({ kind, symbol, date, quantity, account: accountName }) => ({
      ...{ kind, symbol, date, accountName },
      quantity: Number(quantity),
    })),
  );
  return [
    `  ${positions.length > SHOWN ? 'the first positions' : 'positions'} as they were understood`,
    ...positions
      .slice(0, SHOWN)
      .map(({ symbol, where, quantity, currency, price, priceAsOf, priceSource, costBasis }) => {
        const from = pricesFile !== undefined && priceSource === pricesFile ? `, of ${quotation(pricesFile)}` : '';
        const at = price === undefined ? 'no price' : `${price} ${currency} each on ${priceAsOf ?? 'no day'}${from}`;
        const ratio = since(symbol, priceAsOf ?? '9999-12-31');
        const then = ratio === 1 ? '' : `, before a split (a share of then is ${Number(ratio.toFixed(6))} today)`;
        const cost = costBasis === undefined ? '' : `, cost ${costBasis} ${currency} in all`;
        return `    ${symbol}${where}: ${quantity} units, ${at}${then}${cost}`;
      }),
  ];
}

/** Which account it is in, where there are several. */
function placeOf({ name }: Account, { accounts }: Portfolio): string {
  return accounts.length > 1 ? ` in ${quotation(name)}` : '';
}

/** Cash is what reading changes most: lines of it are added up, and brokers have many names for it. */
function firstCash({ portfolio, layout }: PortfolioFile): string[] {
  const uses = layout.tables.flatMap(({ columns }) => columns.map(({ use }) => use));
  const yields = uses.includes('interestYield');
  const yearly = !yields ? 'a year' : uses.includes('interestRate') ? 'a year (rate or APY)' : 'APY';
  const balances = portfolio.accounts.flatMap((account) =>
    account.cash.map(({ currency, amount, interestRate }) => {
      const rate =
        interestRate === undefined ? '' : `, at ${Number((Number(interestRate) * 100).toFixed(4))}% ${yearly}`;
      return `    cash${placeOf(account, portfolio)}: ${amount} ${currency}${rate}`;
    }),
  );
  if (balances.length === 0) return [];
  const heading =
    balances.length > SHOWN ? 'the first cash balances as they were understood' : 'cash as it was understood';
  return [`  ${heading}`, ...balances.slice(0, SHOWN)];
}

function countsOf(which: string, { accounts, transactions, quotes, exchangeRates }: Portfolio): string[] {
  const positions = accounts.flatMap((account) => account.positions);
  const unpriced = positions.filter(({ price }) => price === undefined).length;
  return [
    `  ${which} ${counted(positions.length, 'position')} (${unpriced} without a price), ` +
      `${counted(accounts.flatMap(({ cash }) => cash).length, 'cash balance')}, ` +
      `${counted(transactions.length, 'transaction')}, ${counted(quotes.length, 'dated price')}, ` +
      counted(exchangeRates.length, 'exchange rate'),
  ];
}
