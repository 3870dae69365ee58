import { entryTimes } from '../../../shared/agents/research/framing/entry-times.ts';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';

/** A paragraph of a page as its sentences, and on a page that goes on all day the time of its entry; else empty. */
export interface EntryParagraph {
  sentences: string[];
  time: string;
}

/** The paragraphs of a page's Markdown, each as its sentences: no headings, code, lists of links, table rows or captions. */
export const paragraphsOf = (markdown: string): string[][] => entriesOf(markdown).map(({ sentences }) => sentences);

/** The same, each with the time of the entry that it is of. */
export function entriesOf(markdown: string): EntryParagraph[] {
  const parts = withoutCode(markdown)
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/u)
    .map((text) => text.trim());
  const times = entryTimes(
    parts.map((text) => ({
      text: plain(text.replace(/^#+\s/u, '')).trim(),
      level: /^#+(?=\s)/u.exec(text)?.[0].length,
    })),
  );
  return parts
    .map((text, at) => ({ text, time: times[at] ?? '' }))
    .filter(({ text }) => !/^(?:#|\||!\[|>\s*\[)/u.test(text) && !isLink(text))
    .map(({ text, time }) => ({ sentences: sentencesIn(plain(text).replace(/\s+/gu, ' ').trim()), time }))
    .filter(({ sentences }) => sentences.length > 0);
}

/** An entry that is a link and nothing else leads somewhere and says nothing. */
const isLink = (text: string): boolean => /^(?:[-*+]|\d+[.)])?\s*\[[^\]]*\]\([^)]*\)$/u.test(text);

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
