import type { Reading } from '../reading/reading.ts';
import { levers, strains } from '../report/retirement-levers.ts';
import { AT_TARGET } from '../report/how-it-is-spread.ts';
import { count, verb } from '../wording/count.ts';
import { longDate } from '../wording/date.ts';
import { plain } from '../wording/markdown.ts';
import { percent, points, ratio } from '../wording/percent.ts';

/** A sentence worth a reader's minute, and how much. */
interface Observation {
  weight: number;
  text: string;
}

/** The three most consequential things the facts say, one sentence each; always three. */
export function observations(reading: Reading): string[] {
  const candidates = [plan, lever, strain, gap, issuer, industry, leftOut, blank, debt, priceTag, stocksShare, mostIn, gain, oldPrices]; // prettier-ignore
  return [...candidates.map((candidate) => candidate(reading)), ...always(reading)]
    .filter((one) => one !== null)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ text }) => text);
}

function plan({ retirement, money, stated }: Reading): Observation | null {
  if (retirement === null) return null;
  const { sustainableIncome, confidence, income, incomeGap } = retirement;
  if (sustainableIncome === null || income === 0 || sustainableIncome < 1) return null;
  const gap = incomeGap ?? 0;
  const beside = Math.abs(gap) < 1 ? 'which is' : gap < 0 ? 'less than' : 'more than';
  return {
    weight: 0.9,
    text: `In ${percent(confidence)} of the simulated futures an income of ${money(sustainableIncome)} a year would last, ${beside} the ${stated(income)} you want.`,
  };
}

function lever({ retirement }: Reading): Observation | null {
  if (retirement === null || retirement.success >= 0.95) return null;
  const [best] = levers(retirement);
  if (best === undefined) return null;
  return {
    weight: 0.85,
    text: `Of the changes in your hands, “${best.label}” helps retirement most: the chance that the money lasts rises from ${percent(retirement.success)} to ${percent(best.success)}.`,
  };
}

function strain({ retirement }: Reading): Observation | null {
  const [worst] = retirement === null ? [] : strains(retirement);
  if (worst === undefined) return null;
  return {
    weight: 0.4,
    text: `The retirement plan is most exposed to “${worst.label}”, which would lower the chance to ${percent(worst.success)}.`,
  };
}

function gap({ drift, money }: Reading): Observation | null {
  const table = drift.assetClass;
  const most = table?.leading ?? null;
  if (table === null || most === null || table.turnover < AT_TARGET) return null;
  const target = table.own ? 'your target' : 'a target typical for your age';
  return {
    weight: 0.5 + table.turnover,
    text: `${most.label} ${verbOf(most.key)} ${points(most.drift)} ${most.drift > 0 ? 'above' : 'below'} ${target} (${percent(most.weight)} held, ${percent(most.target)} aimed for); closing the gap means ${most.toTarget > 0 ? 'adding' : 'reducing by'} ${money(Math.abs(most.toTarget))}.`,
  };
}

function verbOf(key: string): string {
  return key === 'cash' || key === 'real_estate' ? 'is' : 'are';
}

function issuer({ book }: Reading): Observation | null {
  const weight = book.number('concentration.largestIssuer.weight') ?? 0;
  const name = plain(book.text('concentration.largestIssuer.name') ?? '');
  if (weight < 0.1) return null;
  return {
    weight: 0.55 + weight,
    text: `${name} alone is ${weight > 1 - 1e-9 ? 'the whole portfolio' : `${percent(weight)} of the portfolio`}, so one company’s fortunes weigh on all of it.`,
  };
}

const industries = new Set('communication_services consumer_discretionary consumer_staples energy financials health_care industrials information_technology materials utilities'.split(' ')); // prettier-ignore

function industry({ breakdown }: Reading): Observation | null {
  const [most] = breakdown.sector.filter(({ key }) => industries.has(key)).toSorted((a, b) => b.weight - a.weight);
  if (most === undefined || most.weight < 0.25) return null;
  return {
    weight: 0.42,
    text: `${most.label} is ${percent(most.weight)} of the portfolio once the funds are looked through.`,
  };
}

