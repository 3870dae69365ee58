import { keepsItsBalance } from '../../../../finance/contract-value.ts';
import { EQUITY_SHIFT } from '../../../../finance/retirement/answers/equity-shift.ts';
import type { Drift, DriftPart, Reading, Retirement } from '../reading/reading.ts';
import { list, paragraph, sentence } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { fromTo, percent, points, shareOrAll } from '../wording/percent.ts';
import { AT_TARGET } from './against-target.ts';
import { knownPlaces, placeOf, placesPartlyKnown } from './regions.ts';
import { isReal, levers } from './retirement-levers.ts';
import { swingsMoved } from './swings-moved.ts';
import type { Recommendation } from './recommendation.ts';

/** A move smaller than this share of what is compared is not worth naming. */
const WORTH_NAMING = 0.01;

/** Money, in the base currency, that is worth a thought and a trade. */
const WORTH_MOVING = 50;

/** What is to be reduced and what is to be added to, largest first. */
function sides({ parts }: Drift): { from: DriftPart[]; to: DriftPart[] } {
  const named = parts
    .filter(({ drift, toTarget }) => Math.abs(drift) >= WORTH_NAMING && Math.abs(toTarget) >= 1)
    .toSorted((a, b) => Math.abs(b.toTarget) - Math.abs(a.toTarget));
  return { from: named.filter(({ toTarget }) => toTarget < 0), to: named.filter(({ toTarget }) => toTarget > 0) };
}

/** The moves of money that bring the asset classes to their targets. */
export function rebalanceClasses(reading: Reading): Recommendation | null {
  const { drift, retirement, money, stated, cash } = reading;
  const table = drift.assetClass;
  if (table === null || table.turnover < AT_TARGET) return null;
  // Bonds bought with borrowed money are no advice: the debt comes first.
  if (!table.own && cash < -1) return null;
  const { from, to } = sides(table);
  const [seller, buyer] = [from[0], to[0]];
  if (seller === undefined || buyer === undefined || buyer.toTarget < WORTH_MOVING) return null;
  const single = from.length === 1 && to.length === 1;
  const { text: simulated, contrary } = besideSimulation(reading, from, to);
  return {
    title: table.own
      ? single && !sellsNothing(reading)
        ? `Move money from ${name(seller)} to ${name(buyer)}`
        : 'Bring the mix back toward your target'
      : contrary
        ? 'Decide which mix you want'
        : single
          ? `Consider moving money from ${name(seller)} to ${name(buyer)}`
          : `Consider a mix nearer to one typical for ${table.typicalFor}`,
    text: paragraph(
      single
        ? oneMove(seller, buyer, table, money)
        : table.own
          ? severalMoves(from, to, money)
          : towardsTypical([...to, ...from], money),
      simulated,
      retirement !== null &&
        retirement.contribute > 0 &&
        retirement.yearsToRetirement > 0 &&
        // What is saved pays debts first: it is not there to buy with.
        reading.book.text('retirement.owed.from') !== 'what is saved' &&
        `The ${stated(retirement.contribute)} you save each year, put into ${name(buyer)}${retirement.contribute >= neededToReach(from) ? ' until the target is reached and spread over all from then on, does it' : ', does part of it'} without selling${whatSavingsBuy(reading, buyer)}.`,
      lacksFund(reading, buyer) && `No fund you hold is mostly ${name(buyer)}, so one would have to be chosen first.`,
      hardToMove(reading, from),
      newMoney(reading),
      sellsNothing(reading) ? null : sheltered(reading),
      trades(reading),
    ),
    // Of what it is compared in, which need not be the whole.
    effect: table.own ? table.turnover : table.turnover * table.share,
  };
}

/** What an insurer or a plan's contract holds is no bond that can be sold any day. */
function hardToMove({ holdings }: Reading, from: readonly DriftPart[]): string | null {
  const kept = holdings.filter(({ label }) => keepsItsBalance(label)).map(({ label }) => label);
  if (kept.length === 0 || !from.some(({ key }) => key === 'fixed_income')) return null;
  return `${list(kept.slice(0, 3))} may be bound by a contract to leave only in instalments, or after a time: ask before you count on moving it.`;
}

/** New money that brings what is too large down to its target by what is bought beside it; without end where that target is nothing. */
const neededToReach = (from: readonly DriftPart[]): number =>
  Math.max(...from.map(({ toTarget, target }) => -toTarget / target));

