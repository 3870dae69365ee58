import { propertyToo } from './property-companies.ts';
import { keepsItsBalance } from '../../../../finance/contract-value.ts';
import { fixed } from '../../../../finance/amounts.ts';
import type { Section } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { count } from '../wording/count.ts';
import { body, list, paragraph } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent } from '../wording/percent.ts';
import { diversification, swings } from './grades.ts';
import { isLeveraged, LEVERAGED } from '../tags/leveraged.ts';
import { isStockByName } from '../tags/stock-ending.ts';
import { holdsFunds } from './breakdown-words.ts';
import { badTimes, badYear } from './losses.ts';
import { industriesOf } from './sectors.ts';
import { unknownWhole } from '../reading/few-valued.ts';
import { belowZero } from '../wording/below-zero.ts';

/** Shares from which a thing is worth a reader's attention. Judgements, not law. */
const NOTABLE = { issuer: 0.1, singles: 0.2, largest: 0.25, topFive: 0.6, sector: 0.25, stocks: 0.7, bonds: 0.25, cash: 0.15, foreign: 0.1, alternatives: 0.05 }; // prettier-ignore

/** As good as all of a part. */
const MOST_OF_IT = 0.9;

export function risks(reading: Reading): Section | null {
  if (reading.value <= 0) return reading.cash < 0 ? section(debt(reading) ?? '') : null;
  if (reading.fewValued)
    return section(
      body(
        debt(reading),
        unknownWhole(reading, 'how risky the whole is, and how much of it hangs on few, is not known'),
      ),
    );
  const text = body(
    debt(reading),
    diversification(reading),
    concentration(reading),
    unclassified(reading),
    paragraph(sector(reading), alternatives(reading)),
    paragraph(swings(reading), badYear(reading)),
    badTimes(reading),
    paragraph(stocks(reading), bonds(reading), cash(reading)),
    currency(reading),
  );
  return text === '' ? null : section(text);
}

function section(text: string): Section {
  return { id: 'risks', title: 'Concentration and other risks', body: text };
}

function debt(reading: Reading): string | null {
  const { book, cash, debts, invested, money, value } = reading;
  if (cash >= 0) return null;
  const ofBroker = (book.number('retirement.owed') ?? 0) < debts - 1 && book.number('interest.assumed.count') === null;
  const sold = ofBroker ? ', and a lender may sell when prices are lowest' : '';
  const share = book.number('portfolio.invested.weight');
  return paragraph(
    `**Borrowed money.** ${belowZero(reading)}. Interest on such a debt runs whatever the investments do, and losses weigh more when part of what is held is borrowed.`,
    value > 0 &&
      share !== null &&
      share > 1.005 &&
      `You hold investments worth ${money(invested)}, ${percent(share)} of what is yours: each gain and each loss is that much larger for you than for one who owes nothing${sold}. The figures of risk below count all that is held, and the debt with it.`,
  );
}

