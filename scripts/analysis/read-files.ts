import { formatProblem, type FileNote, type FileProblem } from '../../shared/portfolio-files/file-problem.ts';
import { referenceInstruments } from '../../shared/database/seeds/instruments.ts';
import { europeanFunds } from '../../shared/database/seeds/reference/european-funds.ts';
import { inFileOrder, type PositionPlace } from '../../shared/portfolio-files/findings.ts';
import type { InputFile } from '../../shared/portfolio-files/input-file.ts';
import { joinFiles, type JoinedFiles, type NamedFile } from '../../shared/portfolio-files/join-files.ts';
import { knownInstruments } from '../../shared/portfolio-files/known-instruments.ts';
import { notKnown, type WhatIsKnown } from '../../shared/portfolio-files/not-known.ts';
import { stillTrue } from '../../shared/portfolio-files/no-prices.ts';
import { readPortfolioFile, type PortfolioFile } from '../../shared/portfolio-files/read-portfolio-file.ts';
import { quotesOfHeld } from '../../shared/portfolio-files/quotes-of-held.ts';
import { readPricesFile, type PricesFile } from '../../shared/portfolio-files/read-prices-file.ts';
import { tickerByName } from '../../shared/portfolio-files/reference-names.ts';
import { companiesByName } from '../../shared/portfolio-files/short-names.ts';
import { withPrices } from '../../shared/portfolio-files/with-prices.ts';
import { overruled, type StatedRate } from '../../shared/portfolio-files/with-exchange-rates.ts';
import {
  readTransactionsFile,
  type TransactionsFile,
} from '../../shared/portfolio-files/transactions/read-transactions-file.ts';
import type { Portfolio, StatedTransaction } from '../../shared/schemas/portfolio.ts';
import { allOf } from '../terminal/all-of.ts';
import { CommandError } from './command-error.ts';
import { asOne } from './complaints.ts';
import { givenTwice } from './given-twice.ts';
import { localDay } from './local-day.ts';
import { putBeside, type ListBeside } from './put-beside.ts';
import { datedOn, type GivenRate } from './rate-flags.ts';
import { readInputFiles } from './read-input-file.ts';
import { unmatchedPrices } from './unmatched-prices.ts';

/** The options that say which files there are. */
export interface WhichFiles {
  /** What is held, at one broker or at several. */
  files: readonly string[];
  prices: string | undefined;
  /** Exchange rates of the command line. */
  rates?: readonly GivenRate[];
  transactions?: readonly string[] | undefined;
  asOf: string | undefined;
}

/** Files as they were read; all of them are good. */
export interface ReadFiles {
  asOf: string;
  /** What all portfolio files hold, and what is said of them. */
  held: Pick<JoinedFiles, 'portfolio' | 'goals' | 'targets'> & { notes: FileNote[] };
  /** Each of them, with its own part of that. */
  files: NamedFile[];
  prices: (PricesFile & { name: string }) | undefined;
  /** Those of the command line, of the day of the analysis. */
  rates: StatedRate[];
  transactions: ListBeside[];
  /** The transactions of all files. */
  stated: StatedTransaction[];
}

type Reading<T> = T | { ok: false; problems: FileProblem[]; leftOut?: FileProblem[]; places?: PositionPlace[] };