/** The smaller of the two gaps is closed exactly; the other one nearly, or not quite. */
function oneMove(
  seller: DriftPart,
  buyer: DriftPart,
  { own, share }: Drift,
  money: (amount: number) => string,
): string {
  const settled = -seller.toTarget <= buyer.toTarget ? seller : buyer;
  return `Moving about ${money(Math.abs(settled.toTarget))} from ${name(seller)} to ${name(buyer)} would bring ${name(settled)} from ${percent(settled.weight)} to ${own ? 'your' : 'the'} target of ${percent(settled.target)}${own ? '' : ` of the two together${share > 0.995 ? '' : `, which are ${percent(share)} of the portfolio; whatever else you hold is left as it is`}`}.`;
}

function severalMoves(from: readonly DriftPart[], to: readonly DriftPart[], money: (amount: number) => string): string {
  const side = (parts: readonly DriftPart[]) =>
    list(
      parts.map((part) => {
        const levels = `${percent(part.weight)} now, ${percent(part.target)} aimed for`;
        return `${name(part)} by about ${money(Math.abs(part.toTarget))} (${levels})`;
      }),
    );
  return `To reach it, increase ${side(to)}, and reduce ${side(from)}.`;
}

/** The default target is of stocks and bonds alone; what else is held may have its reasons. */
function towardsTypical(parts: readonly DriftPart[], money: (amount: number) => string): string {
  const main = parts.filter(({ key }) => key === 'equity' || key === 'fixed_income');
  const others = parts.filter((part) => !main.includes(part)).map(name);
  const moves = main.map((part) => {
    const levels = `${percent(part.weight)} now, ${percent(part.target)} there`;
    return `about ${money(Math.abs(part.toTarget))} ${part.toTarget > 0 ? 'more' : 'less'} in ${name(part)} (${levels})`;
  });
  return paragraph(
    moves.length > 0 && `The typical mix would have ${list(moves)}.`,
    others.length > 0 &&
      `It has no place for ${list(others)}, which you may have good reasons to hold${others.includes('cash') ? ', a reserve of cash above all' : ''}.`,
  );
}

function name({ label }: DriftPart): string {
  return label.toLowerCase();
}

/** What the what-ifs say of such a move: the same, the other way, or nothing for sure. */
function besideSimulation(
  reading: Reading,
  from: readonly DriftPart[],
  to: readonly DriftPart[],
): { text: string | null; contrary: boolean } {
  const { retirement, drift, value, cashWeight } = reading;
  const [fewer, more] = [from, to].map((parts) => parts.some(({ key }) => key === 'equity'));
  const levered = retirement === null || (fewer !== true && more !== true) ? [] : levers(retirement);
  const lever = levered.find(({ key }) => key === 'more_equity' || key === 'less_equity');
  if (retirement === null) return { text: null, contrary: false };
  const target = drift.assetClass?.own === true ? 'your target' : 'that mix';
  if (lever === undefined)
    return lowered(reading, retirement, more === true ? 'more_equity' : fewer === true ? 'less_equity' : null, target);
  const upward = lever.key === 'more_equity';
  const swings = swingsMoved(reading, upward ? 'more_equity' : 'less_equity');
  const found = `“${lever.label}” would raise the chance that the money lasts from ${fromTo(retirement.success, lever.success)}${swings === null ? '' : `, with ${swings} swings`}`;
  if (upward === more) {
    const moved = Math.abs([...from, ...to].find(({ key }) => key === 'equity')?.toTarget ?? 0) / value;
    const alike = isAlike(reading, upward, moved, upward ? from : to);
    // Beside much cash that what-if has been told of already: what it moves is cash above all.
    if (!alike && upward && (cashWeight ?? 0) >= 1 / 3) return { text: null, contrary: false };
    const says = alike
      ? 'agrees'
      : upward
        ? 'tried another move, out of all the rest in proportion'
        : 'tried a move of another size';
    return { text: `The simulation of your plan ${says}: ${found}.`, contrary: false };
  }
  const choice =
    upward && swings === 'wider'
      ? `So ${target} buys calm at the price of some chance; how many stocks to hold is a choice between the two.`
      : upward
        ? `So look at ${target} again before you sell any stocks.`
        : `So more stocks would ${swings === 'smaller' ? 'add to the swings and not to that chance' : 'not add to that chance'}: look at ${target} again before you buy any.`;
  return { text: `The simulation of your plan points the other way: ${found}. ${choice}`, contrary: true };
}

