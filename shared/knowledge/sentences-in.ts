import { endsAbbreviated } from './abbreviations.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** What stands behind a sentence and is none: who says it, in brackets, with or without the number of a source. */
const SAYS_WHO = /^\s*(?:\([\s\S]*\)(?:\s*\[\d{1,2}\])*|(?:\[\d{1,2}\]\s*)+)\s*[.;]?\s*$/u;
/** The time of the next entry of a page that goes on all day, "9:31 am.": the segmenter takes it for the end of the sentence before. */
const ENTRY_TIME = /(?<=[.!?]["”’)]?\s)(?=\d{1,2}[:.]\d\d\s?[ap]\.?m\b)/iu;
/** Nothing that is left open longer than this was meant to be closed. Characters. */
const LONGEST = 600;

/** The sentences of a paragraph, trimmed. None ends within brackets or quotation marks; who said it stays with what was said. */
export function sentencesIn(paragraph: string): string[] {
  const segments = Array.from(segmenter.segment(paragraph), ({ segment }) => segment.split(ENTRY_TIME)).flat();
  const whole = segments.reduce<string[]>(
    (sentences, part) => (goesOn(sentences.at(-1), part) ? joinLast(sentences, part) : [...sentences, part]),
    [],
  );
  return whole
    .reduce<string[]>((sentences, part) => {
      return sentences.length > 0 && SAYS_WHO.test(part) ? joinLast(sentences, part) : [...sentences, part];
    }, [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function goesOn(last: string | undefined, part: string): boolean {
  if (last === undefined) return false;
  if (endsAbbreviated(last, part)) return true;
  const isOpen = (open: string, close: string) => {
    return last.lastIndexOf(open) > last.lastIndexOf(close) && part.includes(close);
  };
  return last.length + part.length <= LONGEST && (isOpen('(', ')') || isOpen('“', '”'));
}

const joinLast = (sentences: readonly string[], part: string): string[] => [
  ...sentences.slice(0, -1),
  `${sentences.at(-1) ?? ''}${part}`,
];
