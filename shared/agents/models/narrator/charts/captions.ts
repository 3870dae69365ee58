import { BEGIN_AT_THE_PLAN, beginAtThePlan } from '../../../../charts/from-the-plan.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { AT_TARGET } from '../report/against-target.ts';
import { inAWord } from '../report/breakdown-words.ts';
import { bracketed } from '../report/losses.ts';
import { placesPartlyKnown } from '../report/regions.ts';
import { unknownWhole } from '../reading/few-valued.ts';
import { longDate } from '../wording/date.ts';
import { list, paragraph } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent, points, shareOrAll } from '../wording/percent.ts';
import type { Topic } from './topic.ts';

/** What to see in a chart, in one or two sentences. */
export const captions: Readonly<Record<Topic, (reading: Reading) => string>> = {
  'asset-classes': (reading) => largestOf(reading, 'assetClass', 'of the portfolio, the largest asset class'),
  regions: (reading) => {
    const named = reading.breakdown.region.some(({ key, weight }) => !NAMELESS.has(key) && weight > 0);
    return largestOf(reading, 'region', 'of the portfolio, the largest region', named ? ['global'] : []);
  },
  sectors: (reading) => {
    const { sector } = reading.breakdown;
    const named = sector.some(({ key, weight }) => !NAMELESS.has(key) && weight > 0);
    return largestOf(reading, 'sector', 'of the portfolio, the largest sector named', named ? ['cash', 'other'] : []);
  },
  accounts: (reading) => largestOf(reading, 'account', 'of the portfolio, in the largest account', [], false),
  taxation: (reading) => largestOf(reading, 'accountType', 'of the portfolio, the largest part by tax treatment'),
  currencies: (reading) => largestOf(reading, 'currency', 'of the portfolio is quoted in it', [], false),
  holdings: holdings,
  drift: drift,
  'to-target': ({ book, money }) => {
    const amount = book.number('drift.assetClass.toMove');
    return amount === null
      ? 'What to add to and what to reduce to reach the target.'
      : `Reaching the target in full would move ${money(amount)}: bars to the right are added to, bars to the left reduced.`;
  },
  'region-drift': (reading) => {
    const { region } = reading.drift;
    const [most] = region?.parts ?? [];
    if (region === null || most === undefined) return 'Regions beside what they are compared with.';
    const whole = !region.ofStocks
      ? ''
      : placesPartlyKnown(reading)
        ? ' of the stocks whose region is known'
        : ' of the stocks';
    return `${most.label}: ${shareOrAll(most.weight)}${whole} beside a ${region.own ? 'target' : 'share of world markets'} of ${percent(most.target)}, the widest gap.`;
  },
  gains: ({ book, money }) => {
    const [gain, coverage] = [book.number('portfolio.gain'), book.number('portfolio.gain.coverage')];
    if (gain === null || coverage === null) return 'Value less cost, where the cost is known.';
    const known = coverage >= 1 ? '' : `, where the cost is known (${percent(coverage)} of what is invested)`;
    return `Together ${money(Math.abs(gain))} ${gain < 0 ? 'below' : 'above'} cost${known}.`;
  },
  fan: fan,
  spending: spending,
  'what-ifs': whatIfs,
  assumptions: ({ book }) => {
    const [mean, volatility] = [book.number('retirement.portfolioMean'), book.number('retirement.portfolioVolatility')];
    return mean === null || volatility === null
      ? 'Expected return and volatility a year, before inflation.'
      : `For your mix as a whole, an expected ${mean < 0 ? 'loss' : 'return'} of ${percent(mean)} a year before inflation with a volatility of ${percent(volatility)}.`;
  },
  'bad-times': badTimes,
  performance: performance,
  'ruin-ages': ruinAges,
  'first-years': firstYears,
  other: ({ asOf }) => `As of ${longDate(asOf)}.`,
};

/** Sectors and regions that say what a thing is not. */
const NAMELESS: ReadonlySet<string> = new Set(['cash', 'other', 'unknown', 'global']);

