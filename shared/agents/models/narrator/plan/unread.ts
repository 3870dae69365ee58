import { MOST_UNREAD } from '../../../../schemas/analysis-plan.ts';
import type { PlanChange, UnreadPart } from '../../../../schemas/analysis-plan.ts';
import { isKnown } from './beyond-the-plan.ts';
import { clausesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { READ } from './slots.ts';
import type { Slotted } from './slots.ts';
import { lackingOfWork } from './work-beside.ts';

/** What a plan or a market can be asked about: other sentences ask nothing that is tried. */
const OF_A_PLAN =
  /\b(?:(?:retir|work|stop|quit|sav|spen|liv|withdr|need|expens|contribut|invest|inherit|receiv|sell|buy|giv|leav|pa[iy]|stock|market|portfolio|rent|earn)\w*|income|last|bonus|inflation|pension|social security|part[- ]time|gets?|prices|401|403|457|ira|roth|add|cash|los[et]|i'm|i am|too (?:early|late|soon)|call it quits|we're|we are|have|had|get|take)\b/; // prettier-ignore
/** Whoever begins so asks for something to be tried, whatever its words. */
const ASKS =
  /\b(?:what (?:if|happens)|(?:can|could|should|may) (?:i|we)|would|what (?:does|do|will)|if|how about|suppose|imagine)\b/;
/** A change without a number. */
const CHANGE = /\b(?:less|more|earlier|sooner|later|(?<!\b(?:lasts?|lasting|go|stretch) )longer|early|part[- ]time|half[- ]time|semi[- ]?retir\w*|triple\w*|sabbatical|(?:save|saving|contribute|invest) nothing|(?:recover|rebound|bounce)\w*|(?:stop|quit|start) (?:saving|contributing|investing)|never retire|without (?:social security|a pension|my pension))\b/; // prettier-ignore
/** What has to be found, of the plan where `left-open.ts` is sure that it is meant. */
export const HOW_MUCH_TO_SAVE =
  /\b(?:(?:how much|(?<![%·] |\b(?:of|than) )what)(?: more| extra| additional| money)?(?: (?:a|per|each|every) (?:month|year)| monthly| yearly| annually)?,? (?:(?:do|must|should|would|will|can|could|need|am|are) ){0,2}(?:i|we)(?: (?!if\b)\w+){0,3} (?:sav(?:e|ing)|contribut(?:e|ing)|invest(?:ing)?|(?:put|set)(?:ting)? (?:aside|away|by|(?:more |extra |money )?in(?:to)? (?:my|our|the|an?) (?:401\s?\(?k\)?|403\s?\(?b\)?|457|iras?|roth(?: ira)?|retirement (?:account|plan|savings|fund)s?|savings|accounts?|pot)))\b\)?|(?:what(?:'s| is) )?the (?:minimum|least|smallest|lowest)(?: amount| sum)?(?: of money)?(?: that)? (?:i|we) (?:(?:need|have|ought) to|should|must|can|could) (?:save|contribute|invest|put (?:aside|away)|set aside)|how much (?:to (?:save|contribute|set aside|put aside|put away)|(?:should|must|do|would) (?:my|our) (?:annual |yearly |monthly )?(?:savings?|contributions?)(?: rate)?(?: (?:have|need) to)? be)\b)(?: more| extra)?(?:,? (?:a|per|each|every) (?:month|year)| monthly| yearly| annually)?/;
const TO_HAVE =
  /\b(?:to|and) (?:have|reach|get to|hit|make|end up with|accumulate|build(?: up)?|become|be)\b(?: (?:an?|over|about|at least))* ?(?:[$]|millionaire)(?![^.?!]*\b(?:a|per|each|every) (?:year|month)\b)/;
/** What only another market than the plan's could answer. */
const RETURN_NEEDED =
  /\b(?:what|which|how (?:much|high|big))(?: (?:rate of|average|annual|yearly|kind of|investment|an?))* (?:returns?|growth|yield|interest rate)\b[^.?!]{0,20}\b(?:need\w*|must|have to|required|necessary|takes?)\b/;
/** Which way, and not how far. */
const HOW_MUCH = /\b(?:less|more|earlier|sooner|later|longer|early)\b/;
/** "Once, later, each": what makes one number something else than a sum today or a flow for good. */
const UNLIKE =
  /\b(?:each|apiece)\b(?!\s+(?:year|month))|\b(?:a|per|each|every|other) (?:week|day|quarter|fortnight|decade|weekend|other year)\b|\b(?:weekly|daily|quarterly|after (?:tax(?:es)?|that|then)|afterwards?|thereafter|after$|net of|take-home|(?:for|in|during) the (?:first|next|last))\b/;
/** A condition, or another time than what is planned anyway: "when I retire", "while I work". */
const ON_CONDITION =
  /\b(?:once|when(?:ever)?|while|unless|until|till|(?:before|after)(?! (?:tax|inflation))|as (?:long|soon) as|provided|depending)(?= [a-z])(?! (?:can|could|will|would|do|does|did|should|may|might|then|that|(?:my |our |the )*(?:retire\w*|retiring|death|end)|\w+ing|(?:(?:i|we|i'm|we're|am|are|both|still|also|finally|have) )*(?:~|(?:retire|stop|quit|work|die|live|done|employ|alive)\w*))\b| (?:(?:i|we|my|our|the|i'm|we're) )*~)/;
/** What makes a flow another one than of every year. */
const NOT_EACH_YEAR =
  /\b(?:once(?! [a-z])|initially|over time|sometimes|occasional\w*|temporar\w*|briefly|on and off|now and then|at first|early on|to (?:begin|start) with|(?:first|one|some|last) time|one-off)\b|\b(?:in|on|at|for|over|during|by|this|that|one|most|some|first|every(?! (?:single )?(?:year|month|week|day|quarter)\b))(?! (?:how|what|any|my|our|all|the rest)\b)(?: [a-z'-]+){0,2} (?:years?|months?|weeks?|quarters?|decades?|days?|seasons?|winters?|summers?|holidays|time being|(?:time|market|downturn|recession|crashe|slump)s|(?:down|bear|bad|falling|poor) market|market (?:crash|downturn|drop|decline|slump)|downturn|recession|bit|while|moment|starters|now|point|christmas|start|often)\b/;
const FLOWING: ReadonlySet<PlanChange['what']> = new Set([
  'income',
  'withdraw',
  'contribute',
  'otherIncome',
  'inflation',
]);
/** What is lived on, all of it or what the portfolio pays. */
export const isSpent = (what: PlanChange['what']): what is 'income' | 'withdraw' =>
  what === 'income' || what === 'withdraw';
/** Work goes on until then, and so does saving. */
const SPENT_BEFORE = /\b(?:until|till|before) (?:then|that|retire|retirement|retiring|(?:i|we) (?:retire|stop|quit))\b/;
/** "Spend $60,000 a year from 70", where work may go on. */
const SPENT_FROM = /\b(?:spend|live on|living on)\b[^%]*[$]·*(?!.*\b(?:more|less|extra)\b)[^$#]*\b(?:from|at|starting|beginning)(?: at)?(?: age)? #·*(?!·|\s*years?)/; // prettier-ignore
/** A time that no date tells. */
export const SOME_TIME =
  /\b(?:(?:next|coming) (?:year|spring|summer|autumn|fall|winter)|after next|in the future|some ?day|eventually|one day|(?:the|this|next|a) decade|in (?:my|our) (?:\w+ )?\w+ties|(?:a few|some|several) years)\b/;
/** A sum that is not there today. */
const LATER =
  /\b(?:later|when (?:i|we) retire|at retirement|upon retirement|once (?:i|we) retire)\b|\b(?:in|after|within)\s+#·*\s+years?\b|\b(?:at|when i'm|when i am|when i turn|from|by|in)(?: age)?\s+#/;
/** Stocks fall today, or they fall at a time of which this says more or less harm is done. */
const AT_ANOTHER_TIME =
  /\bthe (?:very )?(?:year|day|month|week|moment|time) (?:after |before |that |when )?(?:i|we)\b|\b(?:before|after|when|once|as|while|until) (?:i|we)(?:'m|'re)?\b|\b(?:before|after|at|into|in|during|of|around) (?:my |our |early )*retire?(?:ment|ing|d)?\b|\b(?:in|after|within)\s+#·*\s+years?\b|#·*\s+years? (?:before|after|into|from)\b|\b(?:at|by)(?: age)?\s+#|\bthat(?: very| same)* (?:year|month)\b|\blater\b/;
/** Stocks fall, and nothing says how far. */
const MARKET_FALLS =
  /\b(?:markets?|stocks|shares|equities|portfolio|crash)\b.*\b(?:crash|fall|drop|tank|plung|collaps|tumbl|slump|sink|go(?:es)? down)\w*|\b(?:market )?crash\b|\bbear market\b|\b(?:recession|depression|downturn|market correction)\b/;
/** What has happened already. */
const PAST =
  /\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter)|ago|yesterday|earlier this (?:year|month)|back in)\b/;
/** What has come already and is not counted in what is held. */
const NOT_YET = /\b(?:not|n't) (?:\w+ )*(?:yet|in|part|included|counted|there|held|listed)\b/;
/** What is paid to somebody, each year or month; rent that is received has other words with it. */
const COST =
  /\b(?:rent(?!al| out|s out)|renting(?! out)|alimony|child support|child ?care|day ?care|mortgage|insurance|premiums?|tuition|property tax(?:es)?|(?:medical|health|care) (?:bills?|costs?|expenses?)|nursing|care home|(?:long[- ]term|assisted|home|elder|memory) (?:care|living)|caregivers?|schools?|college|universit(?:y|ies)|costs?|loan|lease|hoa|landlord)\b/;
const FLOWS = /\b(?:years?|yearly|annual(?:ly)?|months?|monthly)\b|\/\s*(?:mo|yr|month|year)\b/;
/** What has a say in none of the sums: a pension that pays is no inheritance. */
const REGULAR = /\b(?:social security|pensions?|annuit(?:y|ies)|salary|wages?|paychecks?|alimony|child support)\b/;
/** "Take $50,000 out of my savings": on no day. */
const TAKEN = /\b(?:tak|pull|withdraw|draw)\w*\b[^$]*[$]·*(?: out)? (?:from|of) (?:(?:my|our|the) )?[a-z]/;
/** An income that becomes smaller or larger, or is mine to pay. */
const NO_INCOME = /\b(?:los[et]|losing|less|more|not|\w+n't|from (?:me|us)|cut|reduc\w*|lower|higher|short|instead of|minus|tax(?:es|ed)?)\b|\b(?:i|we|to|must|should|will|would|still|also|i'll|we'll)(?: have to| must| still| also)* (?:pay|owe|be paying)\b(?! me| us)/; // prettier-ignore
/** An income whose dollars stay as many while prices rise: a plan's are dollars of today. */
const NOT_REAL =
  /\b(?:no|not|without|never|doesn't|isn't)\b[^,.?!$%#]*\b(?:cola|cost[- ]of[- ]living|inflation|index\w*|adjust\w*|rises?|increas\w*)\b|\b(?:nominal|unindexed)\b/;
/** Somebody else than who asks. */
const ANOTHER = /\b(?:wife|husband|spouse|partner|she|he|they|kids?|children|son|daughter|parents|mother|father|mom|dad|ex|landlord|brother|sister|friend)(?:'s|'d)?(?: (?!and\b)\w+){0,3} ?$/; // prettier-ignore
/** "And my wife works until 65": of the two whom no name tells. */
const OF_SPOUSE = /^\W*(?:(?:and|but|while|if|when)\s+)*my (?:wife|husband|spouse|partner)\b[^$]*#/;
const NOT = /\b(?:not|don't|doesn't|didn't|won't|never|no longer)(?: \w+){0,2} ?$/;
const QUANTITY_ASKED = /\bhow (?:much|many|long|soon|early)\b|\bmore or less\b|\bmore than enough\b|\btoo (?:early|late|soon)\b|\b(?:when|what age|earliest)\b/; // prettier-ignore
const LONGEST = 80;

/** A stretch of a question that is not tried, and why. */
export interface Untried extends Clause {
  why: UnreadPart['why'];
}

/** A clause whose reading was taken back, and why where that is known. */
export interface Withdrawn extends Clause {
  why: UnreadPart['why'] | null;
}

/** Whether what stands around a reading makes it another thing than it says; `sum`: of a sum, which is of today. */
export function isUnlike(rest: string, before: string, sum: boolean): boolean {
  return UNLIKE.test(rest) || (sum && isLater(rest)) || ANOTHER.test(before) || NOT.test(before);
}

/** Where what is left of a reading's clause says that it holds at a time or on a condition; null where it does not. */
export function timeIn(rest: string, what: PlanChange['what']): number | null {
  if (what === 'stocks' || what === 'crash') return null;
  const words = [ON_CONDITION, ...(FLOWING.has(what) ? [NOT_EACH_YEAR] : []), ...(isSpent(what) ? [SPENT_BEFORE] : [])]; // prettier-ignore
  return words.map((pattern) => rest.search(pattern)).find((at) => at >= 0) ?? null;
}

/** Why a reading is another thing than it says, by what its whole clause, at `place`, says; null where it is not. */
export function misreadIn(
  asked: string,
  place: Clause,
  rest: string,
  { what, how, when = null }: PlanChange,
): UnreadPart['why'] | null {
  const whole = asked.slice(place.start, place.end);
  // The date of what falls has been read, and is in the rest no more.
  const isOfAFall = what === 'stocks' || what === 'price' || what === 'crash' || (when !== null && !FLOWING.has(what));
  if (SOME_TIME.test(rest)) return isOfAFall ? 'fall' : what === 'balance' ? 'later' : 'unclear';
  if (isOfAFall && AT_ANOTHER_TIME.test(rest)) return 'fall';
  if (what === 'balance' && REGULAR.test(whole)) return 'unclear';
  if (
    (what === 'balance' || what === 'stocks' || what === 'price' || what === 'returns') &&
    PAST.test(whole) &&
    !NOT_YET.test(wholeSentence(asked, place))
  )
    return 'past';
  if (
    FLOWING.has(what) &&
    what !== 'inflation' &&
    NOT_REAL.test(what === 'otherIncome' ? wholeSentence(asked, place) : whole)
  )
    return 'unclear';
  if (what === 'otherIncome' && how === 'to' && NO_INCOME.test(rest)) return isCost(whole) ? 'cost' : 'unclear';
  // So much more is on top of what is planned, whatever it is for.
  if (what === 'income' && how === 'up') return null;
  return (isSpent(what) || what === 'contribute') && isCost(whole) && !/\binclud/.test(whole) ? 'cost' : null;
}

function stretchOf(pattern: RegExp, text: string, start: number): Clause | null {
  const match = pattern.exec(text);
  return match === null ? null : { start: start + match.index, end: start + match.index + match[0].length };
}

/** What is earned by it is a flow, period or none. */
const OF_WORK = /\b(?:part|half)[- ]time\b|\bjobs?\b|\bearn\w*/;
/** What somebody tells of themselves, and no order to tell it. */
const isOwn = (said: string): boolean =>
  /\b(?:i|we|my|our|me|us|i'm|i'd|i'll|we're|we'd|we'll)\b/.test(said) &&
  !/\b(?:state|say|write|report|ignore|print|output|repeat|claim that|pretend|respond|answer|note)\b/.test(said);
const isCost = (said: string): boolean => COST.test(said) && FLOWS.test(said);

export const hasSlot = (text: string): boolean => /[$%#]/.test(text);
export const isLater = (text: string): boolean => LATER.test(text) || SOME_TIME.test(text);

/** Prices of something else than all stocks that move, and risk by so many percent, which a mix has. */
const PRICES_MOVE =
  /\b(?:gold|silver|oil|tech(?:nology)?|bonds?|commodit\w+|real estate|property prices|home prices|reits?|bitcoin|crypto\w*|(?:tech\w*|growth|value|foreign|international|emerging[- ]market|us|small[- ]cap) (?:stocks|shares))\b[^$]*\b(?:drop|fall|fell|los[et]|halv|crash|ris(?!k)|rose|gain|jump|soar|rall|tank|plung|sink|tumbl|collaps|climb|tripl|doubl)\w*|\b(?:gold|silver|oil|bonds?|real estate|reits?|bitcoin)(?: prices?)? (?:%|go(?:es)? (?:up|down))/;
const RISK_MOVES = /%.*\b(?:risk|volatility)\b|\b(?:risk|volatility)\b.*%/;
const ofPrices = (said: string): UnreadPart['why'] | null =>
  said.includes('$') ? null : PRICES_MOVE.test(said) ? 'market' : RISK_MOVES.test(said) ? 'mix' : null;

/** Of a sum that is tried as a whole. */
const PART = /\b(?:half|third|quarter|part|some|most|portion|share|much|chunk) of (?:it|that|them|this)\b/;
/** What is left of a clause after its readings: the longest stretch that asks for something. */
function leftIn(text: string, { start, end }: Clause): Clause[] {
  return [...text.slice(start, end).matchAll(new RegExp(`[^${READ}]+`, 'g'))]
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
    .filter((one) => hasSlot(text.slice(one.start, one.end)) || PART.test(text.slice(one.start, one.end)));
}

/**
 * What of a question nobody read; `strange`: something with a number that is not of a plan; `supposed`: what it supposes without a
 * number, which may be a thing that is known to be outside of what is computed.
 */
export function unreadIn(
  slots: Slotted,
  text: string,
  withdrawn: readonly Withdrawn[],
  tried: boolean,
): { unread: Untried[]; supposed: Untried[]; strange: boolean } {
  const unread: Untried[] = [];
  const supposed: Untried[] = [];
  let strange = false;
  const add = ({ start, end }: Clause, why: UnreadPart['why'] | null = null) => {
    if (quoted(slots.question.slice(start, end)) === null) return;
    const said = slots.text.slice(start, end);
    const isSum = said.includes('$');
    unread.push({ start, end, why: why ?? ofPrices(said) ?? (MARKET_FALLS.test(said) && !/[%$]/.test(said) ? 'size' : null) ?? (OF_SPOUSE.test(said) ? 'another' : null) ?? lackingOfWork(said, wholeSentence(slots.text, { start, end })) ?? (SPENT_FROM.test(said) && FLOWS.test(said) ? 'begins' : isSum && isCost(said) ? 'cost' : isSum && (isLater(said) || TAKEN.test(said)) && !FLOWS.test(said) && !OF_WORK.test(said) ? 'later' : 'unclear') }); // prettier-ignore
  };
  const covers = (clause: Clause) => withdrawn.some(({ start, end }) => start < clause.end && end > clause.start);
  for (const one of withdrawn) add(one, one.why);
  for (const clause of clausesOf(slots.text)) {
    if (covers(clause)) continue;
    const whole = slots.text.slice(clause.start, clause.end);
    const rest = text.slice(clause.start, clause.end);
    const sentence = sentenceTo(slots.text, clause);
    const toSave = stretchOf(HOW_MUCH_TO_SAVE, whole, clause.start);
    // Of the plan as it is that is found (see `savingsGoalsAsked`); here it has something else with it.
    if (toSave !== null && TO_HAVE.test(whole)) {
      add(clause, 'goal');
      continue;
    }
    const left = leftIn(text, clause);
    if (toSave !== null) add(toSave, 'solve');
    const returned = stretchOf(RETURN_NEEDED, whole, clause.start);
    if (returned !== null) add(returned);
    if (left.length > 0 && !OF_A_PLAN.test(sentence) && !isOwn(sentence) && !isCost(whole) && !ASKS.test(sentence))
      strange = true;
    else if (left.length > 0) for (const one of left) add(rest.includes(READ) ? one : clause);
    else if (toSave === null && CHANGE.test(rest) && OF_A_PLAN.test(whole) && !QUANTITY_ASKED.test(whole)) {
      // "Can I retire early?" by itself is answered with the earliest age.
      if (tried || !/\b(?:early|earlier|sooner)\b/.test(rest)) add(clause, HOW_MUCH.test(rest) ? 'amount' : null);
    } else if (!rest.includes(READ) && MARKET_FALLS.test(whole) && AT_ANOTHER_TIME.test(whole)) add(clause, 'size');
    else if (
      !rest.includes(READ) &&
      !hasSlot(whole) &&
      (isSupposed(slots.text, clause) ||
        (tried &&
          GOES_ON.test(whole) &&
          !isKnown(rest) &&
          !(LOSS_ASKED.test(whole) && wholeSentence(slots.text, clause).includes('%'))))
    )
      supposed.push({ ...clause, why: MARKET_FALLS.test(whole) ? 'size' : 'unclear' });
  }
  return { unread, supposed, strange };
}

/** "And go fishing for good": one more thing beside what is tried. */
const GOES_ON = /^\s*(?:and|then)\s[^,]*$/;
/** What a fall takes is said with it. */
const LOSS_ASKED =
  /^\s*(?:and|then) how much (?:would|will|do|does|could|might) (?:i|we|my portfolio|it|that) (?:lose|take|cost(?: me)?)\s*$/;
const SUPPOSED = /^\s*(?:if|suppose|supposing|imagine|assuming|say)\s/;
/** "I wonder if the money lasts" supposes nothing. */
const ASKED_WHETHER =
  /\b(?:wonder\w*|see|know|tell (?:me|us)|check|sure|ask\w*|understand|find out|determine|say|as)\s*$/;
/** What is planned anyway, or a manner of speaking. */
const NOTHING_SUPPOSED = /^\s*\w+ (?:(?:i|we) (?:can|could|may|must|have to|want(?: to)?|wanted to|need(?: to)?|do(?: so| that| this)?|did(?: so| that| this)?|(?:retire|stop(?: working)?|quit)(?: early| earlier| sooner| as planned| then)*)|possible|so|not|any\w*|necessary|needed|that helps|at all)\s*[,.?!]*\s*$/; // prettier-ignore

function isSupposed(text: string, { start, end }: Clause): boolean {
  const clause = text.slice(start, end);
  return SUPPOSED.test(clause) && !NOTHING_SUPPOSED.test(clause) && !ASKED_WHETHER.test(text.slice(0, start));
}

/** What is not tried, in the question's own words, each once; where it is much, the last of them stand for all to the end. */
export function unreadParts(question: string, untried: readonly Untried[]): UnreadPart[] {
  const inOrder = untried.toSorted((one, other) => one.start - other.start);
  const parts = [...Map.groupBy(inOrder, ({ start, end }) => wordsAt(question, start, end)).entries()].flatMap(
    ([words, [first]]) => (first === undefined ? [] : [{ ...first, words }]),
  );
  const last = parts.slice(MOST_UNREAD - 1);
  const all = parts.length <= MOST_UNREAD ? parts : [...parts.slice(0, MOST_UNREAD - 1), restOf(question, last)];
  return all.map(({ words, why }) => ({ words, why }));
}

function restOf(question: string, parts: readonly Untried[]): UnreadPart {
  const [start, end] = [Math.min(...parts.map((one) => one.start)), Math.max(...parts.map((one) => one.end))];
  return { words: wordsAt(question, start, end), why: 'unclear' };
}

/** The sentence that a clause is in. */
export const sentenceOf = (text: string, at: number): Clause => ({ start: sentenceStart(text, at), end: at + text.slice(at).search(/[.?!;]|$/) }); // prettier-ignore
export const wholeSentence = (text: string, { start }: Clause): string => {
  const sentence = sentenceOf(text, start);
  return text.slice(sentence.start, sentence.end);
};

/** The sentence that a clause is in, up to the clause's end. */
const sentenceTo = (text: string, { start, end }: Clause): string => text.slice(sentenceStart(text, start), end);

const sentenceStart = (text: string, at: number): number => text.slice(0, at).search(/[^.?!;]*$/);

const LEAD =
  /^(?:[\s,;:–—-]+|(?:so|and|and then|then|also|but|or|what (?:if|happens if|would happen if|about)|how about|if|suppose|say|imagine|can|could|may|should|would|will|do|does|is it|it|possible to|that|i|we|i['’](?:d|ll)(?: like to)?|we['’](?:d|ll)(?: like to)?|please|hi|hello)(?![\w'’])\s*)+/i;

/** The words there; a number alone is itself. */
const wordsAt = (question: string, start: number, end: number): string =>
  shortened(quoted(question.slice(start, end)) ?? question.slice(start, end).trim());

/** The words as a person finds them again in their question; null where nothing to show is left. */
function quoted(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').replace(LEAD, '').replace(/[\s,.?!;:–—-]+$/, ''); // prettier-ignore
  if (/[a-z]{2}/i.test(words)) return words;
  return text.trim().length > 1 && /[a-z]/i.test(text) ? text.trim().replace(/[\s,.?!;:]+$/, '') : null;
}

const shortened = (words: string): string =>
  words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s\S*$/, '')} …`;
