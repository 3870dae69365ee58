import { pointsOf } from '../../shared/agents/research/note-points.ts';
import { WHY_SET_ASIDE, whyPassageAside } from '../../shared/agents/research/passage-aside.ts';
import { framedText } from '../../shared/knowledge/framed-text.ts';
import type { KnowledgePassage } from '../../shared/schemas/knowledge.ts';
import { quotedTitle } from '../../shared/schemas/quoted-title.ts';
import { allOf } from '../terminal/all-of.ts';
import type { Paint } from '../terminal/style.ts';
import { wrapped } from '../terminal/wrapped.ts';

/** A passage as one of an answer. */
interface Placed {
  passage: KnowledgePassage;
  /** Its place, from 1. */
  rank: number;
  /** The places of the notes in the same answer that rest on its page. */
  quotedBy: readonly number[];
}

/** Where each passage stands, and which notes beside it say the same because they quote it. */
export function placed(passages: readonly KnowledgePassage[]): Placed[] {
  return passages.map((passage, index) => ({
    passage,
    rank: index + 1,
    quotedBy: passages.flatMap(({ sources }, at) => (sources.some(({ url }) => url === passage.url) ? [at + 1] : [])),
  }));
}

/** An answer as it is printed: nothing at all where nothing was found. */
export function describeAnswer(passages: readonly KnowledgePassage[], paint: Paint, width: number): string {
  return placed(passages)
    .flatMap((one) => describePassage(one, paint, width))
    .map((line) => `${line}\n`)
    .join('');
}

/** A passage: where it stands in the answer, what it is from, when, whether it is set aside, and its text in lines of `width`. */
export function describePassage({ passage, rank, quotedBy }: Placed, paint: Paint, width: number): string[] {
  const { score, title, url, published, fetched, kind, tickers, frame, text, sources } = passage;
  const date = published ?? `read ${fetched.slice(0, 10)}`;
  // What was stored before a reason was kept with it is judged as a report judges it.
  const why =
    passage.setAside ??
    pointsOf(passage)
      .map((one) => whyPassageAside({ ...one, text: framedText(one) }))
      .find((one) => one !== null) ??
    null;
  return [
    `${rank}. ${why === null ? '' : `${paint('set aside', 'yellow')}  `}${paint(quotedTitle(title.replaceAll(/[\s\p{Cc}]+/gu, ' ')), 'bold')}  ${[kind, date, ...tickers].join(', ')}  ${paint(`score ${score.toFixed(3)}`, 'cyan')}`,
    ...(why === null
      ? []
      : wrapped(`Set aside: ${WHY_SET_ASIDE[why][0]}. No report and no note quotes it.`, width - 3).map(
          (line) => `   ${paint(line, 'yellow')}`,
        )),
    `   ${paint(url, 'dim')}`,
    ...sources.map((source) => paint(`   from ${source.url}, read ${source.fetched.slice(0, 10)}`, 'dim')),
    ...(quotedBy.length === 0
      ? []
      : [
          paint(`   the page that ${allOf(quotedBy.map(String))} ${quotedBy.length === 1 ? 'quotes' : 'quote'}`, 'dim'),
        ]),
    ...(frame === undefined
      ? []
      : wrapped(`Not its words, but what stands above it: ${frame.replaceAll('\n', ' ')}`, width - 3).map(
          (line) => `   ${paint(line, 'dim')}`,
        )),
    ...wrapped(text, width - 3).map((line) => `   ${line}`),
    '',
  ];
}
