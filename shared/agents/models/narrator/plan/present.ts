import { clausesOf } from './clauses.ts';
import { AGED } from './contrasts.ts';
import type { Refused } from './refused.ts';
import type { Slotted } from './slots.ts';

const NOW =
  '(?:right now|now|today|currently|at the moment|at present|presently|these days|so far|already|as of (?:now|today))';
const LEAD = String.raw`^[\s,;.?!]*(?:(?:and|but|so|well|hi|hello|since|because|as|given that|${NOW}),?\s+)*`;
const I = String.raw`(?:i|we)(?:'m|'re|'ve| am| are| have)?(?:\s+(?:both|only|just|still|also|${NOW}))*`;
const ABOUT = String.raw`(?:\s+(?:about|around|roughly|some|only|just|nearly|almost|over|up|a|an|to))*\s+`;
/** What somebody owns or earns: a plan has it otherwise, and a sum "more" or "to invest" is none that is there. */
const OWNED = String.raw`(?:have|has|(?<=(?:'ve|have)\s)got|own|hold|saved(?: up)?|amassed|put away|earn(?:ing|ed)?|mak(?:e|ing)|paid|bring(?:ing)? home|worth|sit(?:ting)? on)`;
const NAMED = String.raw`(?:my|our)\s+(?:(?:current|total|household|joint|annual|yearly|gross|net)\s+)*(?:salar(?:y|ies)|pay|wages?|earnings|portfolio|nest egg|net worth|balance|retirement savings|accounts)(?:\s+${NOW})*\s+(?:is|are|stands? at|comes? to|totals?|pays?(?: me)?|was)(?:\s+(?:worth|${NOW}))*`;
const AMOUNT = String.raw`[$]·*(?!·)(?:(?:\s*\/\s*|\s+(?:a|an|per|each|every)\s+)(?:years?|yr|months?|mo|weeks?)\b(?!\s+(?:less|more)))?(?!\s+(?:a|an|per|each|every)\s)`;
const MORE = String.raw`(?!\s*(?:more|extra|less|bonus|inherit|gift|raise|windfall|to (?:invest|add|put|spend|contribute)|coming|a (?:year|month) (?:more|less|in|of|from)|(?:in|of|from|on) (?:rent|pension|social|income|inherit|dividends)))`;
const FLOWING = String.raw`(?:spend(?:ing)?|liv(?:e|ing) on|sav(?:e|ing)|contribut(?:e|ing)|put(?:ting)? (?:away|aside))`;

/** Statements of how things are: what somebody has, earns, or by a word for today spends and saves. */
const STATED: readonly RegExp[] = [
  new RegExp(String.raw`${LEAD}${I}\s+${OWNED}${ABOUT}${AMOUNT}${MORE}`),
  new RegExp(String.raw`${LEAD}(?:${NAMED})${ABOUT}${AMOUNT}${MORE}`),
  new RegExp(
    String.raw`^[\s,;.?!]*(?:with|having)\s+(?:saved${ABOUT}${AMOUNT}|${AMOUNT}\s+(?:already\s+)?(?:saved|invested|put away)\b)`,
  ),
  new RegExp(String.raw`${LEAD}${I}\s+${FLOWING}${ABOUT}${AMOUNT}\s+(?:\w+\s+)?${NOW}\b`),
  new RegExp(String.raw`^[\s,;.?!]*(?:and\s+)?(?:${NOW},?\s+${I}|${I}\s+${NOW})\s+${FLOWING}${ABOUT}${AMOUNT}`),
];
/** "I am 49 and earn 95k": who is said before it. */
const GOES_ON = new RegExp(String.raw`^\s*(?:and|but)\s+(?:${OWNED}|${FLOWING})${ABOUT}${AMOUNT}${MORE}`);
/** Somebody of whom the clause before tells. */
const TELLS = new RegExp(String.raw`${LEAD}${I}\s+(?:#|${OWNED}|turned)`);
/** What only might be. */
export const SUPPOSED =
  /\b(?:if|suppos\w*|imagine|assum\w*|say|would|will|could|should|had|want|need|when|once|until|by the time|after)\b/;

/**
 * What a question tells of how things are ("I have $590,000 now", "I earn 120k", an age that is not the plan's), which asks for nothing:
 * no change, and no age to stop work at.
 *
 * @param text a question with its numbers in slots, without the age of who asks where it is the plan's
 */
export function presentIn(text: string): Refused[] {
  let told = false;
  const ages = [...text.matchAll(AGED)].flatMap(({ indices }): Refused[] => {
    const [start, end] = indices?.groups?.said ?? [0, 0];
    return text.startsWith('at', start) ? [] : [{ start, end, why: 'present' }];
  });
  const owned = clausesOf(text).flatMap(({ start, end }): Refused[] => {
    const said = text.slice(start, end);
    const match = STATED.map((pattern) => pattern.exec(said)).find((one) => one !== null) ?? (told ? GOES_ON.exec(said) : null); // prettier-ignore
    told = TELLS.test(said) || (told && match !== null);
    if (match === null || SUPPOSED.test(match[0])) return [];
    const from = start + (/^[\s,;.?!]*(?:(?:and|but|so)\s+)?/.exec(said)?.[0].length ?? 0);
    return [{ start: from, end: start + match[0].length, why: 'present' }];
  });
  return [...ages, ...owned];
}

/** Money of another currency than a plan's, by its sign or its name. */
const SIGN = /[€£¥₹]|\b(?:eur|gbp|chf|jpy|cad|aud|inr)\b/i;
const CURRENCY =
  /^\s*(?:euros?|eur|pounds?(?: sterling)?|sterling|quid|gbp|(?:swiss )?francs?|chf|yen|jpy|rupees?|inr|kron(?:a|or|er|e)|pesos?|yuan|renminbi|(?:canadian|australian|hong kong|singapore|new zealand) dollars?|cad|aud)\b/i;

/** Clauses with an amount in another currency. */
export function foreignIn({ question, text, numbers }: Slotted): Refused[] {
  const foreign = [...numbers.values()].filter(({ start, end }) => SIGN.test(question.slice(start, end)) || CURRENCY.test(question.slice(end)) || /(?:[€£¥₹]|\b(?:EUR|GBP|CHF|JPY|CAD|AUD|INR))\s?$/.test(question.slice(0, start))); // prettier-ignore
  return clausesOf(text)
    .filter(({ start, end }) => foreign.some((one) => one.start >= start && one.start < end))
    .map((clause) => ({ ...clause, why: 'currency' as const }));
}
