import { crashYears } from '../../../../../schemas/analysis-plan.ts';
import type { PlanChange } from '../../../../../schemas/analysis-plan.ts';
import { form } from '../slots.ts';

/** What flows, each year or month. */
const FLOWS: ReadonlySet<string> = new Set(['income', 'withdraw', 'contribute', 'otherIncome']);

/** What a form of speech found: the number in its slot and the words that say what is with it. */
export interface Found {
  value: number;
  kind: 'money' | 'percent' | 'number';
  /** The number as it was written: "half", "$60,000". */
  written: string;
  /** Which way, by the word that governs the number; null where none does. */
  way: 'up' | 'down' | null;
  per: PlanChange['per'];
  fromAge: number | null;
  toAge: number | null;
  /** What a name stands for in the form, as it was written; null where it has none. */
  name: string | null;
}

/** One way to say a change, and the change it says; null where it says none after all. */
export interface Form {
  pattern: RegExp;
  read: (found: Found) => PlanChange | null;
  /** Whether it says how things are, so that all the rest is tried with it. */
  given?: boolean;
}

/** What rises and what falls, in any of its tenses. */
const UP =
  '(?:increas|rais|boost|bump|lift|hik|grow|grew|ris(?!k)|rose|gain|climb|jump|soar|rall|(?:go|goes|went|is|are|was|were) up|up)\\w*(?: up)?';
const DOWN =
  '(?:cut|reduc|downsiz|lower|decreas|trim|drop|slash|bring|brought|scal|tak|fall|fell|declin|los[est]|tank|plung|crash|shrink|sink|slid|collaps|tumbl|(?:go|goes|went|is|are|was|were) down)\\w*(?: back| down)*';
const UPWARDS = new RegExp(`^(?:${UP}|add|more|extra|additional|higher|later|longer|bounce)`);

/** Which way a word says. */
export const wayOf = (word: string): 'up' | 'down' => (UPWARDS.test(word) ? 'up' : 'down');

/** Words between a verb and its number that change nothing of it: "spend only about $X", "spend less, $X". */
const AND_SO =
  '(?:[,:]? (?:only|just|about|around|roughly|at most|at least|up to|(?:no )?(?:more|less) than|as (?:little|much) as|a total of|maybe|say|like|some|less|more|lower|in retirement|then|instead|now|(?:each|per|every|a) (?:year|month)|(?:a lot|a bit|much) (?:less|more)))*[,:]? ';
/** Whose. */
const MY = '(?:(?:my|our|the|its|total|yearly|annual|monthly|planned|retirement|current) )*';

type Words = Readonly<Record<string, string>>;
/** What goes up or down. */
export const MOVES: Words = { up: UP, down: DOWN, move: `(?:${UP}|${DOWN})` };
const ALL: Words = { and: AND_SO, my: MY, ...MOVES };

const change = (what: PlanChange['what'], how: PlanChange['how'], found: Pick<Found, 'value'>): PlanChange => {
  return { what, how, value: found.value, per: null, fromAge: null };
};

/** Forms that say what something comes to: "spend $60,000 a year", "retire at 62". */
export const levels = (
  what: PlanChange['what'],
  patterns: readonly string[],
  words: Words = {},
  how: 'to' | 'in' = 'to',
): Form[] =>
  patterns.map((pattern) => ({
    pattern: form(pattern, { ...ALL, ...words }),
    read: (found) => ({ ...change(what, how, found), per: FLOWS.has(what) ? found.per : null }),
  }));

/** The same forms, of numbers from `least` to `most` only. */
export const within = (least: number, most: number, forms: readonly Form[]): Form[] =>
  forms.map((one) => ({
    ...one,
    read: (found) => (found.value >= least && found.value <= most ? one.read(found) : null),
  }));

/** Forms that say by how much something changes; which way is in the group `way`, or given. */
export const moves = (
  what: PlanChange['what'],
  patterns: readonly string[],
  words: Words = {},
  given: 'up' | 'down' | null = null,
): Form[] =>
  patterns.map((pattern) => ({
    pattern: form(pattern, { ...ALL, ...words }),
    read: ({ value, kind, way, per }) => {
      const to = given ?? way;
      if (to === null) return null;
      return {
        ...change(what, kind === 'percent' ? `${to}_percent` : to, { value }),
        per: FLOWS.has(what) && kind !== 'percent' ? per : null,
      };
    },
  }));

/** Forms in which the number is a verb or a multiple: "halve my spending", "save twice as much". */
export const multiples = (what: PlanChange['what'], patterns: readonly string[], words: Words = {}): Form[] =>
  patterns.map((pattern) => ({
    pattern: form(pattern, { ...ALL, ...words }),
    read: ({ value, written }) => {
      if (/^hal/i.test(written)) return change(what, 'down_percent', { value });
      return /^(?:doubl|twice)/i.test(written) ? change(what, 'up_percent', { value }) : null;
    },
  }));

/** Forms that name a bad time of the past, by a year of it: the one given, or the one in the slot. */
export const pastFalls = (patterns: readonly string[], words: Words = {}, year: number | null = null): Form[] =>
  patterns.map((pattern) => ({
    pattern: form(pattern, { ...ALL, ...words }),
    read: ({ value }) => {
      const said = year ?? value;
      const [began] = [...crashYears].find(([first, others]) => first === said || others.includes(said)) ?? [];
      return began === undefined ? null : change('crash', 'to', { value: began });
    },
  }));

/** Forms that mean a number without saying it: "now" is in 0 years, "next year" in 1. */
export const fixed = (
  what: PlanChange['what'],
  how: PlanChange['how'],
  value: number,
  patterns: readonly string[],
  words: Words = {},
): Form[] =>
  patterns.map((pattern) => ({
    pattern: form(pattern, { ...ALL, ...words }),
    read: () => change(what, how, { value }),
  }));
