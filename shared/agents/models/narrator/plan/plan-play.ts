import { FULL_PLAN, MOST_BALANCES, MOST_WHAT_IFS } from '../../../../schemas/analysis-plan.ts';
import type { AnalysisPlan, FocusTopic, OutsideTopic } from '../../../../schemas/analysis-plan.ts';
import { balancesAsked } from './balances-asked.ts';
import { beyondThePlan } from './beyond-the-plan.ts';
import { questionsIn, sentencesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { costsAsked } from './costs-asked.ts';
import { holdingsAsked, TOPIC_OF } from './holdings-asked.ts';
import { asSure, howSure } from './how-sure.ts';
import { leftOpen } from './left-open.ts';
import type { Asked } from './left-open.ts';
import { readChanges } from './read-changes.ts';
import type { Read } from './read-changes.ts';
import { withoutOwnAge } from './own-age.ts';
import { partsAsked } from './parts-asked.ts';
import { pastTimesAsked } from './past-times.ts';
import { slotted, without } from './slots.ts';
import { unreadParts } from './unread.ts';
import type { Untried } from './unread.ts';
import { whatIfsOf } from './what-ifs.ts';
import { whenToClaim } from './when-to-claim.ts';
import { asksWhyChance } from './why-chance.ts';

/** Words that tell what a question is about; a topic counts as often as its words are found. */
const focusWords: Readonly<Record<FocusTopic, RegExp>> = {
  value: /\b(?:worth|value|how much (?:do|have) (?:i|we) (?:have|own|got)|net worth|total)\b/gi,
  allocation: /\b(?:allocat\w*|mix|spread|split|asset class\w*|sectors?|regions?|countr(?:y|ies)|exposure|exposed|international|abroad invested)\b|\bhow much (?:of )?(?:my|our|the) (?:money|portfolio|savings|assets|wealth)?\s*(?:is|are|do i have|have i) (?:invested )?in\b/gi, // prettier-ignore
  drift: /\b(?:drift\w*|(?<!risk\w* .*)for (?:my|our) age|targets?|off target|balanced|out of balance)\b/gi,
  concentration: /\b(?:biggest|largest|top|main)(?: (?:\w+|\d+))? (?:holdings?|positions?|investments?|stakes?)\b|\bhow (?:much|many(?: shares)?)(?: of)? (?!(?:money|cash|income|time|wealth|savings|debts?|bonds?|stocks?|gold|do|does|is|are|have|in)\b)(?:[\w&.'-]+ ){1,3}(?:stock |shares? )?(?:do|does|did) (?:i|we) (?:own|have|hold)\b|\b(?:concentrat\w*|diversif\w*|(?<!\bpay\w* )too much in|single (?:stock|company)|employer|all my eggs|overweight\w*|over-?exposed)\b|(?<!\b(?:spend|sav|pay|withdraw|tak|ask|worr|earn)\w* )\btoo (?:(?:much|many)(?! to\b)|heav(?:y|ily)(?: \w+)?|big|large|exposed)(?: (?:of|in|to|on|into|my))* (?!(?:money|debts?|risk\w*|cash|time|work|tax\w*|fees?|for|to|an?|if|when|at|per|each|income|stocks?|bonds?|now|as)\b)[a-z]{2,}|\b(?:position|holding|stake|bet|shares)\b[^.?!]{0,20}\btoo (?:big|large|much|heavy|high|many)\b|\btoo (?:big|large|heavy|high) (?:an?|of an?) (?:position|holding|stake|share|bet)\b/gi, // prettier-ignore
  risk: /\b(?:aggressive|conservative|how bad (?:could|can|might|would|will|does) (?:it|things|this|that) (?:get|be)|worst (?:case|that (?:can|could|might) happen)|risk\w*|crash\w*|(?<!\bdid (?:i|we) )lose|losses|volatil\w*|fall|falls|drop|recession|bear market|bad year|safe)\b/gi,
  costs:
    /\b(?:(?<!\b(?:will|would|could|may|might|can|school|college|care|health|medical|living|tuition|wedding|it|that|which|she|he|they) )costs?(?!\s{2}| (?:me|us|about|around|of living|\W?\d))|fees?|expense ratios?|expensive|cheap\w*|paying (?:for|in))\b/gi,
  performance:
    /\b(?:perform\w*|returned|returns?|gain(?:s|ed)?|profits?|winners?|losers?|done (?:so far|well)|how (?:well |badly |much )?(?:ha(?:ve|s)|are|is|did|do|does) (?:my|our|the) (?:\w+ ){0,2}?(?:investments?|portfolio|funds?|etfs?|stocks?|bonds?|holdings?|money|accounts?|savings|401\(?k\)?|ira) (?:been )?(?:do(?:ne|ing)?|going|gone|far(?:ed|ing)|held up|grow(?:n|ing)?|ma[kd]e|los[et])|(?:(?:ha(?:ve|s)|did) (?:i|we|my portfolio|it)(?: actually| really| already| ever)? (?:ma[kd]e|gain(?:ed)?|los[et]|earn(?:ed)?)|(?:am i|are we|(?:are|is) my \w+)(?: \w+)? (?:up|down|in the (?:red|black|green)|making money|losing money|in profit)|which (?:(?:of|my|our|the|single) )*\w+(?: \w+)?(?: (?:have|has|are|is|did|do|does))?(?: \w+)? (?:los[et]|losing|down|up|ma[kd]e|worth less|in the red))|beat|sharpe|sortino|draw-?downs?|x?irr)\b/gi, // prettier-ignore
  rebalancing: /\b(?:rebalanc\w*|sell|buy|trades?|move into|switch)\b/gi,
  retirement: /\b(?:retir\w*|on track|pension|(?:my|our|the) (?:chances?|odds)|social security|stop working|money (?:will )?last(?! (?:year|month|week|quarter)\b)|last (?:me|us|until|to|as long)|run out|outlive|withdraw\w*|spend\w*|sav(?:e|ing)|enough)\b/gi, // prettier-ignore
  spending: /\b(?:how much|what)(?: more| less| extra)? (?:can|could|may|should|must|would) (?:i|we) (?:\w+ ){0,2}?(?:spend|withdraw|draw|take out|live on|afford)\b|\b(?:most|maximum|highest amount|largest amount)(?: that)? (?:i|we) (?:can|could|may|should) (?:\w+ )?(?:spend|withdraw|draw|take out|live on)\b|\bhow much (?:less|more) (?:do|would|must|should) (?:i|we) (?:(?:have|need) to )?(?:spend|live on|withdraw)\b|\b(?:how much|by how much|what)(?: \w+){0,2}? (?:do|would|will|must|should) (?:i|we) (?:(?:have|need) to )?(?:cut|reduce|lower|trim|slash)(?: (?:back|down|out|off|from|on|in))*(?: (?:my|our))?(?: \w+)? (?:spending|expenses|budget|withdrawals|lifestyle|income)\b|\bsafe(?:ly)? (?:to )?(?:spend|withdraw)\w*/gi, // prettier-ignore
  earliest_retirement: /\b(?:earliest|soonest|how (?:early|soon)|when|(?:at )?what age|which age)\b[^.?!]{0,50}\b(?:retir\w*|stop(?:ping)? work\w*|quit\w*|leave (?:work|my job|our jobs))\b|\b(?:retir\w*|stop working|quit) (?:\w+ )?(?:early|earlier|sooner|before (?:(?:age|i['’]m|i am|i turn|i reach|the age of) )*(?:[3-9]\d\b|thirty|forty|fifty|sixty|seventy|eighty))/gi, // prettier-ignore
  running_out:
    /\b(?:(?:how long|how many years|until when|till when) (?:will|would|does|do|can|could|should|might)? ?(?:my|our|the|it|this|i|we)\b[^.?!]{0,40}\b(?:last|be enough|hold|carry|stretch|live)|(?:when|what age|which age|how old|how soon|what year|how old (?:will|would) i be when)\b[^.?!]{0,50}\b(?:(?:runs?|ran|running) (?:out|dry)|out of money|broke|gone|used up|zero|empty|nothing left)|(?:die|dying|go|going|end(?:ing)? up|be) (?:broke|penniless|bankrupt|with nothing))\b/gi,
  future_value:
    /\bhow (?:much|rich)(?: (?:money|wealth|savings|do (?:i|we) expect to))* (?:will|would|could|might|should|can)? ?(?:i|we|my (?:portfolio|savings|money|nest egg)|our (?:portfolio|savings|money|nest egg)|it)(?: (?:likely|probably|expect to|typically))? (?:(?<!\bshould (?:i|we) )have|be worth|end up with|own|accumulate|leave)\b(?! to )(?: (?:saved|left|over|in all))?(?:,? (?:(?:at|by|when) (?:(?:age|i['’]m|i am|we are|we['’]re|i turn|i reach|the age of) )*\w+|(?:when|once|by the time) (?:i|we) (?:retire|stop working)|(?:at|in|by) (?:my |our )?retirement|in the end))?|\b(?:how much|what)(?:['’]s|(?: \w+){0,4}?) (?:left(?: over)?|leave behind|remains?)\b(?! (?:to|of|in)\b)/gi,
  missing_data: /\b(?:missing|unknown|unclassified|unpriced|why (?:is|are) .{0,40} not|left out)\b/gi,
};

const outsideWords: Readonly<Record<Exclude<OutsideTopic, 'other'>, RegExp>> = {
  taxes:
    /\b(?:(?:which|what) accounts?\b[^.?!]{0,30}\b(?:withdraw|draw|take|tap|spend)\b|(?:withdrawal order|order of withdrawals?)\b|(?:cash|tak|withdr|pull|us)\w*\b[^.?!]{0,40}\b(?:401\s?\(?k|403\s?\(?b|457|ira)|roth conversion|convert\w*\b[^.?!]*\broth|tax(?:es|ed|able)?|irs|capital gains?|roth conversions?|rmds?|deduct\w*)\b/i,
  moving_abroad:
    /\b(?:move|moving|live|living|retir\w+|relocat\w*)\b.{0,30}\b(?:abroad|overseas|to (?:[A-Z][a-z]+))\b|\bexpat\w*\b/,
  property:
    /\b(?:house|(?<!\b(?:nursing|care|funeral) )home|mortgage|property|real estate purchase|(?<=\b(?:an?|the|my|our|new) )flat(?! (?:market|tax|fee|rate|return))|apartment|rent (?:out|a))\b/i,
  health_costs: /\b(?:health\w*|medicare|medical|long[- ]term care|nursing)\b/i,
  inheritance:
    /\b(?:(?:they|kids|children|son|daughter|family) (?:\w+ )?inherit|(?<!\breal )estate|heirs?|will to|bequ\w+|leave\b[^.?!]{0,30}\b(?:my|our|the) (?:children|kids|family|grand\w+|son|daughter|heirs))\b/i,
  insurance: /\b(?:insur\w*|annuit(?:y|ies))\b/i,
  debt: /\b(?:debts?|loans?|mortgage|credit card|student loan)\b/i,
  single_investment:
    /\b(?:should i (?:buy|sell|invest in)|is .{1,30} a good (?:buy|investment)|which (?:stock|fund|etf)\b(?!(?: \w+)* (?:i (?:own|hold|have)|cheapest|dearest|(?:most|least) expensive|priciest|costs?|charges|fees?|lost|los(?:ing|es)|gained|made|perform\w*|done|biggest|largest|smallest)\b))/i,
  market_news: /\bwhat(?:['’]s)?\b(?! if).{0,15}\b(?:happened|happening|going on|moved|new)\b.{0,40}\b(?:markets?|stocks?|shares|bonds?|gold|oil|yields?|rates|dollar|bitcoin|crypto\w*|fed)\b|\b(?:why|how)\b.{0,15}\b(?:markets?|stocks?|shares|bonds?|gold|oil|yields?|rates|dollar|bitcoin|crypto\w*)\b.{0,30}\b(?:today|yesterday|(?:this|last|past) (?:week|month)|lately|recently)\b|\bnews\b/i, // prettier-ignore
  market_forecast: /\b(?:predict\w*|forecast\w*|where (?:is|are|will) .{0,20}markets?|next year(?:'s)? market|will (?:the )?(?:stock )?markets?|interest rates? (?:go|rise|fall))\b/i, // prettier-ignore
};

/** Asked for outright: more than any count of words. */
const OUTRIGHT = ['running_out', 'spending', 'earliest_retirement', 'future_value'] as const;
const FIRST = 1000;
const isOutright = (topic: string): boolean => OUTRIGHT.some((one) => one === topic);

/**
 * The plan for a question by rules: what it is about by its words, its what-ifs by its numbers.
 *
 * @param age today's, where it is known
 */
export function planPlay(question: string, age: number | null = null): AnalysisPlan {
  const asked = withoutOwnAge(question, age);
  const ofParts = partsAsked(asked);
  const isOfParts = ({ start }: Clause) => ofParts.some((one) => one.start === start);
  // "How much gold do I own" may be of a fund by that name, and is of a class where there is none.
  const itself = holdingsAsked(asked).filter((one) => one.kind !== 'owned' || !isOfParts(one));
  const parts = [...itself, ...ofParts.filter(({ start }) => itself.every((one) => one.start !== start))];
  const apart = questionsOf(asked).filter(({ start, end }, _, all) => {
    if (all.length < 2 || parts.some((one) => one.start === start) || !ASKS.test(asked.slice(start, end))) return false;
    return isOfHoldings(planOf(asked.slice(start, end), age, asked));
  });
  const taken = [...parts, ...apart];
  if (taken.length === 0) return planOf(asked, age, asked);
  const left = taken.reduce((text, { start, end }) => without(text, start, end, ' '), asked);
  const rest = questionsOf(left).some(({ start, end }) => ASKS.test(left.slice(start, end)) || slotted(left).numbers.size > 0) ? planOf(left, age, asked) : FULL_PLAN; // prettier-ignore
  const about = apart.flatMap(({ start, end }) => planOf(asked.slice(start, end), age, asked).focus);
  const focus = new Set([
    ...rest.focus,
    ...itself.map(({ kind }) => TOPIC_OF[kind]),
    ...(parts.length > itself.length ? (['allocation'] as const) : []),
    ...about,
  ]);
  return { ...rest, focus: [...focus].slice(0, 3) };
}

/** Each question of several. */
const questionsOf = (asked: string): Clause[] => {
  const { text } = slotted(asked);
  return sentencesOf(text).flatMap((one) => questionsIn(text, one));
};
const ASKS =
  /^\W*(?:(?:and|so|but|also|then|please),? )*(?:am|are|is|do|does|did|has|have|how|what|which|where|can|could|will|would|should|when|if|suppose|why)\b/i;
/** What is answered of what is held, and of nothing else that its question says. */
const isOfHoldings = ({ focus, whatIfs, outside, unread = [] }: AnalysisPlan): boolean =>
  focus.length > 0 && whatIfs.length + outside.length + unread.length === 0 && focus.every((topic) => OF_WHAT_IS_HELD.has(topic)); // prettier-ignore
const OF_WHAT_IS_HELD: ReadonlySet<FocusTopic> = new Set(['value', 'allocation', 'drift', 'concentration', 'risk', 'costs', 'performance', 'missing_data']); // prettier-ignore

/** The plan for what is asked, as a stretch of the whole question. */
function planOf(asked: string, age: number | null, whole: string): AnalysisPlan {
  // How sure it has to be, what the funds cost, and what there will be are read first, and of nothing else.
  const sure = howSure(asked);
  const costs = costsAsked(asked);
  const balances = balancesAsked(asked);
  const readFirst = [sure, costs, ...(balances?.spans ?? [])].filter((one) => one !== null);
  const question = readFirst.reduce((text, one) => without(text, one.start, one.end, ' '), asked);
  const { changes, unread: notRead, supposed, strange: isStrange, rest: unreadText } = readChanges(question, age);
  const { whatIfs: stated, untried } = whatIfsOf(changes, question);
  const outside = Object.entries(outsideWords).flatMap(([topic, words]) => (words.test(question) ? outsideTopic(topic) : [])); // prettier-ignore
  // Who asks how much can be spent, or when work can stop, is answered with that, and not first with the chance of what was planned.
  const withoutOutright = (text: string) =>
    OUTRIGHT.reduce((rest, topic) => rest.replace(focusWords[topic], ' '), text);
  const rest = withoutOutright(question);
  // What is bought or costs something in a part that is tried, or named as not tried, is no trade and no cost of the portfolio.
  const open = withoutOutright([...changes, ...notRead].reduce((text, { start, end }) => without(text, start, end, ' '), question)); // prettier-ignore
  const given = changes.some((one) => one.given);
  // What there is then is worked out of the plan as it is alone.
  const ahead = changes.length === 0 ? balances : null;
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
  const past = changes.length === 0 ? pastTimesAsked(question) : null;
  const why = changes.length === 0 ? asksWhyChance(question) : null;
  const strange = isStrange && past === null && why === null;
  // Of who has retired already, what the plan has of its own retirement answers nothing.
  const topics = new Set([
    ...(ahead === null ? [] : ['future_value']),
    ...(costs === null ? [] : ['costs']),
    ...counted.map(({ topic }) => topic),
  ]);
  const about = [...topics].flatMap(focusTopic).filter((topic) => !given || !OF_THE_PLANS_END.has(topic)); // prettier-ignore
  const isTold = past !== null && (past.years.length > 0 || past.unknown.length === 0);
  const focus: FocusTopic[] = past !== null ? (isTold ? ['risk'] : []) : why !== null ? ['retirement'] : about;
  const unnamed = supposed.filter(({ start, end }) => !isOutside(question.slice(start, end)));
  const toFind = askedOpen(question, changes, notRead, sure !== null);
  const beside = notRead.filter((one) => !toFind.some((ask) => overlap(one, ask)));
  const isAlone =
    beside.filter(({ why }) => why !== 'present').length + untried.length + unnamed.length + outside.length === 0 &&
    !strange;
  const leaves = isAlone ? leftOpen(stated, toFind, unreadText, question) : [];
  const found = sure === null ? leaves : asSure(leaves, sure);
  const claim = changes.length === 0 ? whenToClaim(question, age) : null;
  const whatIfs = [...found, ...stated, ...(claim?.whatIfs ?? [])].slice(0, MOST_WHAT_IFS);
  const answered = [claim, past, why].filter((one) => one !== null);
  const untold = past?.unknown.map((one) => ({ ...one, why: 'size' as const })) ?? [];
  const left = [...untold, ...(found.length > 0 ? beside : notRead).filter((one) => !answered.some((each) => overlap(one, each)))]; // prettier-ignore
  // What the plan as it is sustains would be no answer to it.
  const missed = found.length > 0 ? [] : toFind.flatMap(({ start, end, open }) => (open === 'contribute' ? [] : [{ start, end, why: 'sustained' as const }])); // prettier-ignore
  // "How much will I have at 65?" has its age in the answer.
  const later = given ? [] : [...question.matchAll(focusWords.future_value)];
  const isAnswered = ({ start, end }: { start: number; end: number }) =>
    later.some(({ index, 0: said }) => start <= index + said.length && end >= index && end <= index + said.length + 1);
  // An amount of the plan as it is is none of what is tried.
  const amounts = changes.some((one) => !one.given) ? later.map(({ index, 0: said }) => ({ start: index, end: index + said.length, why: 'ending' as const })) : []; // prettier-ignore
  const unsure = sure === null || found.length > 0 ? [] : [{ ...sure, why: 'confidence' as const }];
  const passedOver = [
    ...unsure,
    ...(costs?.untold ? [{ ...costs.untold, why: 'unclear' as const }] : []),
    ...amounts,
    ...(ahead === null ? (balances?.spans ?? []).map((one) => ({ ...one, why: 'ending' as const })) : []),
    ...untried,
    ...left.filter((one) => !isAnswered(one)),
    ...unnamed,
    ...missed,
  ];
  const ofThePlan = focus[0] !== undefined && OF_THE_PLAN.has(focus[0]);
  // What a plan as it is answers, or what names something to own and no topic: a sentence that asks for something else is named.
  const named = answered.length > 0 || changes.length + passedOver.length + outside.length > 0 || strange;
  const beyond = named || !(ofThePlan || (focus.length === 0 && OF_INVESTING.test(question))) ? [] : beyondThePlan(question); // prettier-ignore
  const unread = unreadParts(asked.length === whole.length ? whole : asked, [
    ...passedOver,
    ...beyond.map((one) => ({ ...one, why: 'unclear' as const })),
  ]);
  const asksForPlan = changes.length > 0 && !given && !focus.includes('retirement');
  return {
    ...FULL_PLAN,
    // What is found is the answer; what the plan has of its own could be taken for another one.
    focus: [
      ...(tries && found.length === 0 ? (['earliest_retirement'] as const) : []),
      ...(asksForPlan && found.length === 0 ? (['retirement'] as const) : []),
      ...focus.filter((topic) =>
        found.length === 0 ? !tries || topic !== 'earliest_retirement' : !OF_THE_PLAN.has(topic),
      ),
    ].slice(0, 3),
    whatIfs,
    outside: ((strange || (focus.length === 0 && changes.length === 0 && unread.length === 0)) && outside.length === 0
      ? (['other'] as const)
      : outside
    ).slice(0, 4),
    ...(ahead !== null && ahead.balancesAt.length > 0 && { balancesAt: ahead.balancesAt.slice(0, MOST_BALANCES) }),
    ...(ahead !== null && ahead.balancesReached.length > 0 && { balancesReached: ahead.balancesReached.slice(0, MOST_BALANCES) }), // prettier-ignore
    ...(unread.length > 0 && { unread }),
  };
}

const WHEN_WORK_STOPS =
  /\b(?:when (?:can|could|may|might|should|will|would) (?:i|we)|(?:at )?(?:what|which) age|how (?:early|soon)|earliest|soonest)\b[^.?!]{0,50}?\b(?:retire|stop(?:ping)? work\w*|quit|leave (?:work|my job|our jobs))\b|\b(?:retire|stop working|quit) (?:early|earlier|sooner|before(?: (?:age|i['’]m|i am|i turn))* \d\d|as (?:soon|early) as (?:possible|(?:i|we) can))\b/gi;

/** "How much do I need to retire at 60?": what is there today, the savings of the plan coming on top. */
const HOW_MUCH_TO_HAVE =
  /\bhow (?:much(?: money)? (?:do|would|will|must) (?:i|we) (?:need|require|have to have|need to have)(?: to have)?(?: (?:today|now|saved|in savings|in total|altogether|invested))*(?= (?:to|in order to) (?:retire|stop|quit|never|make|be able|last)\b|,? (?:if|so that|before|for retirement)\b|\s*\?|\s*$)|(?:big|large)(?: an?)? (?:(?:must|should|would|does) )?(?:(?:my|our|the) )?(?:portfolio|nest egg|pot|savings)(?: (?:do (?:i|we) need|must (?:i|we) have|(?:need|have) to be|be))?)/gi;

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
  if (changes.length === 0 && !sure) return [];
  const takes = of('contribute', WHAT_IT_TAKES);
  const open = [...takes, ...takes.map((one): Asked => ({ ...one, open: 'income' })), ...of('income', focusWords.spending), ...of('retireAt', WHEN_WORK_STOPS)]; // prettier-ignore
  return open.filter((one) => !changes.some(({ change }) => change.what === one.open));
}

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

const isOutside = (said: string): boolean =>
  /\binherit/i.test(said) || Object.values(outsideWords).some((words) => words.test(said));

const focusTopic = (name: string): FocusTopic[] => (isKey(focusWords, name) ? [name] : []);
const outsideTopic = (name: string): OutsideTopic[] => (isKey(outsideWords, name) ? [name] : []);

function isKey<K extends string>(record: Readonly<Record<K, unknown>>, key: string): key is K {
  return Object.hasOwn(record, key);
}
