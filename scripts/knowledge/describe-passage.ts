import type { KnowledgePassage } from '../../shared/schemas/knowledge.ts';
import { quotedTitle } from '../../shared/schemas/quoted-title.ts';
import type { Paint } from '../terminal/style.ts';

/** A passage: where it stands in the answer, what it is from, when, and its text in lines of `width`. */
export function describePassage(passage: KnowledgePassage, rank: number, paint: Paint, width: number): string[] {
  const { score, title, url, published, fetched, kind, tickers, text, sources } = passage;
  const date = published ?? `read ${fetched.slice(0, 10)}`;
  return [
    `${rank}. ${paint(quotedTitle(title.replaceAll(/[\s\p{Cc}]+/gu, ' ')), 'bold')}  ${[kind, date, ...tickers].join(', ')}  ${paint(`score ${score.toFixed(3)}`, 'cyan')}`,
    `   ${paint(url, 'dim')}`,
    ...sources.map((source) => paint(`   from ${source.url}, read ${source.fetched.slice(0, 10)}`, 'dim')),
    ...wrapped(text, width - 3).map((line) => `   ${line}`),
    '',
  ];
}

/** Without control characters: a passage is somebody else's text, and a terminal obeys some of them. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