function largestOf(
  reading: Reading,
  by: keyof Reading['breakdown'],
  what: string,
  without: readonly string[] = [],
  named = true,
): string {
  const { breakdown, isWhole } = reading;
  if (reading.fewValued) return onlyValued(reading);
  const parts = breakdown[by];
  const [most] = parts
    .filter(({ key, weight }) => key !== 'unknown' && weight > 0 && !without.includes(key))
    .toSorted((a, b) => b.weight - a.weight);
  const unknown = parts.find(({ key }) => key === 'unknown')?.weight ?? 0;
  const owes = parts.some(({ weight }) => weight < 0);
  return (
    paragraph(
      most !== undefined &&
        (isWhole(most.weight) && !owes
          ? `All of it: ${most.label}.`
          : `${most.label}: ${percent(most.weight)} ${what}.`),
      named && unknown > 0 && `For ${percent(unknown)} it is not known.`,
      owes && 'Borrowed cash makes these shares add up to more than the whole.',
    ) || 'The parts of the portfolio by value.'
  );
}

/** Most positions are not in the picture. */
const onlyValued = (reading: Reading): string => unknownWhole(reading, 'this is no picture of the whole');

function holdings(reading: Reading): string {
  const { holdings: all, book, holdingCount, isWhole, value } = reading;
  if (reading.fewValued) return onlyValued(reading);
  const [first] = all;
  if (first === undefined) return 'All of it is in cash.';
  const five = book.number('concentration.topFive.weight');
  return paragraph(
    isWhole(first.weight)
      ? `${inAWord(first)} is all there is.`
      : `${inAWord(first)} is the largest investment${value > 0 ? `, ${percent(first.weight)} of the portfolio` : ''}.`,
    five !== null &&
      value > 0 &&
      holdingCount > 5 &&
      `The five largest${(reading.cashWeight ?? 0) > 0 ? ', without cash,' : ''} make up ${percent(five)}.`,
  );
}

function drift({ drift: { assetClass: table } }: Reading): string {
  const most = table?.leading ?? null;
  if (table === null || most === null) return 'Asset classes beside their targets.';
  if (table.turnover < AT_TARGET) return 'Every asset class is close to its target.';
  const gap = `${most.label}: ${points(most.drift)} ${most.drift > 0 ? 'above' : 'below'} target.`;
  return paragraph(gap, !table.own && `The target is one typical for ${table.typicalFor}, as you gave none.`);
}

/** Later than this hardly anybody is left to speak of. */
const LATE = 95;

/** Where lives are random, the line is of those alive at each age: what is left in the end is of all deaths, and not on it. */
function fanOfLives({ book, money }: Reading, plan: Retirement): string | null {
  const last = book
    .ages('retirement.balance.p50')
    .findLast((age) => age <= LATE && age > Math.max(plan.retireAt, plan.spendingFrom, plan.age));
  const left = last === undefined ? null : book.number(`retirement.balance.p50.${last.toString()}`);
  if (last === undefined || left === null) return null;
  const start =
    plan.yearsToRetirement === 0 ? '' : `${money(plan.medianAtRetirement)} at ${plan.retireAt.toString()} and `;
  return `The line is the median of those in which somebody is alive: ${start}${left < 1 ? 'nothing' : money(left)} at ${last.toString()}, in today’s dollars. The wider the band, the less can be said.`;
}

function fan(reading: Reading): string {
  const { retirement, money } = reading;
  if (retirement === null) return 'The range of simulated balances, in today’s dollars.';
  if (retirement.forLife) {
    const told = fanOfLives(reading, retirement);
    if (told !== null) return told;
  }
  const { medianAtRetirement, medianAtEnd, retireAt, lifeExpectancy, yearsToRetirement } = retirement;
  const at = lifeExpectancy === null ? 'left in the end' : `at ${lifeExpectancy.toString()}`;
  const end = `${medianAtEnd < 1 ? 'nothing' : money(medianAtEnd)} ${at}`;
  const start = yearsToRetirement === 0 ? '' : `${money(medianAtRetirement)} at ${retireAt.toString()} and `;
  return `The line is the median: ${start}${end}, in today’s dollars. The wider the band, the less can be said.`;
}

function spending({ book, money }: Reading): string {
  const income = book.number('goals.income');
  const [poor, middle] = ['p5', 'p50'].map((which) => book.number(`retirement.paidInFullUntil.${which}`));
  if (income === null || typeof poor !== 'number')
    return paragraph(
      `What can be spent in each year${spendingYears(book) === 'spending' ? '' : ' of retirement'}, in today’s dollars.`,
      spikes(book),
    );
  const median = typeof middle === 'number' ? `until age ${middle.toString()}` : 'to the end';
  return paragraph(
    `The full ${money(income)} a year is paid until age ${poor.toString()} in all but the poorest futures, and ${median} in the middle one, in today’s dollars.`,
    spikes(book),
  );
}

