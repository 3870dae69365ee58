import { affinity } from './affinity.ts';
import { agrees } from './agrees.ts';
import type { Context } from './context.ts';
import { familyOf } from './families.ts';
import { speaksOf } from './fact-meaning.ts';
import type { Meaning } from './fact-meaning.ts';
import type { FactIndex, Quantity, Shelf } from './fact-index.ts';
import { isWithin } from './figure.ts';
import type { Figure } from './figure.ts';
import { GAIN_RATIO, MULTIPLE } from './multiple.ts';
import { ofAYear, periodsAYear, periodsBefore } from './per-period.ts';
import { isSupported } from './support.ts';
import { EPSILON, boundedRoom, moneyTolerance, numberTolerance, partTolerance, percentTolerance } from './tolerance.ts';
import { CAPITAL_WORDS, ORDINARY_COUNTS } from './vocabulary.ts';

/** The fact behind a figure; or null and, where some fact has its size but is of something else, the name of that fact. */
export interface Match {
  fact: string | null;
  elsewhere: string | null;
}

const found = (fact: string | null | undefined): Match => ({
  fact: fact ?? null,
  elsewhere: null,
});

/**
 * The fact behind a figure. A figure agrees with a fact when the fact, rounded to the places that the text shows, is what
 * the text says: 63% stands for 62.5 to 63.5, $412,000 for anything nearest to it in thousands but never more than 1 % away,
 * "about $410,000" and "$1.2 million" up to 4 % away; and when the words around it do not say that it is of something else.
 */
export function matchFigure(figure: Figure, context: Context, index: FactIndex): Match {
  const { value } = figure;
  switch (figure.kind) {
    case 'money': {
      const currency = CURRENCIES.find(([, written]) => written.test(figure.text))?.[0];
      // Amounts are in dollars; in another currency they are what a rate of the facts makes of them.
      const [foreign, money] = [/ \/ exchangeRate\.(\w+)$/, index.money];
      if (currency !== undefined) {
        const held = money.filter(({ fact }) => foreign.exec(fact)?.[1] === currency);
        return best(figure, context, moneyTolerance(figure), held, index);
      }
      const periods = periodsAYear(context.before, context.after);
      if (periods === null) {
        const match = best(figure, context, moneyTolerance(figure), index.money, index);
        // "$2,000 a month; raise that to $2,400": the period is that of the amount before.
        const before = match.fact === null ? periodsBefore(context.passage) : null;
        return before === null ? match : (monthly(figure, context, before, index) ?? match);
      }
      // "$5,500 a month" is a twelfth of what is so much a year; what a question asks in months is stated so.
      const match = monthly(figure, context, periods, index);
      if (match !== null) return match;
      const asked = index.stated.find(
        ({ kind, value: said, fact }) => kind === 'money' && said === value && fact.startsWith('question.') && periodsBefore(`${index.labelOf(fact)} ${String(index.values.get(fact) ?? '')}`) === periods, // prettier-ignore
      );
      return found(asked?.fact);
    }
    case 'percent': {
      const level = LEVEL.test(context.after) ? statedIn(figure, context, index) : null;
      if (level !== null) return found(level);
      if (MULTIPLE.test(figure.text) && !PERIOD.test(context.sentence)) {
        // "Microsoft has doubled": the word itself says that it gained as much as it cost.
        const gains = index.percent.filter(({ fact }) => GAIN_RATIO.test(fact));
        const gained = gains.map((one) => ({ ...one, meaning: { ...one.meaning, needsTopic: false, topic: null } }));
        const match = best(figure, context, percentTolerance(figure), gained, index);
        if (match.fact !== null) return match;
      }
      return best(
        figure,
        context,
        figure.key === 'mix' && LIKE.test(context.before) ? 4 : percentTolerance(figure),
        figure.key === 'mix' ? index.percent.filter(isShare) : index.percent,
        index,
      );
    }
    case 'points':
      return best(figure, context, percentTolerance(figure), index.points, index);
    case 'odds': {
      // "A fall like the one in 2008" is none.
      if (/\bin (?:19|20)\d\d$/.test(figure.text)) return found(datedIn(figure.text.slice(-4), index));
      // "Seven out of ten" is a grade where grades are spoken of.
      if (
        figure.place === 0.1 &&
        (figure.text.includes('/') ||
          speaksOf('grade', context.clause.replace(figure.text, '')) ||
          /\b(?:diversification|risk):? $/i.test(context.before) ||
          isGraded(context.sentence))
      ) {
        const graded = {
          ...figure,
          kind: 'number',
          value: value * 10,
          place: 1,
        } as const;
        const grades = index.number.filter(({ meaning }) => meaning.topic === 'grade');
        return best(graded, context, 0.5, grades, index);
      }
      if (figure.text === 'half' && SUPPOSED_HALF.test(context.before)) return found('vocabulary');
      const share = { ...figure, value: value * 100 };
      return best(share, context, partTolerance(figure), index.percent, index, value);
    }
    case 'number': {
      const code = index.codes.get(figure.text);
      if (code !== undefined) return found(code);
      const match = best(figure, context, numberTolerance(figure), index.number, index);
      if (match.fact !== null) return match;
      return isOrdinary(figure, context) ? found('vocabulary') : (shortenedFact(figure, context, index) ?? match);
    }
    case 'year': {
      const dated = datedIn(figure.key === '' ? String(value) : figure.key, index) ?? statedIn(figure, context, index);
      // "The 2045 target-date fund" is called so.
      const called = /^ (?:target|retirement|fund)\b/i.test(context.after) ? index.stated.find((one) => one.kind === 'year' && one.value === value && one.fact.startsWith('holding.')) : undefined; // prettier-ignore
      if (dated !== null || called !== undefined || figure.key !== '') return found(dated ?? called?.fact);
      return best(
        figure,
        context,
        0.5,
        index.number.filter((one) => one.meaning.nouns === undefined),
        index,
      );
    }
    case 'date': {
      const dated = datedIn(figure.key, index);
      // "Prices are of November 20" where that is the day of the analysis alone.
      const { values } = index;
      const ofPrices =
        OF_PRICES.test(context.before) && dated === 'portfolio.asOf' && values.has('portfolio.prices.newest');
      return found(ofPrices && values.get('portfolio.prices.newest') !== values.get('portfolio.asOf') ? null : dated);
    }
    case 'ticker':
      return found(CAPITAL_WORDS.has(figure.key) ? 'vocabulary' : index.words.get(figure.key));
    case 'word':
      return found(index.words.get(figure.key));
    case 'link':
      return found(index.prose.includes(figure.key) ? 'source' : null);
  }
}

