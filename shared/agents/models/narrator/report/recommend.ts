import { isStockByName } from '../tags/stock-ending.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { unusualPart } from '../reading/unusual-part.ts';
import { count } from '../wording/count.ts';
import { list, paragraph, sentence } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { fromTo, percent, ratio } from '../wording/percent.ts';
import { goalless } from './against-target.ts';
import { industriesOf } from './sectors.ts';
import { holdsFunds } from './breakdown-words.ts';
import { changePlan } from './change-plan.ts';
import { DEAR } from './costs.ts';
import { belowZero } from '../wording/below-zero.ts';
import { asWanted, couldStop, earliestOf } from '../retirement/earliest.ts';
import { afterwards, asCeiling, lasting, lastsIn } from '../retirement/lasting-income.ts';
import { laterSpending, ofTwoOrOne } from '../retirement/spending-range.ts';
import { isReal, levers } from './retirement-levers.ts';
import { propertyToo } from './property-companies.ts';
import { swingsMoved } from './swings-moved.ts';
import { rebalanceClasses, rebalanceRegions } from './rebalancing.ts';
import type { Recommendation } from './recommendation.ts';

/** What the figures suggest doing, what matters most first; at most seven. */
export function recommend(reading: Reading): Recommendation[] {
  // Of a part whose size is not known no share is one to act on.
  if (reading.fewValued) return [completeData(reading), repayDebt(reading)].filter((one) => one !== null);
  const rules = [trimUnusual, trimIssuer, fewerSingles, oneIndustry, roomToSpend, rebalanceRegions, idleCash, dearFunds, completeData, giveGoals]; // prettier-ignore
  const [plan, mix] = [changePlan(reading), rebalanceClasses(reading)];
  // What does most for the plan comes before a mix, whose own effect on the plan is smaller or none.
  const after = plan && mix && { ...mix, effect: Math.min(mix.effect / reading.held, plan.effect - 1e-6) };
  // Shares of what is left after a debt are the larger for it: beside the debt itself they count as shares of what is held.
  const shares = [after === null ? mix : null, ...rules.map((rule) => rule(reading))]
    .filter((one) => one !== null)
    .map((one) => ({ ...one, effect: one.effect / reading.held }));
  return [plan, after, repayDebt(reading), ...shares]
    .filter((one) => one !== null)
    .toSorted((a, b) => b.effect - a.effect)
    .slice(0, 7);
}

/** What of it lowers what could be lost: a part that is spread over more, or fewer stocks. */
export function lowerRisk(reading: Reading): Recommendation[] {
  if (reading.fewValued) return [];
  const most = reading.drift.assetClass?.leading;
  const isLower = most?.key === 'equity' && most.drift > 0;
  return [
    ...[trimUnusual, trimIssuer, fewerSingles, oneIndustry].map((rule) => rule(reading)),
    isLower ? rebalanceClasses(reading) : null,
  ]
    .filter((one) => one !== null)
    .toSorted((a, b) => b.effect - a.effect);
}

/** A broker's loan is simulated at what cash earns, so that paying it back may lower the chance: then that is said, and no advice. */
export function repayDebt(reading: Reading): Recommendation | null {
  const { cash, book, money } = reading;
  if (cash > -1) return repayFromCash(reading);
  const [owed, paidAt] = [book.number('retirement.owed'), book.number('retirement.owed.paidAt')];
  const from = book.text('retirement.owed.from') ?? 'what is saved';
  const isHeld = from === 'what is held';
  const tried = reading.retirement?.whatIfs.find(({ key }) => key === 'repay_debt');
  if (tried !== undefined && tried.change < 0 && isReal(tried))
    return {
      title: 'Weigh what is borrowed against what it costs you',
      text: `${belowZero(reading)}. In the projection paying it back out of what you hold lowers the chance, for there the debt costs no more than cash earns, and what would be sold could grow. Nothing states what the lender asks; where that is more than you can expect of what you hold, paying back is better, and it is the surer of the two.`,
      effect: 0.2,
    };
  return {
    title: 'Pay back what is borrowed',
    text: paragraph(
      `${belowZero(reading)}. Paying that back saves its interest for certain, which no investment does.`,
      owed !== null &&
        paidAt !== null &&
        `The projection has ${money(owed)} of it paid back first, out of ${from}${isHeld ? '' : `, by age ${paidAt.toString()}`}.`,
      owed !== null &&
        isHeld &&
        'That is how it is reckoned, and no reason to empty a retirement account: taking money out of one early can cost tax and a penalty, which are not counted here. Going on with the payments that the lender asks may cost less.',
    ),
    effect: 2,
  };
}

