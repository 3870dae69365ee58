import type { IsoDate } from '../../schemas/decimal.ts';
import { canonical, product, quotient, sum } from '../decimal-number.ts';
import type { StatedRate } from '../with-exchange-rates.ts';
import type { FoldedAccount } from './fold-transactions.ts';
import { absolute, negated } from './signs.ts';

/** What shows that money was exchanged which no line tells of. */
export interface UnlistedExchange {
  message: string;
  /** The balances with the exchange made; null where it is not known what it cost, and so how much there is of any currency. */
  cash: ReadonlyMap<string, string> | null;
}

/** Money below zero up to which rounding may be the cause. */
const ROUNDING = 1;
/** A broker's rate and that of the day differ by so much at most. */
const NEAR = 0.02;
/** Exchanges told one by one. */
const NAMED = 2;

/**
 * A balance below zero in one currency beside money in another in the same account: what was bought in the one was paid by the other.
 * It is exchanged at the rate of the day on which the balance fell below zero for good, where that is known and the other currency
 * had so much then. Null where there is no such pair of balances.
 */
export function unlistedExchange(
  { cash, days, cashIsKnown }: FoldedAccount,
  rates: readonly StatedRate[],
): UnlistedExchange | null {
  const below = [...cash].filter(([, amount]) => Number(amount) < -ROUNDING).map(([currency]) => currency);
  const above = [...cash].filter(([, amount]) => Number(amount) > 0).map(([currency]) => currency);
  if (!cashIsKnown || below.length === 0 || above.length === 0) return null;
  const after = new Map(cash);
  const told: string[] = [];
  for (const currency of below) {
    for (const { date, amount } of fallen(days.get(currency) ?? [])) {
      const paid = payer(amount, currency, date, { above, after, days, cash }, rates);
      if (paid === null) return { cash: null, message: unknown(currency, above, date) };
      after.set(paid.from, sum(after.get(paid.from) ?? '0', negated(paid.amount)));
      after.set(currency, sum(after.get(currency) ?? '0', amount));
      told.push(`${paid.amount} ${paid.from} for ${amount} ${currency} on ${date}`);
    }
  }
  const more = told.length > NAMED ? ` and ${told.length - NAMED} more` : '';
  const message = `what it bought in ${below.join(', ')} was paid with ${above.join(', ')}, though no exchange is listed: taken to be ${told.slice(0, NAMED).join(', ')}${more}, at the rate of the day; it is left out of the returns`;
  return { cash: after, message };
}

const unknown = (currency: string, above: readonly string[], date: IsoDate): string =>
  `its cash is not known in any currency and left out: ${currency} falls below zero on ${date} beside ${above.join(', ')}, so money was exchanged that no line tells of; list the exchange, or give the rate of that day with --prices; it is left out of the returns`;

interface Balance {
  date: IsoDate;
  amount: string;
}

/** By how much a balance fell below zero on which days, never to come back: its highest balance from each day on tells. */
function fallen(days: readonly Balance[]): Balance[] {
  const falls: Balance[] = [];
  let before = '0';
  days.forEach(({ date }, at) => {
    const [highest] = days
      .slice(at)
      .map(({ amount }) => amount)
      .sort((a, b) => Number(b) - Number(a));
    const missing = Number(highest ?? '0') < 0 ? absolute(highest ?? '0') : '0';
    const amount = sum(missing, negated(before));
    if (Number(amount) > 0) falls.push({ date, amount });
    before = missing;
  });
  return falls;
}

interface Purse {
  above: readonly string[];
  after: ReadonlyMap<string, string>;
  days: FoldedAccount['days'];
  cash: FoldedAccount['cash'];
}

/** The currency that had as much on a day and until the end, and what it paid. */
function payer(
  amount: string,
  currency: string,
  date: IsoDate,
  { above, after, days, cash }: Purse,
  rates: readonly StatedRate[],
): { from: string; amount: string } | null {
  for (const from of above) {
    const cost = exchanged(amount, currency, from, date, rates);
    if (cost === null) continue;
    const own = days.get(from) ?? [];
    const start = own.findLast((one) => one.date <= date)?.amount ?? '0';
    const least = Math.min(Number(start), ...own.filter((one) => one.date > date).map((one) => Number(one.amount)));
    const spent = Number(cash.get(from)) - Number(after.get(from));
    const available = Math.floor((least - spent) * 100) / 100;
    if (Number(cost) <= available) return { from, amount: cost };
    if (Number(cost) <= available * (1 + NEAR)) return { from, amount: canonical(available.toFixed(2)) };
  }
  return null;
}

/** What so much of a currency cost in another on a day, to the cent; null where no rate of that day is known. */
function exchanged(
  amount: string,
  currency: string,
  into: string,
  date: IsoDate,
  rates: readonly StatedRate[],
): string | null {
  const ofDay = rates.filter(({ asOf }) => asOf === date);
  const direct = ofDay.find(({ from, to }) => from === currency && to === into);
  const reverse = ofDay.find(({ from, to }) => from === into && to === currency);
  if (direct === undefined && reverse === undefined) return null;
  const cost = direct === undefined ? quotient(amount, reverse?.rate ?? '1') : product(amount, direct.rate);
  return canonical(Number(cost).toFixed(2));
}
