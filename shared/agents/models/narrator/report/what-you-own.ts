import type { Section } from '../../../../schemas/text.ts';
import type { Held, Reading } from '../reading/reading.ts';
import { count } from '../wording/count.ts';
import { atPrices } from '../wording/at-prices.ts';
import { longDate } from '../wording/date.ts';
import { body, list, paragraph } from '../wording/list.ts';
import { percent, ratio } from '../wording/percent.ts';

/** From so many holdings on, only the largest are named. */
const MANY = 4;
const NAMED = 5;

export function whatYouOwn(reading: Reading): Section {
  return { id: 'what-you-own', title: 'What you own', body: body(worth(reading), ...held(reading)) };
}

function worth(reading: Reading): string {
  const { asOf, money, value, accounts, holdingCount, excludedCount, cash } = reading;
  const where = accounts > 0 ? ` in ${count(accounts, 'account')}` : '';
  if (holdingCount === 0 && cash === 0) {
    return excludedCount > 0
      ? `As of ${longDate(asOf)} none of your positions${where} could be valued, so there is no total to report. They are listed under “What is missing or uncertain”.`
      : `As of ${longDate(asOf)} there is nothing in the portfolio${where}: no position and no cash.`;
  }
  const sum = `${atPrices(reading)} ${reading.fewValued ? 'the part of your portfolio that could be valued' : 'your portfolio'} is worth **${money(value)}**`;
  if (holdingCount === 0) {
    if (cash < 0)
      return `${sum}${where}: there is a debt and nothing held against it${excludedCount > 0 ? ' that could be valued' : ''}.`;
    return `${sum}${where}, all of it in cash${excludedCount > 0 ? ', not counting the positions that could not be valued' : ''}.`;
  }
  return paragraph(
    `${sum}, held in ${count(holdingCount, 'investment')}${cash > 0 ? ' and cash' : ''}${accounts > 1 ? where.replace(' in ', ' across ') : where}.`,
    cashSentence(reading),
    gains(reading),
  );
}

function cashSentence({
  book,
  breakdown,
  cash,
  cashWeight,
  debts,
  excludedCount,
  money,
  value,
}: Reading): string | null {
  const charged = book.number('cash.interest.charged');
  const debt = charged === null || charged < 1 ? '' : ` What is borrowed is charged about ${money(charged)} a year.`;
  if (cash < 0) {
    const owed =
      debts + cash < 1
        ? `a debt of ${money(-cash)}: the cash balances come to less than nothing`
        : `debts of ${money(debts)}, which is ${money(-cash)} more than there is in cash`;
    return `That is after ${owed}.${debt}`;
  }
  if (cash === 0) {
    // Money market funds, certificates of deposit and the like are holdings, and yet cash among the classes.
    const inFunds = breakdown.assetClass.find(({ key }) => key === 'cash');
    return inFunds === undefined || inFunds.value < 1
      ? excludedCount > 0
        ? 'No cash balance could be counted.'
        : 'No cash balance is listed.'
      : `No cash balance is listed; the cash, ${money(inFunds.value)} or ${percent(inFunds.weight)} of the total, is in holdings that count as cash.`;
  }
  const share = cashWeight === null || value <= 0 ? '' : `, ${percent(cashWeight)} of the total`;
  const [yearly, rate, coverage] = ['yearly', 'yield', 'coverage'].map((leaf) => book.number(`cash.interest.${leaf}`));
  const brought =
    typeof yearly !== 'number' || typeof rate !== 'number' || typeof coverage !== 'number' || yearly < 1
      ? ''
      : coverage >= 0.995
        ? `, and bring about ${money(yearly)} in interest a year, a yield of ${ratio(rate)}`
        : `; the part whose interest rate is known (${percent(coverage)} of it) brings about ${money(yearly)} a year, a yield of ${ratio(rate)}`;
  return debts < 1
    ? `Cash balances are ${money(cash)}${share}${brought}.${debt}`
    : `Cash balances come to ${money(cash)}${share}, with debts of ${money(debts)} taken off.${debt}`;
}

function gains({ book, money }: Reading): string | null {
  const [gain, ratio, coverage] = ['', '.ratio', '.coverage'].map((leaf) => book.number(`portfolio.gain${leaf}`));
  if (typeof gain !== 'number' || typeof coverage !== 'number') return null;
  const all = coverage >= 1;
  const what = all ? 'What you hold' : `The part whose cost is known (${percent(coverage)} of what is invested)`;
  if (Math.abs(gain) < 1) return `${what} is worth what was paid for it.`;
  const share = typeof ratio === 'number' ? `, ${percent(Math.abs(ratio))} of its cost` : '';
  const than = `${money(Math.abs(gain))} ${gain > 0 ? 'more' : 'less'} than was paid for it${share}`;
  return `${what} is worth ${than}, without dividends already paid out; that is not a yearly return.`;
}

function held(reading: Reading): string[] {
  const { holdings, others } = reading;
  const [first, second] = holdings;
  if (first === undefined) return [];
  if (second === undefined) {
    const part = reading.isWhole(first.weight) ? first.title : describe(first, reading);
    return [paragraph(`Your one investment is ${part}.`)];
  }
  if (holdings.length < MANY && others === null) {
    return [paragraph(`You hold ${holdings.map((one) => inBrackets(one, reading)).join('; ')}.`)];
  }
  const next = holdings
    .slice(1, NAMED)
    .map(({ title, symbol, label, weight }) =>
      reading.value <= 0 || reading.fewValued
        ? title
        : title === symbol || title === label
          ? `${title} (${percent(weight)})`
          : `${label} (${symbol}, ${percent(weight)})`,
    );
  return [paragraph(`The largest is ${describe(first, reading)}; then come ${list(next)}.`)];
}

function inBrackets({ title, value, weight }: Held, { money, value: all, fewValued }: Reading): string {
  return `${title}: ${money(value)}${all > 0 && !fewValued ? `, ${percent(weight)} of the portfolio` : ''}`;
}

function describe({ title, value, weight }: Held, { money, value: all, fewValued }: Reading): string {
  return `${title}, ${money(value)}${all > 0 && !fewValued ? ` or ${percent(weight)} of the portfolio` : ''}`;
}
