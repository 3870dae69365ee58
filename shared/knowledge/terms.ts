import { stemmer } from 'stemmer';

/** Words that are in every text and tell none apart. */
const STOP_WORDS = new Set(
  'a about after all also am an and any are as at be because been before being between both but by can could did do does doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until up very was we were what when where which while who whom why will with would you your'.split(
    ' ',
  ),
);

/** Stems of what questions are put in: rare in few passages, and about none of them. */
const ASKING = new Set(
  'happen mean go goe gone get got make made work much mani good bad best better right back big look like know want need come thing wai help certain'.split(
    ' ',
  ),
);

/** British spellings whose American ones end otherwise. */
const AMERICAN = new Map([
  ['centre', 'center'],
  ['centres', 'centers'],
  ['defence', 'defense'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['cheque', 'check'],
  ['cheques', 'checks'],
]);
const OUR = /(?<=^[a-z]+[aeiou]?[bdlmnv])our(?=(?:s|ed|ing|able|ite|ites)?$)/;

/** Letters and digits, joined by what joins them in tickers, figures and names: BRK.B, S&P, 4.25, 10-K, OPEC+. */
const WORDS = /[\p{L}\p{N}]+(?:[.'’&^=/:-][\p{L}\p{N}]+)*\+?/gu;
const LONGEST = 60;

/**
 * What of a text a search by words can find, with repetitions: lower-case stems (Porter's). What is joined is found by its
 * parts as well, as far as they are words. A stop word in capitals is taken for a ticker, "=IT".
 */
export function termsOf(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(WORDS)].flatMap(([word]) => termsOfWord(word)).map(cut);
}

function termsOfWord(word: string): string[] {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (STOP_WORDS.has(lower)) return /^\p{Lu}{2,}$/u.test(word) ? [`=${word}`] : [];
  const plain = lower.replace(/'s$/, '');
  if (/^[\p{L}]+$/u.test(plain)) return [stemmer(american(plain))];
  const parts = plain.split(/[.'&^=/:+-]/).filter((part) => part.length > 1 && !STOP_WORDS.has(part));
  // 4.25 is not about 25.
  const words = /^[\d.,]+$/.test(plain) ? [] : parts.filter((part) => part !== plain);
  return [plain, ...words.map((part) => stemmer(american(part)))];
}

/** The terms that a question is searched by, each once. */
export function questionTerms(question: string): string[] {
  const terms = [...new Set(termsOf(question))];
  const telling = terms.filter((term) => !ASKING.has(term));
  return telling.length > 0 ? telling : terms;
}

const american = (word: string): string => AMERICAN.get(word) ?? (word.length > 5 ? word.replace(OUR, 'or') : word);

const cut = (term: string) =>
  term.length <= LONGEST
    ? term
    : Array.from(term)
        .slice(0, LONGEST / 2)
        .join('');

/** Each term with how often it is there. */
export function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
