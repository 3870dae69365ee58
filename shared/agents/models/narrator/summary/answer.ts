import { isStockByName } from '../tags/stock-ending.ts';
import type { Clause } from '../plan/clauses.ts';
import { besideTried, topicsBeside } from '../plan/plan-play.ts';
import { without } from '../plan/slots.ts';
import { asksWhyChance } from '../plan/why-chance.ts';
import type { Held, Reading, Retirement } from '../reading/reading.ts';
import { goalless } from '../report/against-target.ts';
import { lower } from '../report/breakdown-words.ts';
import { costs } from '../report/costs.ts';
import { gainsOfTrades } from '../report/rebalancing.ts';
import { diversification, swings } from '../report/grades.ts';
import { change, performance } from '../report/performance.ts';
import { repayDebt } from '../report/recommend.ts';
import { placeOf } from '../report/regions.ts';
import { verdict } from '../retirement/chance-words.ts';
import { historyAnswer } from '../retirement/history-starts.ts';
import { cannotFail, failing } from '../retirement/readiness.ts';
import { aloneAnswer, earliestAnswer } from '../retirement/earliest.ts';
import { afterwards, asCeiling, lasting, lastsIn } from '../retirement/lasting-income.ts';
import { middle } from '../retirement/range-of-outcomes.ts';
import { laterSpending, ofTwoOrOne, spendingRange } from '../retirement/spending-range.ts';
import { body, list, paragraph, sentence } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { finePercent, points, percent, ratio } from '../wording/percent.ts';
import { worthOf } from '../wording/worth-of.ts';
import { unknownWhole } from '../reading/few-valued.ts';
import { lever, strain } from './retirement-observations.ts';
import { badYearInShort, balance, gaps, portfolio, retirement } from './paragraphs.ts';
import { adviceAsked } from './advice-asked.ts';
import { plainAnswer, rateTaken } from './plain-answer.ts';
import { gainOf, gainsAsked } from './gain-asked.ts';
import { namedHoldings } from '../../../../finance/named-holdings.ts';
import { holdingsHeld } from './holdings-held.ts';
import { partsHeld } from './parts-held.ts';
import { gain } from './portfolio-observations.ts';
import { crashLosses, pastTimes } from './past-times.ts';

/** The answer to the person's question, out of what code made of it; null where none was asked. */
export function answer(reading: Reading, question: string | null): string | null {
  const { book } = reading;
  const losses = (LOSES.test(question ?? '') || !OF_THE_PLAN.test(question ?? '')) ? crashLosses(reading) : null; // prettier-ignore
  const tried = triedIn(reading, losses !== null);
  const itself = holdingsHeld(reading, question ?? '');
  const apart = (text: string, spans: readonly Clause[] = []) => spans.reduce((left, { start, end }) => without(left, start, end, ' '), text); // prettier-ignore
  const beside = apart(question ?? '', itself?.spans);
  const parts = partsHeld(reading, beside);
  const others = apart(beside, parts?.spans);
  const general = plainAnswer(reading, others, () => concentration(reading, ''));
  const [named, ...instead] = figuresAsked(reading, apart(others, general.spans), question ?? '') ?? [null];
  instead.push(...general.topics, ...(parts === null ? [] : ['allocation']), ...(itself?.topics ?? []));
  const history = historyAnswer(reading, question ?? '');
  instead.push(...(history === null ? [] : ['retirement', 'running_out']));
  const figures = body(itself?.said ?? null, parts?.said ?? null, ...general.said, named, history);
  const figure = figures === '' ? null : figures;
  const topics = topicsAsked(reading).filter((topic) => !instead.includes(topic));
  // What was tried is the answer; a paragraph on what could be lost, say, would only stand in its way.
  const when = topics.includes('earliest_retirement');
  // That answer says the chance of what was planned beside it.
  const besides = new Set<string>(tried.length === 0 ? [] : topicsBeside(question ?? ''));
  const rest = topics.filter((topic) =>
    tried.length === 0 ? topic !== 'retirement' || !when : !GENERAL.has(topic) || besides.has(topic),
  );
  // Why there is no projection is said once.
  const topicsTold =
    reading.retirement === null && tried.length > 0 ? rest.filter((topic) => !OF_RETIREMENT.has(topic)) : rest;
  const said = topicsTold.flatMap((topic) => about(topic, reading, tried.length > 0, question ?? '') ?? []);
  const outside = [1, 2, 3, 4]
    .flatMap((at) => book.text(`question.outside.${at.toString()}`) ?? [])
    .filter((one) => figure === null || !/^(?:what of the question was not understood|a debt is counted)/.test(one));
  const told = general.spans.map(({ start, end }) => others.slice(start, end));
  const unread = figure === null ? leftUntried(reading) : leftUntried(reading, question ?? '', told);
  if (figure === null && tried.length + said.length + outside.length + unread.length === 0) return null;
  // Of several claims which is best is the answer, and what each comes to stands behind it.
  const compared = howClaimsCompare(reading);
  const isFirst = claimsIn(reading).length > 1;
  return body(
    figure,
    isFirst && compared,
    ...tried,
    losses,
    howFallsCome(reading),
    howSumsCome(reading, question ?? ''),
    howMixesAreHeld(reading, question ?? ''),
    howDeathsCount(reading),
    !isFirst && compared,
    howBalancesAreFound(reading),
    ...unread,
    // Beside what was not tried this could be taken for the answer to it.
    ((tried.length === 0 && unread.length > 0) || (when && triesMore(reading))) && said.length > 0 && 'What follows is of the plan as it is:', // prettier-ignore
    ...new Set(said),
    outside.length > 0 && `What the figures do not cover: ${outside.map(plain).join('; ')}.`,
  );
}

