import { everyMatch } from '../every-match.ts';
import { LONGEST } from './spans.ts';
import type { Span } from './spans.ts';
import type { TextView } from './text-view.ts';

/** A pronoun that begins a sentence of the same paragraph, and is its subject. */
const PRONOUN = /[.!?]["”’)]* ((?:This|That)(?= (?:is|was|comes to|amounts to|represents|makes up)\b)|(?:It|They|These|Those)(?= (?:[a-z]+ly |now |also |alone |still |then )*(?:is|are|was|were|has|have|had|would|will|could|can|should|makes?|made|holds?|accounts?|represents?|stands?|comes?|amounts?|costs?|weighs?|sits?|lies|remains?|leaves?|takes?|brings?|lifts?|raises?|lowers?|cuts?|adds?|runs?|lasts?|fails?|falls?|drops?|rises?|pays?|gained|lost|fell|rose)\b))/g; // prettier-ignore
/** "It is worth knowing", "it would take": that stands for nothing. */
const EXPLETIVE = /^It (?:[a-z]+ly |now |also |still )*(?:(?:is|was|would be|will be|can be|could be|may be) (?:not |also |still |only |very |more |well )*(?:worth (?!\$|about|around|roughly|nearly|over|more|less|\d)|clear|true|possible|likely|hard|easy|easier|important|useful|good|better|best|time|common|wise|as if|as though|that|why|what|where|when|because|how|here|up to|said|assumed|thought|there)|takes?|would take|took|will take|depends|means|pays to|remains to|helps to|(?:has|had) been)\b/; // prettier-ignore
/** Where the sentence before it begins. */
const BEGINS = /(?:[.!?]["”’)]* (?=["“(]?[\p{Lu}\p{N}$])|\n)/gu;

const WORD = String.raw`(?:[^\s,;:.!?()—–]|\([kb]\)|[.,](?=\d)|\.(?=\p{L}))+(?: \([^()]{1,40}\))? `;
const ONE =
  'is|was|has|makes|holds|remains|looks|seems|stands|weighs|matters|helps|comes|accounts for|represents|sits|lies|hurts|counts|begins|pays|brings';
const MANY = 'are|were|have|make|hold|remain|look|seem|stand|weigh|matter|help|come|account for|represent|sit|lie|hurt|count|begin|bring'; // prettier-ignore
const EITHER = 'would|will|could|can|may|might|did|had';
/** What a sentence begins with that is no subject, or none that a pronoun takes up. */
const NO_SUBJECT = String.raw`(?!(?:In|At|On|With|Without|If|Of|For|After|Before|By|As|When|Where|While|Since|Because|Although|Though|From|To|Until|Under|Over|And|But|So|Or|You|We|I|It|They|That|This|These|Those|There|What|Which|Who|How|Why|Nothing|Nobody|None|No|Neither|Not|Only|Few|Here|Whether)\b)`;
const SUBJECT = new RegExp(
  String.raw`^["“(]?(?<noun>${NO_SUBJECT}(?:${WORD}){1,7}?(?:, [^,.]{1,40}, )?)(?:(?<one>${ONE})|(?<many>${MANY})|${EITHER})\b`,
  'u',
);
/** "The income that would last is": the verb of a clause within it is not its own. */
const WITH_CLAUSE = new RegExp(
  String.raw`^["“(]?(?<noun>${NO_SUBJECT}(?:${WORD}){1,4}?(?:that|which|who|(?:at|in|to|for|from|by) which|of what|you|we) (?:${WORD}){1,9}?)(?:(?<one>is|was)|(?<many>are|were))\b`,
  'u',
);

/** "You own Microsoft", "you asked about retiring at 60": the pronoun takes up what is behind the verb. */
const OF_YOURS = new RegExp(String.raw`^You (?:also )?(?:own|hold|asked about|ask about) (?<noun>(?:(?:${WORD.trimEnd()})(?: (?=[^\s.!?])|(?=[.!?]))){1,6})[.!?]`, 'u'); // prettier-ignore

/** A subject and its number. */
interface Subject {
  noun: string;
  plural: boolean | null;
}

/** A view with the places where it has something else than what was written. */
export interface Resolved extends TextView {
  inserted: readonly Span[];
}

/**
 * The view of a text in which a sentence that begins with a pronoun begins with the subject of the sentence before it: "Bonds are safe. They are
 * 77% of it" says what one sentence would. A pronoun that takes up another number or a whole sentence stays. What is put in its place has its place.
 */
export function resolved(view: TextView): Resolved {
  const { text: original, offsets: places } = view;
  const pronouns = everyMatch(PRONOUN, original).map(({ 0: all, 1: pronoun = '', index }) => ({ pronoun, start: index + all.length - pronoun.length })); // prettier-ignore
  const meant = pronouns.filter(({ start }) => !EXPLETIVE.test(original.slice(start, start + 60)));
  if (meant.length === 0) return { ...view, inserted: [] };
  const begins = [0, ...everyMatch(BEGINS, original).map(({ 0: end, index }) => index + end.length)];
  const [offsets, inserted]: [number[][], Span[]] = [[], []];
  let [text, from, sentence] = ['', 0, 0];
  const known = new Map<number, Subject>();
  for (const { pronoun, start } of meant) {
    while ((begins[sentence + 1] ?? start) < start) sentence += 1;
    const before = begins[sentence] ?? 0;
    // "It is large. It is taxed later": the first one's subject.
    const subject = known.get(before) ?? subjectOf(original.slice(before, Math.min(start, before + LONGEST)));
    if (subject === null || !agrees(pronoun, subject)) continue;
    known.set(start, subject);
    text += original.slice(from, start) + subject.noun;
    inserted.push({ start: text.length - subject.noun.length, end: text.length });
    offsets.push(places.slice(from, start), placesOf(subject.noun, places.slice(start, start + pronoun.length)));
    from = start + pronoun.length;
  }
  offsets.push(places.slice(from));
  return { text: text + original.slice(from), offsets: offsets.flat(), inserted };
}

/** All of it stands where the pronoun begins, and its end where that ends. */
const placesOf = ({ length }: string, own: readonly number[]): number[] =>
  Array.from({ length }, (_, at) => (at === length - 1 ? own.at(-1) : own[0]) ?? 0);

function subjectOf(sentence: string): Subject | null {
  const { noun, one, many } =
    (WITH_CLAUSE.exec(sentence) ?? SUBJECT.exec(sentence) ?? OF_YOURS.exec(sentence))?.groups ?? {};
  if (noun === undefined) return null;
  return { noun: noun.trimEnd(), plural: one !== undefined ? false : many !== undefined ? true : null };
}

const agrees = (pronoun: string, { noun, plural }: Subject): boolean =>
  /^(?:They|These|Those)$/.test(pronoun) ? (plural ?? noun.endsWith('s')) : plural !== true;
