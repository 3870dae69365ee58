import { formatProblem } from '../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../shared/portfolio-files/read-portfolio-file.ts';
import { readPricesFile } from '../../shared/portfolio-files/read-prices-file.ts';
import { unusedQuotes, withPrices } from '../../shared/portfolio-files/with-prices.ts';
import type { AnalyzeRequestInput } from '../../shared/schemas/job.ts';
import { CommandError } from './command-error.ts';
import { localDay } from './local-day.ts';
import type { AnalyzeOptions } from './options.ts';
import { readInputFiles } from './read-input-file.ts';

/** The options that say what is to be analysed. */
export type WhatToRead = Pick<AnalyzeOptions, 'file' | 'goals' | 'prices' | 'seed' | 'asOf'>;

export interface ReadRequest {
  request: AnalyzeRequestInput;
  /** What was assumed or left out while the files were read, for the person. */
  notes: string[];
}

const NO_QUOTES = { ok: true, quotes: [], notes: [] } as const;

/**
 * The request that a command line asks for: its portfolio file, its prices file, its goals (flags win over the file's).
 * Whatever is wrong with the files is one CommandError with every problem of both.
 */
export function readRequest(options: WhatToRead): ReadRequest {
  const asOf = options.asOf ?? localDay(new Date());
  const paths = [options.file, ...(options.prices === undefined ? [] : [options.prices])];
  const [portfolioFile, pricesFile] = readInputFiles(paths, asOf);
  if (portfolioFile === undefined) throw new CommandError('No portfolio file was given.');
  const held = readPortfolioFile(portfolioFile);
  const quoted = pricesFile === undefined ? NO_QUOTES : readPricesFile(pricesFile);
  if (!held.ok || !quoted.ok) {
    const problems = [held, quoted].flatMap((reading) => (reading.ok ? [] : reading.problems));
    const files = [...new Set(problems.map(({ file }) => file))].join(' and ');
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    throw new CommandError(`${count} in ${files}; nothing was imported:`, problems.map(formatProblem));
  }
  const goals = options.goals ?? held.goals;
  const { quotes } = quoted;
  return {
    request: {
      portfolio: withPrices(held.portfolio, quotes),
      ...(goals !== undefined && { goals }),
      ...(held.targets !== undefined && { targets: held.targets }),
      seed: options.seed,
      asOf,
    },
    notes: [...[...held.notes, ...quoted.notes].map(formatProblem), ...unusedQuotes(held.portfolio, quotes)],
  };
}