const OF_FUTURES =
  /\b(?:futures?|chances?|odds|likel\w*|probab\w*|simulat\w*|scenarios?|cases|outcomes?|times|paths?|lasts?|lasting|succe\w+|fail\w*|runs? out|plan|dollars?|money)\b/i;
const SPREAD_OUT = /\bdiversif\w+|\bspread\b|\b(?:risk|riskiness) (?:is|of|at|stands|comes)\b/i;

/** "Diversification is poor, at 7 out of 10": what is said to be so much of ten, and counts no futures. */
const isGraded = (sentence: string): boolean =>
  SPREAD_OUT.test(sentence) && !OF_FUTURES.test(sentence.replace(/\bspread of (?:your|the) \w+/i, ''));

/** A gain since the purchase is none of a period. */
const PERIOD =
  /\b(?:last|past|this|previous|each|every|in|within|over) (?:\w+ )?(?:years?|months?|quarter|decade|weeks?)\b/i;

/** "Close to a 60/40 portfolio" names a mix that many know, and not this one's figures. */
const LIKE =
  /\b(?:close to|near(?:ly)?|like|roughly|about|around|not far (?:off|from)|almost|classic|resembles|familiar)\s(?:an? )?(?:classic |familiar |plain |old |standard )?(?:[\d/]*)$/i;

/** "Its 95% interval": the level of an interval is stated by its label. */
const LEVEL = /^ (?:confidence )?interval\b/i;

const OF_PRICES = /\bprices? (?:are|is) (?:all )?(?:of|from|as of) $/i;

