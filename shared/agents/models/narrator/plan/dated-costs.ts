import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import { sentencesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { fallDateIn } from './fall-dates.ts';
import { without } from './slots.ts';
import type { Slotted } from './slots.ts';
import { ENDS, FIRST_YEARS, LASTS, PERIOD, RANGE } from './spans-of-time.ts';

/** A cost of some years, or of one that is not this, and all that the question says of it. */
export interface DatedCost {
  change: PlanChange;
  /** Its amount and its dates, as they stand. */
  spans: Clause[];
}

/** What is paid for. */
const COST =
  /\b(?:college|tuition|universit(?:y|ies)|school\w*|kindergarten|day ?care|child ?care|weddings?|cars?|trucks?|boats?|rv|camper|house|home|condo|cabin|apartment|land|roof|renovat\w*|remodel\w*|kitchen|bathroom|pool|trips?|cruise|vacations?|travel\w*|nursing|caregivers?|(?:long[- ]term|elder|memory|assisted) (?:care|living)|surgery|medical|dental|health|insurance|premiums?|alimony|child support|mortgage|loan|lease|costs?|costing|cottage|buy|buying|purchas\w+|gift|give|giving|pay for|paying for|spend [$]·*(?: \w+)*? on|need [$]·* (?:for|to))\b/;
/** What comes in, is saved, or is the spending of the plan itself. */
const NO_COST =
  /\b(?:inherit\w*|receiv\w*|sell\w*|sold|earn\w*|pensions?|social security|annuit\w*|salary|bonus\w*|severance|windfall|tenants?|sav(?:e|es|ed|ing)|contribut\w*|invest\w*|withdr[ae]w\w*|live on|living on|downsiz\w*|part[- ]time|jobs?|portfolio|worth|less|lower|reduc\w*|cut\w*|drop\w*|stocks?|market|mortgage (?:is|ends|will be)|pays? (?:me|us|off)|(?:rent|rents|renting|rented)\b.*\bout|rental income|or|each|apiece|every \d|instead|without|no longer|already|if not)\b/;
const OF_RETIRING =
  /\b(?:retir\w*|stop\w*(?: work\w*)?|quit\w*|leav\w*(?: work| my job)?|work\w*)(?: \w+){0,2} (?:at|in|until|till|by|from|for)(?: age| another| the next)*\s+#·*(?:\s+(?:more )?years?)?/g;
const UNTIL_ANOTHER = /\b(?:until|till|when|once|while|after) (?:he|she|they|it|my|our|his|her|their)\b/;
const BEGINS_FIRST = /\b(?:starting|beginning|from|begins?|starts?)\s+(?=(?:in|at|when|next)\b)/g;
const NEXT_YEAR = /\b(?:starting )?(?:in )?(?:the )?next (?:school )?year\b/d;
const EACH = /\b(?:every|each) (?:year|month|summer|winter)\b/;
const BILL = /\b(?:alimony|child support|mortgage|loan|lease|rent|insurance|premiums?|car payments?)\b/;
const TODAY = { when: 'in_years', time: 0 } as const;

/**
 * Costs that a sentence dates: "college in four years, $35,000 a year for four years", "a wedding for $50,000 in 3 years". One that goes on
 * with no end may be in what is spent already, and one of today comes out of what there is: neither is read here.
 */
export function datedCostsIn(text: string, slots: Slotted): DatedCost[] {
  return sentencesOf(text).flatMap(({ start, end }) => datedCost(text.slice(start, end), start, slots) ?? []);
}

function datedCost(sentence: string, at: number, slots: Slotted): DatedCost | null {
  const sums = [...sentence.matchAll(/[$]·*/g)];
  const [sum] = sums;
  if (sum === undefined || sums.length > 1 || sentence.includes('%')) return null;
  const amount = slots.numbers.get(at + sum.index)?.value;
  if (amount === undefined || !COST.test(sentence) || NO_COST.test(sentence) || UNTIL_ANOTHER.test(sentence))
    return null;
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
  const per = PERIOD.exec(sentence.slice(sum.index + sum[0].length));
  const said = sum[0].length + (per?.[0].length ?? 0);
  spans.push({ start: at + sum.index, end: at + sum.index + said });
  left = without(left, sum.index, sum.index + said);
  const flows = per?.[0] ?? EACH.exec(sentence)?.[0] ?? null;
  const period = flows === null ? null : flows.includes('mo') ? 'month' : 'year';
  const change = (of: Partial<PlanChange>): DatedCost | null =>
    /[#$]/.test(left)
      ? null
      : { change: { what: 'cost', how: 'to', value: amount, per: period, fromAge: null, ...of }, spans };

  const range = take(RANGE.exec(left));
  if (range !== undefined) {
    const [from, until] = [valueAt((range.from ?? range.first)?.[0]), valueAt(range.until?.[0])];
    return period === null || from === undefined || until === undefined
      ? null
      : change({ when: 'age', time: from, toAge: until });
  }
  const early = valueAt(take(FIRST_YEARS.exec(left))?.years?.[0]);
  if (early !== undefined) return period === null ? null : change({ when: 'after_retirement', time: 0, years: early });
  const lasting = take(LASTS.exec(left));
  const years = valueAt((lasting?.years ?? lasting?.two)?.[0]);
  const toAge = years === undefined ? valueAt(take(ENDS.exec(left))?.until?.[0]) : undefined;
  if ((years === undefined && toAge === undefined) !== (period === null)) return null;
  for (const one of left.matchAll(BEGINS_FIRST)) left = without(left, one.index, one.index + one[0].length, ' ');
  const next = take(NEXT_YEAR.exec(left));
  const date = next === undefined ? fallDateIn(left, { start: 0, end: left.length }, shifted(slots, at)) : { when: 'in_years' as const, time: 1 }; // prettier-ignore
  if (date !== null && 'start' in date) {
    spans.push({ start: at + date.start, end: at + date.end });
    left = without(left, date.start, date.end);
  }
  // Without a beginning it may be a bill of every day, which what is earned pays.
  if (date === null && (period === null || BILL.test(sentence))) return null;
  const { when, time } = date ?? TODAY;
  return change({ when, time, ...(years !== undefined && { years }), ...(toAge !== undefined && { toAge }) });
}

/** The numbers of a part of a question, by their places in it. */
const shifted = ({ question, text, numbers }: Slotted, by: number): Slotted => ({
  question,
  text: text.slice(by),
  numbers: new Map([...numbers].map(([place, one]) => [place - by, one])),
});
