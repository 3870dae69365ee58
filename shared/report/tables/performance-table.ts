import type { Analysis } from '../../schemas/analysis.ts';
import type { AccountPerformance } from '../../schemas/performance.ts';
import { grouped, MINUS } from '../../charts/figure-format.ts';
import { defaultAssumptions } from '../../finance/market-assumptions/default.ts';
import { coveredAccounts } from '../../finance/performance/covered.ts';
import { spansYear } from '../../finance/performance/spans-year.ts';
import type { Covered } from '../../finance/performance/covered.ts';
import { plainText } from '../../charts/plain-text.ts';
import { counted, money, percent, shortDate, upperFirst } from '../format.ts';
import { cell, figures, words } from './table.ts';
import type { Cell, Table } from './table.ts';

type Measured = Omit<AccountPerformance, 'accountName'>;

/** 200 accounts are possible. */
const MOST = 20;
/** So many accounts are named as what was measured. */
const NAMED = 3;

/** What is left of money that is nearly lost is not all lost. */
const returned = (value: number): string => {
  const told = percent(value);
  return value > -1 && told === percent(-1) ? `below ${percent(-0.999)}` : told;
};
const share = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : returned(value);
const ratio = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : `${value < 0 ? MINUS : ''}${grouped(value, 2)}`;

/** A year; below one, what it came to in all. */
function rateOf(measured: Measured): Cell {
  const { moneyWeighted } = measured;
  if (moneyWeighted === null) return cell('–');
  const short = !spansYear(measured);
  switch (moneyWeighted.kind) {
    case 'root':
      if (!short) return cell(returned(moneyWeighted.rate));
      return moneyWeighted.total === undefined ? cell('–') : cell(returned(moneyWeighted.total), 'in all');
    case 'several_roots':
      return cell('several', short ? undefined : moneyWeighted.rates.map(returned).join(', '));
    case 'no_root':
      return cell('none');
  }
}

function row(name: string, measured: Measured): Cell[] {
  const { from, pricedTo, known, timeWeighted, drawdown, risk } = measured;
  const days = known && `of ${shortDate(known.from)} to ${shortDate(known.to)}`;
  const until = pricedTo === undefined ? '' : ` to ${shortDate(pricedTo)}`;
  return [
    cell(name, from === null ? undefined : `since ${shortDate(from)}${until}`),
    cell(share(timeWeighted?.total)),
    cell(
      share(timeWeighted?.annualized),
      timeWeighted?.gapDays === undefined
        ? undefined
        : `${counted(timeWeighted.gapDays, 'day')} without money left out`,
    ),
    rateOf(measured),
    cell(share(drawdown?.depth), drawdown === null ? undefined : days),
    cell(share(risk?.volatility), risk === null ? undefined : days),
    cell(ratio(risk?.sharpe), typeof risk?.sortino === 'number' ? `Sortino ${ratio(risk.sortino)}` : undefined),
  ];
}

/** What was measured where that is not every account. */
function partOf(analysis: Analysis): Covered | null {
  const covered = coveredAccounts(analysis);
  return covered === null || covered.accounts >= covered.of ? null : covered;
}

/** "Joint brokerage, 1 of 5 accounts, $359,300 of $842,303"; "Everything" where every account has transactions. */
function wholeName(analysis: Analysis): string {
  const some = partOf(analysis);
  if (some === null) return 'Everything';
  const { names, accounts, of, value } = some;
  const who = names.length > NAMED ? 'Those with transactions' : names.map((name) => plainText(name)).join(' + ');
  const worth = `${money(value, analysis.baseCurrency)} of ${money(analysis.totals.value, analysis.baseCurrency)}`;
  return `${who}, ${accounts} of ${counted(of, 'account')}, ${worth}`;
}

/** Prices that came divided by a later split. */
function multipliedBack(symbols: readonly string[] = []): string[] {
  if (symbols.length === 0) return [];
  return [
    `The prices given for ${symbols.join(', ')} were divided by later splits, as what was paid shows; they were multiplied back to those of their days.`,
  ];
}

/** Where the value before a deposit or withdrawal had to be taken from old prices. */
function estimate(who: string, days = 0): string[] {
  if (days === 0) return [];
  return [
    `${upperFirst(`${who}the`)} time-weighted return is an estimate: on ${counted(days, 'day')} more than a hundredth of the portfolio came or went while something held had no price of that day, so its last price stood in.`,
  ];
}