/** Where such a move would lower the chance for sure, that it does. */
function lowered(
  reading: Reading,
  { whatIfs, success }: Retirement,
  key: 'more_equity' | 'less_equity' | null,
  target: string,
): { text: string | null; contrary: boolean } {
  const tried = whatIfs.find((one) => one.key === key && one.change < 0 && isReal(one));
  if (key === null || tried === undefined) return { text: null, contrary: false };
  const swings = swingsMoved(reading, key);
  const choice =
    swings === 'smaller'
      ? `So ${target} buys calm at the price of some chance; how many stocks to hold is a choice between the two.`
      : `So look at ${target} again before you ${key === 'more_equity' ? 'buy' : 'sell'} any stocks.`;
  return {
    text: `The simulation of your plan points the other way: “${tried.label}” would lower the chance that the money lasts from ${fromTo(success, tried.success)}${swings === null ? '' : `, with ${swings} swings`}. ${choice}`,
    contrary: true,
  };
}

/**
 * Whether the what-if moves about as much as is advised (half to twice), and between the same: it takes more stocks out of all
 * the rest in proportion, and puts fewer into bonds. `other` is what the stocks are exchanged for.
 */
function isAlike({ book, breakdown }: Reading, upward: boolean, moved: number, other: readonly DriftPart[]): boolean {
  const stocks = book.number('assumption.equity.weight') ?? 0;
  const room = upward ? 1 - stocks : stocks;
  const tried = Math.min(EQUITY_SHIFT, room);
  const share = (key: string) => breakdown.assetClass.find((part) => part.key === key)?.weight ?? 0;
  const same = upward
    ? other.reduce((sum, { key }) => sum + share(key), 0) >= (1 - share('equity')) * 0.65
    : other.some(({ key }) => key === 'fixed_income');
  return same && moved >= tried / 2 && moved <= tried * 2;
}

/** So many notes to the trades are facts. */
const NOTES = 5;

/** Whether nothing held could be bought for it: then no list of trades or purchases has any of it. */
function lacksFund({ book }: Reading, part: DriftPart): boolean {
  const notes = Array.from({ length: NOTES }, (_, at) => book.text(`rebalancing.note.${(at + 1).toString()}`));
  return notes.some((note) => note?.startsWith(`No fund held is mostly ${name(part)}:`) === true);
}

/** Where so much of what is short, or of what is saved, is bought and as much of the gap closed, it is of what is to be added to. */
const MOSTLY = 0.5;

/** Where a year's savings have a list of what they alone could buy: that it says so, or that they go where little of what is short can be bought. */
function whatSavingsBuy(reading: Reading, buyer: DriftPart): string {
  const { book } = reading;
  const saved = book.number('rebalancing.newMoney.amount');
  if (saved === null || book.number('rebalancing.money') !== null || buyer.key === 'cash' || lacksFund(reading, buyer))
    return '';
  const only = `, where ${name(buyer)} can be bought with it`;
  if (book.number('rebalancing.newMoney.trades') === null) {
    const goes = plain(book.text('rebalancing.newMoney.account') ?? '');
    return `. That takes an account in which ${name(buyer)} can be bought: what is held in ${goes}, where it is taken to go, brings the mix no nearer`;
  }
  const wanted = MOSTLY * Math.min(saved, buyer.toTarget);
  const { turnover = 0, share = 1 } = reading.drift.assetClass ?? {};
  const closed = turnover * share - (book.number('rebalancing.newMoney.residual') ?? 1);
  const isOfIt = (book.number('rebalancing.newMoney.bought') ?? 0) >= wanted && closed * reading.value >= wanted;
  return isOfIt
    ? ': what it could buy is listed under this section'
    : `${only}. What it could buy where it is taken to go is listed under this section`;
}

/** Money that the person says is coming; what is saved each year has its own sentence. */
function newMoney({ book, stated }: Reading): string | null {
  const amount = book.number('rebalancing.money');
  if (amount === null || book.number('rebalancing.newMoney.trades') === null) return null;
  return `What the ${stated(amount)} of new money could buy alone, with nothing sold, is listed under this section too.`;
}

/** Targets count as reached where less than this is still off, in classes and in regions, as above the table of trades. */
const REACHED = 0.01;

/** New money buys, and nothing is to be sold. */
const sellsNothing = ({ book }: Pick<Reading, 'book'>): boolean =>
  book.number('rebalancing.money') !== null && book.number('rebalancing.sold') === 0;

/** The trades themselves stand in a table of the report. */
function trades({ book, money }: Reading): string | null {
  const number = book.number('rebalancing.trades');
  const [before, after] = [book.number('rebalancing.turnoverBefore'), book.number('rebalancing.residual')];
  // What is held may leave nothing to buy: selling alone brings the mix no nearer.
  if (number === null || before === null || after === null || before - after < 0.01) return null;
  const own = book.text('rebalancing.source') === 'person';
  const off = Math.max(after, book.number('rebalancing.regionResidual') ?? 0);
  const which = !own
    ? 'What that could look like in trades is'
    : `${sellsNothing({ book }) ? 'Purchases' : 'Trades'} that ${off < REACHED ? 'would do it' : 'come nearer to it'} are`;
  const listed = `${which} listed under this section${own ? '' : ', as an illustration only'}`;
  return `${listed}${realized(book, money)}.`;
}