/** Yearly, a fraction: a debt charged less than that above what cash earns is no reason to have less at hand. */
const DEARER = 0.02;

/** Cash in one account, and in another a debt that is charged clearly more than that cash earns. */
function repayFromCash(reading: Reading): Recommendation | null {
  const { book, held, money } = reading;
  const owed = book.number('portfolio.borrowed') ?? 0;
  const [charged, earned] = [book.number('retirement.owed.rate'), book.number('cash.interest.yield')];
  if (owed < 1 || charged === null || charged - (earned ?? 0) < DEARER) return null;
  const assumed = (book.number('interest.assumed.count') ?? 0) > 0;
  return {
    title: 'Pay back what is borrowed out of cash',
    text: paragraph(
      `${money(owed)} is owed, charged ${percent(charged)} a year${assumed ? ', which is assumed where nothing states it' : ''}, while cash is held elsewhere${earned === null ? '' : `, at a yield of ${percent(earned)}`}.`,
      'Each dollar of it that is paid back saves the difference for certain, which no investment does. What you may need at hand comes first: what is paid back cannot always be drawn again.',
    ),
    // It is the first purpose that idle cash can have.
    effect: Math.max(charged - (earned ?? 0), (idleCash(reading)?.effect ?? 0) / held + 1e-6),
  };
}

/** Who has stopped saving has no new savings. */
const inSteps = ({ retirement }: Reading, areSeveral = false): string =>
  `Selling in steps${retirement !== null && (retirement.yearsToRetirement <= 0 || retirement.contribute === 0) ? '' : ', or putting new savings elsewhere,'} lowers ${areSeveral ? 'their' : 'its'} share without a single large decision.`;

/** Which account a holding is in is said of it where all are of one kind. */
function taxedOnSale({ breakdown }: Reading): string {
  const held = breakdown.accountType.filter(({ value }) => value !== 0);
  if (held.length > 0 && held.every(({ key }) => key === 'taxable')) return ', which would be taxed on a sale';
  const sheltered = held.length > 0 && held.every(({ key }) => key === 'tax_deferred' || key === 'tax_free');
  return sheltered
    ? ', and selling inside a tax-advantaged account is not taxed'
    : '; what of it is in a taxable account would be taxed on a sale';
}

/** Of several that a title names, as many as `unusualPart` names. */
const IN_THEM: Readonly<Record<number, string>> = { 2: 'the two of them', 3: 'the three of them' };

/** Gold, coins or property that are much of it; cash has its own question. */
function trimUnusual(reading: Reading): Recommendation | null {
  const part = unusualPart(reading);
  if (part === null || part.key === 'cash') return null;
  const { money, share } = reading;
  const [only, ...more] = part.held;
  const gain = more.length > 0 ? null : (only?.gain ?? null);
  return {
    title:
      part.held.length === 0
        ? `Decide how much you want in ${part.name}`
        : `Decide how much of ${part.name} you want to hold`,
    text: paragraph(
      `${money(part.value)}, ${share(part.weight)} of what ${reading.owes ? 'is yours' : 'you own'}, is in ${IN_THEM[part.held.length] ?? 'it'}, and ${part.means}.`,
      inSteps(reading, part.held.length > 1),
      gain !== null && gain >= 1 && `The unrealized gain of ${part.name} is ${money(gain)}${taxedOnSale(reading)}.`,
    ),
    effect: part.weight,
  };
}

