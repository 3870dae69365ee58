import { ASKER, FIRST_CALENDAR_YEAR } from '../../../../schemas/analysis-plan.ts';
import type { PlanChange, UnreadPart } from '../../../../schemas/analysis-plan.ts';
import { isBenefitCut } from '../../../../finance/question/benefit-cut.ts';
import { clausesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { withoutContrasts } from './contrasts.ts';
import { benefitCutForms } from './forms/benefit-cut-forms.ts';
import { besideForms } from './forms/beside-income-forms.ts';
import { addedForms, savingForms, spendingForms, withdrawalForms } from './forms/flow-forms.ts';
import { wayOf } from './forms/form-of.ts';
import type { Form, Found } from './forms/form-of.ts';
import { givenForms } from './forms/given-forms.ts';
import { crashForms, inflationForms, longevityForms, marketForms } from './forms/market-forms.ts';
import { otherIncomeForms } from './forms/other-income-forms.ts';
import { priceForms } from './forms/price-forms.ts';
import { returnForms } from './forms/return-forms.ts';
import { ageAlone, retirementForms } from './forms/retirement-forms.ts';
import { sumForms } from './forms/sum-forms.ts';
import { datedSumsIn } from './dated-sums.ts';
import { eachOf, timesEach } from './each-of.ts';
import { EVERY_YEAR, whyNotOnce } from './every-year.ts';
import { fallDateIn, THEN as AT_THAT_TIME, whoseDate } from './fall-dates.ts';
import type { FallDate } from './fall-dates.ts';
import { flowTimeIn, incomeTimeIn, mayHaveTime } from './flow-times.ts';
import { mixesIn } from './mixes.ts';
import { lentIn, phasesIn } from './phases.ts';
import { foreignIn, presentIn, SUPPOSED } from './present.ts';
import { NO_NAME } from './names.ts';
import { notToldApartIn } from './told-apart.ts';
import { refusedIn } from './refused.ts';
import { holdingsTradedIn } from './holdings-traded.ts';
import type { Refused } from './refused.ts';
import { retiringIn, stopsOn, STOPPING } from './retire-then.ts';
import { workBesideIn } from './work-beside.ts';
import { READ, slotted, without } from './slots.ts';
import type { Slotted } from './slots.ts';
import {
  HOW_MUCH_TO_SAVE,
  hasSlot,
  isLater,
  isSpent,
  isUnlike,
  misreadIn,
  sentenceOf,
  timeIn,
  unreadIn,
  wholeSentence,
} from './unread.ts';
import type { Untried, Withdrawn } from './unread.ts';

/** A change and where the question says it. */
export interface Read extends Clause {
  change: PlanChange;
  /** Another value of the change before it: "at 60 or 62". */
  alternative: boolean;
  /** How things are: see `Form`. */
  given: boolean;
  /** Whether it says what was asked only with the others that are such. */
  part?: boolean;
}

/** What a question asks to try. */
export interface Reading {
  changes: Read[];
  /** What was not understood of it. */
  unread: Untried[];
  /** What it supposes in so many words, without a number, and no form read. */
  supposed: Untried[];
  /** Whether it has numbers that are of nothing here. */
  strange: boolean;
  /** The question in lower case, its numbers in slots, with what is read marked: every character stands where it stood. */
  rest: string;
}

/** Those that say most first: a form takes the words that it reads, and no later one sees them. */
const FORMS: readonly Form[] = [
  ...givenForms,
  ...inflationForms,
  ...besideForms,
  ...benefitCutForms,
  ...otherIncomeForms,
  ...crashForms,
  ...returnForms,
  ...marketForms,
  ...priceForms,
  ...addedForms,
  ...sumForms,
  ...longevityForms,
  ...retirementForms,
  ...withdrawalForms,
  ...spendingForms,
  ...savingForms,
];
/** Below these an amount without a period could be a month's as well as a year's. */
const A_YEARS = { income: 15_000, withdraw: 15_000, contribute: 2000, moved: 2000 } as const;

/**
 * The changes that a question asks about ("retire at 60", "spend 10% less", "stocks fall by 30%"), in the order in which it has
 * them, and what of it is no such form and so is not tried.
 *
 * @param age today's, where it is known
 */
export function readChanges(question: string, age: number | null = null): Reading {
  const slots = slotted(question);
  const mixes = mixesIn(slots, age);
  const taken = (text: string, spans: readonly Clause[]) => spans.reduce((rest, { start, end }) => without(rest, start, end), text); // prettier-ignore
  const several = eachOf(slots);
  const unmixed = taken(several.text, [...mixes.stated, ...mixes.untried, ...mixes.reads.map(({ span }) => span)]);
  const contrasted = withoutContrasts({ ...slots, text: unmixed }, age);
  const refused = apart([
    ...foreignIn({ ...slots, text: contrasted }),
    ...notToldApartIn(contrasted, slots.question),
    ...holdingsTradedIn(contrasted, slots.question),
    ...refusedIn(contrasted),
    ...presentIn(contrasted),
  ]);
  // "How much a month do I need to save" says no period of what is spent, and no saving.
  const asked = taken(contrasted, refused).replace(HOW_MUCH_TO_SAVE, (said) => ' '.repeat(said.length));
  const found = readAll(slots, asked);
  const { reads: kept, withdrawn } = withdraw(asked, found.text, found.reads);
  const { reads: once, untried } = timesEach(kept, several.all);
  const reads = once.filter((one) => !twice(once).includes(one));
  withdrawn.push(...[...untried, ...twice(once)].map(({ start, end }) => ({ start, end, why: null })));
  for (const { change, span } of mixes.reads) {
    if (
      OF_IT.test(slots.text.slice(span.start, span.end)) &&
      reads.some((one) => isSumOf(one.change) && one.start < span.start)
    ) {
      withdrawn.push({ ...span, why: 'unclear' });
      continue;
    }
    const fall = reads.find((one) => one.change.what === 'stocks' && !isDated(one.change) && one.end < span.start);
    const sells = fall !== undefined && SOLD_THEN.test(slots.text.slice(fall.end, span.end));
    reads.push({ change: sells ? { ...change, ...AFTER } : change, ...span, alternative: false, given: false });
  }
  let text = found.text;
  for (const { start, end } of withdrawn) text = without(text, start, end);
  const retiring = retiringIn(text, reads);
  reads.push(...retiring.reads);
  text = taken(text, [...retiring.reads, ...retiring.untold]);
  withdrawn.push(...retiring.untold.map((one) => ({ ...one, why: null })));
  const left = unreadIn(slots, text, [...refused, ...mixes.untried, ...withdrawn], reads.length > 0);
  return { changes: reads.sort((one, other) => one.start - other.start), ...left, rest: text };
}

/** Spending or saving that is another at several times: whether the second comes on top of the first nothing tells. */
const twice = (reads: readonly Read[]): Read[] =>
  reads.filter(({ change, alternative }, at) => {
    const isSuch = (one: Read) => isDated(one.change) && one.change.what === change.what;
    return (change.what === 'income' || change.what === 'contribute') && isDated(change) && !alternative && reads.some((one, other) => other !== at && !one.alternative && isSuch(one)); // prettier-ignore
  });

/** Of two that overlap the first. */
const apart = (all: readonly Refused[]): Refused[] =>
  all.filter((one, at) => !all.slice(0, at).some(({ start, end }) => start < one.end && end > one.start));

/** Every form tried on the text, one after the other; what one reads is taken out for the next. */
function readAll(slots: Slotted, asked: string): { text: string; reads: Read[] } {
  let text = asked;
  let reads: Read[] = [];
  for (const { changes, span } of [...phasesIn(text, slots), ...lentIn(text, slots)]) {
    text = without(text, span.start, span.end);
    const part = changes.length > 1;
    reads.push(...changes.map((change) => ({ change, ...span, alternative: false, given: false, ...(part && { part }) }))); // prettier-ignore
  }
  for (const { change, spans } of datedSumsIn(text, slots)) {
    for (const { start, end } of spans) text = without(text, start, end);
    const [amount] = spans;
    if (amount !== undefined) reads.push({ change, ...amount, alternative: false, given: false });
  }
  for (const { change, span } of workBesideIn(text, slots)) {
    text = without(text, span.start, span.end);
    reads.push({ change, ...span, alternative: false, given: false });
  }
  const readBy = ({ pattern, read, given = false }: Form) => {
    for (const match of text.matchAll(pattern)) {
      // Something else has read of it since.
      if (text.slice(match.index, match.index + match[0].length) !== match[0]) continue;
      const found = foundIn(match, { ...slots, text: asked });
      const change = found === null ? null : read(found);
      if (change === null) continue;
      const ofOne = isAge(change) || change.what === 'claimAt';
      const before = slots.question.slice(0, match.index);
      const isOwned = change.what === 'otherIncome' && (change.source ?? null) !== null;
      const who = given ? null : ofOne ? (namedBefore(before) ?? askerBefore(before, asked)) : isOwned ? ownerBefore(before) : null; // prettier-ignore
      const said = who === null ? change : { ...change, who };
      const two = ofOne ? (TWO_NAMES.exec(before) ?? TWO.exec(before)) : null;
      const one = { change: said, start: two?.index ?? match.index, end: match.index + match[0].length, alternative: false, given }; // prettier-ignore
      const others = [
        ...alternatives(text, one, slots),
        ...(ofOne && who !== null ? andAnother(text, one, slots) : []),
      ];
      const end = others.at(-1)?.end ?? one.end;
      text = without(text, one.start, end);
      const around = clauseAround(asked, { start: one.start, end });
      const time = mayHaveTime(change, match[0]) && !isDated(change) ? flowTimeIn(text, around, slots, change) : incomeTimeIn(text, around, change); // prettier-ignore
      if (time !== null) {
        text = time.spans.reduce((rest, span) => without(rest, span.start, span.end), text);
        reads.push(...[one, ...others].map((each) => ({ ...each, change: { ...each.change, ...time.of } })));
        continue;
      }
      const isToday = given && change.value === 0;
      const date = isToday || isFall(change) ? fallDateIn(text, clauseAround(asked, { start: one.start, end }), slots) : null; // prettier-ignore
      const dated = date === null ? null : !isToday ? { when: date.when, time: date.time } : hasBeen(asked, one, date) ? {} : stopsOn(date); // prettier-ignore
      if (date === null || dated === null) {
        reads.push(one, ...others);
        continue;
      }
      text = without(text, date.start, date.end);
      const whose = whoseDate(slots.question.slice(date.start, date.end));
      reads.push(...[one, ...others].map((each) => ({ ...each, change: { ...each.change, ...dated, ...(whose !== undefined && { who: whose }) } }))); // prettier-ignore
    }
  };
  FORMS.forEach(readBy);
  // "I sell it in four years and retire right away", "if I inherit it at 60 and quit my job": then, and not now.
  const isThen = ({ start, end, given, change }: Read) =>
    reads.some((one) => one.start < start && isDated(one.change)) &&
    (THEN.test(asked.slice(start, end)) ||
      (given && change.value === 0 && asked.slice(start, end).search(STOPPING) >= 0 && isSupposed(asked, start)));
  for (const { start, end } of reads.filter(isThen)) text = text.slice(0, start) + asked.slice(start, end) + text.slice(end); // prettier-ignore
  reads = reads.filter((one) => !isThen(one));
  for (const one of reads) {
    const { change, start, end } = one;
    const { what, source = null, fromAge } = change;
    if (what !== 'otherIncome' || source !== null || fromAge !== null || !RENT.test(asked.slice(start, end))) continue;
    // Rent of what is bought, or inherited, begins with it.
    const bought = reads.find((each) => ['cost to', 'balance down'].includes(`${each.change.what} ${each.change.how}`) && BUYS.test(wholeSentence(asked, each)))?.change; // prettier-ignore
    const date = bought === undefined ? fallDateIn(text, sentenceOf(text, start), slots) : { when: bought.when ?? 'in_years', time: bought.time ?? 0, start, end }; // prettier-ignore
    if (date === null) continue;
    text = without(text, date.start, date.end);
    one.change = { ...change, when: date.when, time: date.time };
  }
  const alone = [...text.matchAll(/[$%#]/g)].length === 1 || AGES_ONLY.test(text);
  if (reads.length === 0 && slots.numbers.size > 0 && alone) ageAlone.forEach(readBy);
  return { text, reads };
}

const RENT = /\b(?:rent|tenant)/;
const BUYS = /\b(?:buy|bought|purchas|build)/;

/** "And I panic and sell everything": after what fell before it today. */
const SOLD_THEN =
  /^(?!.*\b(?:after|once|when|if|having|already|had)\b).*\b(?:and|then|so|should|would|i'll|i'd)\b.*\b(?:s[eo]l[ld]|mov|switch|shift|go|flee|bail|pull|get|cash|dump|retreat)/;
const AFTER = { when: 'in_years', time: 0 } as const;

/** "60 or 62 or 64?" */
const AGES_ONLY = /^(?:[\s#·,?!.]|\b(?:or|vs|versus|at|age)\b)+$/;

/** "I was laid off in 2023" tells of an age or a year that has been; "if I was laid off in 2031" supposes one. */
const hasBeen = (asked: string, { start, end }: Clause, { when }: FallDate): boolean =>
  (when === 'age' || when === 'in_year') &&
  !/\b(?:i'm|we're|am|are|get|quit)\b/.test(asked.slice(start, end)) &&
  !isSupposed(asked, start);

const isSupposed = (asked: string, at: number): boolean => SUPPOSED.test(asked.slice(sentenceOf(asked, at).start, at));

/** What a date can be given to. */
const isFall = ({ what, how }: PlanChange): boolean =>
  what === 'crash' || ((what === 'stocks' || what === 'balance') && how === 'down_percent');

/** From the beginning of the clause in which something begins to the end of the one in which it ends. */
function clauseAround(text: string, { start, end }: Clause): Clause {
  const around = clausesOf(text).filter((one) => one.start < end && one.end > start);
  return {
    start: Math.min(start, ...around.map((one) => one.start)),
    end: Math.max(end, ...around.map((one) => one.end)),
  };
}

const isAge = ({ what }: PlanChange): boolean => what === 'retireAt' || what === 'lifeExpectancy';

/** "If Ben" or "should Ben" before "dies at 70": a name that may be one of the plan's. Of two names it is of neither alone. */
function namedBefore(text: string): string | null {
  const name =
    /(?<!(?<![\w'’-])(?!Security\b|Medicare\b|IRAs?\b|Roth\b)[A-Z][\p{L}'’-]+\s+(?:and|or|&)\s+)(?<![\w'’-])([A-Z][\p{L}'’-]+?)\s+(?:(?:would|will|were to|only|keeps|continues|goes on|stays)\s+)?$/u.exec(
      text,
    )?.[1];
  return name === undefined || NO_NAME.test(name) ? null : name;
}

/** "Laura and Tom (both)": of neither alone. */
const TWO_NAMES = /(?<![\w'’-])(?!(?:And|If|Or|But|What|Security|Medicare)\b)[A-Z][\p{L}'’-]+ (?:and|&) [A-Z][\p{L}'’-]+\s+(?:(?:both|each|would|will|were to|only)\s+)*$/u; // prettier-ignore

/** "I retire at 60 and my wife works until 65": of who asks, whom a plan for two does not tell. */
const askerBefore = (text: string, asked: string): string | null =>
  /\b[Ii](?:['’](?:ll|d))?\s+(?:(?:would|will|were to|only|still)\s+)?$/.test(text) && SPOUSE_DOES.test(asked) ? ASKER : null; // prettier-ignore
const TWO = /\bmy (?:wife|husband|spouse|partner) and [Ii]\s+(?:(?:both|each|would|will|were to|only)\s+)*$/;
const SPOUSE_DOES =
  /\bmy (?:wife|husband|spouse|partner) (?:\w+ ){0,2}?(?:works?|working|retires?|stops?|quits?|keeps?|claims?|takes|continues?|goes|waits?|only|then|at|in|until)\b/;

/** "And Laura at 62": what was said of the one before, of another. */
function andAnother(text: string, { change, end }: Read, { question, numbers }: Slotted): Read[] {
  const found = AND_ANOTHER.exec(text.slice(end));
  const at = found?.indices?.groups;
  if (found === null || at?.name === undefined || at.slot === undefined) return [];
  const name = question.slice(end + at.name[0], end + at.name[1]);
  const value = numbers.get(end + at.slot[0])?.value;
  if (change.how !== 'to' || value === undefined || !/^[A-Z]\p{Ll}/u.test(name) || NO_NAME.test(name)) return [];
  const start = end + found.index;
  return [{ change: { ...change, value, who: name }, start, end: start + found[0].length, alternative: false, given: false }]; // prettier-ignore
}
const AND_ANOTHER =
  /^(?:,? (?:and|but|while)|,) (?<name>[a-z][a-z'-]+) (?:only )?(?:at|in|until|till|to)(?: age| the age of)? (?<slot>#·*)(?= ?(?:[,.;?!]|$|and\b|or\b|if\b|but\b))/d;

/** "Laura's Social Security", "Laura gets a pension": whose it is. */
const OWNER =
  /(?<![\w'’-])([A-Z][\p{L}-]+)(?:['’]s|\s+(?:(?:would|will|also|only)\s+)*(?:gets?|receives?|has|draws?|collects?)(?:\s+(?:about|around|only|an?|his|her|their))*)\s+$/u;
function ownerBefore(text: string): string | null {
  const name = OWNER.exec(text)?.[1];
  return name === undefined || NO_NAME.test(name) ? null : name;
}

function foundIn({ groups = {}, indices }: RegExpMatchArray, { question, text, numbers }: Slotted): Found | null {
  const at = indices?.groups?.slot?.[0];
  const asked = at === undefined ? undefined : numbers.get(at);
  const ageAt = indices?.groups?.age?.[0];
  const untilAt = (indices?.groups?.until ?? indices?.groups?.till)?.[0];
  const way = groups.way;
  const nameAt = indices?.groups?.name ?? indices?.groups?.kind;
  const per = groups.per ?? groups.per2 ?? groups.adverb ?? groups.adverb2 ?? periodIn(text, indices?.[0]);
  return {
    value: asked?.value ?? 0,
    kind: asked?.kind ?? 'number',
    written: asked === undefined ? '' : question.slice(asked.start, asked.end),
    way: way === undefined ? null : wayOf(way),
    per: per === null ? null : periodOf(per),
    fromAge: ageAt === undefined ? null : (numbers.get(ageAt)?.value ?? null),
    toAge: untilAt === undefined ? null : (numbers.get(untilAt)?.value ?? null),
    name: nameAt === undefined ? null : question.slice(...nameAt),
  };
}

/** How often something flows, by the word for it. */
function periodOf(word: string): NonNullable<PlanChange['per']> {
  if (word.includes('mo')) return 'month';
  if (/fort|bi|two|other/.test(word)) return 'two_weeks';
  if (/^we?e?k/.test(word)) return 'week';
  return word.startsWith('qua') ? 'quarter' : word.startsWith('da') ? 'day' : 'year';
}

/** "Each month I spend $5,000", "a monthly budget of": a period that does not stand at the number. */
function periodIn(text: string, place: [number, number] | undefined): string | null {
  if (place === undefined) return null;
  const clause = clausesOf(text).find(({ start, end }) => start <= place[0] && place[0] < end);
  const words = text.slice(Math.min(clause?.start ?? place[0], place[0]), place[1]);
  return (
    /\b(?:monthly|(?:a|per|each|every) month|annual(?:ly)?|yearly|(?:a|per|each|every) year)\b/.exec(words)?.[0] ?? null
  );
}

/** "At 60, or maybe 62": further numbers of the same kind for the same thing. */
const OTHER =
  /^(?:,\s*(?=[$%#]·*(?:,|\s+(?:or|and|vs)\b))|,?\s*(?<word>or|and|vs\.?|versus)\s+)(?:(?:would|could|should|even|maybe|perhaps|rather|at|least|until|till|by|to|on|i|we|is|if|go|wait|for|just|only|age|better|still|spend|save|live|work|retire)\s+){0,4}(?<slot>[$%#]·*)(?<per>\s*(?:\/|a|per|each|every)\s*(?:month|year))?(?!·|\s*(?:years?|less|more|earlier|later)\b)/d;

function alternatives(text: string, first: Read, slots: Slotted): Read[] {
  const others: Read[] = [];
  const between = /\b(?:between|compar\w+|which|better|difference|best|each of)\b/.test(text.slice(0, first.end));
  const kind = /[$%#](?=·*[^$%#]*$)/.exec(text.slice(first.start, first.end))?.[0];
  let { end } = first;
  for (;;) {
    const match = OTHER.exec(text.slice(end));
    const at = match?.indices?.groups?.slot?.[0];
    const asked = at === undefined ? undefined : slots.numbers.get(end + at);
    if (match === null || asked === undefined || text[asked.start] !== kind) return others;
    // "60, 62 and 64" is a list.
    if (match.groups?.word === 'and' && !between && others.length === 0) return others;
    const said = match.groups?.per;
    // "A lump sum of $300,000 or $1,800 a month": what flows is no other sum.
    if (said !== undefined && first.change.what === 'balance') return others;
    const per = said === undefined ? first.change.per : said.includes('month') ? 'month' : 'year';
    others.push({
      change: { ...first.change, value: asked.value, per },
      start: end,
      end: asked.end,
      alternative: true,
      given: first.given,
    });
    end += match[0].length;
  }
}

/** Takes back what is not what it seems: a sum that comes later, a flow that ends, another's age, a month's amount or a year's. */
function withdraw(asked: string, left: string, reads: readonly Read[]): { reads: Read[]; withdrawn: Withdrawn[] } {
  const withdrawn: Withdrawn[] = [];
  const kept = reads.filter((one) => {
    // What its sentence says of it has been read with it.
    if (one.part === true || one.change.what === 'cost' || one.change.source === 'work' || isBenefitCut(one.change) || (isSumOf(one.change) && isDated(one.change))) return true; // prettier-ignore
    const place = clauseAround(asked, one);
    const rest = left.slice(place.start, place.end);
    const { what, how } = one.change;
    const isSum = what === 'balance' || what === 'stocks' || what === 'crash' || what === 'price';
    const isDate = isAge(one.change) || what === 'claimAt';
    const other = asked.slice(place.start, one.start);
    const misread = laterIn(left, one, one.change) ?? misreadIn(asked, place, rest, one.change);
    const unsaid = isUnsaid(one.change);
    const again = `${asked.slice(one.start, one.end)} ${rest}`;
    const onlyThen =
      FLOWING.has(what) && (one.change.when ?? null) === null ? (ONLY_THEN.exec(left.slice(place.end))?.[0] ?? '') : '';
    place.end += onlyThen.length;
    const beside = /^while\b[^~,.;?!$%#]*(?=[,.;?!]|$)/.exec(left.slice(place.end))?.[0] ?? '';
    const before = /[^~,.?!;$%#]*,\s*$/.exec(left.slice(0, place.start))?.[0] ?? '';
    const time = timeIn(before + rest + beside, what);
    const why =
      misread ??
      (isSumOf(one.change) && EVERY_YEAR.test(again) ? whyNotOnce(one.change, again) : null) ??
      (isOfWhoIsLeft(one, reads, asked) ? 'alone' : null) ??
      anotherThing(one.change, asked, one) ??
      (time === null || isDate ? null : isSum ? 'later' : 'unclear');
    if (time !== null && !isDate) {
      if (time < before.length) place.start -= before.length;
      place.end += beside.length;
    }
    const bad =
      why !== null ||
      onlyThen !== '' ||
      isAfterIncome(one, reads, left) ||
      (JOINS.test(rest) && isAfterDate(one, left.slice(sentenceOf(left, place.start).start, place.start))) ||
      (isAge(one.change) && one.change.who === undefined && OF_ANOTHER.test(asked.slice(one.start, one.end))) ||
      isUnlike(isAge(one.change) ? '' : rest, isSum ? '' : other, what === 'balance') ||
      (!isAge(one.change) && hasSlot(rest)) ||
      // Work lost at a time that nothing tells is not lost today.
      (one.given && one.change.value === 0 && (hasSlot(rest) || THAT_TIME.test(left.slice(one.end)))) ||
      /\b(?:part|half)[- ]time\b|\bsemi[- ]?retir/.test(rest) ||
      unsaid ||
      (isAge(one.change) &&
        how === 'to' &&
        (one.change.value < 16 || (one.change.value > 120 && one.change.value < FIRST_CALENDAR_YEAR))) ||
      (how === 'down_percent' && one.change.value > 100);
    if (bad)
      withdrawn.push({
        ...place,
        why: why ?? (unsaid && !HAS_PERIOD.test(asked.slice(one.end)) ? 'period' : null),
      });
    // What stands beside an age is a second date of it.
    if (!bad && time !== null && isDate && !hasSlot(rest)) {
      const start = place.start - before.length + time;
      const end = [place.start, one.start, place.end + beside.length].find((at) => at > start) ?? start;
      withdrawn.push({ start, end, why: null });
    }
    return !bad;
  });
  return {
    reads: kept.filter((one) => !withdrawn.some(({ start, end }) => one.start < end && one.end > start)),
    withdrawn,
  };
}

/** "Tom dies at 72 and Ruth has to live on $60,000": of her alone, and not of both from the first day on. */
const isOfWhoIsLeft = ({ change, start }: Read, reads: readonly Read[], asked: string): boolean =>
  isSpent(change.what) &&
  (change.when ?? null) === null &&
  reads.some((one) => one.change.what === 'lifeExpectancy' && (one.change.who ?? null) !== null) &&
  !/\b(?:we|i)\b[^,.;?!]*$/.test(asked.slice(sentenceOf(asked, start).start, start));

/** "Spend 10% less after Social Security starts at 67": from then on, and not from the first day. */
function isAfterIncome({ end, change }: Read, reads: readonly Read[], left: string): boolean {
  const next = reads.find(({ start }) => start >= end && /^,?\s*(?:after|once|when|as soon as|until|till|before)\s+$/.test(left.slice(end, start))); // prettier-ignore
  return FLOWING.has(change.what) && (next?.change.what === 'claimAt' || next?.change.what === 'otherIncome');
}

/** "Go part-time at 55 and save only half": perhaps from then on, and not from today. */
const isAfterDate = ({ change: { what, when = null } }: Read, before: string): boolean =>
  (what === 'contribute' || isSpent(what)) && when === null && /\b(?:at|from|when|once|after|by|in)\b[^~$%#]*#[^$%#~]*$/.test(before); // prettier-ignore

const JOINS = /^\s*(?:and|then)\b/;

/** "But only until 75": of the clause before it. */
const ONLY_THEN =
  /^\s*(?:and|but)?\s*(?:only|just)\s+(?:until|till|to|for|from|after|in)\b[^,.;?!$%]*#·*(?:\s*years?)?/;
const FLOWING: ReadonlySet<PlanChange['what']> = new Set(['income', 'withdraw', 'contribute', 'otherIncome']);

/** More than this no year's spending is without a period: "do I need $2 million to retire". */
export const MOST_A_YEAR = 200_000;
const EACH_YEAR = /(?:\b(?:every|each)\s+(?:single\s+)?year\b|\b(?:year (?:after|by|over|on) year|annually|yearly)\b)/;

/** What an amount is of that only looks like a level of a year: a sum to have, a rise that comes every year, half of another sum. */
function anotherThing(
  { what, how, value, per }: PlanChange,
  asked: string,
  { start, end }: Clause,
): UnreadPart['why'] | null {
  // prettier-ignore
  if (what !== 'income' && what !== 'contribute') return null;
  const said = asked.slice(start, end);
  if (what === 'income' && how === 'to' && per === null && value >= MOST_A_YEAR && /^(?:need|have|want)/.test(said)) return 'total'; // prettier-ignore
  // "Half of it" is of what stands before it; where that tells how things are, of this.
  const behind = /^[^,.;?!]*/.exec(asked.slice(end))?.[0] ?? '';
  const before = asked.slice(0, start);
  if (what === 'income' && /\b(?:sav|invest|contribut)\w*\s+$/.test(before)) return 'unclear';
  if (HALF.test(said) && /^\s*$/.test(behind) && OF_A_SUM.test(before)) return 'unclear';
  if (OF_IT.test(said + behind) && !before.includes(READ)) return 'unclear';
  if (!how.endsWith('_percent')) return null;
  if (OF_ELSE.test(behind) && !OWN[what].test(behind)) return 'unclear';
  const after = asked.slice(start, end + 30);
  return EACH_YEAR.test(after) || (what === 'contribute' && /[%]·*\s+(?:more\s+)?(?:a|per)\s+year\b/.test(after)) ? 'rises' : null; // prettier-ignore
}

/** What a part is taken of, where it is not the flow itself: "half of what I spend now". */
const OF_IT =
  /[$%]·*(?:\s+(?:a|per|each|every)\s+(?:year|month))?\s+of\s+(?:it|that|this|them|those|these|the (?!year)\w+)\b/;
/** "A raise of $20,000, and save half". */
const HALF = /^(?:sav|spen)\w*(?: only| just)?\s+%·*$/;
const OF_A_SUM = /[$%]|raise|bonus|promotion|inherit|windfall|gift/;
const OF_ELSE = /^ (?:(?:(?:as much )?as|than) (?:i|we|my|our|what)|of|what|my|our)\b/;
const OWN = {
  income: /\b(?:spen|liv|budget|need|expens|plan|withdr|do\b|did\b)/,
  contribute: /\b(?:sav|contribut|invest|put|plan|do\b|did\b)/,
} as const;

const isSumOf = ({ what, how }: PlanChange): boolean => what === 'balance' && (how === 'up' || how === 'down');
const isDated = ({ when = null }: PlanChange): boolean => when !== null;

/** A sum whose sentence has a time that nothing read: "when my aunt dies I get $250,000". */
function laterIn(left: string, { start, end }: Clause, change: PlanChange): 'later' | null {
  if (!isSumOf(change)) return null;
  return isLater(wholeSentence(left, { start, end })) ? 'later' : null;
}

const THAT_TIME = new RegExp(`^[^,.;?!]{0,4}${AT_THAT_TIME.source}`);
const THEN = /\b(?:right away|straight away|immediately)$/;

/** "And works until 65": of somebody else, whom no name tells. */
const OF_ANOTHER = /^(?:works|retires|stops|lives|dies|keeps|quits|goes|leaves)\b/;

/** A period that stands at the number and that its form has passed over. */
const HAS_PERIOD = /^\s*(?:\/|(?:a|an|per|each|every)\s+)(?:year|month|yr|mo)\b/;

/** An amount so small that nobody can tell whether it is a month's or a year's. */
function isUnsaid({ what, how, value, per }: PlanChange): boolean {
  if (per !== null || value === 0 || (!isSpent(what) && what !== 'contribute')) return false;
  if (how === 'to') return value < A_YEARS[what];
  return (how === 'up' || how === 'down') && value < A_YEARS.moved;
}
