import { simulated } from '../finance/question/answer-question.ts';
import { isBenefitCut } from '../finance/question/benefit-cut.ts';
import { applyChanges } from '../finance/question/scenario.ts';
import { analysisPlanPrompt } from '../prompts/analysis-plan.ts';
import type { QuestionContext } from '../prompts/analysis-plan.ts';
import {
  analysisPlan,
  claimingAges,
  crashYears,
  FULL_PLAN,
  isOpen,
  MOST_SOLVED,
  planChange,
} from '../schemas/analysis-plan.ts';
import type { AnalysisPlan, PlanChange } from '../schemas/analysis-plan.ts';
import type { AgentOptions, AgentResult } from './agent-run.ts';
import { planPart } from './models/narrator/parts/plan.ts';
import { planPlay } from './models/narrator/plan/plan-play.ts';
import { numbersIn } from './question/numbers-in.ts';
import { runAgent } from './run.ts';

/**
 * What an analysis has to look into so that it answers a person's question: choices only, which code carries out. A model
 * whose plan does not hold together (a number that is not in the question, say) is replaced by the narrator's rules.
 *
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export async function planAnalysis(
  context: QuestionContext,
  options: AgentOptions = {},
): Promise<AgentResult<AnalysisPlan>> {
  const result = await runAgent(
    {
      agent: 'planner',
      form: 'plan',
      prompt: analysisPlanPrompt(context),
      answer: analysisPlan,
      // Choices, not figures: the numbers are held to the question below.
      texts: () => [],
      facts: [],
      problems: (plan) => problemsIn(plan, context),
      play: planPart,
    },
    options,
  );
  return { ...result, output: withoutDoubles(result.output) };
}

function problemsIn(
  { whatIfs, balancesAt = [], balancesReached = [], balanceChances = [], savingsGoals = [], unread = [] }: AnalysisPlan,
  { question, goals }: QuestionContext,
): string[] {
  const known = new Set(numbersIn(question).map(({ value }) => value));
  const changes = whatIfs.flatMap((whatIf) => whatIf.changes);
  // "Now" and "next year" are 0 and 1 years from today, "no Social Security" and "stop saving" 0 dollars: no numbers of the question.
  const numbers = changes.flatMap(
    ({
      what,
      how,
      value,
      fromAge,
      toAge = null,
      years = null,
      time = null,
      times = null,
      mix = null,
      confidence = null,
    }) => [
      // Nor is the whole or nothing of a mix, nor the year of a crash that has a name, and "the year after I retire" is 1 without saying so.
      ...((how === 'in' && value <= 1) ||
      isOpen({ how }) ||
      (how === 'to' && value === 0 && STOPS.has(what)) ||
      what === 'crash' ||
      what === 'mix' ||
      // "Goes bankrupt" is all of it.
      (what === 'price' && value === 100) ||
      (what === 'claimAt' && claimingAges.includes(value) && !saysWhenToClaim(known))
        ? []
        : [value]),
      ...(mix ?? []).flatMap((part) =>
        part.how === 'to' && (part.value === 100 || part.value === 0) ? [] : [part.value],
      ),
      ...(time === null || time <= 1 ? [] : [time]),
      ...(fromAge === null ? [] : [fromAge]),
      ...(confidence === null ? [] : [confidence]),
      ...(toAge === null ? [] : [toAge]),
      ...(years === null ? [] : [years]),
      // "Both my children" are two.
      ...(times === null || times === 2 ? [] : [times]),
    ],
  );
  const dates = [...balancesAt, ...balanceChances, ...savingsGoals].flatMap(({ time }) => (time <= 1 ? [] : [time]));
  const sums = [...balancesReached, ...[...balanceChances, ...savingsGoals].map(({ amount }) => amount)].filter(
    (value) => value !== 1_000_000 || !/\bmillionaire/i.test(question),
  );
  return [
    ...[...numbers, ...dates, ...sums, ...savingsGoals.flatMap(({ confidence }) => confidence ?? [])]
      .filter((value) => !known.has(value))
      .map((value) => `${value} is not a number of the question`),
    ...changes.flatMap(({ who = null }) =>
      who === null || isIn(question, who) ? [] : [`"${who}" is no name of the question`],
    ),
    ...changes.flatMap((change) => problemIn(change)),
    ...otherwiseRead({ whatIfs }, paidOnce(planPlay(question, goals?.age ?? null), whatIfs, question), goals, known),
    ...openProblems(whatIfs),
    ...unread
      .filter(({ words }) => !isIn(question, words))
      .map(({ words }) => `"${words}" are no words of the question`),
    ...(goals === null && changes.some(({ what, when = null }) => !OF_WHAT_IS_HELD.has(what) || when !== null)
      ? ['there are no goals, so no retirement what-if can be simulated: leave "whatIfs" empty']
      : []),
  ];
}

/**
 * Where rules read all of the question: what-ifs of which something else comes than of theirs, or that lack one of theirs. "$5,000 a month" is
 * no $5,000 a year, and "in ten years" is not today. Where they found nothing to try: what no number of the question says.
 */