function concentration(reading: Reading): string | null {
  const { book, holdings, holdingCount, unclassified: unknown, isWhole } = reading;
  const issuer = plain(book.text('concentration.largestIssuer.name') ?? '');
  const issuerWeight = book.number('concentration.largestIssuer.weight') ?? 0;
  const single = book.number('concentration.singleStock.weight') ?? 0;
  const symbol = book.text('concentration.largest.symbol');
  const weight = book.number('concentration.largest.weight') ?? 0;
  const topFive = book.number('concentration.topFive.weight') ?? 0;
  const effective = book.number('concentration.effectiveHoldings');
  if (symbol === null) return null;
  const largest = holdings.find((one) => one.symbol === plain(symbol))?.title ?? plain(symbol);
  const nameless = unknown.some((one) => one.symbol === plain(symbol));
  const debtor = plain(book.text('concentration.largestDebtor.name') ?? '');
  const owed = book.number('concentration.largestDebtor.weight') ?? 0;
  const onIssuer = issuerWeight >= NOTABLE.issuer;
  const isIssuer = Math.abs(issuerWeight - weight) < 1e-9;
  const others = single > issuerWeight + 0.005;
  const funds = holdsFunds(holdings);
  // Where a grade looks through the funds, how few of them there are says little.
  const graded = book.number('score.diversification') !== null;
  return paragraph(
    onIssuer &&
      `**${issuer} alone is ${isWhole(issuerWeight) ? 'the whole portfolio' : `${percent(issuerWeight)} of the portfolio`}.** ${isStockByName(issuer) ? 'By its name it may be one company’s stock, and it is counted as that: then what happens to that company' : 'What happens to that one company'} happens to ${isWhole(issuerWeight) ? 'all' : 'this much'} of your money, whatever the rest of the market does.`,
    onIssuer && !isWhole(issuerWeight) && funds && 'What your funds hold of it comes on top and is not counted here.',
    onIssuer && others && `Single companies’ stocks${propertyToo(reading)} are ${percent(single)} in all.`,
    !onIssuer &&
      single >= NOTABLE.singles &&
      others &&
      `**Single companies’ stocks${propertyToo(reading)} are ${percent(single)} of the portfolio.** The largest, ${issuer}, is ${percent(issuerWeight)}; any one of them can fall much further than a fund of many.`,
    !onIssuer &&
      single > 0 &&
      single < NOTABLE.singles &&
      others &&
      `Single companies’ stocks${propertyToo(reading)} are ${percent(single)} of the portfolio; the largest, ${issuer}, is ${percent(issuerWeight)}.`,
    !onIssuer && single > 0 && !others && `${issuer}, held directly, is ${percent(issuerWeight)} of the portfolio.`,
    owed >= NOTABLE.issuer &&
      `**Bonds of one issuer, ${debtor}, are ${isWhole(owed) ? 'the whole portfolio' : `${percent(owed)} of the portfolio`}.** Whether that money comes back hangs on this one issuer; a fund of bonds spreads it over many.`,
    !graded &&
      !isIssuer &&
      !nameless &&
      weight >= NOTABLE.largest &&
      holdingCount > 1 &&
      `The largest holding, ${largest}, is ${percent(weight)} of the portfolio.`,
    !graded &&
      holdingCount === 1 &&
      !isIssuer &&
      !nameless &&
      `Everything invested is in one holding, ${largest}: how well it is spread depends on what that one holds.`,
    !graded &&
      holdingCount >= 8 &&
      topFive >= NOTABLE.topFive &&
      `The five largest holdings make up ${percent(topFive)}.`,
    !graded &&
      effective !== null &&
      holdingCount >= 4 &&
      effective < holdingCount / 2 &&
      `Although there are ${count(holdingCount, 'holding')}, the money is spread as unevenly as if there were only about ${fixed(effective, 1)} of equal size. A fund counts as one holding here, however many companies it owns.`,
    !graded &&
      holdingCount >= 4 &&
      !onIssuer &&
      weight < NOTABLE.largest &&
      topFive < NOTABLE.topFive &&
      `No holding dominates: the largest, ${largest}, is ${percent(weight)}.`,
  );
}

/** A holding that is this much of everything is named, however little is known of it. */
const UNKNOWN = { worth: 0.1, named: 0.05 };

/** What could not be classified: no grade and no past crisis says how far it can fall. */
function unclassified({ unclassified: all, unclassifiedWeight, holdings, book, share }: Reading): string | null {
  if (unclassifiedWeight < UNKNOWN.worth) return null;
  const named = all
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ weight }) => weight >= UNKNOWN.named)
    .slice(0, 3)
    .map(({ symbol, weight }) => ({ title: holdings.find((one) => one.symbol === symbol)?.title ?? symbol, weight }));
  const [only] = named;
  const assessed = book.number('risk.loss95.share') !== null;
  const what =
    named.length === 1 && only !== undefined
      ? `**Alex could not classify ${only.title}, and it is ${share(only.weight)} of the portfolio.**`
      : `**Alex could not classify ${percent(unclassifiedWeight)} of the portfolio**${named.length > 0 ? `, above all ${list(named.map(({ title, weight }) => `${title} with ${percent(weight)}`))}` : ''}.`;
  return paragraph(
    what,
    named.length === 1 && isLeveraged(only?.title) && `${LEVERAGED}.`,
    'How far it could fall, how its price is made and how soon it could be sold cannot be told from here.',
    assessed
      ? 'In the figures of risk below it is taken to be like the rest: where it is riskier than that, they are too low.'
      : 'So no grade of risk, no bad year and no past crisis is worked out for this portfolio: figures for the rest would pass for the whole.',
  );
}

