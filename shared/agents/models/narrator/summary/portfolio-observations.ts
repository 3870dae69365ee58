import { isStockByName } from '../tags/stock-ending.ts';
import { propertyToo } from '../report/property-companies.ts';
import type { Reading } from '../reading/reading.ts';
import { unusualPart } from '../reading/unusual-part.ts';
import { AT_TARGET, ofWhat } from '../report/against-target.ts';
import { holdsFunds, inAWord } from '../report/breakdown-words.ts';
import { industriesOf } from '../report/sectors.ts';
import { filledInMuch } from '../report/losses.ts';
import { paragraph, sentence } from '../wording/list.ts';
import { fallsShort } from '../retirement/chance-words.ts';
import { plain } from '../wording/markdown.ts';
import { percent, points, ratio } from '../wording/percent.ts';
import type { Observation, Observer } from './observation.ts';
import { belowZero } from '../wording/below-zero.ts';

function gap({ drift, money }: Reading): Observation | null {
  const table = drift.assetClass;
  const most = table?.leading ?? null;
  if (table === null || most === null || table.turnover < AT_TARGET) return null;
  const target = table.own ? 'your target' : `a target typical for ${table.typicalFor}`;
  return {
    // A target that nobody gave is an orientation: the person's own plan comes before it.
    weight:
      0.5 + (table.own ? Math.min(table.turnover, 0.9) : Math.min(table.turnover, 0.3) * Math.min(table.share, 1)),
    text: `${most.label} ${verbOf(most.key)} ${points(most.drift)} ${most.drift > 0 ? 'above' : 'below'} ${target} (${percent(most.weight)} ${table.own ? 'held' : ofWhat(table)}, ${percent(most.target)} ${table.own ? 'aimed for' : 'there'}); closing the gap means ${money(Math.abs(most.toTarget))} ${most.toTarget > 0 ? 'more' : 'less'} in ${most.label.toLowerCase()}.`,
  };
}

/** What is neither stocks nor bonds, and much of the portfolio, is what an adviser speaks of first. */
export function unusual(reading: Reading): Observation | null {
  const part = unusualPart(reading);
  // Of a target of the person's own the gap says it.
  if (part === null || (reading.drift.assetClass?.own === true && reading.drift.assetClass.leading?.key === part.key))
    return null;
  const much = reading.isWhole(part.weight) ? 'the whole portfolio' : `${percent(part.weight)} of the portfolio`;
  return {
    // A plan that fails is the headline: when it does comes first here too.
    weight: Math.min(
      0.55 + part.weight / reading.held,
      reading.retirement !== null && fallsShort(reading.retirement) ? 0.94 : 2,
    ),
    text: `${sentence(part.name)} ${part.held.length === 0 ? verbOf(part.key) : part.held.length === 1 ? 'alone is' : 'are'} ${much}, ${reading.money(part.value)}: ${part.means}.`,
  };
}

function verbOf(key: string): string {
  return key === 'cash' || key === 'real_estate' ? 'is' : 'are';
}

function issuer(reading: Reading): Observation | null {
  const { book, share, isWhole, held } = reading;
  const weight = book.number('concentration.largestIssuer.weight') ?? 0;
  const name = plain(book.text('concentration.largestIssuer.name') ?? '');
  if (weight < 0.1) return null;
  const single = book.number('concentration.singleStock.weight') ?? 0;
  if (single >= 0.5 && weight < single * 0.6) {
    return {
      weight: 0.55 + single / held,
      text: `Single companies’ stocks${propertyToo(reading)} are ${share(single)} of the portfolio; the largest, ${name}, is ${percent(weight)}.`,
    };
  }
  return {
    weight: 0.55 + weight / held,
    text: `${name} alone is ${isWhole(weight) ? 'the whole portfolio' : `${percent(weight)} of the portfolio`}${isStockByName(name) ? '; by its name it may be one company’s stock, and then that company’s' : ', so one company’s'} fortunes weigh on all of it.`,
  };
}

/** One issuer's bonds, which fail seldom: less pressing than as much in one company's stock. */
function debtor({ book, isWhole, held }: Reading): Observation | null {
  const weight = book.number('concentration.largestDebtor.weight') ?? 0;
  const name = plain(book.text('concentration.largestDebtor.name') ?? '');
  if (weight < 0.15) return null;
  return {
    weight: 0.45 + weight / held,
    text: `Bonds of one issuer, ${name}, are ${isWhole(weight) ? 'the whole portfolio' : `${percent(weight)} of the portfolio`}: whether they are paid hangs on that issuer alone.`,
  };
}

