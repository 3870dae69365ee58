import type { PromptPassage } from '../../prompts/prompt.ts';
import type { CitedResearch, CitedSource } from '../../schemas/cited-research.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';
import { isSample } from '../../schemas/sample-pages.ts';
import type { AgentText } from '../../schemas/text.ts';
import type { PlacedText } from '../grounding/check-grounding.ts';
import type { Passage } from '../grounding/passages.ts';
import { textsOfSections } from '../review.ts';
import type { Research } from './find-research.ts';

/** The one section that may cite. */
export const MARKET_CONTEXT = 'market-context';

const MARK = /\[([1-9]\d?)\]/g;
/** Characters of a passage that an agent is shown. */
const SHOWN = 1500;

/** The day a passage is of: its publication or, where it does not say, its reading. */
const dayOf = ({ published, fetched }: KnowledgePassage) =>
  published === null
    ? ({ date: fetched.slice(0, 10), dated: 'read' } as const)
    : ({ date: published, dated: 'published' } as const);

/** Passages as the prompt numbers them. */
export const promptPassages = (passages: readonly KnowledgePassage[]): PromptPassage[] =>
  passages.map((one, at) => ({
    ...{ number: at + 1, title: one.title, ...dayOf(one) },
    ...(isSample(one) && { sample: true as const }),
    text: one.text.slice(0, SHOWN),
  }));

/** Passages as figures are checked against them. */
export const groundingPassages = (passages: readonly KnowledgePassage[]): Passage[] =>
  passages.map((one) => ({
    text: `${one.title}\n${one.text}`,
    source: one.title,
    url: one.url,
    date: dayOf(one).date,
  }));

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
    const unknown = marks.filter((number) => number < 1 || number > passages.length);
    if (marks.length === 0) return [`"${MARKET_CONTEXT}" cites no passage; say nothing there that none says`];
    return unknown.map((number) => `[${number}] is no passage`);
  });
}

/**
 * A report as its reader gets it, with the sources that it cites. The writer cited passages; here a number is a document's, from 1 on
 * in the order in which they are cited, so that two passages of one document are one source and no number is missing. A mark
 * keeps its length, as there are never ten passages: no figure moves. Where nothing is cited, a failed search is told as why.
 */
export function cite({ sections }: AgentText, { passages, note }: Research): AgentText & { research: CitedResearch } {
  const cited = new Map<string, CitedSource>();
  const renumbered = sections.map((section) => {
    if (section.id !== MARKET_CONTEXT) return section;
    const body = section.body.replace(MARK, (mark, number) => {
      const passage = passages[Number(number) - 1];
      if (passage === undefined) return mark;
      const source = cited.get(passage.document) ?? sourceOf(passage, cited.size + 1);
      cited.set(passage.document, source);
      return `[${source.number}]`;
    });
    return { ...section, body };
  });
  const sources = [...cited.values()];
  return { sections: renumbered, research: { sources, note: sources.length > 0 ? null : note } };
}

function sourceOf(passage: KnowledgePassage, number: number): CitedSource {
  const url = /^https?:/i.test(passage.url) ? passage.url : null;
  const from = passage.sources.map((one) => ({ title: one.title, url: one.url }));
  const sample = isSample(passage) ? { sample: true as const } : {};
  return { number, title: passage.title, url, ...dayOf(passage), ...sample, from };
}

const numbersIn = (body: string): number[] => [...body.matchAll(MARK)].map(([, number]) => Number(number));
