import type { Reading } from '../reading/reading.ts';
import { levers, strains } from '../report/retirement-levers.ts';
import { asksLittle, doesNotHold, fallsShort } from '../retirement/chance-words.ts';
import { earliestOf, wouldHaveToWork } from '../retirement/earliest.ts';
import { afterwards, asCeiling, lasting, lastsIn } from '../retirement/lasting-income.ts';
import { count } from '../wording/count.ts';
import { finePercent, percent } from '../wording/percent.ts';
import type { Observation, Observer } from './observation.ts';

function plan(reading: Reading): Observation | null {
  const { retirement, money, stated } = reading;
  if (retirement === null) return null;
  const { sustainableIncome, income, incomeGap, futures } = retirement;
  if (sustainableIncome === null || income === 0 || sustainableIncome < 1) return null;
  // The headline has said it.
  if (fallsShort(retirement) || asksLittle(retirement)) return null;
  const gap = incomeGap ?? 0;
  const beside = Math.abs(gap) < 1 ? 'which is' : gap < 0 ? 'less than' : 'more than';
  return {
    weight: 0.9,
    text: `In ${lastsIn(retirement)} of the ${futures} ${lasting(retirement, `${money(sustainableIncome)} a year`)}${asCeiling(retirement)} would last, ${beside} the ${stated(income)} you want.${afterwards(
      reading,
      retirement,
    )
      .map((one) => ` ${one}`)
      .join('')}`,
  };
}

/** What a plan that falls short comes to: its chance is the headline's, when the money runs out is not. */
function ruin({ retirement, stated }: Reading): Observation | null {
  if (retirement === null || !fallsShort(retirement) || retirement.people.length > 1) return null;
  const { medianRuinAge, failure, income, futures } = retirement;
  if (medianRuinAge === null) return null;
  const age = `around age ${medianRuinAge.toString()}`;
  const where = `in the ${percent(failure)} of the ${futures} where it does not last`;
  return {
    weight: 0.95,
    text: `At ${stated(income)} a year the money typically runs out ${age}${failure > 0.99 ? '' : ` ${where}`}.`,
  };
}

/** The other way out of a plan that falls short: the same income, later. */
function workLonger(reading: Reading): Observation | null {
  const { retirement, stated } = reading;
  if (retirement === null || !fallsShort(retirement)) return null;
  const found = earliestOf(reading, retirement);
  if (found?.way !== 'later') return null;
  const { income, confidence, futures } = retirement;
  if (!found.credible) {
    return {
      weight: 0.6,
      text: `Working longer alone would not mend the plan: for ${stated(income)} a year${found.since} to last, work would have to go on for longer than people can count on.`,
    };
  }
  return {
    weight: 0.9,
    text: `For ${stated(income)} a year${found.since} to last in ${percent(confidence)} of the ${futures}, ${wouldHaveToWork(found)}.`,
  };
}

export function lever({ retirement }: Reading): Observation | null {
  if (retirement === null || retirement.success >= 0.95) return null;
  const [best] = levers(retirement);
  // One that leaves the plan as good as lost is no help worth a place here.
  if (best === undefined || (doesNotHold(retirement) && best.success < 0.5)) return null;
  return {
    weight: retirement.success >= retirement.confidence ? 0.35 : 0.85,
    text: `Of the changes in your hands, “${best.label}” helps retirement most: the ${retirement.historical ? 'share of historical starts from which' : 'chance that'} the money lasts rises from ${finePercent(retirement.success)} to ${finePercent(best.success)}.`,
  };
}

export function strain({ retirement }: Reading): Observation | null {
  const [worst] = retirement === null ? [] : strains(retirement);
  if (worst === undefined) return null;
  return {
    weight: 0.4,
    text: `The retirement plan is most exposed to “${worst.label}”, which would lower the ${retirement?.historical === true ? 'share' : 'chance'} to ${finePercent(worst.success)}.`,
  };
}

function stocksShare({ breakdown, book }: Reading): Observation | null {
  const stocks = breakdown.assetClass.find(({ key }) => key === 'equity');
  const years = book.number('goals.yearsToRetirement');
  if (stocks === undefined || years === null || years > 10 || stocks.weight < 0.7) return null;
  const left = years === 0 ? 'in retirement' : `with ${count(years, 'year')} to retirement`;
  return {
    weight: 0.58,
    text: `Stocks are ${percent(stocks.weight)} of the portfolio ${left}, so a fall in the market would reach your plans soon.`,
  };
}

export const retirementObservations: readonly Observer[] = [plan, ruin, workLonger, lever, strain, stocksShare];
