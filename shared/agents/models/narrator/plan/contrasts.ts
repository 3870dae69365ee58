import { without } from './slots.ts';
import type { Slotted } from './slots.ts';

const SLOT = '[$%#]·*';
const SMALL =
  '(?:(?:at|on|until|till|to|by|with|age|of|the|my|our|planned|current|usual|only|just|a|being|retiring|working|spending|saving|living|retire|retirement|work|spend|save|live|stop|stopping)\\s+){0,4}';

/** What is only compared with: "instead of 65", "not 65 but", "from $80,000 to". */
const COMPARED: readonly RegExp[] = [
  new RegExp(`(?:\\b(?:instead of|rather than|as opposed to|in place of|compared (?:with|to)|and not)|,\\s*not)\\s+${SMALL}${SLOT}`, 'g'),
  new RegExp(`\\bnot\\s+${SMALL}${SLOT},?\\s+but\\b`, 'g'),
  // "In how many of the 10,000 futures": how many the answer has anyway.
  /\b(?:in|of|over|across|out of|among)\s+(?:(?:how many|all|of|the|your|these|those)\s+)*#·*\s+(?:(?:simulated|random|possible|different)\s+)*(?:futures|simulations|scenarios|paths|runs|trials)\b/g,
  new RegExp(`\\bfrom\\s+[$%]·*(?:\\s+a (?:year|month))?(?=\\s+(?:down |up |back )?to\\s+[$%])`, 'g'),
  // Of ages only where one takes the place of the other: a job from 57 to 65 has both.
  new RegExp('(?<=\\b(?:retir\\w*|age|expectancy|delay\\w*|push\\w*|mov\\w*|postpon\\w*|claim\\w*|social security)\\b(?:(?!\\b(?:and|then|but)\\b)[^.?!$])*)\\bfrom\\s+#·*(?=\\s+(?:down |up |back )?to\\s+#)', 'g'),
]; // prettier-ignore
/** "I don't retire at 65 but at 70": the verb is of the second number too. */
const NOT_BUT = new RegExp(
  `(?<not>\\b(?:do not|don't|doesn't|didn't|did not|not))\\s+(?<verb>\\w+(?:\\s+(?:work|working|on|off))?)\\s+(?<first>(?:(?:at|on|until|till|to|by)\\s+)?(?:age\\s+)?${SLOT},?\\s+but(?:\\s+(?:rather|instead|only))?)`,
  'dg',
);
export const AGED =
  /(?:^|[.,;!?]\s*|\b(?:and|as)\s+)(?<said>(?:(?:now |today |currently |since |as ),?)?(?:i'?m|i am|(?:i|we)(?:'ve| have)? (?:just )?turned|we're|we are|aged|at)\s+(?:(?:now|currently|both|only|just|already)\s+)*(?<slot>#·*)(?:\s+years? old)?(?: now| today| right now| currently| at the moment| already| last (?:week|month|year)| this (?:week|month|year)| yesterday)*)(?=\s*(?:[.,;!?]|and\b|years?\b|$))/dg;

/** "Can I retire before 60?" asks for the earliest age, and tries none. */
const BEFORE =
  /(?<=\b(?:retir\w+|stop(?:ping)? work(?:ing)?|quit(?:ting)?)\s+)before(?: (?:age|i'm|i am|i turn|i reach|the age of))*\s+(?<slot>#·*)(?!·|\s*years?)/dg;
const OLDEST = 120;

/** The chance that every answer aims at is none to try. */
const AIMED =
  /\b(?:still |be |have |has |with |at |for |an? )+(?<slot>%·*)(?: (?:chance|probability|likelihood|odds|confidence|level|success))*/dg;
const AIMED_AT = 85;

/**
 * The text without the numbers that ask for nothing: those that another is compared with, and the age of who asks.
 *
 * @param age today's, where it is known: another one in the question is not passed over
 */
export function withoutContrasts({ text: asked, numbers }: Slotted, age: number | null): string {
  let text = asked;
  for (const match of asked.matchAll(NOT_BUT)) {
    for (const name of ['not', 'first']) {
      const place = match.indices?.groups?.[name];
      if (place !== undefined) text = without(text, ...place, ' ');
    }
  }
  for (const match of asked.matchAll(AGED)) {
    const { said, slot } = match.indices?.groups ?? {};
    const value = slot === undefined ? undefined : numbers.get(slot[0])?.value;
    if (said !== undefined && !asked.slice(...said).startsWith("at") && (age === null || value === age)) text = without(text, ...said, ' '); // prettier-ignore
  }
  for (const match of text.matchAll(BEFORE)) {
    const slot = match.indices?.groups?.slot;
    // A year of the calendar is tried.
    if (slot !== undefined && (numbers.get(slot[0])?.value ?? 0) <= OLDEST) text = without(text, match.index, match.index + match[0].length, ' '); // prettier-ignore
  }
  for (const match of text.matchAll(AIMED)) {
    const slot = match.indices?.groups?.slot;
    if (slot !== undefined && numbers.get(slot[0])?.value === AIMED_AT) text = without(text, match.index, match.index + match[0].length, ' '); // prettier-ignore
  }
  for (const pattern of COMPARED) {
    for (const match of text.matchAll(pattern)) text = without(text, match.index, match.index + match[0].length, ' ');
  }
  return text;
}
