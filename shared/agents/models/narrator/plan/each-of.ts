import { clausesOf, sentencesOf } from './clauses.ts';
import type { Read } from './read-changes.ts';
import { without } from './slots.ts';
import type { Slotted } from './slots.ts';

/** So much to each of several people. */
export interface EachOf {
  /** Where the amount stands, and of how many it is. */
  amount: number;
  times: number;
}

const PEOPLE = String.raw`(?:(?:adult|grown|own|young|little|other|lovely)\s+)*(?:kids|child(?:ren)?|grand(?:kids|child(?:ren)?|sons|daughters)|sons|daughters|boys|girls|nieces|nephews|siblings|brothers|sisters|friends|cousins|aunts|uncles|stepchildren|stepkids)\b`;
/** "Three children", "both my kids"; and that it is so much for each. */
const SEVERAL = new RegExp(String.raw`(?<count>#·*|\bboth(?:\s+of)?)\s+(?:(?:my|our|the)\s+)?(?=${PEOPLE})`, 'd');
const EACH = /\b(?:(?:to|for) (?:each|every one) of\b|each of\b(?= (?:my|our|the|us|them|#|both))|(?:each|apiece)\b(?! (?:year|month|week|of|other)\b)|(?:per|each) (?:kid|child|grandchild|head)\b)/; // prettier-ignore

/** "$20,000 to each of my three children": the text as if it went to them together, and of how many the amount is. */
export function eachOf({ text: asked, numbers }: Slotted): { text: string; all: EachOf[] } {
  let text = asked;
  // Of a sentence with several amounts the clause that says it.
  const all = [...clausesOf(asked), ...sentencesOf(asked)].flatMap(({ start, end }): EachOf[] => {
    const said = text.slice(start, end);
    const [amount, ...others] = [...said.matchAll(/[$]·*/g)];
    const several = SEVERAL.exec(said);
    const each = EACH.exec(said);
    const [from, to] = several?.indices?.groups?.count ?? [0, 0];
    if (amount === undefined || others.length > 0 || several === null || each === null) return [];
    const times = several[0].startsWith('b') ? 2 : numbers.get(start + from)?.value;
    if (times === undefined || !Number.isInteger(times) || times < 2) return [];
    text = without(text, start + from, start + to, ' ');
    const word = each.index + each[0].search(/(?:each|every|apiece|per)/);
    text = without(text, start + word, start + each.index + each[0].length, ' ');
    return [{ amount: start + amount.index, times }];
  });
  return { text, all };
}

/** What is read of such amounts so many times; what only looks like one sum is no reading. */
export function timesEach(reads: readonly Read[], all: readonly EachOf[]): { reads: Read[]; untried: Read[] } {
  const of = (one: Read) => all.find(({ amount }) => amount >= one.start && amount < one.end);
  const isSum = ({ change: { what, how } }: Read) => what === 'cost' || (what === 'balance' && (how === 'up' || how === 'down')); // prettier-ignore
  return {
    reads: reads.flatMap((one) => {
      const each = of(one);
      return each === undefined ? [one] : isSum(one) ? [{ ...one, change: { ...one.change, times: each.times } }] : [];
    }),
    untried: reads.filter((one) => of(one) !== undefined && !isSum(one)),
  };
}
