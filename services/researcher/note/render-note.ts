import { tellContrary } from '../../../shared/agents/research/contradiction/beside.ts';
import { areContrary, toldBy } from '../../../shared/agents/research/contradiction/contradicts.ts';
import { isNews } from '../../../shared/agents/research/age.ts';
import { quotedTitle } from '../../../shared/schemas/quoted-title.ts';
import type { NoteAnswer } from '../../../shared/prompts/researcher.ts';
import type { IsoDate } from '../../../shared/schemas/decimal.ts';
import type { NoteSource } from '../../../shared/schemas/research.ts';

/** What a note is rendered with: its day, and the pages that its points count from 1. */
export interface NoteFrame {
  asOf: IsoDate;
  sources: readonly NoteSource[];
  /** What was read and is not quoted, and why: sentences of ours. */
  leftOut?: readonly string[];
}

/** A note with those pages alone that a point of it rests on, numbered anew from 1. */
export function citedOnly(note: NoteAnswer, pages: readonly NoteSource[]): { note: NoteAnswer; sources: NoteSource[] } {
  const cited = [...new Set(note.points.map(({ page }) => page))].sort((a, b) => a - b);
  const points = note.points.map((point) => ({ ...point, page: cited.indexOf(point.page) + 1 }));
  return { note: { ...note, points }, sources: cited.flatMap((page) => pages[page - 1] ?? []) };
}

/**
 * A note in Markdown: dated, each point with the page that says it, the pages at the end with their addresses and days, and what was
 * left out. Code
 * writes all of it but the points' words, in which every mark of Markdown and HTML is escaped.
 */
export function renderNote(note: NoteAnswer, { asOf, sources, leftOut = [] }: NoteFrame): string {
  return [
    renderPoints(note, { asOf, sources }),
    '## Sources',
    '',
    ...sources.map(
      (source, index) => `${index + 1}. [${escaped(quotedTitle(source.title))}](<${source.url}>), ${dayOf(source)}`,
    ),
    '',
    ...(leftOut.length === 0 ? [] : ['## Left out', '', ...leftOut.map((one) => `- ${escaped(one)}`), '']),
  ].join('\n');
}

/** The same without the list of pages, for the knowledge, which keeps them beside a note: a list of titles answers no question. */
export function renderPoints({ title, points }: NoteAnswer, { asOf, sources }: NoteFrame): string {
  const cited = (page: number): string => {
    const source = sources[page - 1];
    return source === undefined ? '' : ` (${escaped(quotedTitle(source.title))}, ${dayOf(source)}) [${page}]`;
  };
  const contraries = tellContraries(points, { asOf, sources });
  const isOld = sources.length > 0 && !sources.some((source) => isNews(source, asOf));
  const old = isOld ? '; older than a year, so background and no news: no report quotes it' : '';
  const single = sources.length === 1 ? ', from one page: a single view' : '';
  return [
    `# ${escaped(title)}`,
    '',
    `Research note of ${asOf}${single}${old}.`,
    '',
    ...points.flatMap(({ text, page }, at) => {
      const contrary = contraries[at] ?? '';
      return [`- ${escaped(text)}${cited(page)}`, '', ...(contrary === '' ? [] : [`  ${contrary}`, ''])];
    }),
  ].join('\n');
}

/** Of each point the sentence that it and points before it contradict each other, behind the last of them; "" for none. */
function tellContraries(points: NoteAnswer['points'], { asOf, sources }: NoteFrame): string[] {
  const told = points.map(({ text, page }) => toldBy({ text, day: sources[page - 1]?.published ?? asOf }));
  const against = points.map(({ page }, at) =>
    points.flatMap((other, place) => {
      return other.page !== page && areContrary(told[at] ?? [], told[place] ?? []) ? [place] : [];
    }),
  );
  return against.map((others, at) => {
    if (others.length === 0 || others.some((place) => place > at)) return '';
    const pages = [...others, at].map((place) => points[place]?.page ?? 0);
    return tellContrary(pages.map((number) => ({ number, published: sources[number - 1]?.published ?? null })));
  });
}

function dayOf({ published, fetched }: NoteSource): string {
  return published ?? `read ${fetched.slice(0, 10)}`;
}

/** One line of text as Markdown that reads as it stands. */
function escaped(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>|~#]/gu, '\\$&');
}
