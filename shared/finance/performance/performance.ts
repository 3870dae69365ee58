import type { AccountPerformance, Performance } from '../../schemas/performance.ts';
import { endingAt, otherwiseStated, withNewer } from './closing.ts';
import type { StatedPrice } from './closing.ts';
import { downsideDeviation, volatility } from './deviation.ts';
import { maxDrawdown } from './drawdown.ts';
import { historyOf } from './history.ts';
import type { Day, History } from './history.ts';
import { isPair } from './in-dollars.ts';
import { modifiedDietz } from './modified-dietz.ts';
import { moneyWeightedReturn } from './money-weighted.ts';
import { quotesOf } from './quotes.ts';
import type { Quote } from './quotes.ts';
import { sharpeRatio, sortinoRatio } from './ratios.ts';
import { byDay, YEAR } from './series.ts';
import { daysBetween } from '../staleness.ts';
import { asQuoted } from './split-adjusted.ts';
import { thinned } from './thinned.ts';
import { timeWeightedReturn } from './time-weighted.ts';
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

/** Fewer returns than this say nothing about risk. */
const ENOUGH = 12;

/**
 * Fewer days with a price than this a year, on average, hide the falls between them and make returns of very unlike
 * lengths: monthly prices, one of a year missing, are the least.
 */
const OFTEN = 11;

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
  const quotes = withNewer(quotesOf(transactions, quoted, asOf), stated, currencies, asOf);
  const byAccount = [...Map.groupBy(transactions, ({ accountName }) => accountName)];
  const historiesOf = (known: readonly Quote[]) => byAccount.map(([, own]) => historyOf(own, known, asOf, currencies));
  const lived = historiesOf(quotes);
  const closing = otherwiseStated(
    lived.map(({ ends }) => ends),
    stated,
  );
  const ended = closing.length === 0 ? lived : historiesOf(endingAt(closing, quotes, asOf));
  const accounts = byAccount.flatMap(([accountName], at) => {
    const [history, days] = [ended[at], lived[at]];
    return history === undefined || days === undefined ? [] : [{ accountName, ...measure(history, days, riskless) }];
  });
  const all = together(ended);
  const whole = measure(all, closing.length === 0 ? all : together(lived), riskless);
  const growth = whole.timeWeighted === null ? undefined : growthOf(all)?.index;
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

/** `lived` is the same without the last step to the stated value, where that is no move of a market: falls and risk are of it. */
function measure(history: History, lived: History, riskless: number): Omit<AccountPerformance, 'accountName'> {
  const { values, flows, cash, unpriced } = history;
  const { pricedDays } = lived;
  const [first, last] = [values[0], values.at(-1)];
  const nothing = { timeWeighted: null, moneyWeighted: null, modifiedDietz: null, drawdown: null, risk: null };
  if (first === undefined || last === undefined) {
    return { from: null, to: null, cash, ...nothing, missing: 'There are no transactions.' };
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
      ...nothing,
      missing: unknownWorth(unpriced),
    };
  }
  const timeWeighted = growthOf(history);
  if (timeWeighted === null) {
    return { ...about, ...nothing, missing: 'There is one day only, or nothing was held over any day.' };
  }
  const { total, annualized, days, gapDays, estimatedDays } = timeWeighted;
  const { index, returns } = lived === history ? timeWeighted : (growthOf(lived) ?? { index: [], returns: [] });
  const span = days + gapDays;
  const rare = pricedDays.length > 0 && pricedDays.length * YEAR < OFTEN * days;
  const perYear = (returns.length * YEAR) / Math.max(1, days);
  const investor = [
    ...byDay(flows).map(({ date, amount }) => ({ date, amount: -amount })),
    { date: last.date, amount: last.value },
  ];
  return {
    ...about,
    timeWeighted: { total, annualized, days, ...(gapDays > 0 && { gapDays }), estimatedDays },
    moneyWeighted: moneyWeightedReturn(investor, gapDays > 0 ? days : undefined),
    modifiedDietz: modifiedDietz(
      0,
      last.value,
      span,
      byDay(flows).map(({ date, amount }) => ({ day: daysBetween(first.date, date), amount })),
    ),
    drawdown: rare || index.length === 0 ? null : maxDrawdown(index),
    risk:
      rare || returns.length < ENOUGH
        ? null
        : {
            returns: returns.length,
            perYear,
            volatility: volatility(returns, perYear) ?? 0,
            downsideDeviation: downsideDeviation(returns, perYear) ?? 0,
            sharpe: sharpeRatio(returns, perYear, riskless / perYear),
            sortino: sortinoRatio(returns, perYear, riskless / perYear),
            riskless,
          },
    missing: rare
      ? `It was valued on ${pricedDays.length === 1 ? '1 day' : `${pricedDays.length} days`} only, too few to state falls, volatility, downside deviation, Sharpe or Sortino ratio.`
      : null,
  };
}

/** Why there is no return: without a rate no price in that currency says anything. */
function unknownWorth(unpriced: readonly string[]): string {
  const pairs = unpriced.filter(isPair);
  return pairs.length > 0
    ? `There is no exchange rate ${pairs.slice(0, 5).join(', ')} from the day it was needed, so no return can be told.`
    : `There is no price for ${unpriced.slice(0, 5).join(', ')} from the day it was held.`;
}

/** A history begins with its first transaction: before it there was nothing, so that the first day counts. */
const growthOf = ({ values, flows }: History) => timeWeightedReturn(values, flows, 'in_start_out_end', 'nothing');

/** All accounts as one: what each was worth on every day that any of them has. */
function together(histories: readonly History[]): History {
  const days = [...new Set(histories.flatMap(({ values }) => values.map(({ date }) => date)))].sort();
  const next = histories.map(() => 0);
  const values = days.map((date) =>
    histories
      .map((history, number) => {
        let at = next[number] ?? 0;
        while ((history.values[at]?.date ?? '9999') <= date) at += 1;
        next[number] = at;
        return history.values[at - 1];
      })
      .reduce<Day>((sum, day) => (day === undefined ? sum : added(sum, day)), emptyOn(date)),
  );
  return {
    values,
    flows: histories.flatMap(({ flows }) => flows),
    cash: histories.every(({ cash }) => cash === 'tracked') ? 'tracked' : 'implied',
    pricedDays: [...new Set(histories.flatMap(({ pricedDays }) => pricedDays))].sort(),
    unpriced: [...new Set(histories.flatMap(({ unpriced }) => unpriced))].sort(),
    ends: new Map(histories.flatMap(({ ends }) => [...ends])),
  };
}

const emptyOn = (date: string): Day => ({ date, value: 0, before: 0, stale: 0, invested: 0 });

/** An account on which nothing was quoted or done that day is as it was at its last close. */
function added(sum: Day, day: Day): Day {
  const quiet = day.date < sum.date;
  return {
    date: sum.date,
    value: sum.value + day.value,
    before: sum.before + (quiet ? day.value : day.before),
    stale: sum.stale + (quiet ? Math.abs(day.invested) : day.stale),
    invested: sum.invested + day.invested,
  };
}