function otherwiseRead(
  { whatIfs }: Pick<AnalysisPlan, 'whatIfs'>,
  { whatIfs: read, focus, outside, unread = [] }: AnalysisPlan,
  goals: QuestionContext['goals'],
  known: ReadonlySet<number>,
): string[] {
  if (unread.length > 0 || (read.length === 0 && outside.length > 0)) return [];
  const each = ({ changes }: WhatIf) => changes.map((one) => effectOf([one], goals)).sort();
  const isSame = (one: WhatIf, other: WhatIf) =>
    each(one).join() === each(other).join() || effectOf(one.changes, goals) === effectOf(other.changes, goals);
  const single = new Set(read.flatMap(each));
  const isRead = (one: PlanChange): boolean =>
    read.length > 0
      ? single.has(effectOf([one], goals))
      : known.has(one.value) || one.what === 'mix' || isOpen(one) || (one.what === 'crash' && focus.includes('risk'));
  const isPart = (one: WhatIf) =>
    read.some((other) => other.changes.length > one.changes.length && each(one).every((part) => each(other).includes(part))); // prettier-ignore
  return [
    ...whatIfs
      .filter((one) => !read.some((other) => isSame(one, other)))
      .flatMap(({ changes }) => changes.filter((one) => !isRead(one)))
      .map((one) => `the question does not ask for ${inJson(one)}`),
    ...read
      .filter((one) => !isPart(one) && !whatIfs.some((other) => isSame(one, other)))
      .map((one) => `no what-if is ${inJson(one)}, as the question asks`),
  ];
}

/**
 * "Spend $90,000": of an amount without a period rules take a year's spending, and one that is paid once is as likely, so that of it a
 * model's reading stands.
 */
function paidOnce(read: AnalysisPlan, whatIfs: AnalysisPlan['whatIfs'], question: string): AnalysisPlan {
  const once = SPENT.test(question) ? whatIfs.flatMap(({ changes }) => changes).filter(isPaid) : [];
  const isYears = ({ what, how, per }: PlanChange): boolean => what === 'income' && how === 'to' && per === null;
  const reread = (one: PlanChange): PlanChange =>
    (isYears(one) ? once.find(({ value }) => value === one.value) : undefined) ?? one;
  return { ...read, whatIfs: read.whatIfs.map(({ changes }) => ({ changes: changes.map(reread) })) };
}

const SPENT = /\b(?:spen[dt]\w*|need\w*)\b/i;
const isPaid = ({ what, how, per }: PlanChange): boolean =>
  per === null && (what === 'cost' || (what === 'balance' && how === 'down'));

type WhatIf = AnalysisPlan['whatIfs'][number];

const inJson = (one: unknown): string => JSON.stringify(one, (_, value: unknown) => value ?? undefined);

/** What comes of changes, so that "at 60" and "five years earlier" are one; of those whose effect the portfolio tells, as they are written. */
function effectOf(changes: readonly PlanChange[], goals: QuestionContext['goals']): string {
  const standing = { goals, balance: 1e9, stocks: 0.5, inflation: 0.02 };
  const isPlain = (one: PlanChange): boolean => {
    const tried = applyChanges([one], standing);
    return tried.impossible === null && simulated(tried) !== simulated(standing);
  };
  const { plain = [], written = [] } = Object.groupBy(changes.map(alike), (one) =>
    isPlain(one) ? 'plain' : 'written',
  );
  const names = written.map((one) =>
    JSON.stringify(
      planChange.keyof().options.map((name) => (name === 'per' ? (one.per ?? 'year') : (one[name] ?? null))),
    ),
  );
  return [simulated(applyChanges(plain, standing)), ...changes.map(({ who = '' }) => who), ...names.sort()].join();
}

/** What is paid today may be a cost or be taken from the portfolio, and what has no date and no end comes today. */
function alike(change: PlanChange): PlanChange {
  const { what, how, when, time, toAge, years, mix } = change;
  // An income without a date is one from retirement on.
  const isFromToday = what !== 'otherIncome' && when === 'in_years' && time === 0;
  return {
    ...change,
    ...(what === 'balance' && how === 'down' && { what: 'cost', how: 'to' }),
    ...(isFromToday && (toAge ?? years ?? null) === null && { when: null, time: null }),
    ...(what === 'price' && { asset: change.asset?.toLowerCase() }),
    ...(mix && { value: 0, mix: mix.toSorted((one, other) => one.asset.localeCompare(other.asset)) }),
  };
}