/** The simpler measure beside the linked one: the two differ where much money came or went at a good or a bad time. */
function dietz(named: readonly (readonly [who: string, measured: Measured])[]): string[] {
  const told = named.flatMap(([who, { modifiedDietz: value }]) => (value === null ? [] : [`${who}${returned(value)}`]));
  if (told.length === 0) return [];
  return [
    `Modified Dietz, the gain over what was held at the start and each flow by the time that it was there, in all: ${told.join('; ')}.`,
  ];
}

/** What the ratios are measured above, for they mean little without it. */
function ratiosOver(rates: readonly (number | undefined)[]): string[] {
  const rate = rates.find((one) => one !== undefined);
  if (rate === undefined) return [];
  const { name, asOf, classes } = defaultAssumptions;
  const whence =
    Math.abs(rate - classes.cash.mean) < 1e-9
      ? `: what the market assumptions “${name}”, of ${shortDate(asOf)}, expect of cash, not what it paid in those years`
      : ', as given';
  return [`Sharpe and Sortino ratios are of the return above a riskless ${percent(rate)} a year${whence}.`];
}

const GAPS =
  'Where there was no money for a time, what lies before and after it is linked, and that time does not count to “A year”. The standard of the trade for firms (GIPS) would link nothing across it: then read each stretch by itself.';

const PRICED_TO =
  'Where a row says to which day it is, that is the last with prices of nearly all that was held. What it did since is not known, and its value above is at those old prices.';

const KNOWN =
  'Where a fall and a volatility say of which days they are, the ratios are of those too. On the other days too little of what was invested has prices near enough to one another (of 95% of it, monthly at the least): what fell then is not known. The return needs prices at its ends and when money came or went only.';

/** Returns and risk of the whole and of each account; null where no transactions were given. */
export function performanceTable(analysis: Analysis): Table | null {
  const { performance } = analysis;
  if (performance === undefined) return null;
  const { whole, accounts } = performance;
  const some = partOf(analysis);
  const linked = whole.pricedDays === undefined ? '' : ` (prices of ${counted(whole.pricedDays, 'day')})`;
  const shown = accounts.length > 1 ? accounts.slice(0, MOST) : [];
  const more = accounts.length > 1 ? accounts.length - shown.length : 0;
  const named: [string, Measured][] = [
    ['', whole],
    ...shown.map((one): [string, Measured] => [`${plainText(one.accountName)}: `, one]),
  ];
  const why = named.flatMap(([who, one]) => {
    const rate = one.moneyWeighted;
    return [
      ...(one.missing === null ? [] : [upperFirst(`${who}${plainText(one.missing)}`)]),
      ...(rate?.kind === 'no_root' ? [upperFirst(`${who}no money-weighted return: ${plainText(rate.reason)}`)] : []),
    ];
  });
  return {
    id: 'performance',
    caption:
      some === null ? 'Returns over time' : `Returns over time, of ${counted(some.accounts, 'account')} of ${some.of}`,
    columns: [
      words('Measured'),
      figures('In all'),
      figures('A year'),
      figures('Money-weighted, a year'),
      figures('Deepest fall'),
      figures('Volatility'),
      figures('Sharpe ratio'),
    ],
    rows: [row(wholeName(analysis), whole), ...shown.map((one) => row(plainText(one.accountName), one))],
    notes: [
      `“In all” and “A year” are time-weighted: returns between valuations linked${linked}, each valued just before money came or went, so that when it did plays no part; a yearly figure needs a year. All are before tax and inflation.`,
      ...(named.some(([, { timeWeighted }]) => timeWeighted?.gapDays !== undefined) ? [GAPS] : []),
      ...(named.some(([, { pricedTo }]) => pricedTo !== undefined) ? [PRICED_TO] : []),
      ...(named.some(([, { known }]) => known !== undefined) ? [KNOWN] : []),
      ...named.flatMap(([who, { timeWeighted }]) => estimate(who, timeWeighted?.estimatedDays)),
      'Money-weighted: the rate at which all deposits, withdrawals and the value on the last day balance; below a year what it comes to in all. Where the flows change direction, several rates or none may do so; then none is the return.',
      ...dietz(named),
      ...multipliedBack(performance.splitAdjusted),
      ...ratiosOver(named.map(([, one]) => one.risk?.riskless)),
      ...why,
      ...(more > 0 ? [`${more} more accounts are not listed.`] : []),
    ],
  };
}
