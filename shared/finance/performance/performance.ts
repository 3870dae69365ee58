import type { AccountPerformance, Performance } from '../../schemas/performance.ts';
import { endingAt, otherwiseStated, withNewer } from './closing.ts';
import type { StatedPrice } from './closing.ts';
import { downsideDeviation, volatility } from './deviation.ts';
import { maxDrawdown } from './drawdown.ts';
import { historyOf } from './history.ts';
import type { History } from './history.ts';
import { isPair } from './in-dollars.ts';
import { isKnown, knownStretch, OFTEN } from './known-stretch.ts';
import { laterSplits } from './later-splits.ts';
import { modifiedDietz } from './modified-dietz.ts';
import { moneyWeightedReturn } from './money-weighted.ts';
import { pricedOn, pricedUntil, staleBefore } from './priced-until.ts';
import { quotesOf } from './quotes.ts';
import type { Quote } from './quotes.ts';
import { sharpeRatio, sortinoRatio } from './ratios.ts';
import { byDay, YEAR } from './series.ts';
import { daysBetween } from '../staleness.ts';
import { asQuoted } from './split-adjusted.ts';
import { thinned } from './thinned.ts';
import { timeWeightedReturn } from './time-weighted.ts';
import { together } from './together.ts';
import type { PriceHistory, Transaction } from './transactions.ts';

export interface PerformanceInput {
  transactions: readonly Transaction[];
  prices: PriceHistory;
  /** Of what is quoted in another currency than the base, by symbol. */
  currencies?: ReadonlyMap<string, string>;
  /** What the portfolio's value rests on, by symbol, base currency: the returns end there. */
  stated?: ReadonlyMap<string, StatedPrice>;
  /** The last day, ISO 8601. */
  asOf: string;
  /** Yearly riskless rate for the Sharpe and Sortino ratios, a fraction; default 0. */
  riskless?: number;
}

/** So many days are kept to draw the growth. */
const DRAWN = 260;
/** So many prices that differ from the stated ones are listed. */
const LISTED = 50;

/** So many symbols are named as the reason of what is missing. */
const NAMED = 5;

const NOTHING = { timeWeighted: null, moneyWeighted: null, modifiedDietz: null, drawdown: null, risk: null };

/** A time-weighted return that hangs on old prices by more is none: a price off by a tenth puts it off by a fortieth. */
const DOUBTFUL = 0.25;
const UNVALUED =
  'No time-weighted return can be told: much money came or went while what was held had no price of the last two months.';

/** Fewer returns than this say nothing about risk. */
const ENOUGH = 12;

/** Returns and risk of each account and of all together, from what was done and what was quoted. Nominal, before tax. */
export function performanceOf({
  transactions,
  prices,
  currencies = new Map(),
  asOf,
  riskless = 0,
  stated = new Map(),
}: PerformanceInput): Performance {
  // What a trade in one account tells of a price holds in every other.
  const { prices: quoted, adjusted } = asQuoted(transactions, prices);
  const since = laterSplits(transactions);
  const quotes = withNewer(quotesOf(transactions, quoted, asOf), { stated, currencies, asOf, since });
  // An account of which splits alone are told has a history that nobody knows.
  const byAccount = [...Map.groupBy(transactions, ({ accountName }) => accountName)].filter(([, own]) =>
    own.some(({ kind }) => kind !== 'split'),
  );
  const historiesOf = (known: readonly Quote[], until: string) =>
    byAccount.map(([, own]) => historyOf(own, known, until, currencies));
  const lived = historiesOf(quotes, asOf);
  const all = together(lived);
  const isKnownAtTheEnd = ({ values, pricedDays }: History) => pricedUntil(values, pricedDays) === asOf;
  const closing = otherwiseStated(
    (isKnownAtTheEnd(all) ? lived : lived.filter(isKnownAtTheEnd)).map(({ ends }) => ends),
    stated,
  );
  const ended = closing.length === 0 ? lived : historiesOf(endingAt(closing, quotes, asOf), asOf);
  const accounts = byAccount.flatMap(([accountName, own], at) => {
    const [history, days] = [ended[at], lived[at]];
    if (history === undefined || days === undefined) return [];
    const upTo = (day: string) => historyOf(own, quotes, day, currencies);
    return [{ accountName, ...measureAsKnown(history, days, riskless, upTo).figures }];
  });
  const { figures: whole, history } = measureAsKnown(
    closing.length === 0 ? all : together(ended),
    all,
    riskless,
    (day) => together(historiesOf(quotes, day)),
  );
  // A day on which only a part was priced is of no growth; the first and the last are what is stated.
  const partly = new Set(history.values.filter((day) => !isKnown(day)).map(({ date }) => date));
  const growth =
    whole.timeWeighted === null
      ? undefined
      : growthOf(history)?.index.filter(({ date }, at, { length }) => at % (length - 1) === 0 || !partly.has(date));
  const kept = new Set([whole.drawdown?.peak, whole.drawdown?.trough]);
  return {
    asOf,
    whole: { ...whole, ...(growth && { growth: thinned(growth, DRAWN, kept) }) },
    accounts,
    ...(adjusted.length > 0 && { splitAdjusted: adjusted.sort() }),
    ...(closing.length > 0 && { closing: closing.slice(0, LISTED) }),
    ...(closing.length > LISTED && { closingCount: closing.length }),
  };
}

type Figures = Omit<AccountPerformance, 'accountName'>;

/**
 * What can be said, and the history that it is of: to the last day where nearly all is priced near it, else to the last day with
 * prices of it, which `upTo` gives the history until. `history` and `lived` as for `measure`.
 */
