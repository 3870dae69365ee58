import { FULL_PLAN, MOST_BALANCES, MOST_SOLVED, MOST_WHAT_IFS } from '../../../../schemas/analysis-plan.ts';
import type { AnalysisPlan, FocusTopic } from '../../../../schemas/analysis-plan.ts';
import { balancesAsked } from './balances-asked.ts';
import { beyondThePlan } from './beyond-the-plan.ts';
import { questionsOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { costsAsked } from './costs-asked.ts';
import { historyAsked } from './history-asked.ts';
import { asSure, howSure } from './how-sure.ts';
import { BY_THE_MONTH, leftOpen } from './left-open.ts';
import type { Asked } from './left-open.ts';
import { savingsGoalsAsked } from './savings-goals-asked.ts';
import { readChanges } from './read-changes.ts';
import type { Read } from './read-changes.ts';
import { pastTimesAsked } from './past-times.ts';
import { slotted, without } from './slots.ts';
import { focusTopic, focusWords, isOutside, outsideTopics } from './topic-words.ts';
import { unreadParts } from './unread.ts';
import type { Untried } from './unread.ts';
import { whatIfsOf } from './what-ifs.ts';
import { whenToClaim } from './when-to-claim.ts';
import { asksWhyChance } from './why-chance.ts';

/** Asked for outright: more than any count of words. */
const OUTRIGHT = ['running_out', 'spending', 'earliest_retirement', 'future_value'] as const;
const FIRST = 1000;
const isOutright = (topic: string): boolean => OUTRIGHT.some((one) => one === topic);

/**
 * The plan for one question, or for what is left of several.
 *
 * @param age today's, where it is known
 * @param whole all that was asked, of which it may be a part
 */
export function planOne(asked: string, age: number | null, whole: string): AnalysisPlan {
  // How sure it has to be, what the funds cost, and what there will be are read first, and of nothing else.
  const sure = asksWhyChance(asked) === null ? howSure(asked) : null;
  const costs = costsAsked(asked);
  const toSave = savingsGoalsAsked(sure === null ? asked : without(asked, sure.start, sure.end, ' '));
  const balances = balancesAsked(toSave.reduce((text, one) => without(text, one.start, one.end, ' '), asked));
  const readFirst = [sure, costs, ...toSave, ...(balances?.spans ?? [])].filter((one) => one !== null);
  const question = readFirst.reduce((text, one) => without(text, one.start, one.end, ' '), asked);
  const { changes, unread: notRead, supposed, strange: isStrange, rest: unreadText } = readChanges(question, age);
  const { whatIfs: stated, untried } = whatIfsOf(changes, question);
  const outside = outsideTopics(question).filter((topic) => topic !== 'health_costs' || !isTriedAsCost(question, changes)); // prettier-ignore
  // Who asks how much can be spent, or when work can stop, is answered with that, and not first with the chance of what was planned.
  const withoutOutright = (text: string) =>
    OUTRIGHT.reduce((rest, topic) => rest.replace(focusWords[topic], ' '), text);
  const rest = withoutOutright(question);
  // What is bought or costs something in a part that is tried, or named as not tried, is no trade and no cost of the portfolio.
  const open = withoutOutright([...changes, ...notRead].reduce((text, { start, end }) => without(text, start, end, ' '), question)); // prettier-ignore
  const given = changes.some((one) => one.given);
  // What there is then is worked out of the plan as it is, and with what is tried.
  const isTried = stated.length > 0 && !given;
  const ahead = changes.length === 0 || isTried ? balances : null;
  // A question of its own, which nothing that is tried in another one changes.
  const goals = given ? [] : toSave;
  const tries = !given && changes.some(({ change }) => change.what === 'retireAt');
  const counted = Object.entries(focusWords)
    .map(([topic, words]) => {
      if (!isOutright(topic))
        return { topic, count: [...(OF_HOLDINGS.has(topic) ? open : rest).matchAll(words)].length };
      // "How much will I have when I retire" asks not when.
      const asked =
        (topic === 'future_value' ? question : question.replace(focusWords.future_value, ' ')).search(words) >= 0 ||
        (topic === 'earliest_retirement' && tries);
      return { topic, count: asked ? FIRST : 0 };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  const history = changes.length === 0 ? historyAsked(question) : null;
  const past = changes.length === 0 && history === null ? pastTimesAsked(question) : null;
  const why = changes.length === 0 ? asksWhyChance(question) : null;
  const strange = isStrange && past === null && why === null && history === null;
  // Of who has retired already, what the plan has of its own retirement answers nothing.
  const topics = new Set([
    ...(ahead === null && goals.length === 0 ? [] : ['future_value']),
    ...(costs === null ? [] : ['costs']),
    ...(notRead.some(({ why: reason }) => reason === 'placed') ? ['drift'] : []),
    ...counted.map(({ topic }) => topic),
  ]);
  const about = [...topics].flatMap(focusTopic).filter((topic) => !given || !OF_THE_PLANS_END.has(topic)); // prettier-ignore
  const isTold = past !== null && (past.years.length > 0 || past.unknown.length === 0);
  const focus: FocusTopic[] =
    past !== null ? (isTold ? ['risk'] : []) : why !== null || history !== null ? ['retirement'] : about;
  const unnamed = supposed.filter(({ start, end }) => !isOutside(question.slice(start, end)));
  const sought = sure?.raises === true ? RAISING.map((open) => ({ ...sure, open })) : askedOpen(question, changes, notRead, sure !== null); // prettier-ignore
  const required = notRead.filter(({ why: reason }) => reason === 'required');
  const toFind = sought.filter((one) => !required.some((each) => overlap(one, each)));
  const beside = notRead.filter((one) => !toFind.some((ask) => overlap(one, ask)));
  const isAlone =
    beside.filter(({ why }) => why !== 'present').length + untried.length + unnamed.length + outside.length === 0 &&
    !strange;
  const leaves = isAlone ? leftOpen(stated, toFind, unreadText, question) : [];
  const found = sure === null ? leaves : asSure(leaves, sure);
  const claim = changes.length === 0 ? whenToClaim(question, age) : null;
  const whatIfs = [...found, ...stated, ...(claim?.whatIfs ?? [])].slice(0, MOST_WHAT_IFS);
  const answered = [claim, past, why, history].filter((one) => one !== null);
  const untold = past?.unknown.map((one) => ({ ...one, why: 'size' as const })) ?? [];
  const left = [...untold, ...(found.length > 0 ? beside : notRead).filter((one) => !answered.some((each) => overlap(one, each)))]; // prettier-ignore
  // What the plan as it is sustains would be no answer to it.
  const missed = found.length > 0 ? [] : toFind.flatMap(({ start, end, open }) => (open === 'contribute' ? [] : [{ start, end, why: 'sustained' as const }])); // prettier-ignore
  // "How much will I have at 65?" has its age in the answer.
  const { text: slots } = slotted(question);
  const later = given ? [] : [...question.matchAll(focusWords.future_value)];
  const isAnswered = ({ start, end }: { start: number; end: number }) =>
    // "If I invest $1,000 a month, how much will I have?" has a sum that the answer has not.
    !/[$%]/.test(slots.slice(start, end)) &&
    later.some(({ index, 0: said }) => start <= index + said.length && end >= index && end <= index + said.length + 1);
  // An amount of the plan as it is is none of what is tried.
  const generic = changes.some((one) => !one.given) ? later.map(({ index, 0: said }) => ({ start: index, end: index + said.length, said })) : []; // prettier-ignore
  // Without a day it is the one on which work stops; what is left in the end has another.
  const atRetirement = isTried ? generic.filter(({ said }) => !AT_THE_END.test(said)) : [];
  const amounts = generic.filter((one) => !atRetirement.includes(one)).map(({ start, end }) => ({ start, end, why: 'ending' as const })); // prettier-ignore
  const balancesAt = [...(ahead?.balancesAt ?? []), ...atRetirement.slice(0, 1).map(() => ({ when: 'after_retirement' as const, time: 0 }))]; // prettier-ignore
  const unsure = sure === null || found.length + goals.length > 0 ? [] : [{ ...sure, why: 'confidence' as const }];
  const passedOver = [
    ...unsure,
    ...(costs?.untold ? [{ ...costs.untold, why: 'unclear' as const }] : []),
    ...amounts,
    ...(ahead === null ? (balances?.spans ?? []).map((one) => ({ ...one, why: 'ending' as const })) : []),
    ...(goals.length === 0 ? toSave.map((one) => ({ ...one, why: 'goal' as const })) : []),
    ...untried,
    ...left.filter(
      (one) => !isAnswered(one) && ![...amounts, ...atRetirement, ...missed].some((each) => overlap(one, each)),
    ),
    ...unnamed,
    ...missed,
  ];
  const ofThePlan = focus[0] !== undefined && OF_THE_PLAN.has(focus[0]);
  // What a plan as it is answers, or what names something to own and no topic: a sentence that asks for something else is named.
  const named =
    answered.length + found.length > 0 || changes.length + passedOver.length + outside.length > 0 || strange;
  const beyond = named || !(ofThePlan || (focus.length === 0 && OF_INVESTING.test(question))) ? [] : beyondThePlan(focus[0] === 'running_out' ? question.replace(AT_WORST, ' ') : question); // prettier-ignore
  // As long as the whole, it is the whole with blanks for what is answered elsewhere: what is named is cut out of the person's own words.
  const unread = unreadParts(asked.length === whole.length ? whole : asked, [
    ...passedOver,
    ...beyond.map((one) => ({ ...one, why: 'unclear' as const })),
  ]);
  const isHowMuch =
    found.length > 0 && !focus.includes('earliest_retirement') && question.search(HOW_MUCH_EARLIER) >= 0;
  const asksForPlan = changes.length > 0 && !given && !focus.includes('retirement');
  return {
    ...FULL_PLAN,
    // What is found is the answer; what the plan has of its own could be taken for another one.
    focus: [
      ...((tries && found.length === 0) || isHowMuch ? (['earliest_retirement'] as const) : []),
      ...(asksForPlan && found.length === 0 ? (['retirement'] as const) : []),
      ...focus.filter((topic) =>
        found.length === 0
          ? !(tries && topic === 'earliest_retirement') &&
            !(topic === 'spending' && toFind.some(({ open }) => open === 'withdraw'))
          : !OF_THE_PLAN.has(topic) || (topic === 'earliest_retirement' && isHowMuch),
      ),
    ].slice(0, 3),
    whatIfs,
    outside: ((strange || (focus.length === 0 && changes.length + whatIfs.length === 0 && unread.length === 0)) &&
    outside.length === 0
      ? (['other'] as const)
      : outside
    ).slice(0, 4),
    ...(balancesAt.length > 0 && { balancesAt: balancesAt.slice(0, MOST_BALANCES) }),
    ...(ahead !== null && ahead.balanceChances.length > 0 && { balanceChances: ahead.balanceChances.slice(0, MOST_BALANCES) }), // prettier-ignore
    ...(ahead !== null && ahead.balancesReached.length > 0 && { balancesReached: ahead.balancesReached.slice(0, MOST_BALANCES) }), // prettier-ignore
    ...(goals.length > 0 && { savingsGoals: goals.slice(0, MOST_SOLVED).map(({ start: _, end: __, ...one }) => ({ ...one, confidence: sure?.percent ?? null })) }), // prettier-ignore
    ...(unread.length > 0 && { unread }),
  };
}

const AT_THE_END = /\b(?:left|leave|leaving|remain\w*|over|in the end|outcome|result|ending|final)\b/i;

/** That answer has the worst of the futures in which the money runs out. */
const AT_WORST = /\b(?:in|at) (?:a|the) (?:very )?(?:worst|bad)(?:[- ]case)?(?: case| scenario| future| market)?\b/gi;

/** Whether what care or health costs is said, and tried: then it is not outside of the figures. */
const isTriedAsCost = (question: string, changes: readonly Read[]): boolean =>
  changes.some(({ change: { what, how } }) => what === 'cost' || (what === 'income' && how === 'up')) &&
  questionsOf(slotted(question).text).length === 1;

/** By what a chance is raised. */
const RAISING: readonly Asked['open'][] = ['contribute', 'income', 'retireAt'];

const WHEN_WORK_STOPS =
  /\b(?:when (?:can|could|may|might|should|will|would) (?:i|we)|(?:at )?(?:what|which) age|how (?:early|soon)|earliest|soonest)\b[^.?!]{0,50}?\b(?:retire|stop(?:ping)? work\w*|quit|leave (?:work|my job|our jobs))\b|\b(?:retire|stop working|quit) (?:early|earlier|sooner|before(?: (?:age|i['’]m|i am|i turn))* \d\d|as (?:soon|early) as (?:possible|(?:i|we) can))\b/gi;

/** "How much earlier can I retire if": told by the earliest age with what is changed, beside that of the plan as it is. */
const HOW_MUCH_EARLIER =
  /\b(?:by )?how (?:much|many (?:(?:more|additional|extra|fewer) )?years)(?: (?:earlier|sooner|later|longer|more))? (?:can|could|may|might|should|will|would|do|must|am|are) (?:i|we)\b(?=[^.?!]{0,40}?\b(?:retire|stop(?:ping)? work\w*|quit|leave (?:work|my job|our jobs)|work|keep working|work on)\b)(?<=\b(?:earlier|sooner|later|longer|more|additional|extra|fewer)\b.*)[^.?!]{0,40}?\b(?:retire|stop(?:ping)? work\w*|quit|leave (?:work|my job|our jobs)|work)(?: (?:earlier|sooner|later|longer|for))?\b/gi;

/** "How much do I need to retire at 60?": what is there today, the savings of the plan coming on top. */
const HOW_MUCH_TO_HAVE =
  /\bhow (?:much(?: more)?(?: money)? (?:do|would|will|must) (?:i|we) (?:need|require|have to have|need to have)(?: to have)?(?: (?:today|now|saved|in savings|in total|altogether|invested))*(?= (?:to|in order to) (?:retire|stop|quit|never|make|be able|last)\b|,? (?:if|so that|before|for retirement)\b|\s*\?|\s*$)|(?:big|large)(?: an?)? (?:(?:must|should|would|does) )?(?:(?:my|our|the) )?(?:portfolio|nest egg|pot|savings)(?: (?:do (?:i|we) need|must (?:i|we) have|(?:need|have) to be|be))?)/gi;

/** "What would it take to retire at 55?": what is saved until then, or what is spent from then on. */
const WHAT_IT_TAKES =
  /\b(?:what \w+ (?:it take|(?:i|we) (?:(?:need|have) to )?(?:do|change)(?: (?:differently|in my plan|about my plan|for that|to get there|to make (?:that|it) (?:work|happen|possible)))?)|what (?:must|has to|needs to) (?:happen|change)|how (?:can|could|do|would|might) (?:i|we)(?: (?:get there|make (?:it|that|this) (?:work|happen)))?)(?= (?:\w+ ){0,6}(?:retire|stop|quit|spend|be done|leave work)\b|(?<=\b(?:retire|stop|quit|spend)\b[^?]*)\s*(?:[?.!,]|$))/gi;

/**
 * What a question leaves open. Without anything else that it changes, what can be spent and when work can stop are answers to the plan as it
 * is, unless it says how sure they have to be.
 */
function askedOpen(question: string, changes: readonly Read[], unread: readonly Untried[], sure: boolean): Asked[] {
  const saves = unread.filter(({ why }) => why === 'solve').map((one): Asked => ({ ...one, open: 'contribute' }));
  const of = (open: Asked['open'], words: RegExp) => spansOf(question, words).map((one): Asked => ({ ...one, open }));
  const has = of('balance', HOW_MUCH_TO_HAVE);
  if (saves.length + has.length > 0)
    return [...saves, ...has, ...of('income', focusWords.spending).filter((one) => changes.length > 0 && ![...saves, ...has].some((other) => overlap(one, other)))]; // prettier-ignore
  const withdrawn = of('withdraw', HOW_MUCH_TO_WITHDRAW);
  const spent = of('income', focusWords.spending).filter((one) => !withdrawn.some((other) => overlap(one, other)));
  // By the year, and with all else as planned, what can be spent is an answer to the plan as it is.
  if (changes.length === 0 && !sure) return [...withdrawn, ...(BY_THE_MONTH.test(question) ? spent : [])];
  const takes = of('contribute', WHAT_IT_TAKES);
  const open = [...takes, ...takes.map((one): Asked => ({ ...one, open: 'income' })), ...withdrawn, ...spent, ...of('retireAt', WHEN_WORK_STOPS), ...of('retireAt', HOW_MUCH_EARLIER)]; // prettier-ignore
  return open.filter((one) => !changes.some(({ change }) => change.what === one.open));
}

const MOST = String.raw`\b(?:(?:how much|what)(?: (?:more|less|extra|money|income))? (?:can|could|may|should|must|would|do) (?:i|we)|(?:most|maximum|(?:highest|largest|maximum) amount)(?: that)? (?:i|we) (?:can|could|may|should)) (?:(?!if\b)\w+ ){0,3}?`;
const EACH = String.raw`(?:,? (?:a|per|each|every) (?:single )?(?:year|month)| monthly| annually| yearly)`;
const FROM = String.raw` (?:from|out of) (?:it|savings|(?:my|our|the) (?:\w+ )?(?:portfolio|savings|investments?|nest egg|accounts|assets|money|funds))\b`;
const ON_TOP = String.raw`,? (?:plus|on top of|besides|beyond|in addition to|over and above) (?:(?:my|our|the|any) )*(?:social security|pensions?|other income)(?: (?:benefits?|checks?|income))?\b`;
/** What the portfolio pays, and not all that is spent. */
const HOW_MUCH_TO_WITHDRAW = new RegExp(
  String.raw`${MOST}(?:(?:withdraw|draw(?: (?:down|out))?|(?:take|pull) out|(?:take|pull)(?=${FROM}|${EACH}))\b|(?:spend|live on)(?=${EACH}?(?:${FROM}|${ON_TOP})))(?:${EACH}|${FROM}|${ON_TOP})*|\bsafe(?:ly)? (?:to )?withdraw(?:als?)?\b(?! rate)`,
  'gi',
);

const spansOf = (text: string, words: RegExp): Clause[] =>
  [...text.matchAll(words)].map(({ index, 0: said }) => ({ start: index, end: index + said.length }));

const overlap = (one: Clause, other: Clause): boolean => one.start < other.end && other.start < one.end;

/** What is answered out of the plan as it is. */
const OF_THE_PLAN: ReadonlySet<FocusTopic> = new Set(['retirement', 'spending', 'earliest_retirement', 'running_out']);

const OF_THE_PLANS_END: ReadonlySet<FocusTopic> = new Set([
  'retirement',
  'spending',
  'earliest_retirement',
  'future_value',
]);

/** What is asked of the holdings alone. */
const OF_HOLDINGS: ReadonlySet<string> = new Set(['costs', 'rebalancing', 'performance']);

const OF_INVESTING = /\b(?:bonds?|stocks?|equit(?:y|ies)|funds?|etfs?|invest\w*|cash|gold|money|savings|portfolio)\b/i;