/** Reads the files that a command line names. Whatever is wrong with them is one CommandError with every problem of all. */
export function readFiles(options: WhichFiles): ReadFiles {
  const asOf = options.asOf ?? localDay(new Date());
  const { files, transactions: lists = [] } = options;
  const { read, unreadable } = readInputFiles([...files, options.prices, ...lists], asOf);
  const twice = givenTwice(read.slice(0, files.length), read.slice(files.length + 1));
  const [pricesFile] = read.slice(files.length);
  const problems: FileProblem[] = [];
  const leftOut: FileProblem[] = [];
  const unclear: FileProblem[] = [];
  function good<T extends { ok: true }>(from: InputFile, reading: Reading<T>): (T & { name: string })[] {
    if (reading.ok) return [{ ...reading, name: from.name }];
    for (const problem of reading.problems) problems.push(problem);
    const { unpriced, unknown } = notKnown(from.name, reading.places ?? [], {
      isPriced: ({ isPriced, symbol }) => isPriced || quoted.has(symbol),
      isKnown,
    });
    for (const one of inFileOrder([...(reading.leftOut ?? []), ...unpriced])) leftOut.push(one);
    for (const one of unknown) unclear.push(one);
    return [];
  }
  const priced = pricesFile && (isJson(pricesFile) ? notJson(pricesFile) : readPricesFile(pricesFile));
  const quoted = new Set(priced?.ok === true ? priced.quotes.map(({ symbol }) => symbol) : []);
  const rates = datedOn(asOf, options.rates ?? []);
  const { isKnown, isOfEurope, ...names } = whatIsKnown();
  const known = overruled(priced?.ok === true ? priced.rates : [], rates);
  const held = read
    .slice(0, files.length)
    .flatMap((file) =>
      file ? good<PortfolioFile>(file, readPortfolioFile({ ...file, rates: known, ...names, isOfEurope })) : [],
    );
  const [given] = pricesFile && priced ? good<PricesFile>(pricesFile, priced) : [];
  const listed = read
    .slice(files.length + 1)
    .flatMap((file) =>
      file ? good<TransactionsFile>(file, readTransactionsFile({ ...file, ...names, isOfEurope })) : [],
    );
  // Of some of the files, or of one that is there twice, nothing can be said that is true of all.
  const joined = held.length === files.length && twice.length === 0 ? joinFiles(held) : undefined;
  const prices = joined && given ? ofHeld(given, joined, listed) : given;
  const quotes = prices?.quotes ?? [];
  const beside = joined && putBeside(joined, listed, quotes);
  for (const problem of [...(joined?.problems ?? []), ...(beside?.problems ?? [])]) problems.push(problem);
  const wrong = problems.length > 0 ? [refusal(problems, leftOut, unclear)] : [];
  const isAstray = files.length > 1 && read.slice(0, files.length).includes(undefined);
  const refused = [...unreadable.map((one) => (isAstray ? withHint(one) : one)), ...twice, ...wrong];
  if (refused.length > 0) throw asOne(refused);
  if (joined === undefined || beside === undefined || files.length === 0)
    throw new CommandError('No portfolio file was given.');
  const { accounts, lists: transactions, stated } = beside;
  // What the positions' own files say of a day stands.
  const listRates = listed.flatMap(({ list }) => list.rates ?? []);
  const portfolio = {
    ...joined.portfolio,
    ...{ accounts, exchangeRates: overruled(listRates, joined.portfolio.exchangeRates) },
  };
  const told = joined.files.map((file) => toldOf(file, portfolio, quotes, isKnown));
  return {
    ...{ asOf, prices, rates, transactions, stated, files: told },
    held: { ...joined, portfolio, notes: told.flatMap(({ notes }) => notes) },
  };
}

/** Of several files one that is not there may be no file at all: half of an amount, or of a text that lacks its quotes. */
const withHint = ({ message, lines }: CommandError): CommandError =>
  new CommandError(message, [
    ...lines,
    'Each word that is neither a flag nor its value is taken for a file: write amounts without blanks (80000, 80k), and texts in quotes.',
  ]);

/** What Alex knows of funds and companies without any file. */
function whatIsKnown() {
  const called = new Map(referenceInstruments.map(({ symbol, name }) => [symbol, name]));
  const ofEurope = new Set(europeanFunds.map(({ fund: [symbol] }) => symbol));
  return {
    isKnown: knownInstruments(referenceInstruments),
    nameOf: (ticker: string): string | null => called.get(ticker) ?? null,
    tickers: tickerByName(referenceInstruments),
    companies: companiesByName(referenceInstruments),
    isOfEurope: (ticker: string): boolean => ofEurope.has(ticker),
  };
}

/** A file's prices as of what is held or was traded, and what is said of those that are of nothing. */
function ofHeld<T extends PricesFile & { name: string }>(
  given: T,
  { portfolio }: Pick<JoinedFiles, 'portfolio'>,
  transactions: readonly TransactionsFile[],
): T {
  const positions = portfolio.accounts.flatMap((account) => account.positions);
  const listed = [...portfolio.transactions, ...transactions.flatMap(({ list }) => list.listed)];
  const traded = listed.flatMap(({ symbol, currency = 'USD' }) => (symbol ? [{ symbol, currency }] : []));
  const found = quotesOfHeld(given.quotes, [...positions, ...traded]);
  const symbols = positions.map(({ symbol }) => symbol);
  const notes = inFileOrder([...given.notes, ...unmatchedPrices(given.name, found, symbols)]);
  return { ...given, quotes: found.quotes, notes };
}

/** A portfolio file with its part of what all hold, and with its positions that have no price of any file and those that are not known. */
function toldOf(
  file: NamedFile,
  portfolio: Portfolio,
  quotes: PricesFile['quotes'],
  isKnown: WhatIsKnown['isKnown'],
): NamedFile {
  const { name, notes, places } = file;
  const own = new Set(file.portfolio.accounts.map((account) => account.name));
  const accountsIn = (all: Portfolio) => all.accounts.filter((account) => own.has(account.name));
  const priced = accountsIn(withPrices(portfolio, quotes));
  const withPrice = new Set(
    priced.flatMap((account) =>
      account.positions.filter(({ price }) => price !== undefined).map(({ symbol }) => `${symbol} ${account.name}`),
    ),
  );
  const isPriced = ({ symbol, account }: PositionPlace): boolean => withPrice.has(`${symbol} ${account}`);
  const { unpriced, unknown } = notKnown(name, places, { isPriced, isKnown });
  return {
    ...file,
    portfolio: { ...file.portfolio, accounts: accountsIn(portfolio) },
    notes: inFileOrder([...stillTrue(notes, { accounts: priced }), ...unpriced, ...unknown]),
  };
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
