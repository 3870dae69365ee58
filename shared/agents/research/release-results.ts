import { companiesIn } from './strangers/company-names.ts';
import { KINDS, PUBLIC, SUBJECTS } from './strangers/public-names.ts';

/** Who reports results, and none of them: the head of a company's release. */
const HEAD =
  /^(?:The )?\p{Lu}[^;:]{1,90}?\b(?:reported|reports|announced|announces|posted|released)\b[^;:]{0,60}\b(?:results|earnings)\b(?: (?:for|of|in) [^;:]{3,160})?[.:]$/u;
const FIGURE_OF_IT = /[$€£]\d|\d[\d.,]*%|\d (?:percent|million|billion|cents)\b/u;
/** Names a measure before its sentence: "Earnings Per Share: EPS grew 9%". */
const LABEL = /^(?:\p{L}[\p{L}-]* ){0,4}\p{L}[\p{L}-]*: (?=\p{Lu})/u;
/** Between what does not stand together on the page. */
const GAP = ' … ';
/** Paragraphs below the head that are of its company, unless another is named before. */
const MOST_BELOW = 12;

interface Rules {
  title: string;
  mostWords: number;
  fits: (sentence: string) => boolean;
  /** Whether all that a sentence lacks is whose figure it gives. */
  isNameless: (sentence: string) => boolean;
  /** Whether a sentence is whole and leans on nothing. */
  standsAlone: (sentence: string) => boolean;
}

/** What a release tells under its head, as far as there is room for it. */
export interface Results {
  text: string;
  head: string;
}

/**
 * The figures of a company's own release, with the sentence at its head that says whose and of when they are: "The Coca-Cola Company
 * today reported third quarter 2026 results. … Net revenues grew 5% to $12.5 billion". Null where a page has no such head that its title
 * bears out, or no figures below it before another company is named.
 *
 * @param paragraphs each as its sentences
 */
export function releaseResults(paragraphs: readonly (readonly string[])[], rules: Rules): Results | null {
  const paragraph = paragraphs.findIndex((sentences, at) => at < 5 && HEAD.test(plain(sentences[0] ?? '')));
  const [head = '', ...rest] = paragraphs[paragraph] ?? [];
  const [company, another] = companiesIn(head).map(({ symbol }) => symbol);
  const isTitled = companiesIn(rules.title).some(({ symbol }) => symbol === company);
  if (company === undefined || another !== undefined || !isTitled || FIGURE_OF_IT.test(head)) return null;
  if (!rules.fits(head) || !rules.standsAlone(head.replace('the following ', '').replace(/:$/u, '.'))) return null;
  const isOpen = head.endsWith(':');
  const isOther = (sentences: readonly string[]): boolean =>
    companiesIn(sentences.join(' ')).some(({ symbol }) => symbol !== company) || mayBeginWithOther(sentences, rules);
  const below = [...rest.map((sentence) => [sentence]), ...paragraphs.slice(paragraph + 1, paragraph + 1 + MOST_BELOW)];
  const end = below.findIndex(isOther);
  const items = below.slice(0, end < 0 ? below.length : end).flatMap(([first = '']) => {
    const item = first.replace(LABEL, '');
    const isWhole = /^\p{Lu}.*[\p{L}\d)%.!?]$/u.test(item);
    return isWhole && FIGURE_OF_IT.test(item) && rules.isNameless(item) && rules.fits(item) ? [item] : [];
  });
  const said = items.reduce((text, item) => {
    const longer = `${text}${isOpen && text === head ? ' ' : GAP}${item}`;
    return longer.split(/\s+/u).length > rules.mostWords ? text : longer;
  }, head);
  return said === head ? null : { text: said, head };
}

/** Without what stands in brackets: "(NYSE: WMT)". */
const plain = (text: string): string => text.replace(/\s\([^()]*\)/gu, '');

/** A paragraph that begins with a word which may be anybody's name, and is no figure without one and nobody's saying. */
function mayBeginWithOther([first = '']: readonly string[], { isNameless }: Rules): boolean {
  const [word = ''] = /^[\p{L}\p{N}&'-]+/u.exec(first) ?? [];
  const isCommon = [PUBLIC, KINDS, SUBJECTS].some((words) => words.has(word.toLowerCase()));
  return !/[“”"]/u.test(first) && !isCommon && !isNameless(first.replace(LABEL, ''));
}

/** A quotation of such figures as the paragraphs that it was put together of. */
export const asParagraphs = (sentences: readonly string[]): string[][] =>
  sentences.reduce<string[][]>((paragraphs, sentence) => {
    if (sentence.startsWith(GAP.trimStart())) return [...paragraphs, [sentence.slice(GAP.trimStart().length)]];
    return [...paragraphs.slice(0, -1), [...(paragraphs.at(-1) ?? []), sentence]];
  }, []);
