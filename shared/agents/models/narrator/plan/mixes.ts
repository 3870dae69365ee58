import type { PlanChange } from '../../../../schemas/analysis-plan.ts';
import { clausesOf, sentencesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { fallDateIn } from './fall-dates.ts';
import { shifted, without } from './slots.ts';
import type { Slotted } from './slots.ts';
import { FORMS, partsIn, RATIO, ratioIn } from './forms/mix-forms.ts';
import type { MixParts } from './forms/mix-forms.ts';
import { OF_RETIRING } from './spans-of-time.ts';
import type { Untried } from './unread.ts';

/** Other mixes that a question asks for, what of it says how things are, and what asks for one without its shares or for a later one. */
export interface Mixes {
  reads: { change: PlanChange; span: Clause }[];
  stated: Clause[];
  untried: Untried[];
}

const COMPARED = /\b(?:instead of|rather than|versus|vs\.?|not|compared (?:to|with)|from|than)\s*(?:(?:my|our|the|an?|current|being|having|holding|at|with|usual|today's) )*$/; // prettier-ignore
const STATES =
  /\b(?:i'm|i am|we're|we are|i have|we have|i've got|i hold|we hold|i own|it is|it's|is|my|our|currently|right now|at present|today)\b/;
const SUPPOSES =
  /\b(?:if|what about|how about|should|would|could|can|may|suppose|imagine|say|try|were|too|better|switch\w*|mov\w+|going|let's|dumb|smart|wise|crazy|stupid|good|bad|ok|okay|safer?|risky|riskier|sensible|sense|help\w*)\b|^\s*(?:is|are|am|do|does|how|why not)\b|\?/;
const LATER =
  /\b(?:gradual\w*|slowly|over time|step by step|each year|every year|later|eventually|glide|until|till|after|before|for now|temporarily|for the next)\b/;
/** Kinds of one asset class, which are simulated alike. */
const KINDS = /%·*(?: (?:in|into|to|of|my|the))* (?:u\.?s\.?|american|domestic|international|foreign|emerging|developed|tech\w*|growth|value|dividend|(?:small|mid|large)[- ]?caps?|corporate|municipal|muni|government)\b/; // prettier-ignore
/** A share of what no mix tells apart, beside shares that it does. */
const ANOTHER = /%·* (?:in|into|to) [a-z]/;
/** Of one account and not of all that is held. */
const ONE_ACCOUNT = /\b(?:40[13]\s?\(?[kb]|457|ira|roth|tsp|hsa|529|brokerage|(?:this|that|one) account)(?!\w)/;
/** A fund whose mix is its own, and may change from year to year. */
const MIXED_FUND =
  /\b(?:in|into|to|buy\w*|hold\w*|use|with|own\w*)\b[^.?!]*\b(?:target[- ](?:date|retirement)|life-?cycle|life ?strategy|balanced|all[- ]in[- ]one|asset allocation)(?: [#$]·*)? (?:index )?(?:funds?|etfs?|portfolio)\b/;
const VAGUE = /\b(?:(?:more|less) (?:conservativ|aggressiv|defensiv|cautious|risky)\w*|(?:an?|more|my) (?:conservative|aggressive|defensive|safer|riskier) (?:mix|portfolio|allocation|investments?|approach|strategy)|(?:tak|took|with)\w* (?:on )?(?:less|more) (?:investment )?risk\b|(?:less|more|fewer) (?:money )?(?:in |into |of (?:it )?in )?(?:stocks|bonds|equities|fixed income|cash)\b(?! flow)|dial\w* (?:down|back|up)(?: the| my| our)? risk|play\w* it safe\w*|\b(?:everything|it all|all (?:of it|(?:my|our) money)) (?:in|into|to) (?:an?|one|some) [a-z]|\b(?:sell\w*|sold|liquidat\w+) (?:everything|it all|all of it)\b[^.?!]*\b(?:and|to|then) (?:buy|invest|put|go|move|switch)\w*)/; // prettier-ignore

/** "How much tax would selling everything cost" asks for no mix. */
const TAX_OF_SELLING =
  /\b(?:how much|what)\b[^.?!]*\btax(?:es)?\b[^.?!]*\b(?:sell|sold|liquidat|cash(?:ing)? out)\w*(?: (?:everything|it all|all|of|it|my|our|the|them|stocks?|shares|bonds|holdings|investments|portfolio|funds))*/;

/**
 * Other mixes of the portfolio: "60/40", "80% stocks", "move 20% to bonds", "all in cash". The shares of a sentence are one mix, and those
 * that are too much for one are several.
 *
 * @param age today's, where it is known: what comes at it comes today
 */
export function mixesIn(slots: Slotted, age: number | null): Mixes {
  const found: Mixes = { reads: [], stated: [], untried: [] };
  for (const sentence of sentencesOf(slots.text)) readSentence(sentence, slots, age, found);
  return found;
}

type Said = MixParts & Clause;

function readSentence({ start, end }: Clause, slots: Slotted, age: number | null, found: Mixes): void {
  let left = slots.text.slice(start, end);
  const taxed = TAX_OF_SELLING.exec(left);
  if (taxed !== null) {
    found.stated.push({ start: start + taxed.index, end: start + taxed.index + taxed[0].length });
    left = without(left, taxed.index, taxed.index + taxed[0].length);
  }
  const sentence = left;
  const said: Said[] = [];
  const take = (match: RegExpMatchArray, one: MixParts | null) => {
    const at = match.index ?? 0;
    if (one === null || left.slice(at, at + match[0].length) !== match[0]) return;
    left = without(left, at, at + match[0].length);
    const place = { start: start + at, end: start + at + match[0].length };
    const before = sentence.slice(0, at);
    const clauseBefore = /[^,;]*$/.exec(before)?.[0] ?? '';
    const clauseAfter = /^[^,;]*/.exec(sentence.slice(at))?.[0] ?? '';
    if (COMPARED.test(before) || (STATES.test(clauseBefore) && !SUPPOSES.test(clauseBefore + clauseAfter)))
      found.stated.push(place);
    else said.push({ ...place, ...one });
  };
  for (const match of sentence.matchAll(RATIO)) take(match, ratioIn(match, start, slots));
  for (const [how, form] of FORMS)
    for (const match of left.matchAll(form)) take(match, partsIn(match, how, start, slots));
  const open =
    KINDS.test(left) ||
    (said.length === 0 && MIXED_FUND.test(left)) ||
    (said.length > 0 && (ANOTHER.test(left) || ONE_ACCOUNT.test(sentence))) ||
    (said.length === 0 && VAGUE.test(left) && !/[$%#]/.test(left));
  if (open && SUPPOSES.test(sentence)) found.untried.push({ start, end, why: 'mix' });
  if (open || said.length === 0) return;
  const around = clausesOf(slots.text).filter((one) =>
    said.some((part) => one.start < part.end && one.end > part.start),
  );
  const place = { start: around[0]?.start ?? start, end: around.at(-1)?.end ?? end };
  if (isLater(left.slice(place.start - start, place.end - start), place.start, slots, age)) {
    found.untried.push({ ...place, why: 'mix' });
    return;
  }
  found.reads.push(...mixed(said));
}

/** Whether a mix comes, or ends, at another time than today. */
function isLater(said: string, at: number, slots: Slotted, age: number | null): boolean {
  const rest = [...said.matchAll(OF_RETIRING)].reduce((text, one) => without(text, one.index, one.index + one[0].length), said); // prettier-ignore
  const date = fallDateIn(rest, { start: 0, end: rest.length }, shifted(slots, at));
  return LATER.test(rest) || (date !== null && !(date.when === 'age' && date.time === age));
}

/** The shares of a sentence as one mix, or as several where one cannot have them all. */
function mixed(said: readonly Said[]): Mixes['reads'] {
  const apart = said.filter(({ whole }) => whole).map((one) => [one]);
  const together = said.filter(({ whole }) => !whole).toSorted((one, other) => one.start - other.start);
  const parts = together.flatMap((one) => one.parts);
  const sum = parts.reduce((total, { how, value }) => total + (how === 'to' ? value : 0), 0);
  const isOne = sum <= 100.5 && new Set(parts.map(({ asset }) => asset)).size === parts.length;
  const sets = [...apart, ...(isOne ? [together] : together.map((one) => [one]))].filter((set) => set.length > 0);
  return sets.flatMap((set) => {
    const span = { start: Math.min(...set.map((one) => one.start)), end: Math.max(...set.map((one) => one.end)) };
    const mix = set.flatMap((one) => one.parts);
    const others = set.flatMap(({ or }) => or).map((part) => mix.map((one) => (one.asset === part.asset ? part : one)));
    return [mix, ...others].map((one) => ({ change: changeOf(one), span }));
  });
}

const changeOf = (mix: MixParts['parts']): PlanChange => ({ what: 'mix', how: 'to', value: mix[0]?.value ?? 0, per: null, fromAge: null, mix }); // prettier-ignore