/** Whether a question gives an age at which to claim Social Security; who asks for one gives none. */
const saysWhenToClaim = (numbers: ReadonlySet<number>): boolean => [...numbers].some((one) => one >= 62 && one <= 70);

/** What is tried of the portfolio alone. */
const OF_WHAT_IS_HELD: ReadonlySet<PlanChange['what']> = new Set(['balance', 'stocks', 'price']);

/** What may come to nothing. */
const STOPS: ReadonlySet<PlanChange['what']> = new Set(['contribute', 'otherIncome']);

/** The end of long words may be cut off. */
const isIn = (question: string, words: string): boolean =>
  question.replace(/\s+/g, ' ').includes(words.replace(/ …$/, ''));

const MEANINGLESS: Partial<Record<PlanChange['what'], readonly PlanChange['how'][]>> = {
  retireAt: ['up_percent', 'down_percent'],
  lifeExpectancy: ['up_percent', 'down_percent'],
  stocks: ['to', 'up', 'down'],
  price: ['to', 'up', 'down'],
  inflation: ['up_percent', 'down_percent'],
  cost: ['up', 'down', 'up_percent', 'down_percent'],
  withdraw: ['up', 'down', 'up_percent', 'down_percent'],
  claimAt: ['up', 'down', 'up_percent', 'down_percent'],
  crash: ['up', 'down', 'up_percent', 'down_percent'],
  mix: ['up', 'down', 'up_percent', 'down_percent'],
  returns: ['up_percent', 'down_percent'],
};

/** What may be left open, so that code finds it. */
const SOLVED: ReadonlySet<PlanChange['what']> = new Set(['retireAt', 'income', 'withdraw', 'contribute', 'balance']);

function openProblems(whatIfs: AnalysisPlan['whatIfs']): string[] {
  const open = whatIfs.map(({ changes }) => changes.filter((one) => isOpen(one))).filter((some) => some.length > 0);
  return [
    ...open.flat().flatMap(({ what }) => (SOLVED.has(what) ? [] : [`"enough" means nothing for "${what}"`])),
    ...(open.some((some) => some.length > 1) ? ['one what-if leaves one figure open: "enough" stands in it once'] : []),
    ...(open.length > MOST_SOLVED ? [`at most ${MOST_SOLVED} what-ifs may have "enough"`] : []),
  ];
}

function problemIn(change: PlanChange): string[] {
  const {
    what,
    how,
    value,
    source,
    when = null,
    time = null,
    toAge = null,
    years = null,
    times = null,
    mix = null,
    asset = null,
    confidence = null,
  } = change;
  if (what === 'crash' && !crashYears.has(value)) return [`no figures are known of a crash of ${value}`];
  const falls = what === 'crash' || ((what === 'balance' || what === 'stocks') && how === 'down_percent');
  const isSum = what === 'cost' || (what === 'balance' && (how === 'up' || how === 'down'));
  const flows = what === 'income' || what === 'contribute';
  if (when !== null && !falls && !isSum && !flows && what !== 'otherIncome')
    return [
      `"when" is of a sum, a fall in percent, a crash, another income or what is spent or saved, and "${what}" is none`,
    ];
  if (when !== null && what === 'otherIncome' && how !== 'to' && !isBenefitCut(change))
    return ['of another income, "when" is when it begins, or from when Social Security pays so many percent less'];
  if (flows && when === null && (toAge ?? years) !== null) return ['what is spent or saved for a time has a "when": "in_years" 0 for today']; // prettier-ignore
  if (confidence !== null && !isOpen(change)) return ['"confidence" is of what code has to find, "enough"'];
  if (asset !== null && what !== 'returns' && what !== 'price')
    return ['"asset" is what "returns" and a "price" are of'];
  if (asset === null && what === 'price') return ['"asset" says whose "price" it is'];
  if (times !== null && !isSum) return ['"times" is of a sum that several get'];
  if ((what === 'mix') !== (mix !== null)) return ['"mix" is what a "mix" is of, and of nothing else'];
  if ((when === null) !== (time === null)) return ['"when" and "time" go together'];
  if (what === 'otherIncome' && how !== 'to' && (source ?? null) === null)
    return ['another income goes up or down by its "source"'];
  if (MEANINGLESS[what]?.includes(how) === true || (how === 'in' && what !== 'retireAt'))
    return [`"${how}" means nothing for "${what}"`];
  return how === 'down_percent' && value > 100 ? [`"${what}" cannot go down by more than 100 percent`] : [];
}

function withoutDoubles(plan: AnalysisPlan): AnalysisPlan {
  return {
    ...plan,
    agents: FULL_PLAN.agents.filter((agent) => plan.agents.includes(agent)),
    focus: [...new Set(plan.focus)],
    outside: [...new Set(plan.outside)],
  };
}
