import { whyNotPublic } from '../../knowledge/public-address/why-not-public.ts';
import type { PromptPassage } from '../../prompts/prompt.ts';
import type { CitedResearch, CitedSource } from '../../schemas/cited-research.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';
import { isSample } from '../../schemas/sample-pages.ts';
import type { AgentText } from '../../schemas/text.ts';
import type { PlacedText } from '../grounding/check-grounding.ts';
import type { Passage } from '../grounding/passages.ts';
import { textsOfSections } from '../review.ts';
import { untoldContraries } from './contradiction/untold-contraries.ts';
import type { Research } from './find-research.ts';

/** The one section that may cite. */
export const MARKET_CONTEXT = 'market-context';

/** `[1]`: what is said before it rests on the passage of that number. */
export const MARK = /\[([1-9]\d?)\]/g;
/** Characters of a passage that an agent is shown. */
const SHOWN = 1500;

/** The day a passage is of: its publication or, where it does not say, its reading. */
export const dayOf = ({ published, fetched }: KnowledgePassage) =>
  published === null
    ? ({ date: fetched.slice(0, 10), dated: 'read' } as const)
    : ({ date: published, dated: 'published' } as const);

/** Passages as the prompt numbers them, from a place on; none that was set aside since. */
export const promptPassages = (passages: readonly KnowledgePassage[], from = 0): PromptPassage[] =>
  passages.flatMap((one, at) => {
    if (at < from || one.setAside !== undefined) return [];
    return {
      ...{ number: at + 1, title: one.title, ...dayOf(one) },
      ...(isSample(one) && { sample: true as const }),
      text: one.text.slice(0, SHOWN),
    };
  });

/** The passage of a number, if it may be cited. */
function numbered(passages: readonly KnowledgePassage[], number: number): KnowledgePassage | undefined {
  const passage = passages[number - 1];
  return passage?.setAside === undefined ? passage : undefined;
}

/** Passages as figures are checked against them; of one that was set aside since there is nothing but its number. */
export const groundingPassages = (passages: readonly KnowledgePassage[]): Passage[] =>
  passages.map((one) => {
    if (one.setAside !== undefined) return { text: '' };
    return { text: `${one.title}\n${one.text}`, source: one.title, url: one.url, date: dayOf(one).date };
  });

/** The texts of a report as they are checked: the marks of citations are no figures, and one section alone may cite. */
export function citingTexts(text: AgentText): PlacedText[] {
  return textsOfSections(text).map(({ at, text: written }) => {
    const { id } = text.sections[Number(at.split('.')[1])] ?? {};
    if (id !== MARKET_CONTEXT) return { at, text: written, cites: false };
    return { at, text: written.replace(MARK, (mark) => ' '.repeat(mark.length)) };
  });
}

/** What is wrong with the citations of a report, for whoever wrote it. */
export function citationProblems({ sections }: AgentText, passages: readonly KnowledgePassage[]): string[] {
  return sections.flatMap(({ id, body }) => {
    if (id !== MARKET_CONTEXT) return [];
    const marks = numbersIn(body);
    const unknown = marks.filter((number) => numbered(passages, number) === undefined);
    if (marks.length === 0) return [`"${MARKET_CONTEXT}" cites no passage; say nothing there that none says`];
    return [
      ...unknown.map((number) => `[${number}] is no passage`),
      ...misquoted(body, passages),
      ...untoldContraries(body, groundingPassages(passages)),
    ];
  });
}

/** Words between quotation marks that the passage behind them does not say. */
function misquoted(body: string, passages: readonly KnowledgePassage[]): string[] {
  return [...body.matchAll(/“([^”]*)”[^“\n[]*\[([1-9]\d?)\]/gu)].flatMap(([, quoted = '', number]) => {
    const passage = numbered(passages, Number(number));
    if (passage === undefined || quoted.split(/\s+/u).length < 5) return [];
    if (words(`${passage.title} ${passage.text}`).includes(words(quoted))) return [];
    return [
      `“${quoted.slice(0, 60)}…” is not word for word in [${number}]: quote it as it stands, or use no quotation marks`,
    ];
  });
}

const words = (text: string): string =>
  ` ${text
    .replaceAll('\\', '')
    .replace(/[^\p{L}\p{N}.%$]+/gu, ' ')
    .trim()} `;

/**
 * A report as its reader gets it, with the sources that it cites. The writer cited passages; here a number is a document's, from 1 on
 * in the order in which they are cited, so that two passages of one document are one source and no number is missing. A mark
 * keeps its length, as there are never ten passages: no figure moves. Where nothing is cited, a failed search is told as why. What
 * was found and left out is told behind what is cited.
 */
export function cite(
  { sections }: AgentText,
  { passages, note, leftOut = [] }: Research,
): AgentText & { research: CitedResearch } {
  const cited = new Map<string, CitedSource>();
  const renumbered = sections.map((section) => {
    if (section.id !== MARKET_CONTEXT) return section;
    const body = section.body.replace(MARK, (mark, number) => {
      const passage = numbered(passages, Number(number));
      if (passage === undefined) return mark;
      const [document, page] = [passage.document, pageOf(passage)];
      const source = cited.get(document) ?? cited.get(page) ?? sourceOf(passage, new Set(cited.values()).size + 1);
      cited.set(document, source).set(page, source);
      return `[${source.number}]`;
    });
    return { ...section, body: [body, ...(leftOut.length > 0 ? [leftOut.join(' ')] : [])].join('\n\n') };
  });
  const sources = [...new Set(cited.values())];
  return {
    sections: renumbered,
    research: { sources, note: sources.length > 0 ? null : (note ?? (leftOut.join(' ') || null)) },
  };
}

/** What is one source to a reader: an address, however it is written; where there is none, a document. */
function pageOf({ url, document }: KnowledgePassage): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return document;
  const { host, pathname, search } = new URL(url);
  return `${host.replace(/^www\./u, '')}${pathname.replace(/\/$/u, '')}${search}`;
}

function sourceOf(passage: KnowledgePassage, number: number): CitedSource {
  // What was stored before private addresses were refused is cited without one: a reader's browser would ask their own network.
  const url = /^https?:/i.test(passage.url) && whyNotPublic(passage.url) === null ? passage.url : null;
  const from = passage.sources.map((one) => ({ title: one.title, url: one.url }));
  const sample = isSample(passage) ? { sample: true as const } : {};
  return { number, title: passage.title, url, ...dayOf(passage), ...sample, from };
}

const numbersIn = (body: string): number[] => [...body.matchAll(MARK)].map(([, number]) => Number(number));
