import * as z from 'zod';

/** What a person's question is about, for an agent to put its weight on. */
export const focusTopics = [
  'value',
  'allocation',
  'drift',
  'concentration',
  'risk',
  'costs',
  'performance',
  'rebalancing',
  'retirement',
  'spending',
  'earliest_retirement',
  'running_out',
  'future_value',
  'missing_data',
] as const;
export const focusTopic = z.enum(focusTopics);
export type FocusTopic = z.infer<typeof focusTopic>;

/** What a question may touch on and Alex does not compute; each has its sentence in the report. */
export const outsideTopics = [
  'taxes',
  'moving_abroad',
  'property',
  'health_costs',
  'inheritance',
  'insurance',
  'debt',
  'single_investment',
  'market_forecast',
  'market_news',
  'payouts',
  'other',
] as const;
export const outsideTopic = z.enum(outsideTopics);
export type OutsideTopic = z.infer<typeof outsideTopic>;

const mixPart = z.strictObject({
  asset: z.string().min(1).max(20),
  how: z.enum(['to', 'up', 'down', 'up_percent', 'down_percent']),
  value: z.number().min(0).max(1e12),
});

/**
 * One thing that a what-if has different from the plan. `value` is a number as it stands in the question: an age, dollars,
 * years, or a percentage (10 for 10%); code does the sums.
 *
 * - `retireAt`, `lifeExpectancy`: `to` an age, or years `up` or `down`; `retireAt` also `to` a year of the calendar, or `in` so many years
 *   from today, 0 for now; of `who`, by the name that the question gives, of a plan of two; of whoever it may be where it gives none;
 * - `retireAt`, `income`, `contribute`, `balance`: `enough` (`value` 0) for what the question leaves open, one of a what-if: the earliest age, the most
 *   that can be spent, the least that has to be saved or to be there today, which code finds, so that the money lasts as often as the plan aims at,
 *   or in `confidence` percent of the futures where the question says how sure it has to be;
 * - `income`, `contribute`: `to` dollars a year (or as often as `per` says, which code makes a year's), or dollars or percent `up` or `down`;
 *   with a date for a time only: from `when` and `time` on, to the age `toAge` or for so many `years`, else to the end, of saving to retirement;
 * - `balance`: the portfolio today, dollars or percent `up` or `down`; `stocks`: percent `up` or `down` of its stocks alone;
 * - `inflation`: `to` percent a year, or points `up` or `down`;
 * - `otherIncome`: `to` dollars a year (or a month) from age `fromAge`, or from retirement: Social Security, a pension, rent received. Of
 *   a `source` it takes the place of what the plan has of it, 0 for none, and may go up or down; without one it comes on top.
 *   Social Security that pays so many percent less from a day on (`down_percent`, 100 where it pays nothing) has that in `when` and `time`.
 *   It begins at retirement where there is no `fromAge`, or by `when` and `time`: rent of a house that is bought then.
 *   Work for pay beside or in the place of the job is of the source `work`: who does it before the plan's retirement has stopped the other
 *   work by then. `toAge` or `years` say how long it is paid, `until` that it is to the day on which work stops, for life where there are none;
 * - `claimAt`: `to` the age at which Social Security begins, whose amount follows from that; of `who`, as `retireAt` is;
 * - `cost`: `to` dollars paid once, or each year (or month) for so many `years` or up to the age `toAge`, on top of what is spent; ages are those
 *   of `who`, where the question gives them with one of the plan's people;
 * A `cost`, or dollars `up` or `down` of `balance`, of which each of several gets so much, are so many `times` that.
 * - `returns`: what an `asset` class, or the portfolio where there is none, returns in an average year before inflation: `to` percent, or points `up` or `down`;
 * - `price`: percent `up` or `down` of one `asset` today: a class but stocks and cash, `gold`, `crypto`, the `largest` holding, or a holding by its
 *   symbol or what the question calls it;
 * - `crash`: `to` a year of a bad time whose figures by asset class are known (`crashYears`): what fell then falls again;
 * - `mix`: another mix from today on, `to` what `mix` says of each part of it: an `asset` class, or a fund that is held by its symbol, at so many
 *   percent of the portfolio, or so many percent of the portfolio or dollars more or less. The rest keeps its proportions. With a date,
 *   which is today's, it comes after what falls today.
 *
 * A `cost`, dollars `up` or `down` of `balance`, a fall in percent of `balance` or `stocks`, and a `crash` may come later: `when` says how the question dates it, and `time` is the number
 * there: an age, years from today, a year of the calendar, or years before or after work stops, 0 for the year in which it does.
 */
