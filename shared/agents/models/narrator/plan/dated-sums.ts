import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import { sentencesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { EVERY_YEAR, isEveryYear } from './every-year.ts';
import { fallDateIn, whoseDate } from './fall-dates.ts';
import { NO_NAME } from './names.ts';
import { shifted, without } from './slots.ts';
import type { Slotted } from './slots.ts';
import { endAt, ENDS, FIRST_YEARS, LASTS, OF_RETIRING, PERIOD, RANGE, startAt, STARTS } from './spans-of-time.ts';

/** A sum that comes in or is paid later, or a cost of some years, and all that the question says of it. */
export interface DatedSum {
  change: PlanChange;
  /** Its amount and its dates, as they stand. */
  spans: Clause[];
}

/** What is paid for. */
const COST =
  /\b(?:(?<=\bneeds? )care|college|tuition|universit(?:y|ies)|school\w*|kindergarten|day ?care|child ?care|weddings?|cars?|trucks?|boats?|rv|camper|house|home|condo|cabin|apartment|land|roof|renovat\w*|remodel\w*|kitchen|bathroom|pool|trips?|cruises?|vacations?|travel\w*|nursing|caregivers?|(?:long[- ]term|elder|memory|assisted) (?:care|living)|surgery|medical|dental|health|insurance|premiums?|alimony|child support|mortgage|loan|lease|costs?|costing|cottage|help\w*|down[- ]payment|bills?|tax(?:es)?|fees?|owe\w*|buy|buying|purchas\w+|gift|give|giving|pay for|paying for|spend [$]·*(?: \w+)*? on|need [$]·* (?:for|to))\b/;
/** What comes in. */
const RECEIPT =
  /\b(?:inherit\w*|receiv\w*|win|sell\w*|sold|sale|downsiz\w*|bonus\w*|severance|windfall|settlement|pay-?out|lump sum|buyout|trust fund|proceeds|vest\w*|refund|gift from|com(?:es?|ing) in|cash out|fre(?:e|es|eing) up|payback|(?:(?:gives?|gave|leaves?|left|pays?|paid|repays?) (?:me|us))|get(?:ting)? (?:about |around )?[$]·*)(?!·)/;
/** What is earned, saved or the spending of the plan itself, and what is one's own already. */
const NEITHER =
  /\b(?:earn\w*|pensions?|social security|annuit\w*|salary|tenants?|sav(?:e|es|ed|ing)|contribut\w*|withdr[ae]w\w*|live on|living on|part[- ]time|(?<!\b(?:quit|leave|lose) (?:my|our) )jobs?|less|lower|reduc\w*|cut\w*|drop\w*|downsiz\w*(?= (?:(?:my|our|the|to|on|in|back|total|yearly|annual|monthly|retirement) )*(?:spend\w*|budgets?|expenses|lifestyles?|liv\w*|life|costs?|withdrawals?))|stocks?|market|shares|bonds?|mortgage (?:is|ends|will be)|(?:rent|rents|renting|rented)\b.*\bout|rental income|or|each(?! (?:single )?(?:year|month|summer|winter|spring|fall|autumn)\b)|apiece|every \d|instead|without|no longer|already|if not)\b/;
/** "Take $50,000 out of my savings at 60": once, and out of all that there is. */
const TAKEN =
  /\b(?:tak(?:e|ing)|pull(?:ing)?|withdraw(?:ing)?|draw(?:ing)?|cash(?:ing)?)(?: out)?(?: (?:about|around|another|an extra|an additional))? [$]·*(?!·|\s*\/|,? (?:a|an|per|each|every|yearly|annually|monthly)\b)(?: more)?(?: out)?(?: (?:from|(?:out )?of) (?:(?:my|our|the|a|an) )?(?:[a-z]+ ){0,2}?(?:portfolio|savings|money|nest egg|investments?|accounts?|retirement|(?:401|403|457)\s?\(?[kb]?\)?|iras?|roth|tsp|hsa|brokerage|it))?/;
/** What is taken out to be put elsewhere is one's own still, and what begins with retirement goes on. */
const GOES_ELSEWHERE =
  /\b(?:into|convert\w*|conversion|roll\w*|transfer\w*|mov(?:e|ing)|invest(?:ed|ing)?|reinvest\w*|put|deposit\w*|lend|pay(?:ing)? (?:off|down|back)|retir(?:e|es|ed|ing)|stop\w*|starting|beginning|from (?:then|there|age|#)|on(?:wards?)? (?:for|until)|until|till)\b|[+]|\b(?:at|from) (?:age )?#·* on\b/;
/** "And save it": as all that comes in is. */
const KEPT =
  /,? (?:and|to) (?:then |just )?(?:save|invest|keep|bank|put|add)(?: (?:it|that|this|all of it|it all|the money|everything))(?: all)?(?: (?:away|aside|(?:in|into|to) (?:(?:my|our|the) )?(?:savings|portfolio|retirement|investments|market|nest egg)))?(?=\s*(?:[,.;?!~]|$))/;
/** "Pay for college, $25,000 a year": what the sum after it is for. */
const PAID_FOR =
  /\b(?:pay(?:ing)?(?: for)?|help(?:ing)?(?: out)?(?: (?:pay|with|my|our))+|cover(?:ing)?|fund(?:ing)?|buy(?:ing)?|have|take)\b[^,.;?!$#~%]*, (?=(?:(?:which|that|it)(?:'s| is| costs| will cost)?|at|about|around|for|costing|say)? ?[$])/;
/** What is one's own already comes in from nowhere. */
const OWN = /\b(?:401|403|457|ira|roth|tsp|brokerage|accounts?|(?<!trust )funds?|etfs?)\b/;
const NO_COST =
  /\b(?:(?<!rest )invest\w*|portfolio|worth|pays? (?:me|us)|(?:is|are|was|be|gets?|being) paid(?: off)?)\b/;
/** What comes back has gone out before. */
const LENDS = /\b(?:lend|lent|loan)(?:s|ed|ing)?\b/;
const UNTIL_ANOTHER = /\b(?:until|till|when|once|while|after) (?:he|she|they|it|my|our|his|her|their)\b/;
/** What goes on for life once it has begun, where nothing says for how long. */
const CARE =
  /\b(?:(?:long[- ]term|elder|memory|assisted|home|nursing) (?:care|living|homes?)|care homes?|caregivers?)\b/;
/** Longer than anybody lives: to the end of the plan. */
export const END = 120;
const BEGINS_FIRST = /\b(?:starting|beginning|from|begins?|starts?)\s+(?=(?:in|at|when|next)\b)/g;
const BILL = /\b(?:alimony|child support|mortgage|loan|lease|rent|insurance|premiums?|car payments?)\b/;
/** "Retire in 2032 if we sell the house for $700,000 then". */
const RETIRES = /\b(?:retir(?:e|es|ed|ing)|(?:stop|quit)(?:s|ping|ting)? (?:work\w*|my job))\b/;
const AT_THAT_TIME = /(?<=~[^,.;?!~$#]*)\b(?:then|at that (?:time|point)|(?:in )?that (?:same |very )?year)\b(?=\s*(?:[,.;?!]|$|and\b|or\b))/; // prettier-ignore
/** "Retire at 60, then sell the house for $500,000". */
const THEN_FIRST = /(?<=,\s*|\band\s+)then\b(?=[^,.;?!#$]*~)/;
const TODAY = { when: 'in_years', time: 0 } as const;
/** What an employer pays a part of until work stops, up to an age: "retire at 60 and pay $15,000 a year for health insurance until 65". */
const HEALTH = /\b(?:health|medical|insurance|premiums?|cobra|medicare)\b/;
const WITH_RETIREMENT = { when: 'after_retirement', time: 0 } as const;
/** What is spent for pleasure, which who asks of it beside retirement means for then; a bill may come before as well. */
const FOR_PLEASURE =
  /\b(?:travel\w*|trips?|cruis\w+|vacation\w*|holidays?|sail\w*|golf\w*|ski\w*|hobb(?:y|ies)|tour\w*|rv|camper|boat|yacht|fun|leisure|club|safaris?|abroad|spend(?:ing)? [$]·*[^$%#,.;?!]*? on (?!(?:my|our|the|a|his|her)\b))/;
/** "In retirement", "once retired", "as a retiree", "the first years of retirement". */
const IN_RETIREMENT =
  /\b(?:(?:in|during|of|throughout|into|as|for|my|our) (?:(?:my|our|early|a) )*(?:retirement(?! (?:account|fund|saving|portfolio|plan|age|money|date|balance|income)\w*)|retiree)|(?:once|when|while|as|after|being|i'm|we're|be) (?:(?:i|we|i'm|we're|am|are|being) )*retired|(?:once|when|after|as soon as) (?:i|we) (?:retire|stop|quit)|after (?:retiring|stopping(?: work)?|quitting(?: work| (?:my|our) jobs?)?))\b/;
const OF_NOW =
  /\b(?:now|today|currently|already|next|coming|this year|right away|immediately|at present|still working|while (?:i|we)(?:'m| am|'re| are)?(?: still)? work\w*|(?:before|until|till) (?:i|we|my|our|retir\w*)(?! (?:am|'m))\b)/;
/** "Travel for five years, spending $90,000 a year": of that alone, or of all that is lived on. */
const SPENT_IN_ALL =
  /\bspend(?:ing)?(?: (?:about|around|only|just|up to))* [$]·*(?:\s*\/\s*[a-z]+| (?:a|per|each|every) [a-z]+| [a-z]+ly)?(?=\s*(?:$|[,.;?!~]|(?:and|then|but|until|till|from|over|for(?: the)?(?: first| next)? #)))/;
/** Work that stops. */
const WORK_STOPS = /\b(?:retir(?:e|es|ed|ing|ement)|retiree|(?:stop|quit)(?:s|ping|ting)?(?: work\w*| my job)?)\b/;

/**
 * Sums that a sentence dates: "college in four years, $35,000 a year for four years", "a wedding for $50,000 in 3 years", "I inherit $200,000
 * at 60". A cost that goes on with no end may be in what is spent already, and a sum of today comes out of what there is: neither is read here.
 */
export function datedSumsIn(text: string, slots: Slotted): DatedSum[] {
  return sentencesOf(text).flatMap((sentence) => {
    let before: Told | null = null;
    const sums = bySum(text, sentence).map(({ start, end }) => {
      const said = text.slice(start, end);
      const read: Told | null = datedSum(said, start, slots, before);
      before = read ?? before;
      return read ?? (COST.test(said) || RECEIPT.test(said) ? null : 'another');
    });
    // Of two sums of which one has no date the other's may be of both.
    return sums.includes(null) ? [] : sums.filter((one) => one !== null && one !== 'another');
  });
}

/** Of whom the ages are that stand with what somebody needs or what is paid for them: "Tom's insurance from 62 to 65". */
function whoseAges(said: string): string | undefined {
  if (/\b(?:I['’]?m|I am|I turn|I reach|we['’]re|we are|my age)\b/.test(said)) return undefined;
  const names = [OWNED, PAID_FOR_ONE, NEEDS].flatMap((pattern) => [...said.matchAll(pattern)].map(([, name = '']) => name)); // prettier-ignore
  return names.find((name) => name !== '' && !NO_NAME.test(name));
}
const OWNED = /(?<![\w'’-])(\p{Lu}\p{Ll}[\p{L}-]*)['’]s\b/gu;
const PAID_FOR_ONE = /\b(?:for|of) (\p{Lu}\p{Ll}[\p{L}-]*)(?![\w’'-])/gu;
const NEEDS =
  /(?<![\w'’-])(\p{Lu}\p{Ll}[\p{L}-]*) (?:(?:will|would|should|may|might|has to|have to|also) )*(?:needs?|requires?|goes|go|moves?|is|be|has|gets?|pays?|stays?|lives?|enters?|takes?)\b/gu;

type Date = Pick<PlanChange, 'when' | 'time'> | null;

interface Told extends DatedSum {
  date: Date;
}

/** "And $50,000 in 2035": of the kind of the sum before it, where nothing but a date stands with it. */
const ALONE =
  /^[\s,~]*(?:(?:and|then|plus|also|another|an? (?:extra|additional|further|second)|later)[\s,]+)*[$]·*(?! (?:a|per|each|every) |·)(?: (?:more|later|again))*(?= *(?:in|at|when|once|after)\b)/;
/** "Sell my condo for $400,000 at 60 and my car for $20,000 at 61": sold, and not bought. */
const SOLD_TOO = /^[\s,~]*(?:and|then|plus)?\s*(?:my|our|the)\s+(?:[a-z-]+\s+){1,3}for\s+[$]/;
const DATE_ALONE = /^(?:[\s,.;?!~]|\b(?:and|then|plus|also|another|an?|extra|additional|further|second|later|more|again)\b)*$/; // prettier-ignore

/** "And spend 10% more": of what is spent or saved each year, and no part of the sum. */
const BY_PERCENT =
  /\b(?:and|but)\b(?= (?:(?:i|we|also|then|to|if|the|my|our) )*(?:spend|save|cut|reduce|increase|raise|liv|put|inflation|returns?|stocks?|bonds?|markets?)\w*\b[^.;?!$%]*%·*(?!·| of\b))/;

/** A sentence in parts with one sum each: "sell the house at 70 for $500,000 and buy a condo for $300,000". */
function bySum(text: string, { start, end }: Clause): Clause[] {
  const sums = [...text.slice(start, end).matchAll(/[$]·*/g)].map(({ index }) => start + index);
  const cuts = sums.slice(1).map((at, place) => {
    const from = sums[place] ?? start;
    const border = [...text.slice(from, at).matchAll(/\b(?:and|then|but)\b|,/g)].at(-1);
    return border === undefined ? at : from + border.index;
  });
  const last = sums.at(-1);
  const beside = last === undefined ? undefined : BY_PERCENT.exec(text.slice(last, end))?.index;
  const starts = [start, ...cuts, ...(last === undefined || beside === undefined ? [] : [last + beside])];
  return starts.map((at, place) => ({ start: at, end: starts[place + 1] ?? end }));
}

/** "In the last five years of our lives": which those are nobody knows. */
const AT_THE_END =
  /\b(?:at|toward|towards|near|until) the (?:very )?end\b|\bend of (?:(?:my|our|his|her|their) )?(?:life|lives)\b|\b(?:last|final) (?:(?:few|couple of|several) |#·* )?(?:years?|months?)\b|\bbefore (?:i|we|he|she|one of us) (?:die|dies|pass)\b/;

function datedSum(sentence: string, at: number, slots: Slotted, before: Told | null): Told | null {
  const sum = /[$]·*/.exec(sentence);
  if (sum === null || sentence.includes('%') || AT_THE_END.test(sentence)) return null;
  const amount = slots.numbers.get(at + sum.index)?.value;
  const taken = GOES_ELSEWHERE.test(sentence) ? null : TAKEN.exec(sentence);
  // What is one's own is named where it is taken from.
  const beside =
    taken === null ? sentence.replace(KEPT, ' ') : without(sentence, taken.index, taken.index + taken[0].length);
  const goesOn = before !== null && ALONE.test(sentence) && !COST.test(sentence) && !RECEIPT.test(sentence);
  const alike = before?.change.what === 'balance' && SOLD_TOO.test(sentence);
  const comesIn = taken === null && (goesOn ? before.change.what === 'balance' : alike || RECEIPT.test(sentence));
  if (amount === undefined || NEITHER.test(beside) || UNTIL_ANOTHER.test(sentence)) return null;
  const isPaid = taken !== null || goesOn || COST.test(sentence);
  if (comesIn ? OWN.test(sentence) || LENDS.test(sentence) : !isPaid || NO_COST.test(beside)) return null;
  const valueAt = (place: number | undefined) =>
    place === undefined ? undefined : slots.numbers.get(at + place)?.value;
  const spans: Clause[] = [];
  // What is of retirement stays for the forms that read it.
  let left = [...sentence.matchAll(OF_RETIRING)].reduce((rest, one) => without(rest, one.index, one.index + one[0].length), sentence); // prettier-ignore
  const take = (match: RegExpMatchArray | null) => {
    if (match?.index === undefined) return undefined;
    const end = match.index + match[0].length;
    spans.push({ start: at + match.index, end: at + end });
    left = without(left, match.index, end);
    return match.indices?.groups ?? {};
  };
  const extra = /^ (?:extra|more|additional)(?=[ /])/.exec(sentence.slice(sum.index + sum[0].length))?.[0].length ?? 0;
  const per = PERIOD.exec(sentence.slice(sum.index + sum[0].length + extra));
  const flow = per === null ? 0 : extra + per[0].length;
  const more = /^ (?:extra|more)\b(?! than)/.exec(sentence.slice(sum.index + sum[0].length + flow))?.[0].length ?? 0;
  const said = sum[0].length + flow + (per === null ? 0 : more);
  spans.push({ start: at + sum.index, end: at + sum.index + said });
  left = without(left, sum.index, sum.index + said);
  take(taken);
  take(comesIn ? KEPT.exec(left) : PAID_FOR.exec(left.slice(0, sum.index) + sentence.slice(sum.index)));
  const flows = per?.[0] ?? EVERY_YEAR.exec(sentence)?.[0] ?? null;
  const period = flows === null ? null : flows.includes('mo') ? 'month' : 'year';
  const change = (of: Partial<PlanChange>): Told | null => {
    if (/[#$]/.test(left) || (goesOn && !DATE_ALONE.test(left))) return null;
    const { when, time } = of;
    const what = comesIn ? ({ what: 'balance', how: 'up' } as const) : ({ what: 'cost', how: 'to' } as const);
    const who = !comesIn && (when === 'age' || ((of.toAge ?? null) !== null && of.toAge !== END)) ? whoseAges(slots.question.slice(at, at + sentence.length)) : undefined; // prettier-ignore
    return { change: { ...what, value: amount, per: period, fromAge: null, ...of, ...(who !== undefined && { who }) }, spans, date: { when, time } }; // prettier-ignore
  };
  // What comes in more than once is an income.
  if (comesIn && period !== null) return null;

  const range = take(RANGE.exec(left));
  if (range !== undefined) {
    const [from, until] = [valueAt((range.from ?? range.first)?.[0]), valueAt(range.until?.[0])];
    if (period === null || from === undefined || until === undefined) return null;
    const ends = endAt(until, startAt(from), sentence);
    return ends === null ? null : change({ ...startAt(from), ...ends });
  }
  const early = valueAt(take(FIRST_YEARS.exec(left))?.years?.[0]);
  if (early !== undefined) return period === null || !(WORK_STOPS.test(slots.text) || FOR_PLEASURE.test(sentence)) ? null : change({ ...WITH_RETIREMENT, years: early }); // prettier-ignore
  const lasting = take(LASTS.exec(left));
  const years = valueAt((lasting?.years ?? lasting?.two)?.[0]);
  const toAge = years === undefined ? valueAt(take(ENDS.exec(left))?.until?.[0]) : undefined;
  const isOpen = period !== null && years === undefined && toAge === undefined;
  // "An $8,000 vacation each year" goes on for as long as the plan does.
  const isPleasure = per === null && FOR_PLEASURE.test(sentence) && isEveryYear(sentence);
  if (
    isOpen
      ? !isPleasure && (!CARE.test(sentence) || sentence.includes('insurance'))
      : period === null && (years ?? toAge) !== undefined
  )
    return null;
  for (const one of left.matchAll(BEGINS_FIRST)) left = without(left, one.index, one.index + one[0].length, ' ');
  const own = fallDateIn(left, { start: 0, end: left.length }, shifted(slots, at));
  // By whose retirement a sum comes is told of falls alone.
  if (own !== null && whoseDate(slots.question.slice(at + own.start, at + own.end)) !== undefined) return null;
  if (own !== null) {
    spans.push({ start: at + own.start, end: at + own.end });
    left = without(left, own.start, own.end);
  }
  const from = own === null ? valueAt(take(STARTS.exec(left))?.from?.[0]) : undefined;
  const start: Date = from === undefined ? null : startAt(from);
  const then = own === null && start === null && RETIRES.test(sentence.slice(0, sum.index)) ? take(AT_THAT_TIME.exec(left) ?? THEN_FIRST.exec(left)) : undefined; // prettier-ignore
  const date = own ?? start ?? (then === undefined ? (before?.date ?? null) : WITH_RETIREMENT);
  if (isOpen && own === null && start === null && !isPleasure) return null;
  // Without a beginning it may be a bill of every day, which what is earned pays.
  const bridges = toAge !== undefined && HEALTH.test(sentence);
  if (date === null && (period === null || (BILL.test(sentence) && !bridges))) return null;
  if (date === null && SPENT_IN_ALL.test(sentence)) return null;
  const begins = date ?? undatedIn(slots.text, { start: at, end: at + sentence.length }, at + sum.index, bridges);
  if (begins === null) return null;
  const { when, time } = begins;
  const ends = toAge === undefined ? {} : endAt(toAge, begins, sentence);
  return ends === null ? null : change({ when, time, ...(years !== undefined && { years }), ...ends, ...(isOpen && { toAge: END }) }); // prettier-ignore
}

/**
 * When a cost of some years begins that has no date: with retirement where it is spent in it, today where nothing is said of retirement; null
 * where either may be meant.
 */
function undatedIn(text: string, { start, end }: Clause, sum: number, bridges: boolean): Exclude<Date, null> | null {
  const said = text.slice(start, end);
  if (OF_NOW.test(said) || !WORK_STOPS.test(text)) return TODAY;
  const sentence = sentencesOf(text).find((one) => one.start <= sum && sum < one.end) ?? { start, end };
  const whole = text.slice(sentence.start, sentence.end);
  if (IN_RETIREMENT.test(whole)) return WITH_RETIREMENT;
  const before = text.slice(sentence.start, sum);
  const stops = [...before.matchAll(new RegExp(WORK_STOPS, 'g'))].at(-1);
  const isForPleasure = FOR_PLEASURE.test(said);
  // "Retire at 58 and spend $20,000 a year on travel", "if I retire at 62, can I…"; a bill that comes with it may be paid before as well.
  if (stops !== undefined) {
    const between = before.slice(stops.index);
    if (bridges) return WITH_RETIREMENT;
    if (/\b(?:if|while|but|although|though|even|with)\b/.test(between)) return isForPleasure ? null : TODAY;
    return isForPleasure ? WITH_RETIREMENT : null;
  }
  const after = text.slice(sum, sentence.end);
  if (!WORK_STOPS.test(after)) return isForPleasure || sum > text.search(WORK_STOPS) ? null : TODAY;
  const until = after.slice(0, after.search(WORK_STOPS));
  if (/\b(?:if|when|once|after|while) (?:i|we)\b/.test(until)) return isForPleasure ? WITH_RETIREMENT : null;
  // "Travel for four years and retire at 62" has its order.
  return isForPleasure && !/\b(?:and|then|before)\b/.test(until) ? null : TODAY;
}
