import type { Fact } from '../../schemas/fact.ts';
import { nameInLabel, priceSourceIn } from '../named-in-facts.ts';
import { PARTS, WORDS } from './numeral.ts';
import { comparable } from './text-view.ts';
import { TERMS_WITH_DIGITS } from './vocabulary.ts';

/** A name as the source of a regular expression that fits it alone. */
export const escaped = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** What reads as a link. */
const ADDRESS = /:\/\/|\bwww\.|[a-z0-9]\.[a-z]{2,}/iu;

/** What says something of its own, a figure of it among that: "portfolio is worth $5,000,000", "100% of it is gold". */
const SPEAKS =
  /\b(?:portfolio|total|value|balance|wealth|money|savings|income|plan)\b[^.]*(?:[$€£¥]\s?\d|\d\s?(?:million|billion|thousand|dollars|euros|pounds|usd|eur|gbp)\b)|\d\s?%\s(?:of|in|to|safe|sure|certain)\b|\b(?:is|are|was|were|has|have|had|worth|lost|gained|earned|grew|rose|fell|lasts?|i am|you|client)\b|(?<!^)\b(?:will|shall)\b/iu;

/** What stands around a name in quotation marks that is only named: what it is called, or what is to be said of it. */
const CALLED =
  /(?:\b(?:account|fund|holding|position|plan|called|named|labell?ed|said|asked|words?|in|of|to|from|and|or|with|on)|[,:(;])\s?["“‘'«]$/iu;
const NAMED =
  /^["”’'»](?:,? ?(?:\(|account|fund|holding|position|plan|ira|holds?|has|is|was|makes?|contains?|with|at|and|or|could|cannot)\b|[.;:)] |[.;:)]$)/iu;

/** Words of a name that read as a number or a part: "Half & Half", "One Two". */
const NUMBERED = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${WORDS}|${Object.keys(PARTS).join('|')})(?![\p{L}\p{N}])`, 'iu'); // prettier-ignore
/** Two words with capitals: so nobody writes a part of something else. */
const IN_CAPITALS = /^\p{Lu}[^ ]*(?: .*)? \p{Lu}/u;

/** The names of facts that are no figures. */
export interface Names {
  all: readonly string[];
  /** Those of them that say something: anybody may have typed them, and they are names only where a text quotes them as such. */
  speaking: ReadonlySet<string>;
  /** Those in which words read as numbers: names only as they are spelled. */
  spelled: ReadonlySet<string>;
}

/**
 * What the facts call things and would read as figures: "Brokerage 2", "Target Retirement 2045 Fund", and the sentences
 * that say how a fact was computed, where a text quotes them whole. A name without a letter counts only after the word
 * "account", so that an account called "1000000" opens no door.
 */
export function namesIn(facts: readonly Fact[]): Names {
  const names = new Set<string>(TERMS_WITH_DIGITS);
  const speaking = new Set<string>();
  const spelled = new Set<string>();
  const read = { 'a person': new Set<string | null>(), us: new Set<string | null>() };
  const add = (text: string | null, by: 'a person' | 'us' = 'a person') => {
    // How a figure was computed is said alike of many facts.
    if (read[by].has(text)) return;
    read[by].add(text);
    const name = comparable(text ?? '')
      .replace(/\s+/gu, ' ')
      .trim();
    // A ticker is left to be read as one: it has its own fact.
    const ticker = /^[A-Z][A-Z0-9]{0,5}(?:[.-][A-Z]{1,2})?$/.test(name);
    const figures = /\p{N}|\p{Lu}{2}/u.test(name) || ADDRESS.test(name);
    const numbered = by === 'a person' && !figures && NUMBERED.test(name);
    if (ticker || name.length < 2 || !/\p{L}/u.test(name) || !(figures || numbered)) return;
    names.add(name);
    if (numbered) spelled.add(name);
    if (by === 'a person' && (SPEAKS.test(name) || (numbered && !IN_CAPITALS.test(name))))
      speaking.add(name.toLowerCase());
    // "Fidelity's 500 Index Fund".
    if (/^\p{L}+ \d+ /u.test(name)) for (const mark of ["'", '’']) names.add(name.replace(' ', `${mark}s `));
  };
  for (const fact of facts) {
    if (fact.unit === 'text' && typeof fact.value === 'string')
      add(fact.value, TYPED.test(fact.name) ? 'a person' : 'us');
    // Words of a person's, whose numbers may be words as well.
    if (fact.name.startsWith('question.unread.'))
      names.add(comparable(String(fact.value)).replace(/\s+/gu, ' ').trim());
    if (fact.how.length > 20 && /\d/.test(fact.how)) add(fact.how, 'us');
    const name = nameInLabel(fact);
    const account = fact.name.startsWith('allocation.account.') || fact.name.endsWith('.account');
    add(name);
    if (account) add(`account ${name ?? String(fact.value)}`);
    add(priceSourceIn(fact));
  }
  return { all: [...names].sort((a, b) => b.length - a.length), speaking, spelled };
}

/** Facts whose words come out of a file or were typed. */
const TYPED = /^(?:holding|excluded|allocation|unclassified|guessed)\.|\.(?:account|symbol|name)$|^concentration\./;

/** A name that ends in an address is another address where that goes on. */
const alone = (name: string): string =>
  `${escaped(name)}${ADDRESS.test(name) ? String.raw`(?![/?#&=%~.:@-]+[\p{L}\p{N}])` : ''}`;

/**
 * Covers the names in a text (in the form of a view), each standing alone, not inside a longer word; its length stays. Few
 * of the names stand in any one text: only those are looked for with care. Names that say something are covered only in quotation
 * marks and named as what they are, or they would make true what they say; `anywhere` in our own texts and labels, where names stand as names.
 */
export function nameCover({
  all: names,
  speaking,
  spelled,
}: Names): (text: string, speakingToo?: 'anywhere') => string {
  const known = names.map((name) => [name, name.toLowerCase()] as const);
  const unlike = new Set([...spelled].map((name) => name.toLowerCase()));
  // The labels of one holding have the same names in them.
  const made = new Map<string, RegExp>();
  return (text, speakingToo) => {
    const lower = text.toLowerCase();
    const present = known
      .filter(([, name]) => name.length <= lower.length && lower.includes(name))
      .map(([name]) => alone(name));
    if (present.length === 0) return text;
    const any = present.join('|');
    const pattern = made.get(any) ?? new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${any})(?![\p{L}\p{N}])`, 'giu');
    made.set(any, pattern);
    return text.replaceAll(pattern, (name, at: number) =>
      (unlike.has(name.toLowerCase()) && !spelled.has(name)) ||
      (speakingToo === undefined && speaking.has(name.toLowerCase()) && !isQuoted(text, at, at + name.length))
        ? name
        : '…'.repeat(name.length),
    );
  };
}

function isQuoted(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 30), start), text.slice(end, end + 30)];
  if (!/["“‘'«]$/u.test(before) || !/^["”’'»]/u.test(after)) return false;
  return CALLED.test(before) || NAMED.test(after);
}
