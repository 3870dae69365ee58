const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Ends that are none: the segmenter takes the full stop of an abbreviation before a capital for a sentence's. */
const UNENDED = /(?:\b(?:Mr|Mrs|Ms|Dr|St|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b(?:U\.S|U\.K|e\.g|i\.e))\.\s*$/u; // prettier-ignore

/** What stands behind a sentence and is none: who says it, in brackets, with or without a number of a source. */
const SAYS_WHO = /^\s*\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\s*\[\d{1,2}\])*\s*$|^\s*(?:\[\d{1,2}\]\s*)+$/u;

/** The sentences of a paragraph, trimmed. What says in brackets who said one stays with it. */
export function sentencesIn(paragraph: string): string[] {
  return Array.from(segmenter.segment(paragraph), ({ segment }) => segment)
    .reduce<string[]>((sentences, part) => {
      const last = sentences.at(-1);
      if (last !== undefined && (UNENDED.test(last) || SAYS_WHO.test(part)))
        sentences[sentences.length - 1] = last + part;
      else sentences.push(part);
      return sentences;
    }, [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