function trimIssuer(reading: Reading): Recommendation | null {
  const { book, holdings, money, isWhole, owes } = reading;
  const weight = book.number('concentration.largestIssuer.weight') ?? 0;
  const name = plain(book.text('concentration.largestIssuer.name') ?? '');
  if (weight < 0.1 || name === '') return null;
  const byName = isStockByName(name);
  // Its one holding, where its shares are of one class.
  const same = holdings.find((one) => one.label === name && Math.abs(one.weight - weight) < 1e-9);
  const gain = same?.gain ?? null;
  return {
    title: `Decide how much of ${name} you want to hold`,
    text: paragraph(
      isWhole(weight)
        ? `All your plans ${byName ? 'may ' : ''}rest on one company.`
        : `${percent(weight)} of what ${owes ? 'is yours' : 'you own'}${same === undefined ? '' : `, ${money(same.value)},`} ${byName ? 'may rest' : 'rests'} on one company.`,
      byName && `That is told by its name alone: look up whether ${name} is one company’s stock or a fund of many.`,
      inSteps(reading),
      gain !== null && gain >= 1 && `The unrealized gain of ${name} is ${money(gain)}${taxedOnSale(reading)}.`,
    ),
    effect: weight,
  };
}

/** Many single companies, none of them large enough to be spoken of by itself. */
function fewerSingles(reading: Reading): Recommendation | null {
  const { book, share } = reading;
  const single = book.number('concentration.singleStock.weight') ?? 0;
  const issuer = book.number('concentration.largestIssuer.weight') ?? 0;
  // Of one that is most of them, how much to hold is the question.
  if (single < 0.3 || (issuer >= 0.1 && issuer >= single * 0.6)) return null;
  return {
    title: 'Lean less on single companies',
    text: `Single companies’ stocks${propertyToo(reading)} are ${share(single)} of the portfolio. Holding more of that through broad funds would spread it over many companies, and take away the need to watch each one.`,
    effect: single / 3,
  };
}

/** Stocks of one industry that are half of everything. */
function oneIndustry({ breakdown, book, share, held, holdings }: Reading): Recommendation | null {
  const [most] = industriesOf(breakdown.sector);
  const company = book.number('concentration.largestIssuer.weight') ?? 0;
  if (most === undefined || most.weight < held / 2 || company > most.weight * 0.8) return null;
  return {
    title: 'Spread the stocks over more industries',
    text: `${most.label} is ${share(most.weight)} of the portfolio${holdsFunds(holdings) ? ', funds included' : ''}. One industry can lag behind for many years; broad funds hold each at the size that it has in the market.`,
    effect: most.weight / 2,
  };
}

/** A plan with much to spare: the money is for something, and that is a choice too. */
function roomToSpend(reading: Reading): Recommendation | null {
  const { retirement, money, stated } = reading;
  if (retirement === null || retirement.success < 0.95) return null;
  const { sustainableIncome, incomeGap, income, futures, rule } = retirement;
  if (sustainableIncome === null || incomeGap === null || income === 0 || incomeGap < income / 10) return null;
  const later = laterSpending(reading, 'sustainable', futures).map(({ text }) => text);
  const then =
    rule === null
      ? ''
      : `${[...afterwards(reading, retirement), ...later, ofTwoOrOne(reading) ?? []].flat().join(' ')} `;
  return {
    title: 'Decide what the room in your plan is for',
    text: `${sentence(lasting(retirement, `${money(sustainableIncome)} a year`))}${asCeiling(retirement)} would last in ${lastsIn(retirement)} of the ${futures}; you want ${stated(income)}. ${then}${earlier(reading, retirement)}${retirement.contribute > 0 && retirement.yearsToRetirement > 0 && retirement.success > 0.995 ? 'Saving more would hardly add to the chance. ' : ''}The difference could be spent, given, left to heirs, or kept as safety; taking less risk is a way of using it too.`,
    // A plan that cannot be improved makes how to use it the first question.
    effect: retirement.success > 0.995 ? 0.6 : 0.03,
  };
}

/** How early work could stop with the income as it is, and the chance then: a whole year's step has more than was aimed at. */
function earlier(reading: Reading, plan: Retirement): string {
  const found = earliestOf(reading, plan);
  if (found?.way !== 'sooner') return '';
  return `${asWanted(plan, found.since)}, ${couldStop(found)} and the money would still last in ${percent(found.success)} of the ${plan.futures}. `;
}

