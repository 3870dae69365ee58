import { withoutDateline } from './dateline.ts';
import { saysWhatBecame, wasExpectedBefore } from './expected-before.ts';
import { releaseResults } from './release-results.ts';
import { leansOn, NAMES_NOBODY } from './self-contained.ts';
import { namesSomebody } from './whose-figure.ts';
import { haveLikeFigures, isWithoutMeasure } from './without-measure.ts';

/** Words of a quotation: enough to say something, few enough to be read. Of two sentences together more. */
const WORDS = { fewest: 6, most: 45, mostOfTwo: 65 } as const;

export interface Quotation {
  /** One sentence of the page, two that stand together, or the figures of a release with the sentence at its head, word for word. */
  text: string;
  /** Where its first sentence stands, 0 the first. */
  at: number;
  /** The paragraph that it stands in. */
  paragraph: number;
}

/**
 * What of a page can be quoted by itself: its sentences that lean on nothing outside them, and where one leans on the sentence
 * before it, in the same paragraph, the two together.
 *
 * @param paragraphs each as its sentences, in their order
 * @param fits what each sentence has to be, besides being whole
 */
export function quotationsIn(
  paragraphs: readonly (readonly string[])[],
  title: string,
  fits: (sentence: string) => boolean = () => true,
): Quotation[] {
  const read = paragraphs.map((paragraph) => paragraph.map((one) => withoutDateline(one.replace(LABEL, ''))));
  const results = releaseResults(read, {
    title,
    mostWords: WORDS.mostOfTwo,
    fits,
    isNameless: (sentence) => leansOn(sentence, title) === NAMES_NOBODY,
    standsAlone: (sentence) => isWhole(sentence) && leansOn(sentence, title) === null,
  });
  let at = -1;
  return read.flatMap((sentences, paragraph) => {
    return sentences.flatMap((sentence, index): Quotation[] => {
      at += 1;
      // That somebody reported results tells nothing without them.
      if (sentence === results?.head) return [{ text: results.text, at, paragraph }];
      if (!isWhole(sentence) || !fits(sentence)) return [];
      const words = countWords(sentence);
      if (leansOn(sentence, title) === null) {
        return words < WORDS.fewest || words > WORDS.most ? [] : [{ text: sentence, at, paragraph }];
      }
      const before = sentences[index - 1];
      if (
        before === undefined ||
        before === results?.head ||
        !isWhole(before) ||
        !fits(before) ||
        leansOn(before, title) !== null
      )
        return [];
      if (words + countWords(before) > WORDS.mostOfTwo || isUntoldThere(sentence, before, title)) return [];
      return [{ text: `${before} ${sentence}`, at: at - 1, paragraph }];
    });
  });
}

/** Stands before a sentence and is none of it: "A:". */
const LABEL = /^(?:A|Answer)\s?\d{0,2}[:.)]\s+(?=\p{Lu})/u;

/** "The" something stays untold where the sentence before does not name it, and so does what a figure is of where that has none of its kind; a pronoun is taken to mean what that one is about. */
function isUntoldThere(sentence: string, before: string, title: string): boolean {
  if (leansOn(sentence, title) === NAMES_NOBODY && !namesSomebody(before, title)) return true;
  if (isWithoutMeasure(sentence) && !haveLikeFigures(sentence, before)) return true;
  if (wasExpectedBefore(sentence) && !saysWhatBecame(before)) return true;
  return leansOn(sentence, `${title} ${before}`)?.endsWith('is not told') ?? false;
}

const isWhole = (sentence: string): boolean =>
  /^["“‘'(]*[\p{Lu}\p{N}$€£]/u.test(sentence) && /[.!?]["”’)]?$/u.test(sentence);

const countWords = (text: string): number => text.split(/\s+/u).length;

/**
 * The quotations that answer best first: by the words that they share with what was asked, a word counting the more the fewer of all
 * the quotations have it; then one with a figure, then the one that stands earlier.
 */
export function byAnswer<T extends Quotation>(quotations: readonly T[], asked: string, among: readonly string[]): T[] {
  const wanted = stemsOf(asked);
  const all = among.map(stemsOf);
  const weight = (word: string): number => {
    const those = all.filter((words) => words.has(word)).length;
    return Math.log(1 + (all.length - those + 0.5) / (those + 0.5));
  };
  const score = ({ text, at }: Quotation): number => {
    const words = stemsOf(text);
    const shared = [...wanted].filter((word) => words.has(word)).reduce((sum, word) => sum + weight(word), 0);
    // A longer text has more words, and is no better for it.
    return shared / Math.sqrt(1 + words.size / 20) + (/\d/u.test(text) ? 0.3 : 0) + 0.1 / (1 + at);
  };
  const scored = quotations.map((one) => ({ one, score: score(one) }));
  return scored.toSorted((a, b) => b.score - a.score).map(({ one }) => one);
}

const EMPTY = new Set(
  'the and for with that this from are was were has have had its their not but than which outlook'.split(' '),
);

/** Words of three letters and more, without the endings that say how many. */
function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.&]*[\p{L}\p{N}]/gu) ?? [];
  return new Set(words.filter((word) => word.length > 2 && !EMPTY.has(word)).map((word) => word.replace(/ies$/u, 'y').replace(/(?<=[a-z]{3}[^s])s$/u, '')));
} // prettier-ignore