function industry({ breakdown, book, share, held, holdings }: Reading): Observation | null {
  const [most] = industriesOf(breakdown.sector);
  // One company has one industry: that is said of the company.
  const company = book.number('concentration.largestIssuer.weight') ?? 0;
  if (most === undefined || most.weight < held / 4 || company > most.weight * 0.8) return null;
  return {
    weight: 0.42 + (most.weight / held - 0.25) * 0.6,
    text: `${most.label} is ${share(most.weight)} of the portfolio${holdsFunds(holdings) ? ' once the funds are looked through' : ''}.`,
  };
}

/** Comes before every share of what the debt leaves, unless it is a trifle. */
function debt(reading: Reading): Observation | null {
  const { cash, value } = reading;
  if (cash > -1) return null;
  return {
    weight: -cash >= value / 20 ? 1.6 : 0.5,
    text: `${belowZero(reading)}: ${value < 0 ? 'more is owed than all that is held is worth' : 'part of what is held is borrowed'}.`,
  };
}

function priceTag({ book, money, value }: Reading): Observation | null {
  // Of one whose debts are larger than all that is held, what a fund charges is no matter.
  if (value <= 0) return null;
  const [weighted, yearly] = [book.number('costs.expenseRatio'), book.number('costs.yearly')];
  if (weighted === null || yearly === null || weighted === 0 || (book.number('costs.coverage') ?? 0) < 0.5) return null;
  const rest = weighted < 0.002 ? ', which is low' : '';
  return {
    weight: weighted >= 0.004 ? 0.65 : weighted >= 0.002 ? 0.35 : 0.15,
    text: `Holding the investments costs ${ratio(weighted)} a year, ${money(yearly)} at today’s value${rest}.`,
  };
}

/** What it means to hold one asset class and nothing else. */
const alone: Readonly<Record<string, string>> = {
  equity: ', so a fall of the stock market is a fall of the whole',
  fixed_income: ', so a rise of interest rates lowers the whole',
};

function mostIn(reading: Reading): Observation | null {
  const { breakdown, holdings, unclassifiedWeight } = reading;
  if (unclassifiedWeight >= 0.5) return null;
  const [most] = breakdown.assetClass.filter(({ key }) => key !== 'unknown').toSorted((a, b) => b.weight - a.weight);
  if (most?.key === unusualPart(reading)?.key) return null;
  const [largest] = holdings;
  if (most === undefined || most.weight <= 0) return null;
  // Where one fund is all there is of it, the same share would be said twice.
  const same = largest !== undefined && percent(largest.weight) === percent(most.weight);
  const holding =
    largest === undefined
      ? ''
      : same
        ? `, as is the largest investment, ${inAWord(largest)}`
        : `; the largest investment, ${inAWord(largest)}, is ${percent(largest.weight)}`;
  if (reading.isWhole(most.weight)) {
    const so = alone[most.key] ?? '';
    return { weight: 0.3, text: `All of it is in ${most.label.toLowerCase()}${so}.` };
  }
  return { weight: 0.3, text: `${most.label} ${verbOf(most.key)} ${percent(most.weight)} of the portfolio${holding}.` };
}

/** What cash alone leaves to say. */
function uninvested({ holdingCount, cash, value }: Reading): Observation | null {
  if (holdingCount > 0 || cash <= 0 || value <= 0) return null;
  return {
    weight: 0.1,
    text: 'Nothing is invested, so nothing here costs a fund’s fees, and nothing grows with the markets.',
  };
}

export function gain({ book, money }: Reading): Observation | null {
  const [amount, coverage] = [book.number('portfolio.gain'), book.number('portfolio.gain.coverage')];
  if (amount === null || coverage === null || Math.abs(amount) < 1) return null;
  const where = coverage >= 1 ? '' : `, where the cost is known (${percent(coverage)} of what is invested)`;
  return {
    weight: 0.25,
    text: `The investments are worth ${money(Math.abs(amount))} ${amount > 0 ? 'more' : 'less'} than was paid for them${where}.`,
  };
}

function crisis(reading: Reading): Observation | null {
  const { book, money } = reading;
  const [returned, change] = ['return', 'change'].map((leaf) => book.number(`risk.stress.financial_crisis.${leaf}`));
  if (typeof returned !== 'number' || typeof change !== 'number' || returned > -0.05) return null;
  return {
    weight: 0.32,
    text: paragraph(
      `The financial crisis (2008) would have cost a mix like this ${percent(-returned)}, or ${money(-change)}.`,
      filledInMuch(reading, 'financial_crisis'),
    ),
  };
}

export const portfolioObservations: readonly Observer[] = [
  gap,
  unusual,
  crisis,
  issuer,
  debtor,
  industry,
  debt,
  priceTag,
  mostIn,
  uninvested,
  gain,
];