/** What the report states by the name that the question has for it (a figure, an account's return, a holding's share, with funds or without, what helps a plan), and the topics that it answers. */
function figuresAsked(
  reading: Reading,
  asked: string,
  whole: string,
): [said: string | null, ...topics: string[]] | null {
  const { book } = reading;
  const advice = adviceAsked(reading, asked);
  const tries = asksFor(reading, 'label');
  if (tries && advice !== null) return [advice];
  // Beside what is tried only those questions that try nothing have such an answer.
  const question = tries ? onlyThose(asked, besideTried(asked)) : asked;
  if (question.trim() === '') return null;
  if (advice !== null) return [advice, 'rebalancing', 'retirement', 'drift', 'value', 'risk', 'allocation'];
  const plan = WITHDRAWAL_RATE.test(question) ? reading.retirement : null;
  if (plan !== null)
    return [paragraph(rateTaken(plan), sustainable(reading), retirement(reading)), 'retirement', 'spending'];
  const first = FIRST_WITHDRAWAL.test(question) && reading.retirement !== null ? firstWithdrawal(reading, reading.retirement) : null; // prettier-ignore
  if (first !== null) return [paragraph(first, retirement(reading)), 'retirement', 'spending'];
  const why = asksWhyChance(question) !== null;
  if ((why || HELPS.test(question)) && reading.retirement !== null)
    return [paragraph(retirement(reading), lever(reading)?.text ?? null, (why || /\bsensitive\b|\beffect|\bimpact|\bmatters?\b|\bassumptions?\b|\bfactors?\b/i.test(question)) && (strain(reading)?.text ?? null)), 'retirement', 'performance']; // prettier-ignore
  const account = book.keys('performance.account', 'name').find((key) => {
    const name = book.text(`performance.account.${key}.name`) ?? '';
    return DID.test(question) && question.toLowerCase().includes(name.toLowerCase());
  });
  const total = book.number(`performance.account.${account ?? ''}.timeWeighted.total`);
  if (account !== undefined && total !== null)
    return [`${plain(book.text(`performance.account.${account}.name`) ?? '')} ${change(total)} in all (time-weighted).`, 'performance']; // prettier-ignore
  if (MEASURED.test(question)) {
    const expected = book.number('risk.volatility');
    const swings = /volatil/i.test(question) && expected !== null && `The volatility expected of what you hold is ${percent(expected)} a year.`; // prettier-ignore
    return [paragraph(swings, about('performance', reading, false, question)), 'performance', 'risk'];
  }
  if (THROUGH_FUNDS.test(question) && OF_A_COMPANY.test(question)) {
    const lines = reading.fewValued ? [] : namedHoldings(question, reading.holdings);
    const others = lines.length > 0 ? 'What funds hold of it comes on top, and is not known here: they' : 'How much of one company funds hold is not known here: they'; // prettier-ignore
    return [paragraph(...lines.map(shareOf(reading)), `${others} are looked through to asset classes, regions and sectors, not to companies.`), 'allocation', 'value', 'concentration']; // prettier-ignore
  }
  const named = reading.fewValued ? [] : namedHoldings(question, reading.holdings);
  const realizing = named.length === 0 && REALIZED.test(question) ? gainsOfTrades(reading) : null;
  if (realizing !== null) return [realizing, 'performance', 'rebalancing', 'drift', 'value'];
  const gained = reading.fewValued ? null : gainsAsked(reading, question, whole);
  if (gained !== null) return [gained, 'performance', 'costs', 'value', 'concentration', 'risk'];
  const debt = OWED.test(question) ? repayDebt(reading) : null;
  if (debt !== null) return [debt.text, 'value', 'allocation'];
  if (named.length > 0 && TO_SELL.test(question)) {
    const known = named.filter(({ gain }) => gain !== null);
    return [
      paragraph(...named.map(shareOf(reading)), ...known.map(gainOf(reading))),
      ...OF_SHARES,
      'performance',
      'value',
    ];
  }
  const coins =
    COINS.test(question) && !reading.fewValued
      ? reading.holdings.filter(({ assetClass }) => assetClass === 'Alternatives')
      : [];
  const isNamed = named.length > 0 && (HOW_MUCH.test(question) || WORTH.test(question));
  const held = isNamed ? named : HOW_MUCH.test(question) ? coins.slice(0, 4) : [];
  const others = held.some(({ expenseRatio }) => (expenseRatio ?? 0) === 0) && 'What funds hold of it is not counted in that.'; // prettier-ignore
  return held.length === 0 ? null : [paragraph(...held.map(shareOf(reading)), others), 'allocation', 'value', 'concentration']; // prettier-ignore
}

/** A text with blanks for all but some parts of it. */
const onlyThose = (text: string, spans: readonly Clause[]): string =>
  spans.reduce((all, { start, end }) => `${all.slice(0, start)}${text.slice(start, end)}${all.slice(end)}`, ' '.repeat(text.length)); // prettier-ignore

/** How much is taken out in a year, of which a rule says how much lasts. */
const WITHDRAWAL_RATE = /\bwithdrawal rate\b|\b(?:4|four) ?(?:%|per ?cent) (?:rule|withdrawal)/i;