const CURRENCIES: readonly (readonly [string, RegExp])[] = [
  ['GBP', /£|\bGBP\b|\bpounds\b/],
  ['EUR', /€|\bEUR\b|\beuros?\b/],
  ['JPY', /¥|\bJPY\b/],
  ['CHF', /\bCHF\b/],
];

/** "If Apple were to fall by half" states nothing. */
const SUPPOSED_HALF =
  /\b(?:if|were|should|suppose|imagine)\b[^.;]*\b(?:by|in)\s$|\b(?:a|another) (?:fall|drop|decline|crash|loss) (?:by|of)\s$/i;

/** A share of what is so much a year, where it is one. */
function monthly(figure: Figure, context: Context, periods: number, index: FactIndex): Match | null {
  const yearly = index.money.filter(({ meaning }) => meaning.yearly === true);
  const match = best(ofAYear(figure, periods), context, periods * moneyTolerance(figure), yearly, index);
  return match.fact === null ? null : found(`${match.fact} / ${periods}`);
}

const isShare = ({ fact, meaning: { topic } }: Quantity) =>
  topic === 'share' || topic === 'target' || topic === 'after' || /^question\.whatIf\.\d+\.mix\./.test(fact);

/** Of a fact whose family the passage speaks of in other figures, or whose change it names as it was tried, no word is needed. */
function vouched(
  { needsTopic, also, ...meaning }: Meaning,
  fact: string,
  { families, passage }: Context,
  index: FactIndex,
): Meaning {
  const family = families.size === 0 ? null : familyOf(fact);
  if (family !== null && families.has(family)) return meaning;
  const tried = index.values.get(`${/^question\.whatIf\.\d+/.exec(fact)?.[0] ?? ''}.label`);
  if (typeof tried === 'string' && passage.includes(tried))
    return { ...meaning, ...(needsTopic === true && { needsTopic }) };
  return {
    ...meaning,
    ...(needsTopic === true && { needsTopic }),
    ...(also !== undefined && { also }),
  };
}

/** The closest quantity that fits in size and in meaning; else what a label states. */
function best(
  figure: Figure,
  context: Context,
  tolerance: number,
  quantities: readonly Quantity[],
  index: FactIndex,
  stated = figure.value,
): Match {
  const room = tolerance + EPSILON * Math.max(1, figure.value);
  const beyond = room + boundedRoom(figure);
  const near = quantities
    .filter(({ value }) => {
      if (figure.within !== undefined) return isWithin(value, figure.within);
      const off = value - figure.value;
      // "Just over half" is said of no 47%.
      if (figure.kind === 'odds' && figure.bound > 0 && off < 0) return Math.abs(off) <= Math.min(room, 0.5);
      return Math.abs(off) <= room || (off * figure.bound > 0 && Math.abs(off) <= beyond);
    })
    .sort((a, b) => Math.abs(a.value - figure.value) - Math.abs(b.value - figure.value));
  const topics = index.topics[shelfOf(figure)];
  const match = closest(
    near.filter(
      (one) =>
        agrees(figure, vouched(one.meaning, one.fact, context, index), context, topics) &&
        isSupported(figure, one, context, index),
    ),
    (one) => affinity(one, figure, context),
  );
  if (match !== undefined) return found(match.fact);
  const fact = statedIn({ ...figure, value: stated }, context, index);
  return { fact, elsewhere: fact === null ? (near[0]?.fact ?? null) : null };
}

/** The one for which most speaks; of several the first. */
function closest(all: readonly Quantity[], points: (one: Quantity) => number): Quantity | undefined {
  if (all.length < 2) return all[0];
  let [best, most] = [all[0], -Infinity];
  for (const one of all) {
    const own = points(one);
    if (own > most) [best, most] = [one, own];
  }
  return best;
}

const shelfOf = ({ kind }: Figure): Shelf =>
  kind === 'money' || kind === 'points' || kind === 'number' ? kind : kind === 'year' ? 'number' : 'percent';

/** Too common to tell which figure is meant. */
const COMMON = new Set('a an the of to in at is are and or by for with from it its that this as on'.split(' '));

/**
 * A figure that a label or a text of the facts states, e.g. "95 % interval" or "Retire 2 years later, at 69": the same
 * kind and value, next to one of the same words. Money is particular enough by itself.
 */
