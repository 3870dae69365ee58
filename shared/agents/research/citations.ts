import type { PromptPassage } from '../../prompts/prompt.ts';
import type { CitedResearch, CitedSource } from '../../schemas/cited-research.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';
import type { AgentText } from '../../schemas/text.ts';
import type { PlacedText } from '../grounding/check-grounding.ts';
import type { Passage } from '../grounding/passages.ts';
import { textsOfSections } from '../review.ts';
import type { Research } from './find-research.ts';

/** The one section that may cite. */
export const MARKET_CONTEXT = 'market-context';

const MARK = /\[(\d{1,2})\]/g;
/** Characters of a passage that an agent is shown. */
const SHOWN = 1500;

/** The day a passage is of: its publication or, where it does not say, its reading. */
const dayOf = ({ published, fetched }: KnowledgePassage) =>
  published === null
    ? ({ date: fetched.slice(0, 10), dated: 'read' } as const)
    : ({ date: published, dated: 'published' } as const);

/** Passages as the prompt numbers them. */
export const promptPassages = (passages: readonly KnowledgePassage[]): PromptPassage[] =>
  passages.map((one, at) => ({ number: at + 1, title: one.title, ...dayOf(one), text: one.text.slice(0, SHOWN) }));

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

/** The sources that a report cites, in the order of their numbers. A report of which no section cites anything has its reason. */
export function citedIn({ sections }: AgentText, { passages, note }: Research): CitedResearch {
  const cited = new Set(sections.filter(({ id }) => id === MARKET_CONTEXT).flatMap(({ body }) => numbersIn(body)));
  const sources = passages.flatMap((one, at) => (cited.has(at + 1) ? [sourceOf(one, at + 1)] : []));
  const unused = passages.length > 0 ? 'The research that was found bears on nothing in this report.' : null;
  return { sources, note: sources.length > 0 ? null : (note ?? unused) };
}

function sourceOf(passage: KnowledgePassage, number: number): CitedSource {
  const url = /^https?:/i.test(passage.url) ? passage.url : null;
  const from = passage.sources.map((one) => ({ title: one.title, url: one.url }));
  return { number, title: passage.title, url, ...dayOf(passage), from };
}

const numbersIn = (body: string): number[] => [...body.matchAll(MARK)].map(([, number]) => Number(number));