function sector({ breakdown, book, share, held, holdings }: Reading): string | null {
  const [most] = industriesOf(breakdown.sector);
  // One company has one industry: that is said of the company.
  const alone = book.number('concentration.largestIssuer.weight') ?? 0;
  if (most === undefined || most.weight < NOTABLE.sector * held || alone > most.weight * 0.8) return null;
  return `One industry stands out: ${most.label.toLowerCase()} is ${share(most.weight)} of the portfolio${holdsFunds(holdings) ? ', funds included' : ''}.`;
}

function weightOf({ breakdown }: Reading, key: string): number {
  return breakdown.assetClass.find((part) => part.key === key)?.weight ?? 0;
}

/** Partnerships and coins differ too much to have figures of return and risk. */
function alternatives(reading: Reading): string | null {
  const weight = weightOf(reading, 'alternatives');
  if (weight < NOTABLE.alternatives) return null;
  const assessed = reading.book.number('risk.loss95.share') !== null || reading.unclassifiedWeight >= UNKNOWN.worth;
  return paragraph(
    `Alternatives, which here include cryptocurrencies and private funds, are ${reading.share(weight)} of the portfolio; they can lose most of their value in months, and some cannot be sold when you want to.`,
    !assessed &&
      'There are no sound figures of return and risk for them, so no grade of risk and no bad year is worked out for this portfolio.',
  );
}

function stocks(reading: Reading): string | null {
  const weight = weightOf(reading, 'equity');
  const years = reading.book.number('goals.yearsToRetirement');
  // One company's stock goes its own way.
  const alone = reading.book.number('concentration.largestIssuer.weight') ?? 0;
  if (weight < NOTABLE.stocks || alone > weight / 2) return null;
  const part = reading.owes
    ? `stocks worth ${percent(weight)} of what is yours`
    : `${reading.isWhole(weight) ? 'all of it' : percent(weight)} in stocks`;
  const fall = `With ${part}, the whole will follow the stock market down as well as up`;
  if (years === null) return `${fall}.`;
  if (years === 0) return `${fall}, and in retirement there is no salary to wait out a fall with.`;
  return years <= 10
    ? `${fall}, and a deep fall in the ${count(years, 'year')} left to retirement would leave little time to recover.`
    : `${fall}; with ${count(years, 'year')} to retirement there is time to sit out a fall, if you can bear to.`;
}

function bonds(reading: Reading): string | null {
  const weight = weightOf(reading, 'fixed_income');
  if (weight < NOTABLE.bonds) return null;
  const kept = reading.holdings.filter(({ label }) => keepsItsBalance(label));
  const isAll = kept.reduce((sum, one) => sum + one.weight, 0) >= weight * MOST_OF_IT;
  return paragraph(
    isAll
      ? `Bonds are ${reading.share(weight)} of the portfolio.`
      : `Bonds lose value when interest rates rise, the more so the longer they run; they are ${reading.share(weight)} of the portfolio.`,
    byContract(kept.map(({ label }) => label)),
  );
}

/** What is counted as bonds and is none: its balance does not fall with them, and it is no money at hand. */
function byContract(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const [is, it, its] = names.length === 1 ? ['keeps its balance', 'it', 'it'] : ['keep their balance', 'they', 'them'];
  const shown = list(names.slice(0, 3));
  return `${shown}, counted as bonds, ${is} by a contract with an insurer or banks, for as long as those can pay: the losses shown here treat ${its} as ordinary bonds, which can fall. Ask the plan or the insurer when ${it} can be taken out or moved: often only in instalments, or after a time.`;
}

function cash(reading: Reading): string | null {
  const weight = weightOf(reading, 'cash');
  if (weight < NOTABLE.cash) return null;
  return `Cash is safe from market falls but not from inflation, which lowers what it buys in every year that interest does not keep up; it is ${reading.share(weight)} of the portfolio.`;
}

function currency({ breakdown, book }: Reading): string | null {
  const base = book.text('portfolio.currency');
  const [foreign] = breakdown.currency.filter(({ key }) => key !== base).toSorted((a, b) => b.weight - a.weight);
  if (foreign === undefined || base === null || foreign.weight < NOTABLE.foreign) return null;
  return `${percent(foreign.weight)} of the portfolio is quoted in ${foreign.label}: its worth in ${base} changes with the exchange rate as well.`;
}