/** Only where the person's own target does not say how much cash there should be; with it, rebalancing speaks of it. */
function idleCash(reading: Reading): Recommendation | null {
  const { debts, drift, breakdown, money, value, retirement, share } = reading;
  const cash = breakdown.assetClass.find(({ key }) => key === 'cash');
  if (drift.assetClass?.own === true || cash === undefined || value <= 0 || cash.weight < 0.2) return null;
  const more = retirement === null ? undefined : levers(retirement).find(({ key }) => key === 'more_equity');
  const swings = swingsMoved(reading, 'more_equity');
  return {
    title: 'Give the cash a purpose',
    text: paragraph(
      `${money(cash.value)}, ${share(cash.weight)} of the portfolio, is in cash${debts < 1 ? '' : `, with the ${money(debts)} that is owed taken off`}. What you may need soon belongs there; for the rest, decide for how long you can do without it, and let that decide how it is invested.`,
      more !== undefined &&
        retirement !== null &&
        retirement.success < 0.95 &&
        cash.weight >= 1 / 3 &&
        `In the simulation, “${more.label}” would raise the chance that the money lasts from ${fromTo(retirement.success, more.success)}${swings === null ? '' : `, with ${swings} swings`}.`,
    ),
    effect: cash.weight >= 1 / 3 ? cash.weight : cash.weight / 2,
  };
}

function dearFunds({ holdings, book, value }: Reading): Recommendation | null {
  const dear = holdings.filter(({ expenseRatio, weight }) => (expenseRatio ?? 0) >= DEAR && weight >= 0.02).slice(0, 3);
  if (dear.length === 0 || value <= 0) return null;
  const weighted = book.number('costs.expenseRatio');
  const each = dear.map(
    ({ title, expenseRatio, weight }) =>
      `${title}, ${percent(weight)} of the portfolio, costs ${ratio(expenseRatio ?? 0)} a year`,
  );
  return {
    title: `Check what the dearer ${dear.length === 1 ? 'fund gives' : 'funds give'} you for the price`,
    text: paragraph(
      `${list(each)}.`,
      weighted !== null && `The average over what you hold is ${ratio(weighted)}.`,
      'A cheaper fund of the same kind leaves the difference with you, whatever markets do.',
    ),
    effect: Math.max(...dear.map(({ weight, expenseRatio }) => weight * (expenseRatio ?? 0) * 10)),
  };
}

function completeData({
  excluded,
  excludedCount,
  unclassifiedCount,
  unclassifiedWeight,
  fewValued,
}: Reading): Recommendation | null {
  const unknown = unclassifiedCount > 0 && unclassifiedWeight >= 0.05 && !fewValued;
  const lacks = lackedBy(excluded);
  if (excludedCount === 0 && !unknown) return null;
  return {
    title: 'Complete the picture',
    text: paragraph(
      excludedCount > 0 &&
        `Add ${lacks} for the ${count(excludedCount, 'position')} that could not be valued: every share in this report will change with ${excludedCount === 1 ? 'it' : 'them'}.`,
      unknown &&
        `Say what the ${count(unclassifiedCount, 'holding')} without a classification ${unclassifiedCount === 1 ? 'is' : 'are'} made of: ${percent(unclassifiedWeight)} of the portfolio is a blank in the breakdowns above.`,
      'How to do so stands under “What is missing or uncertain”.',
    ),
    // Where most of it is a blank, filling it in comes before everything that rests on the rest.
    effect: unclassifiedWeight >= 0.5 ? 1 : Math.max(unknown ? unclassifiedWeight / 4 : 0, 0.001),
  };
}

/** What the positions that could not be valued are in want of. */
function lackedBy(excluded: Reading['excluded']): string {
  const price = excluded.some(({ reason }) => reason === 'no price');
  const rate = excluded.some(({ reason }) => reason !== 'no price');
  return price && rate ? 'dated prices and exchange rates' : rate ? 'an exchange rate' : 'a dated price';
}

function giveGoals({ retirementMissing, value }: Reading): Recommendation | null {
  if (!goalless(retirementMissing) || value <= 0) return null;
  return {
    title: 'Say what the money is for',
    text: 'With your age, the age at which you want to stop working and the income you want then, Alex can work out how likely it is that the money lasts, and compare your mix with one for your age.',
    effect: 0.0005,
  };
}
