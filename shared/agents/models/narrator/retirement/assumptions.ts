import type { Section } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { isStale } from '../../../../finance/staleness.ts';
import { longDate } from '../wording/date.ts';
import { body, list, paragraph } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent, ratio } from '../wording/percent.ts';

/** What the simulation rests on, and what it leaves out. */
export function assumptions(reading: Reading): Section | null {
  const { book } = reading;
  const single = book.number('concentration.singleStock.weight') ?? 0;
  const [mean, volatility] = [book.number('retirement.portfolioMean'), book.number('retirement.portfolioVolatility')];
  const inflation = book.number('assumption.inflation.mean');
  if (mean === null || volatility === null) return null;
  const glides = book.text('goals.plan.mix') !== null;
  const prices = inflation === null ? '' : `, and prices to rise by ${percent(inflation)} a year`;
  return {
    id: 'retirement-assumptions',
    title: 'What this assumes',
    body: body(
      paragraph(
        glides && 'The mix goes along the plan’s glide path, not by what is held today.',
        reading.retirement?.historical === true
          ? `Over the record, ${glides ? 'the mix of today’s age' : 'today’s mix'} returned ${percent(mean)} a year on average before inflation, with a volatility of ${percent(volatility)}${prices.replace('to rise', 'rose')}.`
          : `${glides ? 'At today’s age that mix' : 'Your mix'} is taken to return ${percent(mean)} a year on average before inflation and costs, with a volatility of ${percent(volatility)}${prices}.`,
        resampled(reading),
      ),
      atOldPrices(reading),
      paidFirst(reading),
      borrowed(reading),
      costsTaken(reading),
      taxesTaken(reading),
      single >= 0.1 && singleCompanies(reading, single),
      `Left out: ${list(leftOut(reading))}.`,
    ),
  };
}

/** The balance is as old as the prices that it is made of. */
function atOldPrices({ book, asOf }: Reading): string | null {
  const [oldest, newest] = [book.text('portfolio.prices.oldest'), book.text('portfolio.prices.newest')];
  if (newest !== null && isStale(newest, asOf))
    return `It starts from what you hold at prices of ${longDate(newest)}${oldest === newest ? '' : ' and older'}, not at today’s.`;
  return isStale(oldest, asOf) ? 'It starts from what you hold, some of it at prices more than a week old.' : null;
}

/** Debts whose interest is known, or assumed, come before everything else. */
function paidFirst({ book, money }: Reading): string | null {
  const [owed, rate, paidAt] = ['', '.rate', '.paidAt'].map((leaf) => book.number(`retirement.owed${leaf}`));
  if (typeof owed !== 'number' || typeof rate !== 'number') return null;
  const assumed =
    (book.number('interest.assumed.count') ?? 0) > 0
      ? ' Where nothing states that interest, what is usual for such a debt is assumed.'
      : '';
  if (typeof paidAt !== 'number')
    return `Debts of ${money(owed)}, charged ${percent(rate)} a year, are taken off what is held today.${assumed}`;
  const paid =
    book.text('retirement.owed.from') === 'what is held'
      ? `Debts of ${money(owed)}, charged ${percent(rate)} a year, are paid back at once, out of what is held, for what is saved would not do it.`
      : `Debts of ${money(owed)} are paid back before anything is saved, at the ${percent(rate)} a year that they are charged, by age ${paidAt.toString()}.`;
  return `${paid}${assumed}`;
}

/** What is held beyond what is owned is in the simulation, where its mix is the portfolio's. */
function borrowed({ book, cash }: Reading): string | null {
  const debt = book.number('assumption.cash.weight') ?? 0;
  if (cash >= 0 || debt >= 0) return null;
  return `Part of what you hold is borrowed. All of it is simulated, and the debt with it, ${percent(-debt)} of what is yours throughout, at the interest that cash earns: a lender usually asks for more, which would leave less.`;
}

/** A history, or a plan's own figures, has no ups and downs of single companies in it. */
function singleCompanies({ book, share: shareOf }: Reading, single: number): string {
  const widened = book
    .keys('assumption', 'volatility')
    .filter((key) => (book.how(`assumption.${key}.volatility`) ?? '').includes(' single holdings'));
  const also = [widened.includes('fixed_income') && 'bonds of one issuer', widened.includes('alternatives') && 'coins'];
  const others = also.filter((one) => one !== false);
  const share = `Single companies’ stocks, ${shareOf(single)} of the portfolio,`;
  return widened.length > 0
    ? `${share}${others.length > 0 ? ` and ${list(others)},` : ''} are simulated with ups and downs of their own on top of the market’s, in the same proportion throughout; how any one company will do, no simulation can say.`
    : `${share} are counted as if they went with the whole market: what can happen lies further apart than the figures say.`;
}

