import { formatProblem, type FileNote, type FileProblem } from '../../shared/portfolio-files/file-problem.ts';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { europeanFunds } from '../../shared/database/seeds/reference/european-funds.ts';
import { findingsOf, inFileOrder, type PositionPlace } from '../../shared/portfolio-files/findings.ts';
import type { InputFile } from '../../shared/portfolio-files/input-file.ts';
import { knownInstruments } from '../../shared/portfolio-files/known-instruments.ts';
import { notKnown, type WhatIsKnown } from '../../shared/portfolio-files/not-known.ts';
import { stillTrue } from '../../shared/portfolio-files/no-prices.ts';
import { readPortfolioFile, type PortfolioFile } from '../../shared/portfolio-files/read-portfolio-file.ts';
import { quotesOfHeld } from '../../shared/portfolio-files/quotes-of-held.ts';
import { readPricesFile, type PricesFile } from '../../shared/portfolio-files/read-prices-file.ts';
import { tickerByName } from '../../shared/portfolio-files/reference-names.ts';
import { companiesByName } from '../../shared/portfolio-files/short-names.ts';
import { transactionsBeside } from '../../shared/portfolio-files/transactions/beside-positions.ts';
import { withCosts } from '../../shared/portfolio-files/transactions/stated-costs.ts';
import { withPrices } from '../../shared/portfolio-files/with-prices.ts';
import { overruled, type StatedRate } from '../../shared/portfolio-files/with-exchange-rates.ts';
import {
  readTransactionsFile,
  type TransactionsFile,
} from '../../shared/portfolio-files/transactions/read-transactions-file.ts';
import type { StatedTransaction } from '../../shared/schemas/portfolio.ts';
import { allOf } from '../terminal/all-of.ts';
import { CommandError } from './command-error.ts';
import { asOne } from './complaints.ts';
import { localDay } from './local-day.ts';
import { datedOn, type GivenRate } from './rate-flags.ts';
import { readInputFiles } from './read-input-file.ts';
import { unmatchedPrices } from './unmatched-prices.ts';

/** The options that say which files there are. */
export interface WhichFiles {
  file: string;
  prices: string | undefined;
  /** Exchange rates of the command line. */
  rates?: readonly GivenRate[];
  transactions?: string | undefined;
  asOf: string | undefined;
}

/** Files as they were read; all of them are good. */
export interface ReadFiles {
  asOf: string;
  held: PortfolioFile & { name: string };
  prices: (PricesFile & { name: string }) | undefined;
  /** Those of the command line, of the day of the analysis. */
  rates: StatedRate[];
  transactions: (TransactionsFile & { name: string }) | undefined;
  /** The transactions of both files. */
  stated: StatedTransaction[];
}

type Reading<T> = T | { ok: false; problems: FileProblem[]; leftOut?: FileProblem[]; places?: PositionPlace[] };

/** Reads the files that a command line names. Whatever is wrong with them is one CommandError with every problem of all. */
export function readFiles(options: WhichFiles): ReadFiles {
  const asOf = options.asOf ?? localDay(new Date());
  const { files, unreadable } = readInputFiles([options.file, options.prices, options.transactions], asOf);
  const [file, pricesFile, transactionsFile] = files;
  const problems: FileProblem[] = [];
  const leftOut: FileProblem[] = [];
  const unclear: FileProblem[] = [];
  function good<T extends { ok: true }>(from: InputFile, reading: Reading<T>): (T & { name: string }) | undefined {
    if (reading.ok) return { ...reading, name: from.name };
    for (const problem of reading.problems) problems.push(problem);
    const { unpriced, unknown } = notKnown(from.name, reading.places ?? [], {
      isPriced: ({ isPriced, symbol }) => isPriced || quoted.has(symbol),
      isKnown,
    });
    for (const one of inFileOrder([...(reading.leftOut ?? []), ...unpriced])) leftOut.push(one);
    for (const one of unknown) unclear.push(one);
    return undefined;
  }
  const priced = pricesFile && (isJson(pricesFile) ? notJson(pricesFile) : readPricesFile(pricesFile));
  const quoted = new Set(priced?.ok === true ? priced.quotes.map(({ symbol }) => symbol) : []);
  const rates = datedOn(asOf, options.rates ?? []);
  const isKnown = knownInstruments(referenceInstruments);
  const called = new Map(referenceInstruments.map(({ symbol, name }) => [symbol, name]));
  const nameOf = (ticker: string): string | null => called.get(ticker) ?? null;
  const [tickers, companies] = [tickerByName(referenceInstruments), companiesByName(referenceInstruments)];
  const names = { tickers, companies, nameOf };
  const ofEurope = new Set(europeanFunds.map(({ fund: [symbol] }) => symbol));
  const isOfEurope = (ticker: string): boolean => ofEurope.has(ticker);
  const known = overruled(priced?.ok === true ? priced.rates : [], rates);
  const held = file && good<PortfolioFile>(file, readPortfolioFile({ ...file, rates: known, ...names, isOfEurope }));
  const given = pricesFile && priced && good<PricesFile>(pricesFile, priced);
  const transactions =
    transactionsFile &&
    good<TransactionsFile>(transactionsFile, readTransactionsFile({ ...transactionsFile, ...names }));
  const prices = held && given ? ofHeld(given, held, transactions) : given;
  const beside = held && transactions ? putBeside(held, transactions, prices?.quotes ?? []) : undefined;
  for (const problem of beside?.problems ?? []) problems.push(problem);
  const refused = [...unreadable, ...(problems.length > 0 ? [refusal(problems, leftOut, unclear)] : [])];
  if (refused.length > 0) throw asOne(refused);
  if (held === undefined) throw new CommandError('No portfolio file was given.');
  // What the positions' own file says of a day stands.
  const exchangeRates = overruled(transactions?.list.rates ?? [], held.portfolio.exchangeRates);
  const portfolio = { ...held.portfolio, exchangeRates, ...(beside && { accounts: beside.accounts }) };
  return {
    ...{ asOf, prices, rates },
    held: { ...held, portfolio, notes: inFileOrder(notesOf(held, prices?.quotes ?? [], isKnown)) },
    transactions: transactions && { ...transactions, notes: beside?.notes ?? [] },
    stated: [...held.portfolio.transactions, ...(beside?.stated ?? [])],
  };
}

