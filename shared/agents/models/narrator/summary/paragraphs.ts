import { isStockByName } from '../tags/stock-ending.ts';
import type { Drift, DriftPart, Part, Reading, Retirement } from '../reading/reading.ts';
import { inputDoubts } from '../reading/input-doubts.ts';
import { AT_TARGET } from '../report/against-target.ts';
import { filledInMuch, MUCH_UNKNOWN, worstOf } from '../report/losses.ts';
import { spendingSince } from '../retirement/spending-since.ts';
import { asksLittle, verdict } from '../retirement/chance-words.ts';
import { beside } from '../retirement/other-income.ts';
import { givesWay } from '../retirement/spending-range.ts';
import { atPrices } from '../wording/at-prices.ts';
import { count } from '../wording/count.ts';
import { longDate } from '../wording/date.ts';
import { list, paragraph, sentence } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { finePercent, interval, percent, points } from '../wording/percent.ts';
import { remedy } from './data-observations.ts';
import { leftOutFirst } from './left-out.ts';

/** Worth, holdings, mix and a bad year. */
export function portfolio(reading: Reading): string {
  const { asOf, money, value, accounts, holdingCount, breakdown, excludedCount } = reading;
  const date = longDate(asOf);
  if (holdingCount === 0 && reading.cash === 0) {
    return excludedCount > 0
      ? `As of ${date} ${excludedCount === 1 ? 'the one position' : `none of the ${count(excludedCount, 'position')}`} could ${excludedCount === 1 ? 'not ' : ''}be valued, so there is no total, no mix and no projection yet. ${sentence(remedy(reading))}.`
      : `As of ${date} the portfolio is empty: there is no position and no cash.`;
  }
  const where = accounts > 0 ? ` in ${count(accounts, 'account')}` : '';
  const left = leftOutFirst(reading);
  if (holdingCount === 0)
    return paragraph(
      left,
      `As of ${date} the ${left === null ? 'portfolio' : 'rest'} is worth ${money(value)}${where}${reading.cash > 0 ? ', all in cash' : ': a debt and nothing held against it'}.`,
    );
  const parts = breakdown.assetClass.filter(({ key, weight }) => key !== 'unknown' && weight >= 0.05).slice(0, 3);
  const [first] = parts;
  const mix = list(parts.map(({ label, weight }) => `${percent(weight)} ${label.toLowerCase()}`));
  const most =
    first === undefined ? null : `${sentence(reading.share(first.weight))} of it is in ${first.label.toLowerCase()}.`;
  const held = `${count(holdingCount, 'investment')}${reading.cash > 0 ? ' and cash' : ''}`;
  return paragraph(
    left,
    `${atPrices(reading)} ${left === null ? 'your portfolio' : 'the rest'} is worth ${money(value)}, in ${held}${accounts > 1 ? where.replace(' in ', ' across ') : where}.`,
    value <= 0 || reading.fewValued
      ? null
      : (owed(reading, parts) ?? (parts.length === 1 ? most : mix !== '' && `The mix is mainly ${mix}.`)),
    badYearInShort(reading, 'it'),
  );
}

/** What is held by one who owes, whose shares are of less than that. */
function owed({ owes }: Reading, parts: readonly Part[]): string | null {
  if (!owes || parts.length === 0) return null;
  const held = list(parts.map(({ label, weight }) => `${label.toLowerCase()} worth ${percent(weight)}`));
  return `It holds ${held} of what is yours, with borrowed money.`;
}

/**
 * Beside the worst of the past, or one year in twenty would be read as the worst there is.
 *
 * @param what would lose so much: "it" where a sentence before has said what is meant
 */
export function badYearInShort(reading: Reading, what: 'it' | 'your portfolio'): string | null {
  const { book, money, value, unclassifiedWeight, held } = reading;
  const worst = worstOf(book);
  const loss = book.number('risk.loss95.value') ?? 0;
  const share = book.number('risk.loss95.share') ?? 0;
  if (loss < 1 || value <= 0) return null;
  const past =
    worst === null || -worst.returned <= share
      ? ''
      : ` ${paragraph(`That is not the worst that can happen: a time like the ${worst.label} would take ${percent(-worst.returned)}, about ${money(-worst.change)}.`, filledInMuch(reading, worst.key))}`;
  const blank =
    unclassifiedWeight / held >= MUCH_UNKNOWN
      ? ' What could not be classified is taken to be like the rest here: where it is riskier than that, these figures are too low.'
      : '';
  return `In a bad year, one in twenty, ${what} could lose ${percent(share)}, about ${money(loss)}, or more.${past}${blank}`;
}

const targetOf = (table: Drift | null): string =>
  table?.own === true
    ? 'your target'
    : `the mix of stocks and bonds typical of target-date funds for ${table?.typicalFor ?? ''}`;

/** How far a class is from its target. */
export const gapTo = ({ drift }: Pick<Reading, 'drift'>, { key, label, drift: gap }: DriftPart, more = ''): string =>
  `Measured against ${targetOf(drift.assetClass)}, ${label.toLowerCase()} ${key === 'cash' || key === 'real_estate' ? 'is' : 'are'} ${points(gap)} ${gap > 0 ? 'above' : 'below'} it${more}.`;