/** Where the returns come from. */
function resampled({ book, retirement }: Reading): string {
  const drawn = plain(book.text('goals.plan.returns') ?? '');
  if (retirement?.historical === true || drawn.startsWith('blocks')) {
    return `Returns are ${drawn}; another stretch of history, or another country’s, would give another answer.`;
  }
  const law = drawn === '' ? '' : ` Returns are ${drawn}.`;
  return `These rest on an assumption for each asset class, each with its own source; others would give another answer.${law}`;
}

/** What the funds take each year, and how much of that is known. */
function costsTaken({ book }: Reading): string | null {
  const fee = book.number('assumption.fee');
  if (fee === null) return null;
  const known = book.number('assumption.fee.known');
  if (fee === 0) return known === null ? 'What your funds cost is not known, so no costs are taken off.' : null;
  const whose = known === null ? 'Costs' : 'The funds’ costs';
  const rest =
    known === null || known >= 1
      ? ''
      : ` They are known for ${percent(known)} of what is invested, and the rest is taken to cost the same.`;
  const of = book.text('assumption.fee.of');
  if (of !== null) return `Costs of ${ratio(fee)} of the portfolio are taken off every year: ${plain(of)}.${rest}`;
  return `${whose} of ${ratio(fee)} of the portfolio are taken off every year.${rest}`;
}

/** Taxes, by how each account is taxed. */
function taxesTaken({ book, money, retirement }: Reading): string | null {
  const accounts = book.keys('assumption.account', 'taxRate').flatMap((key) => {
    const rate = book.number(`assumption.account.${key}.taxRate`) ?? 0;
    const balance = book.number(`assumption.account.${key}.balance`) ?? 0;
    const on = book.label(`assumption.account.${key}.taxRate`).split(', tax on ').at(-1) ?? '';
    return rate > 0 && balance > 0 ? [`${percent(rate)} of ${on} on ${money(balance)}`] : [];
  });
  if (accounts.length === 0 || retirement === null) return null;
  return `Taxes are taken off at effective rates: ${list(accounts)}; the rest is not taxed.${gainTaxed(book, money)}`;
}

/** The gain that taxable accounts bring along, where it is taxed. */
function gainTaxed(book: Reading['book'], money: Reading['money']): string {
  const gain = book.number('assumption.untaxedGain') ?? 0;
  if (gain < 1 || book.text('assumption.untaxedGain.taxed')?.startsWith('taken') !== true) return '';
  return ` The taxable accounts’ gain of today, ${money(gain)}, is taxed too as it is taken out.`;
}

/** The tax on gains of before today, where none is reckoned with: how much they are, as far as that is known. */
function gainsUntaxed({ book, money }: Reading): string[] {
  const gain = book.number('assumption.untaxedGain');
  const known = book.number('assumption.untaxedGain.known') ?? 0;
  if (gain === null) return [];
  const taxed = book.text('assumption.untaxedGain.taxed')?.startsWith('taken') === true;
  return [
    ...(!taxed && gain >= 1 ? [`the tax on the gain of ${money(gain)} that is in taxable accounts today`] : []),
    ...(known < 0.995
      ? [
          known === 0
            ? 'the tax on gains of today in taxable accounts (what was paid is not known)'
            : 'the tax on gains where what was paid is not known',
        ]
      : []),
  ];
}

/** What the engine does not model; a fact about it means that it does. */
function leftOut(reading: Reading): string[] {
  const { facts } = reading.book;
  const notCounted = reading.retirement?.notCounted ?? null;
  const absent = (word: RegExp) =>
    !facts.some(({ name }) => /^(?:goals|retirement|assumption)\./.test(name) && word.test(name));
  return [
    ...(absent(/^(?!goals\.otherIncome).*taxRate/) ? ['taxes on what is withdrawn'] : []),
    ...gainsUntaxed(reading),
    ...(reading.book.number('assumption.fee') === 0 ? ['what funds cost'] : []),
    ...(notCounted === null ? [] : [notCounted]),
    ...[1, 2, 3, 4].flatMap((at) => reading.book.text(`retirement.leftOut.${at.toString()}`) ?? []),
    'the value of a house',
    'the cost of long-term care',
    ...((reading.retirement?.rule ?? null) === null ? ['any change of spending along the way'] : []),
  ];
}
