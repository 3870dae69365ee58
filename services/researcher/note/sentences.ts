import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';

/** The paragraphs of a page's Markdown, each as its sentences: no headings, code, lists of links, table rows or captions. */
export function paragraphsOf(markdown: string): string[][] {
  return withoutCode(markdown)
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/u)
    .map((text) => text.trim())
    .filter((text) => !/^(?:#|\||!\[|>\s*\[)/u.test(text) && !isLink(text))
    .map((text) => sentencesIn(plain(text).replace(/\s+/gu, ' ').trim()))
    .filter((sentences) => sentences.length > 0);
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