export const planChange = z.strictObject({
  what: z.enum([
    'retireAt',
    'lifeExpectancy',
    'income',
    'contribute',
    'balance',
    'stocks',
    'inflation',
    'otherIncome',
    'crash',
    'cost',
    'claimAt',
    'mix',
    'returns',
    'price',
    'withdraw',
  ]),
  how: z.enum(['to', 'up', 'down', 'up_percent', 'down_percent', 'in', 'enough']),
  value: z.number().min(0).max(1e12),
  per: z.enum(['year', 'month', 'quarter', 'two_weeks', 'week', 'day']).nullable(),
  fromAge: z.number().int().min(0).max(120).nullable(),
  /** Plans stored before there was this have none. */
  who: z.string().min(1).max(100).nullable().optional(),
  source: z.enum(['social_security', 'pension', 'work']).nullable().optional(),
  toAge: z.number().min(0).max(120).nullable().optional(),
  years: z.number().min(0).max(120).nullable().optional(),
  until: z.enum(['retirement']).nullable().optional(),
  asset: z.string().min(1).max(60).nullable().optional(),
  times: z.number().int().min(1).max(100).nullable().optional(),
  when: z.enum(['age', 'in_years', 'in_year', 'before_retirement', 'after_retirement']).nullable().optional(),
  time: z.number().min(0).max(2200).nullable().optional(),
  mix: z.array(mixPart).min(1).max(6).nullable().optional(),
  confidence: z.number().gt(0).lt(100).nullable().optional(),
});
export type PlanChange = z.infer<typeof planChange>;

/** A day to come, as a question says it: an age, years from today, a year of the calendar, or the day on which work stops. */
export const dateAsked = z.strictObject({
  when: z.enum(['age', 'in_years', 'in_year', 'after_retirement']),
  time: z.number().min(0).max(2200),
});
export type DateAsked = z.infer<typeof dateAsked>;

/** A sum, US dollars, of which a question asks how likely it is to be there at a day to come, which may be the one on which work stops. */
export const chanceAsked = z.strictObject({
  amount: z.number().positive().max(1e12),
  when: z.enum(['age', 'in_years', 'in_year', 'after_retirement']),
  time: z.number().min(0).max(2200),
});
export type ChanceAsked = z.infer<typeof chanceAsked>;

/** Whether the question leaves the figure open, so that code finds it. */
export const isOpen = ({ how }: Pick<PlanChange, 'how'>): boolean => how === 'enough';

/** Whether it is dated by the day on which work stops. */
export const isByRetirement = ({ when }: Pick<PlanChange, 'when'>): boolean =>
  when === 'before_retirement' || when === 'after_retirement';

/** A sum, US dollars of today, of which a question asks how much has to be saved so that it is there at a day to come. */
export const savingsGoal = z.strictObject({
  amount: z.number().positive().max(1e12),
  when: z.enum(['age', 'in_years', 'in_year', 'after_retirement']),
  time: z.number().min(0).max(2200),
  /** Whether the answer is wanted by the month. */
  per: z.enum(['year', 'month']),
  /** How sure the question wants to be, percent; null where it does not say. */
  confidence: z.number().gt(0).lt(100).nullable(),
});
export type SavingsGoal = z.infer<typeof savingsGoal>;

/** From here on the number of a date is a year of the calendar, and no age. */
export const FIRST_CALENDAR_YEAR = 1900;

/** The first age at which Social Security can be claimed, the one of the full benefit, and the last that adds to it. 20 CFR 404.409 and 404.313. */
export const claimingAges: readonly number[] = [62, 67, 70];

/** The years of bad times whose figures are known: by the one in which each began, the others that it is called by. */
export const crashYears: ReadonlyMap<number, readonly number[]> = new Map([
  [1929, [1930, 1931, 1932]],
  [1973, [1974]],
  [2000, [2001, 2002]],
  [2008, [2007, 2009]],
  [2022, []],
]);