function leftOut({ excludedCount, value }: Reading): Observation | null {
  if (excludedCount === 0) return null;
  return {
    weight: value > 0 ? 0.6 : 2,
    text: `${count(excludedCount, 'position')} could not be valued and ${verb(excludedCount, 'is', 'are')} in none of these figures.`.replace(
      /^./,
      (first) => first.toUpperCase(),
    ),
  };
}

function blank({ unclassifiedCount, unclassifiedWeight }: Reading): Observation | null {
  if (unclassifiedCount === 0 || unclassifiedWeight < 0.02) return null;
  return {
    weight: 0.45 + unclassifiedWeight,
    text: `What ${percent(unclassifiedWeight)} of the portfolio is made of is not known, so the shares by asset class, region and sector are incomplete.`,
  };
}

function debt({ cash, money }: Reading): Observation | null {
  return cash > -1
    ? null
    : { weight: 1.5, text: `The cash balances are ${money(-cash)} below zero: part of what is held is borrowed.` };
}

function priceTag({ book, money }: Reading): Observation | null {
  const [weighted, yearly] = [book.number('costs.expenseRatio'), book.number('costs.yearly')];
  if (weighted === null || yearly === null || weighted === 0) return null;
  const rest = weighted < 0.002 ? ', which is low' : '';
  return {
    weight: weighted >= 0.004 ? 0.65 : weighted >= 0.002 ? 0.35 : 0.15,
    text: `Holding the investments costs ${ratio(weighted)} a year, ${money(yearly)} at today’s value${rest}.`,
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

function mostIn({ breakdown, holdings }: Reading): Observation | null {
  const [most] = breakdown.assetClass.filter(({ key }) => key !== 'unknown').toSorted((a, b) => b.weight - a.weight);
  const [largest] = holdings;
  if (most === undefined || most.weight <= 0) return null;
  const holding =
    largest === undefined ? '' : `; the largest investment, ${largest.symbol}, is ${percent(largest.weight)}`;
  if (most.weight > 1 - 1e-9) return { weight: 0.3, text: `All of it is in ${most.label.toLowerCase()}.` };
  return { weight: 0.3, text: `${most.label} ${verbOf(most.key)} ${percent(most.weight)} of the portfolio${holding}.` };
}

function gain({ book, money }: Reading): Observation | null {
  const [amount, coverage] = [book.number('portfolio.gain'), book.number('portfolio.gain.coverage')];
  if (amount === null || coverage === null || Math.abs(amount) < 1) return null;
  const where = coverage >= 1 ? '' : `, where the cost is known (${percent(coverage)} of what is invested)`;
  return {
    weight: 0.25,
    text: `The investments are worth ${money(Math.abs(amount))} ${amount > 0 ? 'more' : 'less'} than was paid for them${where}.`,
  };
}

function oldPrices({ staleCount }: Reading): Observation | null {
  if (staleCount === 0) return null;
  const text = `${count(staleCount, 'holding')} ${verb(staleCount, 'is', 'are')} valued at an old price, so the total may be out of date.`;
  return { weight: 0.38, text: text.replace(/^./, (first) => first.toUpperCase()) };
}

/** True of every report; only used where the facts say too little. */
function always({ asOf, retirementMissing, value }: Reading): Observation[] {
  return [
    ...(retirementMissing === null
      ? []
      : [
          {
            weight: value > 0 ? 0.2 : 0.9,
            text: `There is no retirement projection (${lowerFirst(retirementMissing).replace(/\.$/, '')}).`,
          },
        ]),
    { weight: 0.03, text: `The figures are of ${longDate(asOf)} and describe that day, not what markets will do.` },
    { weight: 0.02, text: 'What the data lack is listed in the report under “What is missing or uncertain”.' },
    {
      weight: 0.01,
      text: 'Adding positions with dated prices, and your plans for retirement, will give the report more to say.',
    },
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