/** What an observation says is not said here as well. */
export function balance(
  { drift, book, money, value, share, fewValued }: Reading,
  observed: readonly string[],
): string | null {
  const table = drift.assetClass;
  const issuer = book.number('concentration.largestIssuer.weight') ?? 0;
  const name = book.text('concentration.largestIssuer.name');
  if (value <= 0 || fewValued) return null;
  const target = targetOf(table);
  const most = table?.leading ?? null;
  const gap =
    table === null || most === null
      ? null
      : table.turnover < AT_TARGET
        ? `Your portfolio is close to ${target}.`
        : gapTo(
            { drift },
            most,
            table.own
              ? `; reaching it in full would mean moving ${money(book.number('drift.assetClass.toMove') ?? 0)}`
              : '',
          );
  const text = paragraph(
    gap,
    issuer >= 0.1 &&
      name !== null &&
      issuer > (book.number('concentration.largestDebtor.weight') ?? 0) &&
      !observed.some((one) => one.startsWith(plain(name))) &&
      `The largest single company${isStockByName(name) ? ', if it is one as its name reads,' : ''} is ${plain(name)}, ${share(issuer)} of your portfolio.`,
  );
  return text === '' ? null : text;
}

export function retirement(reading: Reading): string | null {
  const { retirement: plan, retirementMissing, stated, value } = reading;
  if (plan === null)
    return retirementMissing === null || value <= 0 ? null : `Retirement is not assessed. ${retirementMissing}`;
  const { success, low, high, until, futures, historical, retireAt, yearsToRetirement, income, people, rule } = plan;
  const chance = success === 1 ? 'all' : success === 0 ? 'none' : finePercent(success);
  const ages = list(people.flatMap((person) => (person.retireAt > person.age ? [person.retireAt.toString()] : [])));
  const when =
    yearsToRetirement === 0 ? 'Retired already' : `Stopping work at ${people.length > 1 ? ages : retireAt.toString()}`;
  const spending =
    plan.otherIncome.length > 0 && income > 0
      ? `living on ${stated(income)} a year${spendingSince(plan)}`
      : income > 0
        ? `taking ${stated(income)} a year from the portfolio${spendingSince(plan)}`
        : rule === null
          ? 'taking no income'
          : `spending ${rule}`;
  const terms = `${when} and ${spending}`;
  return paragraph(
    asksLittle(plan)
      ? `${terms} is no plan that the simulation could test: the money is there ${until} in all of the ${futures}, as ${income === 0 ? 'nothing is' : 'next to nothing is'} taken out. ${askAgain(plan, reading)}`
      : income === 0 && rule !== null && success === 1
        ? `${terms}, the money does not run out; what the markets change is how much can be spent.`
        : historical
          ? `${terms}, the money lasts ${until} from ${chance} of the ${plan.paths.toString()} ${futures}.`
          : `${terms}, the money lasts ${until} in ${chance} of the ${futures} (95% interval ${interval(low, high)}, for sampling alone).${success === 0 ? '' : ` On these assumptions the plan ${verdict(success)}.`}`,
    value < 0 ? 'What is owed is more than all that is held, so what is saved pays it back first.' : paidFirst(reading),
    givesWay(reading, plan),
    beside(reading, plan),
  );
}

/** What to do about an income that is none, or that lacks a zero. */
function askAgain({ income }: Retirement, { stated }: Pick<Reading, 'stated'>): string {
  const again = 'ask again with what you want to live on in a year';
  return income === 0
    ? `For a chance that means something, ${again}.`
    : `If ${stated(income)} was meant for a month, or in thousands, ${again}.`;
}

/** Debts that the projection pays before anything else, unless they are a trifle. */
function paidFirst({ book, money, value }: Reading): string | null {
  const owed = book.number('retirement.owed') ?? 0;
  if (owed < value / 20) return null;
  return `It takes debts of ${money(owed)} to be paid back first, out of ${book.text('retirement.owed.from') ?? 'what is saved'}.`;
}

export function gaps(reading: Reading): string | null {
  const { book, excludedCount, unclassifiedCount, unclassifiedWeight, staleCount, value, fewValued } = reading;
  const [guessed, undated, left = 0] = ['guessed.count', 'undated.count', 'leftOut.count'].map(
    (name) => book.number(name) ?? 0,
  );
  const [doubted, doubtedWeight] = ['doubted.count', 'doubted.weight'].map((name) => book.number(name) ?? 0);
  const items = [
    ...inputDoubts(reading).map(({ inShort }) => inShort),
    (doubted ?? 0) > 0 &&
      `${count(doubted ?? 0, 'holding')}, ${percent(doubtedWeight ?? 0)} of the portfolio, at a price far from the market’s`,
    excludedCount > 0 && `${count(excludedCount, 'position')} without a value`,
    left > 0 && `${count(left, 'entry', 'entries')} of the input left out`,
    unclassifiedCount > 0 &&
      unclassifiedWeight >= 0.005 &&
      !fewValued &&
      `${percent(unclassifiedWeight)} of the value without a classification`,
    (guessed ?? 0) > 0 && `${count(guessed ?? 0, 'holding')} classified only by name`,
    staleCount > 0 && `${count(staleCount, 'holding')} at an old price`,
    (undated ?? 0) > 0 && `${count(undated ?? 0, 'price')} without a date`,
  ].filter((item) => typeof item === 'string');
  // Where nothing has a value, the text is about nothing else already.
  if (items.length === 0 || value <= 0) return null;
  return `Read the figures with these gaps in mind: ${list(items)}. The details are under “What is missing or uncertain”.`;
}