/** A file's prices as of what is held or was traded, and what is said of those that are of nothing. */
function ofHeld<T extends PricesFile & { name: string }>(
  given: T,
  { portfolio }: PortfolioFile,
  transactions: TransactionsFile | undefined,
): T {
  const positions = portfolio.accounts.flatMap((account) => account.positions);
  const listed = [...portfolio.transactions, ...(transactions?.list.listed ?? [])];
  const traded = listed.flatMap(({ symbol, currency = 'USD' }) => (symbol ? [{ symbol, currency }] : []));
  const found = quotesOfHeld(given.quotes, [...positions, ...traded]);
  const symbols = positions.map(({ symbol }) => symbol);
  const notes = inFileOrder([...given.notes, ...unmatchedPrices(given.name, found, symbols)]);
  return { ...given, quotes: found.quotes, notes };
}

/** What is said of a portfolio file, with its positions that have no price of any file and those that are not known. */
function notesOf(
  { name, notes, places, portfolio }: PortfolioFile & { name: string },
  quotes: PricesFile['quotes'],
  isKnown: WhatIsKnown['isKnown'],
): FileNote[] {
  const priced = withPrices(portfolio, quotes);
  const withPrice = new Set(
    priced.accounts.flatMap((account) =>
      account.positions.filter(({ price }) => price !== undefined).map(({ symbol }) => `${symbol} ${account.name}`),
    ),
  );
  const isPriced = ({ symbol, account }: PositionPlace): boolean => withPrice.has(`${symbol} ${account}`);
  const { unpriced, unknown } = notKnown(name, places, { isPriced, isKnown });
  return [...stillTrue(notes, priced), ...unpriced, ...unknown];
}

/** A prices file that is JSON would have every line of it complained about as CSV. */
const isJson = ({ bytes }: InputFile): boolean =>
  /^\uFEFF?\s*[[{]\s*(?:["{[\]}]|$)/.test(new TextDecoder().decode(bytes.subarray(0, 200)));

const notJson = ({ name }: InputFile): Reading<never> => ({
  ok: false,
  problems: [
    {
      file: name,
      line: null,
      column: null,
      message: 'this is JSON; prices are read from a CSV with the columns symbol, price and date',
    },
  ],
});

/** The transactions of a second file beside the first one's positions, which say what was paid where these do not; differences are notes. */
function putBeside(
  held: PortfolioFile,
  { list, notes, name }: TransactionsFile & { name: string },
  quotes: PricesFile['quotes'],
) {
  const findings = findingsOf(name);
  const { portfolio, origins } = held;
  const { transactions: stated, costs } = transactionsBeside({ accounts: portfolio.accounts, origins }, list, findings);
  if (portfolio.transactions.length > 0) {
    findings.problem('the portfolio file lists transactions itself; give them in one of the two files');
  }
  const currencies = new Map(
    withPrices(portfolio, quotes).accounts.flatMap(({ name: account, positions }) =>
      positions.map(({ symbol, currency }) => [`${account}\n${symbol}`, currency] as const),
    ),
  );
  const currencyOf = (account: string, symbol: string) => currencies.get(`${account}\n${symbol}`);
  const accounts = withCosts(portfolio.accounts, costs, findings, currencyOf);
  return { stated, accounts, problems: findings.problems, notes: inFileOrder([...notes, ...findings.notes]) };
}

function refusal(
  problems: readonly FileProblem[],
  leftOut: readonly FileProblem[],
  unclear: readonly FileProblem[],
): CommandError {
  const files = allOf([...new Set(problems.map(({ file }) => file))]);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return new CommandError(`${count} in ${files}; nothing was imported:`, [
    ...problems.map(formatProblem),
    ...(leftOut.length === 0 ? [] : ['No problem, but these would be left out:', ...leftOut.map(formatProblem)]),
    ...(unclear.length === 0 ? [] : ['No problem, but told in the report:', ...unclear.map(formatProblem)]),
  ]);
}