function measureAsKnown(
  history: History,
  lived: History,
  riskless: number,
  upTo: (day: string) => History,
): { figures: Figures; history: History } {
  const asOf = lived.values.at(-1)?.date;
  const until = pricedUntil(lived.values, lived.pricedDays);
  if (asOf === undefined || until === asOf || lived.unpriced.length > 0) {
    return { figures: measure(history, lived, riskless), history };
  }
  const earlier = until === null ? lived : upTo(until);
  const figures = measure(earlier, earlier, riskless);
  if (until !== null && (figures.timeWeighted ?? figures.moneyWeighted) !== null)
    return { figures: { ...figures, pricedTo: until }, history: earlier };
  const missing = atOldPrices(lived, asOf);
  return { figures: { ...figures, ...NOTHING, to: asOf, missing }, history: lived };
}

/** Why there is no return: a price of long ago at the end would say that nothing has happened since. */
function atOldPrices({ ends }: History, asOf: string): string {
  const known = staleBefore(asOf);
  const old = [...ends]
    .filter(([, quote]) => pricedOn(quote) < known)
    .map(([symbol]) => symbol)
    .sort();
  const more = old.length > NAMED ? ` and ${old.length - NAMED} more` : '';
  return `No return can be told: the value is at old prices (${old.slice(0, NAMED).join(', ')}${more}), and on no day after the first is there a price of nearly all that was held.`;
}

/** `lived` is the same without the last step to the stated value, where that is no move of a market: falls and risk are of it. */
function measure(history: History, lived: History, riskless: number): Figures {
  const { values, flows, cash, unpriced } = history;
  const { pricedDays, lags } = lived;
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) {
    return { from: null, to: null, cash, ...NOTHING, missing: 'There are no transactions.' };
  }
  const about = {
    from: first.date,
    to: last.date,
    cash,
    ...(pricedDays.length > 0 && { pricedDays: pricedDays.length }),
  };
  if (unpriced.length > 0) {
    return {
      ...about,
      ...NOTHING,
      missing: unknownWorth(unpriced),
    };
  }
  const timeWeighted = growthOf(history);
  if (timeWeighted === null) {
    return { ...about, ...NOTHING, missing: 'There is one day only, or nothing was held over any day.' };
  }
  const { total, annualized, days, gapDays, estimatedDays, doubt } = timeWeighted;
  const told = doubt <= DOUBTFUL;
  const stretch = knownStretch(lived.values, (lived === history ? timeWeighted : growthOf(lived)) ?? NO_GROWTH);
  const span = days + gapDays;
  // Of a part of the time too few returns say nothing of falls either.
  const known = stretch === null || (stretch.isPart && stretch.returns.length < ENOUGH) ? null : stretch;
  const returns = known?.returns ?? [];
  const perYear = (returns.length * YEAR) / Math.max(1, known?.days ?? 0);
  const investor = [
    ...byDay(flows).map(({ date, amount }) => ({ date, amount: -amount })),
    { date: last.date, amount: last.value },
  ];
  return {
    ...about,
    timeWeighted: told ? { total, annualized, days, ...(gapDays > 0 && { gapDays }), estimatedDays } : null,
    moneyWeighted: moneyWeightedReturn(investor, gapDays > 0 ? days : undefined),
    modifiedDietz: modifiedDietz(
      0,
      last.value,
      span,
      byDay(flows).map(({ date, amount }) => ({ day: daysBetween(first.date, date), amount })),
    ),
    drawdown: known === null ? null : maxDrawdown(known.index),
    ...(known?.isPart === true && { known: { from: known.from, to: known.to } }),
    risk:
      returns.length < ENOUGH
        ? null
        : {
            returns: returns.length,
            perYear,
            volatility: volatility(returns, perYear) ?? 0,
            downsideDeviation: downsideDeviation(returns, perYear, riskless / perYear) ?? 0,
            sharpe: sharpeRatio(returns, perYear, riskless / perYear),
            sortino: sortinoRatio(returns, perYear, riskless / perYear),
            riskless,
          },
    missing: !told ? UNVALUED : known === null ? tooLittleKnown(pricedDays.length, days, lags) : null,
  };
}

const NO_GROWTH = { index: [], returns: [] };

/** Why no fall and no risk is told: hardly a price at all, or prices of a part of what was held only. */
function tooLittleKnown(pricedDays: number, days: number, lags: ReadonlyMap<string, number>): string {
  const unsaid = 'to state falls, volatility, downside deviation, Sharpe or Sortino ratio';
  if (pricedDays * YEAR < OFTEN * days) {
    return `It was valued on ${pricedDays === 1 ? '1 day' : `${pricedDays} days`} only, too few ${unsaid}.`;
  }
  const named = [...lags].sort(([, one], [, other]) => other - one).map(([symbol]) => symbol);
  const more = named.length > NAMED ? ` and ${named.length - NAMED} more` : '';
  return `Days with prices of nearly all that was invested (95%) are too few, or too far apart, ${unsaid}; most is wanting of ${named.slice(0, NAMED).join(', ')}${more}.`;
}

/** Why there is no return: without a rate no price in that currency says anything. */
function unknownWorth(unpriced: readonly string[]): string {
  const pairs = unpriced.filter(isPair);
  return pairs.length > 0
    ? `There is no exchange rate ${pairs.slice(0, NAMED).join(', ')} from the day it was needed, so no return can be told.`
    : `There is no price for ${unpriced.slice(0, NAMED).join(', ')} from the day it was held.`;
}

/** A history begins with its first transaction: before it there was nothing, so that the first day counts. */
const growthOf = ({ values, flows }: History) => timeWeightedReturn(values, flows, 'in_start_out_end', 'nothing');
