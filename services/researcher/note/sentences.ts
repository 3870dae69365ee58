const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Ends that are none: the segmenter takes the full stop of an abbreviation before a capital for a sentence's. */
const UNENDED = /(?:\b(?:Mr|Mrs|Ms|Dr|St|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b(?:U\.S|U\.K|e\.g|i\.e))\.\s*$/u; // prettier-ignore
const WORD_COUNT = { fewest: 6, most: 60 };

/** The sentences of a page's Markdown that are whole: no headings, lists of links, table rows, captions or cut-off ends. */
export function sentencesOf(markdown: string): string[] {
  const paragraphs = withoutCode(markdown)
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/u)
    .map((text) => text.trim())
    .filter((text) => !/^(?:#|\||!\[|>\s*\[)/u.test(text));
  return paragraphs.flatMap((paragraph) => joined([...segmenter.segment(plain(paragraph))].map((one) => one.segment)))
    .map((sentence) => sentence.replace(/\s+/gu, ' ').trim())
    .filter(isWhole); // prettier-ignore
}

function joined(parts: readonly string[]): string[] {
  return parts.reduce<string[]>((sentences, part) => {
    const last = sentences.at(-1);
    if (last !== undefined && UNENDED.test(last)) sentences[sentences.length - 1] = last + part;
    else sentences.push(part);
    return sentences;
  }, []);
}

function isWhole(sentence: string): boolean {
  const words = sentence.split(' ').length;
  return words >= WORD_COUNT.fewest && words <= WORD_COUNT.most && /^[\p{Lu}\p{N}$“"'‘]/u.test(sentence) && /[.!?]["”’)]?$/u.test(sentence); // prettier-ignore
}

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gmu, '');

/** Without Markdown's marks: links are their words. */
function plain(text: string): string {
  return text
    .replace(/^\s*(?:[-*+]|\d+[.)]|>)\s+/u, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\\([\\`*_[\]<>|~#.!()+-])/gu, '$1')
    .replace(/(\*\*|__|[*`])/gu, '');
}
