import { formatProblem } from '../../shared/portfolio-files/file-problem.ts';
import { groupNotes, inputNotesOf } from '../../shared/portfolio-files/group-notes.ts';
import { untargetedTrades } from '../../shared/portfolio-files/untargeted-trades.ts';
import { overruled, withExchangeRates } from '../../shared/portfolio-files/with-exchange-rates.ts';
import {
  quotesForAHundred,
  quotesForReturns,
  unusedQuotes,
  withPrices,
} from '../../shared/portfolio-files/with-prices.ts';
import type { AnalyzeRequestInput } from '../../shared/schemas/job.ts';
import type { Portfolio } from '../../shared/schemas/portfolio.ts';
import type { AnalyzeOptions } from './options.ts';
import { isExample } from './is-example.ts';
import { readFiles, type ReadFiles, type WhichFiles } from './read-files.ts';
import { complaintsOf, asOne } from './complaints.ts';
import { readPlanFile } from './read-plan-file.ts';
import type { Plan } from '../../shared/schemas/retirement-plan/plan.ts';
import { doubtfulRates } from './doubtful-rates.ts';
import { unusedRates, whyUnused } from './unused-rates.ts';
import { refuseUnknownAccounts } from './rebalancing-flags.ts';

/** The options that say what is to be analysed. */
export type WhatToRead = Pick<AnalyzeOptions, 'goals' | 'seed'> &
  Partial<Pick<AnalyzeOptions, 'plan' | 'question' | 'targets' | 'rebalancing'>> &
  WhichFiles;

export interface ReadRequest {
  request: AnalyzeRequestInput;
  /** What was assumed or left out while the files were read, for the person. */
  notes: string[];
}

/**
 * The request that a command line asks for: its portfolio files, prices and transactions, its goals and targets (flags win over the
 * file's, and what neither states there is none of: what a person has stored is no part of a file's analysis). Whatever is wrong with the files is one CommandError with every problem of all.
 */
export function readRequest(options: WhatToRead): ReadRequest {
  const { files: read, plan } = readBoth(options);
  const { held, prices, rates, transactions, stated: trades, asOf } = read;
  refuseUnknownAccounts(options.rebalancing, held.portfolio);
  // A plan given by hand says more than a file's goals.
  const goals = plan === undefined ? (options.goals ?? held.goals ?? null) : undefined;
  const stated = { ...held.targets, ...options.targets };
  const targets = Object.keys(stated).length > 0 ? stated : null;
  const quotes = prices?.quotes ?? [];
  const priced = withExchangeRates(withPrices(held.portfolio, quotes), overruled(prices?.rates ?? [], rates));
  const files = [held, ...(prices ? [prices] : []), ...transactions].flatMap((file) => file.notes);
  // The API adds it to the job's own notes.
  const untargeted = untargetedTrades({ ...options, goals, plan, targets });
  const unused = [
    ...unusedQuotes(held.portfolio, quotes, trades.length > 0),
    ...quotesForAHundred(held.portfolio, quotes),
    ...unusedRates(read).map((one) => `--rate ${one.from}/${one.to}=${one.rate} was ${whyUnused(one)}`),
  ];
  const doubtful = doubtfulRates(read);
  const notes = groupNotes([
    ...inputNotesOf(files),
    ...unused.map((text) => ({ topic: 'price' as const, text })),
    ...doubtful.map((text) => ({ topic: 'in_doubt' as const, text })),
  ]);
  const portfolio: Portfolio = {
    ...priced,
    transactions: trades,
    quotes: [...priced.quotes, ...(trades.length === 0 ? [] : quotesForReturns(held.portfolio, trades, quotes))],
  };
  return {
    request: {
      portfolio,
      ...(goals !== undefined && { goals }),
      ...(plan !== undefined && { plan }),
      targets,
      ...(options.rebalancing !== undefined && { rebalancing: options.rebalancing }),
      ...(options.question !== undefined && { question: options.question }),
      ...(options.files.every(isExample) && { example: true as const }),
      seed: options.seed,
      asOf,
      ...(notes.length > 0 && { notes }),
    },
    notes: [...files.map(formatProblem), ...unused, ...doubtful, ...untargeted.map(({ text }) => text)],
  };
}

/** The files and the plan; what is wrong with either is told together. */
function readBoth(options: WhatToRead): { files: ReadFiles; plan: Plan | undefined } {
  let files: ReadFiles | undefined;
  let plan: Plan | undefined;
  const refused = complaintsOf(
    () => {
      files = readFiles(options);
    },
    () => {
      plan = options.plan === undefined ? undefined : readPlanFile(options.plan);
    },
  );
  if (files === undefined || refused.length > 0) throw asOne(refused);
  return { files, plan };
}