/** A part of a question that is not tried, in the question's own words. */
export const unreadPart = z.strictObject({
  words: z.string().min(1).max(100),
  /**
   * `later`: a sum of which nothing tells when it comes; `mix`: another mix without its shares, or later than today; `amount`: more or less without a figure; `period`: a month's amount or a year's, nobody can
   * tell; `many`: more than is tried at once; `together`: each of it is tried, and not all that it can be combined to; `cost`: something
   * to pay, which what is spent may hold already; `fall`: stocks that rise at another time than today, or fall at one that no age and
   * no year tells; `size`: a fall without a percentage; `past`: what has happened already; `solve`: how much to save for something;
   * `moved`: a person's own money in another form; `price`: what an annuity costs, which is not what it pays; `part`: saving that may be in what is saved already; `begins`: what is drawn from an age on;
   * `pause`: a time without work that ends again; `survivor`: what is left for whoever lives on; `total`: a sum to have, and no spending of a year; `rate`: a share of the portfolio to take out each year; `needed`: a sum to have at a day to come; `rises`: what
   * grows by so much every year; `another`: what somebody else does; `present`: how things are today, which the plan and the portfolio say; `currency`: money that is no dollars; `market`: prices that move of kinds of stocks, as of an industry or a country; `ending`: what there is or is left under what is tried; `sustained`: how much can be spent where work has stopped otherwise than planned; `account`: what is withdrawn of one account; `holding`: one holding sold or bought; `until`: pay for work after that of today, nothing tells how long; `absent`: a sum that does not come; `ends`: the end of an income; `whose`: what one of two people saves or receives; `each`: a sum to each of nobody tells how many; `futures`: how many futures are simulated; `confidence`: how sure it has to be, of something that is not found; `earned`: pay before work stops, of which a plan has only what is saved; `placed`: in what new money would best be put; `goal`: what has to be saved for a sum on other terms than the plan's.
   */
  why: z.enum([
    'unclear',
    'later',
    'amount',
    'period',
    'many',
    'together',
    'cost',
    'fall',
    'size',
    'past',
    'solve',
    'moved',
    'price',
    'part',
    'begins',
    'sustained',
    'required',
    'ending',
    'mix',
    'pause',
    'survivor',
    'total',
    'rate',
    'needed',
    'rises',
    'another',
    'present',
    'currency',
    'market',
    'futures',
    'confidence',
    'each',
    'account',
    'holding',
    'until',
    'absent',
    'ends',
    'whose',
    'lent',
    'earned',
    'alone',
    'placed',
    'goal',
  ]),
});
export type UnreadPart = z.infer<typeof unreadPart>;

/** Who asks, in `who`, where the question tells of somebody else beside: a plan for two does not tell which of them that is. */
export const ASKER = 'me';

/**
 * Each what-if is a simulation more, some hundredths of a second, or three where a plan of two people leaves open whose age it is: 36 at
 * most, a quarter of what the answer to the plan itself takes. A question of a thousand characters seldom has as many.
 */
export const MOST_WHAT_IFS = 12;
/** To find one figure takes some thirty simulations. */
export const MOST_SOLVED = 3;
export const MOST_CHANGES = 8;
export const MOST_UNREAD = 8;
export const MOST_BALANCES = 4;

/** What the planner makes of a question: choices only, no words of its own, so that code can carry all of it out. */
export const analysisPlan = z.strictObject({
  /** Who writes; the planner's summary, which answers the question, is always written. */
  agents: z
    .array(z.enum(['reporter', 'charter', 'retirement']))
    .min(1)
    .max(3),
  /** The most important first. */
  focus: z.array(focusTopic).max(3),
  /** Each is simulated with all of its changes at once. */
  whatIfs: z.array(z.strictObject({ changes: z.array(planChange).min(1).max(MOST_CHANGES) })).max(MOST_WHAT_IFS),
  outside: z.array(outsideTopic).max(4),
  /** At which days it asks what there will be, and of which sums, in dollars, when they will be there. Plans stored before there was this have none. */
  balancesAt: z.array(dateAsked).max(MOST_BALANCES).optional(),
  balancesReached: z.array(z.number().positive().max(1e12)).max(MOST_BALANCES).optional(),
  /** How likely which sums are then. Plans stored before there was this have none. */
  balanceChances: z.array(chanceAsked).max(MOST_BALANCES).optional(),
  /** What has to be saved for which sums. Plans stored before there was this have none. */
  savingsGoals: z.array(savingsGoal).max(MOST_SOLVED).optional(),
  /** What of it cannot be tried. Plans stored before there was this have none. */
  unread: z.array(unreadPart).max(MOST_UNREAD).optional(),
});
export type AnalysisPlan = z.infer<typeof analysisPlan>;

/** Without a question, and where a plan was no good. */
export const FULL_PLAN: AnalysisPlan = {
  agents: ['reporter', 'charter', 'retirement'],
  focus: [],
  whatIfs: [],
  outside: [],
};
