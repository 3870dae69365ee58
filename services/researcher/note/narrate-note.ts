import { claimsIn } from '../../../shared/agents/compliance/compliance.ts';
import { hasNumber } from '../../../shared/agents/grounding/read-figures.ts';
import { AgentError } from '../../../shared/errors.ts';
import { unfence } from '../../../shared/prompts/fence.ts';
import { noteMaterial, type NoteAnswer, type ReadPage } from '../../../shared/prompts/researcher.ts';
import { overlap, tellingWords } from '../topic/words.ts';
import { givesOrders } from './orders.ts';
import { sentencesOf } from './sentences.ts';

const MOST_POINTS = 8;
const MOST_A_PAGE = 3;

interface Candidate {
  text: string;
  page: number;
  score: number;
  /** Where in its page it stands, 0 the first. */
  at: number;
}

/**
 * The narrator as the researcher: a note made of sentences of the pages, quoted word for word, and nothing else. It takes those
 * that say most of the topic, figures and the beginning of a page before the rest, and some of each page. It quotes no promise,
 * no sales talk and no orders to whoever reads.
 *
 * @throws {AgentError} for a prompt without the pages, or pages without a sentence that can be quoted
 */
export function narrateNote(prompt: string): NoteAnswer {
  const parsed = noteMaterial.safeParse(unfence(prompt, 'pages'));
  if (!parsed.success) {
    throw new AgentError('The narrator found no usable <pages> in the prompt.', { retryable: false });
  }
  const { topic, pages } = parsed.data;
  const words = tellingWords(topic);
  const ranked = pages.map((page) => quotable(page, words));
  const points = inTurn(ranked).slice(0, MOST_POINTS);
  if (points.length === 0) {
    throw new AgentError('The pages have no sentence that a note could quote.', { retryable: false });
  }
  return {
    title: `What ${pages.length === 1 ? 'a page says' : 'pages say'} about ${topic}`.slice(0, 140),
    points: points.map(({ text, page }) => ({ text: `“${text.replace(/[“”]/gu, '"')}”`, page })),
  };
}

/** The best sentences of a page, in the order in which they stand there. */
function quotable({ page, text }: ReadPage, topic: ReadonlySet<string>): Candidate[] {
  const all = sentencesOf(text)
    .filter((sentence) => sentence.length <= 500 && claimsIn(sentence).length === 0 && !givesOrders(sentence))
    .map((sentence, at): Candidate => {
      const about = overlap(topic, tellingWords(sentence));
      const score = about * 2 + (hasNumber(sentence) ? 0.5 : 0) + 0.5 / (1 + at);
      return { text: sentence, page, score, at };
    });
  return all
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, MOST_A_PAGE)
    .toSorted((a, b) => a.at - b.at);
}

/** One of each page before the second of any. */
function inTurn(pages: readonly (readonly Candidate[])[]): Candidate[] {
  const rounds = Math.max(0, ...pages.map(({ length }) => length));
  const kept = Array.from({ length: rounds }, (_, round) => pages.flatMap((page) => page.slice(round, round + 1)))
    .flat()
    .slice(0, MOST_POINTS);
  const seen = new Set<string>();
  return kept
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .toSorted((a, b) => a.page - b.page || a.at - b.at);
}
