import { fixed } from '../../../../finance/amounts.ts';
import type { Section } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { count, inWords } from '../wording/count.ts';
import { coveredPart } from './covered-part.ts';
import { longDate } from '../wording/date.ts';
import { body, paragraph } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent } from '../wording/percent.ts';

const AT = 'performance.whole';

/** What the investments returned over time; only where transactions were given. */
export function performance(reading: Reading): Section | null {
  const { book } = reading;
  const [from, to] = [book.text(`${AT}.from`), book.text(`${AT}.to`)];
  const missing = book.text(`${AT}.missing`);
  if (from === null && missing === null) return null;
  const section = (text: string): Section => ({ id: 'performance', title: 'How it has done', body: text });
  const total = book.number(`${AT}.timeWeighted.total`);
  if (from === null || to === null || total === null) {
    return section(
      paragraph(
        moneyWeighted(book, from !== null && to !== null ? `From ${longDate(from)} to ${longDate(to)}, on` : 'On') ??
          'From the transactions given, no return can be measured.',
        plain(missing ?? ''),
      ),
    );
  }
  return section(
    body(
      paragraph(part(reading), timeWeighted(book, from, to, total), moneyWeighted(book), sinceThen(reading)),
      paragraph(missing !== null && plain(missing), known(book), fall(book), ups(book), closing(book)),
    ),
  );
}

type Book = Reading['book'];

/** Whose returns these are, where not every account has transactions. */
function part(reading: Reading): string | null {
  const { accounts } = reading;
  const covered = coveredPart(reading);
  if (covered === null) return null;
  if (covered.accounts === 0) return 'This is of accounts that are not in the portfolio now, by their names.';
  const which = covered.name === null ? count(covered.accounts, 'account') : `${covered.name} alone, one account`;
  return `This is of ${which} of ${inWords(accounts)}, ${covered.sum}: of the rest there is no whole list of transactions.`;
}

/** What is not known where the returns end before today, and what the value then rests on. */
function sinceThen({ book, money, value }: Reading): string | null {
  if (book.text(`${AT}.pricedTo`) === null) return null;
  return `What they did after that day is not known: the portfolio’s value of ${money(value)} rests, all or part of it, on old prices, and may be quite another today.`;
}

/** What a return did, as a verb and its size. */
export const change = (value: number) => `${value < 0 ? 'lost' : 'returned'} ${percent(Math.abs(value))}`;

function timeWeighted(book: Book, from: string, to: string, total: number): string {
  const yearly = book.number(`${AT}.timeWeighted.annualized`);
  const scope = book.text(`${AT}.cash`) === 'implied' ? ' (cash left out, as no deposits are recorded)' : '';
  const days = book.number(`${AT}.pricedDays`);
  const linked = days === null ? '' : `, from prices of ${count(days, 'day')}`;
  const last = book.text(`${AT}.pricedTo`) === null ? '' : ', the last day with prices of nearly all that was held,';
  const whole = `From ${longDate(from)} to ${longDate(to)}${last} the investments **${change(total)}** in all${scope}`;
  const gap = book.number(`${AT}.timeWeighted.gapDays`);
  const without = gap === null ? '' : ` For ${count(gap, 'day')} of that time there was no money in it.`;
  if (yearly === null) {
    const short = gap === null ? 'That is' : 'The rest is';
    return `${whole}.${without} ${short} less than a year, so no yearly figure is given. ${blind(book, 'When')}`;
  }
  const time = gap === null ? '' : ' while there was money in it';
  return `${whole}, or ${percent(yearly)} a year${time}.${without} This is the time-weighted return${linked}: ${blind(book, 'when')}`;
}

/** What the return owes to when money came or went: nothing, or where a price was missing then, a little. */
function blind(book: Book, when: 'When' | 'when'): string {
  const estimated = book.number(`${AT}.timeWeighted.estimatedDays`);
  if (estimated === null) return `${when} money came or went plays no part in it.`;
  return `${when} money came or went is taken out of it, as far as prices allow. It is an estimate: on ${count(estimated, 'day')} more than a hundredth of the portfolio came or went while something held had no price of that day, so its last price stood in.`;
}