/** "; in taxable accounts they would realize gains of $100", and of how much that is sold nobody knows; empty where there is nothing to say. */
function realized(book: Reading['book'], money: Reading['money']): string {
  const gain = book.number('rebalancing.taxableGain');
  const sold = book.number('rebalancing.taxableSales.sold');
  const gains =
    gain === null || Math.abs(gain) < 1 ? '' : `${gain > 0 ? 'gains' : 'a loss'} of ${money(Math.abs(gain))}`;
  if (sold === null) return gains === '' || (gain ?? 0) < 0 ? '' : `; in taxable accounts they would realize ${gains}`;
  const unknown = `what ${plain(book.text('rebalancing.taxableSales.costUnknown') ?? '')} cost is not known`;
  if (gain === null) {
    return `; what gains they would realize on the ${money(sold)} sold in taxable accounts is open, for ${unknown}`;
  }
  const known = money(book.number('rebalancing.taxableSales.costKnown') ?? 0);
  return `; in taxable accounts they would realize ${gains === '' ? 'no gain' : gains} on ${known} of the ${money(sold)} sold, and the gain on the rest is open, for ${unknown}`;
}

/** The answer to who asks what the listed trades would realize; null where none is listed. */
export function gainsOfTrades({ book, money }: Reading): string | null {
  if (book.keys('rebalancing.trade', 'value').length === 0 && book.number('rebalancing.taxableGain') === null)
    return null;
  const said = realized(book, money).replace(/^; /, '');
  const words = said === '' ? 'in taxable accounts they would realize no gain that is worth naming' : said;
  return `Of the trades that are listed to rebalance: ${words}. What of that is taxed, and at which rate, is not computed.`;
}

/** Where a sale is not taxed. */
function sheltered({ breakdown }: Reading): string | null {
  // An account that owes may hold something that could be sold as well.
  const has = (key: string) => breakdown.accountType.some((part) => part.key === key && part.value !== 0);
  if (!has('tax_deferred') && !has('tax_free')) return null;
  return has('taxable') || has('other')
    ? 'Selling inside a tax-deferred or tax-free account brings no tax today; in a taxable account it can.'
    : 'As all of it is in tax-sheltered accounts, selling there brings no tax today.';
}

/** Below this part of the stocks with a known region no advice rests on regions. */
const ENOUGH_PLACED = 0.8;

/** A region's gap among the stocks from which it is named. */
const WORTH_SAYING = 0.02;

/** A large gap between regions among the stocks. */
export function rebalanceRegions(reading: Reading): Recommendation | null {
  const { book, drift, money, value } = reading;
  const table = drift.region;
  // Where those of the others lie may be the very places that seem to come short.
  if (knownPlaces(reading) < ENOUGH_PLACED) return null;
  if (table?.ofStocks !== true || value <= 0 || table.turnover < 0.1) return null;
  // Where one company is most of it, how much of that to hold is the question.
  if ((book.number('concentration.largestIssuer.weight') ?? 0) >= 0.5) return null;
  const { from, to } = sides(table);
  const [seller] = from;
  const short = to.filter(({ drift: gap }) => gap <= -WORTH_SAYING);
  const amount = short.reduce((sum, { toTarget }) => sum + toTarget, 0);
  if (seller === undefined || short.length === 0 || amount / value < 0.02 || amount < WORTH_MOVING) return null;
  const several = seller.key === 'emerging_markets';
  const than = table.own ? 'your target' : `${several ? 'their' : 'its'} share of the world’s stock markets`;
  const gaps = short.map(
    (part) =>
      `${placeOf(part)} (${percent(part.weight)}, ${percent(part.target)} there, about ${money(part.toTarget)})`,
  );
  return {
    title: table.own ? 'Bring the regions back toward your target' : 'Spread the stocks over more of the world',
    text: paragraph(
      `${sentence(placeOf(seller))} ${several ? 'have' : 'has'} ${shareOrAll(seller.weight)} of your stocks${placesPartlyKnown(reading) ? ' whose region is known' : ''}, ${points(seller.drift)} more than ${than}.`,
      `What comes short beside ${table.own ? 'that target' : 'those markets'}: ${list(gaps)}.`,
      !table.own && 'A tilt toward home can be deliberate; it is worth knowing its size.',
    ),
    effect: amount / value / 4,
  };
}
