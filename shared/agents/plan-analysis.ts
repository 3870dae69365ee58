import { analysisPlanPrompt } from '../prompts/analysis-plan.ts';
import type { QuestionContext } from '../prompts/analysis-plan.ts';
import { analysisPlan, claimingAges, crashYears, FULL_PLAN, isOpen, MOST_SOLVED } from '../schemas/analysis-plan.ts';
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
  { whatIfs, balancesAt = [], balancesReached = [], unread = [] }: AnalysisPlan,
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
  const dates = balancesAt.flatMap(({ time }) => (time <= 1 ? [] : [time]));
  const sums = balancesReached.filter((value) => value !== 1_000_000 || !/\bmillionaire/i.test(question));
  return [
    ...[...numbers, ...dates, ...sums]
      .filter((value) => !known.has(value))
      .map((value) => `${value} is not a number of the question`),
    ...changes.flatMap(({ who = null }) =>
      who === null || isIn(question, who) ? [] : [`"${who}" is no name of the question`],
    ),
    ...changes.flatMap((change) => problemIn(change)),
    ...turnedRound(changes, planPlay(question, goals?.age ?? null)),
    ...openProblems(whatIfs),
    ...unread
      .filter(({ words }) => !isIn(question, words))
      .map(({ words }) => `"${words}" are no words of the question`),
    ...(goals === null &&
    changes.some(({ what, when = null }) => (what !== 'balance' && what !== 'stocks') || when !== null)
      ? ['there are no goals, so no retirement what-if can be simulated: leave "whatIfs" empty']
      : []),
  ];
}

/** Changes that have a number for something else than rules read it as, where they read all of the question: "save $10,000 more" is no saving of $10,000. */
function turnedRound(changes: readonly PlanChange[], { whatIfs, unread = [] }: AnalysisPlan): string[] {
  const read = unread.length > 0 ? [] : whatIfs.flatMap((one) => one.changes).filter(({ value }) => value > 0);
  return changes.flatMap((one) => {
    const same = read.filter(({ value }) => value === one.value);
    const [first] = same;
    if (first === undefined || same.some((other) => sayingOf(other) === sayingOf(one))) return [];
    return [`${one.value} is said as "${first.how}" of "${first.what}", and not as "${one.how}" of "${one.what}"`];
  });
}

/** What is paid today may be a cost or be taken from the portfolio. */
const sayingOf = ({ what, how }: PlanChange): string =>
  what === 'cost' || (what === 'balance' && how === 'down') ? 'paid' : `${what} ${how}`;

/** Whether a question gives an age at which to claim Social Security; who asks for one gives none. */
const saysWhenToClaim = (numbers: ReadonlySet<number>): boolean => [...numbers].some((one) => one >= 62 && one <= 70);

/** What may come to nothing. */
const STOPS: ReadonlySet<PlanChange['what']> = new Set(['contribute', 'otherIncome']);

/** The end of long words may be cut off. */
const isIn = (question: string, words: string): boolean =>
  question.replace(/\s+/g, ' ').includes(words.replace(/ …$/, ''));

const MEANINGLESS: Partial<Record<PlanChange['what'], readonly PlanChange['how'][]>> = {
  retireAt: ['up_percent', 'down_percent'],
  lifeExpectancy: ['up_percent', 'down_percent'],
  stocks: ['to', 'up', 'down'],
  inflation: ['up_percent', 'down_percent'],
  cost: ['up', 'down', 'up_percent', 'down_percent'],
  claimAt: ['up', 'down', 'up_percent', 'down_percent'],
  crash: ['up', 'down', 'up_percent', 'down_percent'],
  mix: ['up', 'down', 'up_percent', 'down_percent'],
  returns: ['up_percent', 'down_percent'],
};

/** What may be left open, so that code finds it. */
const SOLVED: ReadonlySet<PlanChange['what']> = new Set(['retireAt', 'income', 'contribute', 'balance']);

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
  if (when !== null && !falls && !isSum && !flows)
    return [`"when" is of a sum, a fall in percent, a crash or what is spent or saved, and "${what}" is none`];
  if (flows && when === null && (toAge ?? years) !== null) return ['what is spent or saved for a time has a "when": "in_years" 0 for today']; // prettier-ignore
  if (confidence !== null && !isOpen(change)) return ['"confidence" is of what code has to find, "enough"'];
  if (asset !== null && what !== 'returns') return ['"asset" is what "returns" are of'];
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