function statedIn(figure: Figure, context: Context, index: FactIndex): string | null {
  const { kind, value, before, after } = figure;
  const same = (a: string, b: string) => a.replace(/s$/, '') === b.replace(/s$/, '') && a !== '' && !COMMON.has(a);
  // "The first five years" of a label are no five years of anything else.
  const ofYears = kind === 'number' && /^years?$/.test(after);
  const match = index.stated.find(
    (one) =>
      one.kind === kind &&
      Math.abs(one.value - value) <= EPSILON * Math.max(1, value) &&
      (kind === 'money'
        ? !context.subjects.has('whole:portfolio') || context.subjects.size > 1
        : same(one.before, before) || (!ofYears && (same(one.after, after) || same(one.before, after)))) &&
      isSupported(figure, one, context, index),
  );
  return match?.fact ?? null;
}

/** "7.3%, give or take 16". */
const SPREAD = /\b(?:give or take|plus or minus|±) ?(?:about |around |roughly )?$/i;

const BARE_END =
  /^(?:\s?[,.;:)?|]|\s(?:over|under|light|heavy|short|too|and|or|but|while|in|for|below|above|against|versus)\b|$)/;

/** "Overweight America by 24 points and underweight Europe by 11": the second figure has the unit of the first. */
function shortenedFact(figure: Figure, context: Context, index: FactIndex): Match | null {
  const millions = figure.text.endsWith('illion');
  if (!millions && !BARE_END.test(context.after) && context.attached.size === 0) return null;
  // "$518,000 at worst, half a million or so": an amount whose unit the text has said.
  if (figure.value >= 1000 && (millions || /[$€£]\s?\d|\bdollars\b/.test(context.passage))) {
    const money = { ...figure, kind: 'money' } as const;
    const match = best(money, context, moneyTolerance(money), index.money, index);
    if (match.fact !== null) return match;
  }
  for (const kind of ['points', 'percent'] as const) {
    const unit = kind === 'points' ? /\d\s?(?:pp|pts?)\b|\bpoints?\b/i : /\d\s?%|\bper ?cent\b|\bpercentages\b/i;
    const spread = kind === 'percent' && SPREAD.test(context.before);
    const signed = figure.sign !== 0 && /^\s?\|/.test(context.after);
    const short = kind === 'points' && (signed || /^\s(?:over|under|light|heavy)\b/.test(context.after));
    if (!short && !unit.test(context.passage)) continue;
    const own = index[kind].filter(
      ({ meaning }) =>
        figure.sign !== 0 ||
        (spread && meaning.topic === 'volatility') ||
        meaning.subjects.some((subject) => context.subjects.has(subject) || context.named.has(subject)),
    );
    const match = best({ ...figure, kind }, context, percentTolerance(figure), own, index);
    if (match.fact !== null) return match;
  }
  return null;
}

/** Small counts of things that are no money: "two reasons", "the three points above". */
function isOrdinary({ value, text }: Figure, { after, before, listed, sentence }: Context): boolean {
  if (value === 10 && /\bout of $/.test(before)) return speaksOf('grade', sentence);
  if (value > 12 || /[.%]/.test(text)) return false;
  return ORDINARY_COUNTS.test(after) || (value >= 2 && value === listed);
}

/**
 * `key` is a date, a month ("2026-03"), a year, what the years of a decade begin with ("197"), or a day without its year
 * ("-03-31"). Crises of the past carry their years in their names.
 */
function datedIn(key: string, index: FactIndex): string | null {
  const fits = /^\d{3}$/.test(key)
    ? (date: string) => date.startsWith(key)
    : key.startsWith('-')
      ? (date: string) => date.endsWith(key)
      : (date: string) => date === key || date.startsWith(`${key}-`);
  for (const [date, fact] of index.dates) if (fits(date)) return fact;
  const crisis = index.stated.find(
    ({ kind, value, fact }) => kind === 'year' && fact.startsWith('risk.stress.') && fits(String(value)),
  );
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(key) ?? [];
  return crisis?.fact ?? (year === '' ? null : (index.dates.get(`${year}-${day}-${month}`) ?? null));
}