/** Of retirement, unless spending begins at another age than work stops. */
const spendingYears = (book: Reading['book']): string =>
  book.number('goals.yearsToSpending') === null ? 'retirement' : 'spending';

/** Goals named in a caption at most. */
const NAMED = 3;

/** What a year's rise of spending is. */
function spikes(book: Reading['book']): string | null {
  const from = book.number('goals.spendingFrom') ?? book.number('goals.retireAt') ?? 0;
  const goals = book
    .keys('goals.oneOff', 'label')
    .filter((key) => (book.number(`goals.oneOff.${key}.age`) ?? 0) >= from);
  const named = goals.slice(0, NAMED).map((key) => `“${plain(book.text(`goals.oneOff.${key}.label`) ?? '')}”`);
  const all = goals.length > NAMED ? [...named, 'others'] : named;
  return all.length === 0 ? null : `Where it rises for one year, that is spent on top for ${list(all)}.`;
}

function badTimes({ book }: Reading): string {
  const [worst] = book
    .keys('risk.stress', 'return')
    .map((key) => ({ key, returned: book.number(`risk.stress.${key}.return`) ?? 0 }))
    .toSorted((a, b) => a.returned - b.returned);
  if (worst === undefined || worst.returned >= 0) return 'What the mix held today would have returned then.';
  const label = plain(book.text(`risk.stress.${worst.key}.label`) ?? '');
  return `What today’s mix, held throughout, would have returned then. The ${bracketed(label)} would have cost it most.`;
}

function performance({ book }: Reading): string {
  const total = book.number('performance.whole.timeWeighted.total');
  const depth = book.number('performance.whole.drawdown.depth');
  const pricedTo = book.text('performance.whole.pricedTo');
  const known = book.text('performance.whole.known.from');
  if (total === null) return 'The return since the first transaction.';
  return paragraph(
    `The ${depth === null ? '' : 'upper '}line is the return so far, ${total < 0 ? 'minus ' : ''}${percent(Math.abs(total))} in all${pricedTo === null ? '' : ` to ${longDate(pricedTo)}, the last day with prices`}, with deposits and withdrawals taken out.`,
    depth !== null &&
      depth >= 0.0005 &&
      `The lower one is how far below its last peak it was, ${percent(depth)} at the deepest${known === null ? '' : `, since ${longDate(known)}: before it, where prices are missing, falls are not known and the upper line joins the days that are`}.`,
  );
}

function ruinAges({ retirement }: Reading): string {
  const age = retirement?.medianRuinAge ?? null;
  if (retirement === null || age === null)
    return 'The share of the simulated futures whose money runs out at each age.';
  return `In ${shareOrAll(retirement.failure)} of the ${retirement.futures} the money runs out, typically around ${age.toString()}.`;
}

function firstYears({ book }: Reading): string {
  const [bad, good] = ['worst', 'best'].map((which) => book.number(`retirement.sequence.${which}.success`));
  if (typeof bad !== 'number' || typeof good !== 'number') return 'The chance by how the first years turn out.';
  return `From ${percent(bad)} after the worst first five years of ${spendingYears(book)} to ${percent(good)} after the best.`;
}

/** What the figures say stands in the text beside the chart. */
function whatIfs({ retirement }: Reading): string {
  const compared = retirement?.comparedSpending ?? null;
  if (retirement !== null && compared !== null) {
    const medians = [compared.median, ...retirement.whatIfs.flatMap(({ spending }) => spending?.value ?? [])];
    return paragraph(
      `The median of what is spent a year at age ${compared.age.toString()}, under one change at a time.`,
      !retirement.historical && 'Each thin line is a 95% interval of the effect, for sampling alone.',
      beginAtThePlan(medians) && BEGIN_AT_THE_PLAN,
    );
  }
  const chances = retirement === null ? [] : [retirement, ...retirement.whatIfs].map(({ success }) => success);
  return paragraph(
    retirement?.historical === true
      ? 'The share of historical starts from which the money lasts, under one change at a time.'
      : 'The chance that the money lasts, under one change at a time. Each thin line is a 95% interval, for sampling alone.',
    beginAtThePlan(chances) && BEGIN_AT_THE_PLAN,
  );
}