/** What the first year takes out of the portfolio. */
const FIRST_WITHDRAWAL =
  /^(?!.*\b(?:can|could|should|safe\w*|if)\b)(?:.*)(?:\b(?:withdraw|draw|take out|pull)\b[^.?!]*\b(?:first|initial) year\b|\b(?:first|initial) (?:year(?:['’]s)? )?withdrawal\b(?! rate)|\bfirst year\b[^.?!]*\b(?:withdraw(?:al)?|take out)\b)/i;

/** "What is the value of my Apple stock", "what's my Apple stock worth". */
const WORTH = /\b(?:value|worth) of (?:my|our|the)\b|\b(?:my|our)\b[^.?]{2,60}\bworth\b/i;
/** Whether to pay back what is owed. */
const OWED = /\b(?:pay(?:ing)? (?:\w+ ){0,4}?(?:off|down|back)|debts?|loans?|credit cards?|mortgage)\b/i;
const MEASURED = /\b(?:sharpe|draw-?downs?|x?irr|volatil(?:e|ity))\b/i;
const HELPS =
  /\b(?:improve|increase|raise|boost|better)\b.{0,20}\b(?:chances?|odds)\b|\b(?:biggest|largest|greatest|most|main|strongest) (?:effect|impact|influence|difference) (?:on|to|for|in) (?:my|our|the) (?:plan|retirement|chances?|odds|outcome|success)\b|\bhow sensitive (?:is|are) (?:my|our|the) (?:plan|retirement)\b|\bwhat matters(?: the)? most\b(?! to)|\b(?:what|which)(?: (?:single|one|other))?(?: (?:changes?|things?|steps?|levers?|assumptions?|factors?|inputs?|choices?|decisions?))?(?: (?:would|will|could|can|do|does|should (?:i|we) make (?:to|that)))? (?:(?:help|matter|improve (?:my|our|the) (?:plan|odds|chances?)|make the (?:biggest|most|largest) difference|have the (?:biggest|most|largest) (?:effect|impact))s?)(?: (?:me|us|my (?:plan|retirement|chances?|odds)|our (?:plan|retirement|chances?|odds)))?(?: the)?(?: most)?\s*(?=[?.!]|$)/i;
const DID = /\b(?:did|do(?:ing|ne)?|perform\w*|return\w*|earn\w*)\b/i;
/** Whether to keep a holding. */
const TO_SELL =
  /\b(?:sell(?:ing)?|keep(?:ing)?|trim(?:ming)?|reduc(?:e|ing)|dump|get rid of|hold on to|too (?:big|large|much|heavy))\b/i;
const COINS = /\b(?:crypto\w*|coins?)\b/i;
/** A company's share with what funds hold of it. */
const THROUGH_FUNDS =
  /\b(?:includ\w*|counting|through|inside(?: of)?|within|via) (?:(?:all|my|our|the|other|those) )*(?:index )?(?:funds?|etfs?)\b/i;
const OF_A_COMPANY =
  /^(?!.*\b(?:fees?|costs?|return\w*|bonds?|stocks|equit\w+)\b).*\b(?:how (?:much|many)|share|part|percent\w*|expos\w+|own|hold)\b/i;
const HOW_MUCH = /\bhow (?:much|many)\b|\bwhat (?:share|part|percent\w*)\b/i;

const shareOf =
  (reading: Reading) =>
  (one: Held): string =>
    `${one.title} is ${worthOf(reading, one)}.`;

/** Whether anything else than another retirement is tried. */
const triesMore = ({ book }: Reading): boolean =>
  book.keys('question.whatIf', 'label').some((key) => !/^retire at\b[^;]*$/i.test(book.text(`question.whatIf.${key}.label`) ?? '')); // prettier-ignore

/** What the question is about, the most important first. */
const topicsAsked = ({ book }: Reading): string[] =>
  [1, 2, 3].flatMap((at) => book.text(`question.focus.${at.toString()}`) ?? []);

/** Topics of which every report speaks in its summary. */
const GENERAL: ReadonlySet<string> = new Set(['value', 'risk', 'drift', 'rebalancing', 'missing_data']);

/** Topics that speak of shares of the portfolio, or rest on them. */
const OF_SHARES: ReadonlySet<string> = new Set(['allocation', 'drift', 'rebalancing', 'concentration', 'risk']);

const OF_RETIREMENT: ReadonlySet<string> = new Set([
  'retirement',
  'spending',
  'earliest_retirement',
  'running_out',
  'future_value',
]);

/** What the question asks to try; where nothing can be projected, once why not. */
function triedIn(reading: Reading, losses: boolean): string[] {
  const { book, money, value, retirementMissing } = reading;
  const all = book.keys('question.whatIf', 'label').map((key) => `question.whatIf.${key}`);
  // What a crash of the past takes of what is held is an answer without a plan.
  const isTold = (at: string) => losses && reading.retirement === null && /^a crash like that of [^;]*$/i.test(labelOf(reading, at)); // prettier-ignore
  const reasonOf = (at: string) => (isTold(at) ? null : book.text(`${at}.impossible`));
  const worthOf = (at: string) => book.number(`${at}.balance`) ?? value;
  // Of what cannot be tried for one reason, alone and with other things, the shortest says it.
  const tried = all.filter((at) => reasonOf(at) === null || at === shortest(reading, all, (one) => reasonOf(one) === reasonOf(at))); // prettier-ignore
  const able = tried.filter((at) => reasonOf(at) === null);
  const [first] = able;
  if (reading.retirement !== null || first === undefined) return tried.map((at) => whatIf(reading, at));
  const others = tried.filter((at) => reasonOf(at) !== null).map((at) => whatIf(reading, at));
  const moved = able.filter((at) => {
    const isMoved = Math.abs(worthOf(at) - value) >= 1;
    return isMoved && at === shortest(reading, able, (one) => worthOf(one) === worthOf(at));
  });
  const worth = moved.map((at) => `**${labelOf(reading, at)}**: the portfolio would then be worth ${money(worthOf(at))}.`); // prettier-ignore
  const why =
    retirementMissing === null || goalless(retirementMissing)
      ? 'Whether the money lasts cannot be said without a retirement plan: give your age, the age at which you stop working and the income you want.'
      : `${worth.length > 0 ? 'Whether the money lasts cannot be said' : `**${labelOf(reading, first)}** cannot be tried`}. ${plain(retirementMissing)}`;
  return [paragraph(...worth, why), ...others];
}

/** Of the what-ifs that are such the one with the fewest words. */
const shortest = (reading: Reading, all: readonly string[], isSuch: (at: string) => boolean): string | undefined =>
  all.filter(isSuch).sort((one, other) => labelOf(reading, one).length - labelOf(reading, other).length)[0];

const labelOf = ({ book }: Reading, at: string): string => plain(book.text(`${at}.label`) ?? '');

/** What it means that something falls in a year of the plan: once, whatever falls when. */
function howFallsCome({ book }: Reading): string | null {
  const all = book.keys('question.whatIf', 'fall.1.age').map((key) => book.text(`question.whatIf.${key}.label`) ?? '');
  if (all.length === 0) return null;
  return paragraph(
    'A later fall is tried in every future, on top of what markets do there in that year, after what is spent at its start and before what is saved by its end. Nothing is added for a recovery from it.',
    all.some((label) => /\ba crash like that of\b/i.test(label)) &&
      'Of a crash of the past only what fell is tried, all of it in one year; what Alex has no figure for falls as stocks did.',
  );
}

const LOSES = /\b(?:los[et]|losing|loss(?:es)?)\b/i;
/** Who asks of a crash what it does to the plan asks not what it takes of what is held. */
const OF_THE_PLAN = /\b(?:retir\w*|plan|odds|chances?|last|survive|run out|spend\w*)\b/i;

const asksFor = ({ book }: Reading, leaf: string): boolean => book.keys('question.whatIf', leaf).length > 0;

/** Whose dollars a later sum is in, and what one that is lent brings. */
const howSumsCome = (reading: Reading, question: string): string | null =>
  asksFor(reading, 'received.1.age') || asksFor(reading, 'paid.1.age')
    ? paragraph(
        'A sum that comes or goes later is in dollars of today.',
        asksFor(reading, 'received.1.age') && 'Taxes on what comes in are not counted.',
        asksFor(reading, 'paid.1.age') && (reading.book.number('goals.taxRate') ?? 0) > 0 && 'What is taken out to pay it is taxed as all that is taken out.', // prettier-ignore
        LENDS.test(question) && 'What is lent is taken to come back in full, without interest.',
      )
    : null;

/** What the trades that are listed would realize, and not what has been gained so far. */
const REALIZED =
  /\b(?:gains?|loss(?:es)?)\b[^.?!]*\b(?:rebalanc\w*|trades)\b|\b(?:rebalanc\w*|trades)\b[^.?!]*\b(?:gains?|loss(?:es)?)\b/i;

const LENDS = /\b(?:lend|lent|loan)(?:ing)?\b/i;

/** What it means that another mix is held. */
const howMixesAreHeld = (reading: Reading, question: string): string | null =>
  asksFor(reading, 'mean')
    ? paragraph(
        'Another mix is held from today on in every account, each kind of asset as it is made up today. Taxes on what would be sold for it are not counted, and to try it is no advice to buy or sell.',
        INDEXED.test(question) && 'All kinds of stocks, and of bonds, are simulated alike: such a fund is tried as its whole class.', // prettier-ignore
      )
    : null;

const INDEXED =
  /\bS&P 500\b|\b(?:total (?:stock |bond )?market|index|bond) (?:index )?(?:funds?|etfs?)\b|\btotal (?:stock |bond )?market\b/i;

/** Why a death may raise the chance: what is spent from then on, and what is paid. */
function howDeathsCount(reading: Reading): string | null {
  const share = reading.book.number('goals.plan.survivorShare');
  const isTried = reading.book.keys('question.whatIf', 'label').some((key) => labelOf(reading, `question.whatIf.${key}`).includes(' dies at ')); // prettier-ignore
  return share === null || !isTried
    ? null
    : `From a death on whoever is left alone spends ${percent(share)} of what both would, and what was paid to who died goes on only as the law or the plan leaves it to a survivor.`;
}

/** Of which day a balance is that is found. */
const howBalancesAreFound = (reading: Reading): string | null =>
  (reading.retirement?.yearsToRetirement ?? 0) > 0 &&
  reading.book.keys('question.whatIf', 'label').some((key) => /\bbegin today with\b[^;]*\bleast that lasts\b/i.test(labelOf(reading, `question.whatIf.${key}`))) // prettier-ignore
    ? 'That is what has to be there today, with what is saved until work stops on top; how much has to be there on that day is not worked out.'
    : null;

/** The what-ifs of claims: by themselves, where they are tried so, and not also with all else that is asked. */
function claimsIn(reading: Reading): string[] {
  const { book } = reading;
  const all = book.keys('question.whatIf', 'success').map((key) => `question.whatIf.${key}`).filter((at) => book.text(`${at}.same`) === null && claimed(reading, at).length > 0); // prettier-ignore
  const alone = all.filter((at) => claimed(reading, at).length === labelOf(reading, at).split('; ').length);
  return alone.length > 0 ? alone : all;
}

/** Who claims when in a what-if: "Dave claiming at 70". */
const claimed = (reading: Reading, at: string): { who: string; age: string }[] =>
  labelOf(reading, at).split('; ').flatMap((part) => {
    const { who = '', age } = CLAIMED.exec(part)?.groups ?? {};
    return age === undefined ? [] : [{ who: /^both$/i.test(who) ? 'both' : who, age }];
  }); // prettier-ignore
const CLAIMED = /^(?:(?:(?<who>.+?) )??claims?) Social Security at (?<age>\d+(?:\.\d+)?)/i;

const claimingOf = (reading: Reading, at: string): string =>
  list(claimed(reading, at).map(({ who, age }, place) => [who, ...(place === 0 ? ['claiming'] : []), 'at', age].filter((word) => word !== '').join(' '))); // prettier-ignore

/** Which of the claims tried does most for the plan, with what does about as much; null where one alone is tried. */
function bestClaim(reading: Reading, claims: readonly string[]): string | null {
  const figure = (at: string, leaf: string) => reading.book.number(`${at}.${leaf}`) ?? 0;
  const [best, ...others] = claims.toSorted((one, other) => figure(other, 'change') - figure(one, 'change'));
  if (best === undefined || others.length === 0) return null;
  if (figure(best, 'change') <= 0 || !isClear(reading, best))
    return 'None of the ages tried does clearly better for the plan than the planned one.';
  const isNear = (at: string) => figure(best, 'change') - figure(at, 'change') < Math.max(0.0005, 2 * Math.max(figure(best, 'standardError'), figure(at, 'standardError'))); // prettier-ignore
  const near = others.filter((at) => figure(at, 'change') > 0 && isNear(at)).slice(0, 2);
  return `Of the ages tried, ${claimingOf(reading, best)} does most for the plan${near.length > 0 ? `, and ${near.map((at) => claimingOf(reading, at)).join(' or ')} about as much` : ''}.`; // prettier-ignore
}

/** Whom a later claim pays: of a couple the larger benefit goes on to who is left, and the smaller one ends with the first death. */
function whoGains({ otherIncome, people }: Retirement): string {
  if (people.length < 2)
    return 'Who lives longer than the age at which the two are even gains by the later claim, and who does not loses by it.';
  return otherIncome.filter(({ label }) => label.includes('Social Security')).length > 1
    ? 'The larger of the two benefits goes on for as long as either of you lives, the smaller only while both do: waiting with the larger gains where one of you lives long, waiting with the smaller only where both do.'
    : 'The benefit goes on for as long as either of you lives, so waiting with it gains where one of you lives long.';
}

/** Which claim of Social Security does most for the plan, and what the comparison leaves out. */
function howClaimsCompare(reading: Reading): string | null {
  const { retirement: plan } = reading;
  const claims = claimsIn(reading);
  if (claims.length === 0 || plan === null) return null;
  const isTaxed = plan.otherIncome.some(({ taxRate }) => (taxRate ?? 0) > 0);
  return paragraph(
    cannotFail(plan)
      ? 'The chance tells no claim from another where spending is a share of what there is; what a later claim does to spending stands under “What would change the answer most”.'
      : bestClaim(reading, claims),
    `${whoGains(plan)} Not counted are ${isTaxed ? '' : 'taxes on benefits, '}what is withheld from who still earns, benefits of a spouse, and your own health.`,
  );
}

/**
 * What of the question was not tried, each part in its own words, with the reason.
 *
 * @param answered the question, where it has its answer by the names in it
 * @param told parts of it that have theirs
 */
function leftUntried({ book }: Reading, answered = '', told: readonly string[] = []): string[] {
  const whole = answered === '' ? Infinity : answered.length * 0.8;
  const tried = book.keys('question.whatIf', 'label');
  const isAsPlanned = tried.length > 0 && tried.every((key) => book.text(`question.whatIf.${key}.same`) !== null);
  const parts = book.keys('question.unread', 'name').flatMap((key) => {
    const name = `question.unread.${key}.name`;
    const [words, label] = [book.text(name), book.label(name)];
    // As good as all of a question that has its answer; where what is tried is the plan itself, so has what there is then.
    return words === null ||
      (isAsPlanned && label.endsWith(OF_THE_PLAN_ALONE)) ||
      words.length >= whole ||
      told.some((one) => one.includes(words))
      ? []
      : [{ words: plain(words), why: label.replace(/^Not tried: /, '') }];
  });
  if (parts.length === 0) return [];
  return [...Map.groupBy(parts, ({ why }) => why)].map(
    ([why, all]) =>
      `Not tried: ${list(all.map(({ words }) => `“${words}”`))}, ${all.length > 1 ? 'each ' : ''}because ${why}.`,
  );
}

const OF_THE_PLAN_ALONE = 'what there is then is worked out of the plan as it is alone';

/** What one what-if comes to: its chance beside the plan's, or why there is none. */
function whatIf(reading: Reading, at: string): string {
  const { book, retirement: plan } = reading;
  const label = labelOf(reading, at);
  const impossible = book.text(`${at}.impossible`);
  if (impossible !== null) return `**${label}** cannot be tried: ${plain(impossible)}.`;
  const success = book.number(`${at}.success`);
  if (success === null || plan === null) return `**${label}** cannot be tried.`;
  const change = book.number(`${at}.change`) ?? 0;
  const share = success === 1 ? 'all' : success === 0 ? 'none' : finePercent(success);
  const beside = isClear(reading, at)
    ? `${points(change)} ${change > 0 ? 'more' : 'less'} than as planned`
    : 'no clear difference from the plan';
  if (book.text(`${at}.same`) !== null)
    return `**${label}**: the money lasts to the end in ${share} of the ${plan.futures}.`;
  const ruin = book.number(`${at}.medianRuinAge`);
  const [first, ...then] = balancesThen(reading, at);
  return paragraph(
    first === undefined
      ? `**${label}**: the money lasts to the end in ${share} of the ${plan.futures}, ${beside}.`
      : paragraph(`**${label}**: ${first.charAt(0).toLowerCase()}${first.slice(1)}`, ...then, `The money lasts to the end in ${share} of the ${plan.futures}, ${beside}.`), // prettier-ignore
    ruin !== null &&
      topicsAsked(reading).includes('running_out') &&
      `Where it runs out, it typically does so around age ${ruin.toString()}.`,
    `On these assumptions the plan then ${verdict(success)}.`,
    ofTheMix(reading, at),
    ofTheClaim(reading, at),
  );
}

/** "At 65", or of two people "when Ana is 65": ages are the first one's. */
function atAge(plan: Pick<Retirement, 'people'> | null): (age: number) => string {
  const [first, second] = plan?.people ?? [];
  return (age) => (first === undefined || second === undefined ? `at ${age.toString()}` : `when ${first.name} is ${age.toString()}`); // prettier-ignore
}

/** What there is then at the ages, and of the sums, that the question asks for, beside the plan's own. */
function balancesThen({ book, money, retirement: plan }: Reading, at: string): string[] {
  const when = atAge(plan);
  const second = plan?.people[1];
  const ages = book.keys(`${at}.balanceAt`, 'p50');
  const then = ages.flatMap((age) => {
    const [low, middle, high] = ['p25', 'p50', 'p75'].map((rank) => book.number(`${at}.balanceAt.${age}.${rank}`));
    if (typeof low !== 'number' || typeof middle !== 'number' || typeof high !== 'number') return [];
    const planned = book.number(`retirement.balance.p50.${age}`);
    const instead = planned === null || money(planned) === money(middle) ? '' : ` instead of ${money(planned)}`;
    return `The median balance ${when(Number(age))} is then ${money(middle)}${instead}, and in the middle half of the ${plan?.futures ?? 'futures'} there is between ${low > 0 ? money(low) : 'nothing'} and ${money(high)}.`;
  });
  const reached = book.keys(`${at}.balanceReached`, 'amount').map((key) => {
    const amount = money(book.number(`${at}.balanceReached.${key}.amount`) ?? 0);
    const age = book.number(`${at}.balanceReached.${key}.age`);
    if (age === null) return `The median balance then never reaches ${amount}.`;
    return `The median balance then first reaches ${amount} ${second === undefined ? `at age ${age.toString()}` : when(age)}.`;
  });
  const likely = book.keys(`${at}.balanceChance`, 'amount').flatMap((key) => {
    const from = `${at}.balanceChance.${key}`;
    const [amount, age, chance] = [book.number(`${from}.amount`), book.number(`${from}.age`), book.number(`${from}.chance`)]; // prettier-ignore
    if (amount === null || age === null || chance === null) return [];
    return `You then have ${money(amount)} or more ${when(age)} in ${percent(chance)} of the ${plan?.futures ?? 'futures'}.`;
  });
  const told = [...likely, ...then, ...reached];
  return told.length === 0 ? [] : [...told, 'That is in dollars of today, and no promise.'];
}

/** Whether what-if and plan differ by more than chance, and by what shows. */
function isClear({ book }: Reading, at: string): boolean {
  const [change = 0, error = 0] = ['change', 'standardError'].map((leaf) => book.number(`${at}.${leaf}`) ?? 0);
  return Math.abs(change) >= Math.max(0.0005, 2 * error);
}

/** When a later claim of Social Security has made up for what it did not pay. */
function ofTheClaim(reading: Reading, at: string): string | null {
  const even = reading.book.number(`${at}.breakEven`);
  if (even === null || !claimsIn(reading).includes(at)) return null;
  const whose = claimed(reading, at)[0]?.who ?? '';
  const when = whose === '' || (reading.retirement?.people.length ?? 0) < 2 ? `By age ${even.toString()}` : `When ${whose} is ${even.toString()}, if both of you live to then,`; // prettier-ignore
  return `${when} the later of the two claims has paid as much in all, in today's dollars and without interest.`;
}

/** What another mix is expected to do beside the one that is simulated. */
function ofTheMix({ book }: Reading, at: string): string | null {
  const [mean, swing, planned, swings] = [`${at}.mean`, `${at}.volatility`, 'retirement.portfolioMean', 'retirement.portfolioVolatility'].map((name) => book.number(name)); // prettier-ignore
  if (
    typeof mean !== 'number' ||
    typeof swing !== 'number' ||
    typeof planned !== 'number' ||
    typeof swings !== 'number'
  )
    return null;
  return `Such a mix is assumed to return ${finePercent(mean)} in an average year, with a volatility of ${finePercent(swing)}, instead of ${finePercent(planned)} with ${finePercent(swings)}.`;
}

/** What the report says of a topic, in a paragraph. */
function about(topic: string, reading: Reading, tried: boolean, question: string): string | null {
  const { breakdown } = reading;
  if (reading.fewValued && OF_SHARES.has(topic)) return unknownWhole(reading, 'this cannot be said of the whole');
  switch (topic) {
    case 'value':
      return portfolio(reading);
    case 'allocation':
      return spread(breakdown);
    case 'drift':
    case 'rebalancing':
      return balance(reading, []) ?? uncompared(reading);
    case 'concentration':
      return paragraph(
        /\bdiversif|\beggs\b/i.test(question) && diversification(reading),
        concentration(reading, question),
      );
    case 'risk':
      return (
        pastTimes(reading, question) ??
        paragraph(...(IS_FIT.test(question) ? [swings(reading), balance(reading, [])] : []), badYearInShort(reading, 'your portfolio'), BESIDE_AN_INDEX.test(question) && 'How an index would swing beside it is not among these figures.') // prettier-ignore
      );
    case 'costs':
      return costs(reading) === null
        ? 'What your investments cost is not known: no fund among them has a known cost.'
        : paragraph(
            DEAREST.test(question) && dearest(reading, /\b(?:cheap|lowest|least)/i.test(question)),
            costs(reading)?.body ?? null,
            reading.cash >= 1 && 'Cash counts as costing nothing, and so does a money market fund that a broker lists as cash; such a fund takes some of its interest.', // prettier-ignore
          );
    case 'performance':
      return (
        performance(reading)?.body ??
        paragraph(gain(reading)?.text ?? null, 'What your portfolio has returned over time is not known: that takes your transactions.') // prettier-ignore
      );
    case 'earliest_retirement':
      return whenWorkCanStop(reading);
    case 'running_out':
      return tried ? null : runsOut(reading);
    case 'future_value':
      return futureValue(reading, question);
    case 'retirement':
      return tried ? sustainable(reading) : retirement(reading);
    case 'spending':
      return sustainable(reading) ?? rangeOf(reading) ?? retirement(reading);
    case 'missing_data':
      return gaps(reading) ?? 'Nothing is missing: every position has a price and a classification.';
    default:
      return null;
  }
}

/** "How risky is it compared with the S&P 500?" */
const BESIDE_AN_INDEX = /\b(?:than|compared? (?:to|with)|versus|vs\.?|relative to|against|beside) (?:the |an )?(?:s ?& ?p|index|market|dow|nasdaq|benchmark|stock market)/i; // prettier-ignore

/** Whether so much risk is right, and not only what it can do. */
const IS_FIT =
  /\btoo (?:much risk|\w*risk\w*|aggressive|conservative|cautious|safe|volatile)\b|\b(?:how (?:risky|much risk|aggressive|conservative|safe)|risk (?:level|score|grade)|(?:right|enough|appropriate|suitable|level of|amount of) risk|(?:risk\w*|aggressive|conservative)(?: enough)? for|for (?:my|our) age)\b/i;

const DEAREST =
  /\b(?:expensive|dear(?:est)?|priciest|costliest|cheapest|(?:highest|lowest) (?:fees?|costs?|expense\w*)|cost\w* (?:\w+ )?(?:the )?(?:most|least))\b/i;

/** The fund that costs most, or least, or all that do. */
function dearest({ book, holdings, others }: Reading, isCheapest: boolean): string | null {
  const known = holdings.flatMap((one) => (one.expenseRatio === null ? [] : [{ ...one, cost: one.expenseRatio }]));
  const cost = (isCheapest ? Math.min : Math.max)(...known.map((one) => one.cost));
  const all = known.filter((one) => one.cost === cost);
  if (all.length === 0 || all.length > 3 || known.length < 2 || all.length === known.length) return null;
  const whose = others !== null ? ' that are listed here' : (book.number('costs.coverage') ?? 0) < 1 ? ' whose cost is known' : ''; // prettier-ignore
  return `The ${isCheapest ? 'cheapest' : 'most expensive'} ${all.length > 1 ? 'funds' : 'fund'} you hold${whose === '' ? '' : `, of those${whose},`} ${all.length > 1 ? 'are' : 'is'} ${list(all.map(({ title }) => title))}, at ${ratio(cost)} a year.`;
}

/** Why a mix is measured against nothing: the largest company would be an answer to another question. */
const uncompared = ({ book }: Reading): string =>
  plain(book.text('drift.missing') ?? 'No mix is given to measure your portfolio against, so whether to rebalance cannot be said: state the shares that you want to hold.'); // prettier-ignore

/** What spending as planned takes in its first year; null where that is no plain difference: of two people, by a rule, after tax. */
function firstWithdrawal({ stated }: Reading, plan: Retirement): string | null {
  const { income, otherIncome, spendingFrom, people, rule, taxWords } = plan;
  if (income <= 0 || people.length > 0 || rule !== null || taxWords !== 'before tax') return null;
  const paid = otherIncome.filter(({ from, to }) => from <= spendingFrom && (to === null || to > spendingFrom));
  const others = paid.reduce((sum, { amount }) => sum + amount, 0);
  if (paid.some(({ nominal, taxRate }) => nominal || taxRate !== null) || others >= income) return null;
  const first = `You want ${stated(income)} a year, before tax and in dollars of today. In the first year of spending, at age ${spendingFrom.toString()}, `; // prettier-ignore
  if (others > 0) return `${first}other income of ${stated(others)} a year is paid already, and the rest comes out of the portfolio.`; // prettier-ignore
  return `${first}all of that comes out of the portfolio${otherIncome.length > 0 ? ': other income begins later' : ''}.`;
}

/** How often the money lasts as planned, and when it runs out where it does. */
function runsOut(reading: Reading): string | null {
  const { retirement: plan } = reading;
  if (plan === null) return retirement(reading);
  const when = failing(reading, plan) ?? `It runs out in so few of the ${plan.futures} that no age can be given.`;
  return paragraph(retirement(reading), when);
}

/** The median balance when work stops and in the end; those of other ages are no facts of a summary. */
function futureValue(reading: Reading, question: string): string | null {
  const { retirement: plan } = reading;
  if (plan === null) return retirement(reading);
  const told = balancesAsked(reading);
  const saving = savingsGoals(reading, plan);
  if (told.length + saving.length > 0)
    return body(
      saving.length === 0 ? null : paragraph(...saving),
      told.length === 0 ? null : paragraph(...told, 'That is as planned, in dollars of today, and no promise.'),
    );
  const another = [...question.matchAll(/\b\d{2,3}\b/g)].some(([age]) => ![plan.retireAt, plan.spendingFrom].includes(Number(age)) && Number(age) !== plan.lifeExpectancy); // prettier-ignore
  return paragraph(
    middle(reading, plan),
    'That is as planned, in dollars of today, and no promise.',
    another && 'Balances at other ages stand under “The range of what could happen”.',
  );
}

/** What has to be saved for the sums that the question names, in half of the futures and in as many as are wanted. */
function savingsGoals({ book, money, stated }: Reading, { futures, people, retireAt }: Retirement): string[] {
  // Nothing that is tried in another question is in it.
  const asPlanned = book.keys('question.whatIf', 'label').length > 0 ? 'with all else as planned, ' : '';
  return book.keys('question.savingsGoal', 'amount').map((key) => {
    const from = `question.savingsGoal.${key}`;
    const number = (name: string) => book.number(`${from}.${name}`);
    const age = number('age') ?? 0;
    const at = atAge({ people })(age);
    const sum = money(number('amount') ?? 0);
    const impossible = book.text(`${from}.impossible`);
    if (impossible !== null) return `What has to be saved to have ${sum} ${at} cannot be said: ${plain(impossible)}.`;
    const planned = number('planned') ?? 0;
    const instead = (saved: number) =>
      Math.abs(saved - planned) < 1 ? ', as planned' : planned === 0 ? '' : ` instead of ${stated(planned)}`;
    const saves = (which: string) => {
      const saved = number(which);
      if (saved === null) return 'no amount that is saved by then is enough';
      if (saved === 0) return 'nothing has to be saved from today on';
      const month = number(`${which}.monthly`);
      return month === null
        ? `${stated(saved)} a year has to be saved${instead(saved)}`
        : `${stated(month)} a month has to be saved, ${stated(saved)} a year${instead(saved)}`;
    };
    const until = people.length === 0 && age <= retireAt ? 'then' : 'work stops';
    const share = number('confidence') ?? 0;
    if (number('half') === 0 && number('likely') === 0)
      return `To have ${sum} ${at} in ${percent(share)} of the ${futures}, nothing has to be saved from today on. That is ${asPlanned}in dollars of today, and no promise.`;
    const end = `What is saved goes in from today until ${until}; all of that is ${asPlanned}in dollars of today, and no promise.`;
    const likely = share === 0.5 ? '' : `; to have it in ${percent(share)} of them, ${saves('likely')}`;
    return `To have ${sum} ${at} in half of the ${futures}, ${saves('half')}${likely}. ${end}`;
  });
}

/**
 * What there is at the ages that the question names, and when there are the sums that it names: medians, with the middle half of the futures.
 * Of two people the ages are those of the first.
 */
function balancesAsked({ book, money, retirement: plan }: Reading): string[] {
  const at = atAge(plan);
  const second = plan?.people[1];
  const then = book.keys('question.balanceAt', 'age').flatMap((key) => {
    const age = book.number(`question.balanceAt.${key}.age`) ?? 0;
    const [worst, low, middle, high] = ['p5', 'p25', 'p50', 'p75'].map((rank) => book.number(`retirement.balance.${rank}.${age.toString()}`)); // prettier-ignore
    if (typeof low !== 'number' || typeof middle !== 'number' || typeof high !== 'number') return [];
    const half = `The median balance ${at(age)} is ${money(middle)}; in the middle half of the ${plan?.futures ?? 'futures'} there is between ${money(low)} and ${money(high)} then.`;
    return typeof worst === 'number' ? `${half} In the worst 5% of them there is ${worst > 0 ? `${money(worst)} or less` : 'nothing left'}.` : half; // prettier-ignore
  });
  const missing = book.keys('question.balanceAt', 'impossible').map((key) => `What there will be then cannot be said: ${plain(book.text(`question.balanceAt.${key}.impossible`) ?? '')}.`); // prettier-ignore
  const reached = book.keys('question.balanceReached', 'amount').map((key) => {
    const amount = book.number(`question.balanceReached.${key}.amount`) ?? 0;
    const age = book.number(`question.balanceReached.${key}.age`);
    if (age === null) return `The median balance never reaches ${money(amount)}.`;
    return age === plan?.age
      ? `You have ${money(amount)} or more today.`
      : `The median balance first reaches ${money(amount)} ${second === undefined ? `at age ${age.toString()}` : at(age)}.`;
  });
  const likely = book.keys('question.balanceChance', 'amount').flatMap((key) => {
    const from = `question.balanceChance.${key}`;
    const amount = money(book.number(`${from}.amount`) ?? 0);
    const [age, chance, impossible] = [book.number(`${from}.age`), book.number(`${from}.chance`), book.text(`${from}.impossible`)]; // prettier-ignore
    if (impossible !== null) return `How likely ${amount} is then cannot be said: ${plain(impossible)}.`;
    if (age === null || chance === null) return [];
    return `You have ${amount} or more ${at(age)} in ${percent(chance)} of the ${plan?.futures ?? 'futures'}.`;
  });
  return [...likely, ...then, ...missing, ...reached];
}

/** Of two, who alone is tried to retire at another age; none where both are. */
function retiringAlone({ book }: Reading, { people }: Retirement): string[] {
  const labels = book.keys('question.whatIf', 'label').map((key) => book.text(`question.whatIf.${key}.label`) ?? '');
  if (people.length < 2 || labels.some((label) => /\bboth retire\b/i.test(label))) return [];
  return people.map(({ name }) => name).filter((name) => labels.some((label) => label.includes(`${name} retires `)));
}

/** When work can stop, or why that cannot be said. */
function whenWorkCanStop(reading: Reading): string | null {
  const { retirement: plan, retirementMissing } = reading;
  const ofOne = plan === null ? [] : retiringAlone(reading, plan);
  if (plan !== null) return ofOne.length > 0 ? aloneAnswer(reading, plan, ofOne) : earliestAnswer(reading, plan);
  return retirementMissing === null || goalless(retirementMissing)
    ? 'When you could retire cannot be said without a retirement plan: give your age, the age at which you stop working and the income you want.'
    : `When you could retire cannot be said. ${plain(retirementMissing)}`;
}

/** Regions by a proper name of one word. */
const PLACE = /^(?:europe|pacific)$/;

function spread(breakdown: Reading['breakdown']): string | null {
  const largest = (parts: Reading['breakdown']['region']) =>
    parts
      .filter(({ weight }) => weight >= 0.02)
      .slice(0, 4)
      .map((part) => `${PLACE.test(part.key) ? placeOf(part) : lower(part.label)} ${percent(part.weight)}`)
      .join(', ');
  const lines = (['assetClass', 'region', 'sector'] as const).flatMap((by) => {
    const parts = largest(breakdown[by]);
    return parts === ''
      ? []
      : [`${{ assetClass: 'by asset class', region: 'by region', sector: 'by sector' }[by]}: ${parts}`];
  });
  return lines.length === 0 ? null : `${sentence(lines.join('; '))}.`;
}

/** The largest single company, and what of the holdings the question names. */
function concentration(reading: Reading, question: string): string {
  const { book, holdings } = reading;
  const symbol = book.text('concentration.largest.symbol');
  const top = /\b(?:biggest|largest|top|main)\b/i.test(question)
    ? holdings.find((one) => one.symbol === symbol)
    : undefined;
  const weight = book.number('concentration.largestIssuer.weight');
  const name = book.text('concentration.largestIssuer.name');
  const largest =
    weight === null || name === null || weight < 0.01
      ? 'No single company is a noticeable part of your portfolio.'
      : `The largest single company${isStockByName(name) ? ', if it is one as its name reads,' : ''} is ${plain(name)}, ${percent(weight)} of your portfolio.`;
  const named = namedHoldings(question, holdings).filter(({ label }) => plain(name ?? '') !== label);
  return paragraph(
    top !== undefined && `Your largest holding is ${top.title}, ${worthOf(reading, top)}.`,
    ...named.filter((one) => one !== top).map(shareOf(reading)),
    largest,
  );
}

/** What could be spent for the chance aimed at. Where spending follows the markets that is a beginning, so later years stand beside it. */
function sustainable(reading: Reading): string | null {
  const { money, stated, retirement: plan } = reading;
  if (plan === null) return null;
  const { sustainableIncome, income, futures, until, rule } = plan;
  if (sustainableIncome === null || sustainableIncome < 1 || income === 0) return null;
  return paragraph(
    `As planned, ${lasting(plan, `${money(sustainableIncome)} a year`)}${asCeiling(plan)} would last ${until} in ${lastsIn(plan)} of the ${futures}; you want ${stated(income)} a year.`,
    ...(rule === null
      ? []
      : [
          ...afterwards(reading, plan),
          ...laterSpending(reading, 'sustainable', futures).map(({ text }) => text),
          ofTwoOrOne(reading),
        ]),
  );
}

/** Of rules that spend a share of what there is. */
const rangeOf = (reading: Reading): string | null =>
  reading.retirement === null ? null : spendingRange(reading, reading.retirement);