function moneyWeighted(book: Book, on = 'On'): string | null {
  const rate = book.number(`${AT}.moneyWeighted`);
  const none = book.text(`${AT}.moneyWeighted.missing`);
  const yearly = book.number(`${AT}.timeWeighted.annualized`);
  const total = book.number(`${AT}.moneyWeighted.total`);
  if (rate === null && total !== null) {
    return `${on} the money as it came and went, you ${total < 0 ? 'lost' : 'earned'} ${percent(Math.abs(total))} in that time (money-weighted).`;
  }
  if (rate === null) return none === null ? null : `A money-weighted return is not named: ${lowerFirst(plain(none))}`;
  const said = `${on} the money as it came and went, you ${rate < 0 ? 'lost' : 'earned'} ${percent(Math.abs(rate))} a year (money-weighted)`;
  // Beside an estimate the difference may be that of a price that was not known.
  const isEstimate = book.number(`${AT}.timeWeighted.estimatedDays`) !== null;
  if (yearly === null || isEstimate || Math.abs(rate - yearly) < 0.005) return `${said}.`;
  return `${said}: ${rate > yearly ? `${rate < 0 ? 'better' : 'more'}, because more of it was there in the better times` : `${rate < 0 ? 'worse' : 'less'}, because more of it was there in the worse times`}.`;
}

/** Of which part of the time the figures after it are. */
function known(book: Book): string | null {
  const [from, to] = [book.text(`${AT}.known.from`), book.text(`${AT}.known.to`)];
  if (from === null || to === null) return null;
  return `Falls and volatility are known of ${longDate(from)} to ${longDate(to)} only: of the rest of the time there are not prices enough, and it may have held deeper falls.`;
}

function fall(book: Book): string | null {
  const depth = book.number(`${AT}.drawdown.depth`);
  const [peak, trough] = [book.text(`${AT}.drawdown.peak`), book.text(`${AT}.drawdown.trough`)];
  const recovered = book.text(`${AT}.drawdown.recovered`);
  const current = book.number(`${AT}.drawdown.current`) ?? 0;
  if (depth === null || peak === null || trough === null) return null;
  const then = book.text(`${AT}.known.from`) === null ? '' : ' in those days';
  if (depth < 0.0005) return `The investments were never below an earlier peak${then}.`;
  const after =
    recovered === null
      ? current < 0.0005
        ? ''
        : book.text(`${AT}.pricedTo`) === null
          ? `; the investments are still ${percent(current)} below their peak`
          : `; on the last day with prices they were still ${percent(current)} below their peak`
      : `; it was made up by ${longDate(recovered)}`;
  return `The deepest fall${then} was ${percent(depth)}, from ${longDate(peak)} to ${longDate(trough)}${after}.`;
}

/** That the value rests on another price than the days before it end at. */
function closing(book: Book): string | null {
  const named = book.text('performance.closing');
  if (named === null) return null;
  return `The return ends at the stated value. For ${plain(named)} the past prices end at another price than the one it is valued at; that step counts neither as a fall nor as volatility.`;
}

function ups(book: Book): string | null {
  const [volatility, sharpe, riskless] = ['volatility', 'sharpe', 'riskless'].map((leaf) =>
    book.number(`${AT}.${leaf}`),
  );
  if (typeof volatility !== 'number') return null;
  const size = typeof sharpe === 'number' ? fixed(Math.abs(sharpe), 2) : null;
  const over = typeof riskless === 'number' && riskless > 0 ? ` above the riskless rate of ${percent(riskless)}` : '';
  return paragraph(
    `The yearly volatility${book.text(`${AT}.known.from`) === null ? '' : ' in those days'} was ${percent(volatility)}.`,
    size !== null &&
      `For each point of it the return${over} was ${sharpe !== null && sharpe !== undefined && sharpe < 0 ? '−' : ''}${size} (Sharpe ratio).`,
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
