import type { Fact } from '../../schemas/fact.ts';
import { searchAnswer } from '../../schemas/knowledge.ts';
import type { KnowledgePassage, SearchRequest, SetAside } from '../../schemas/knowledge.ts';
import { isSample } from '../../schemas/sample-pages.ts';
import { sentencesIn } from '../../knowledge/sentences-in.ts';
import type { AgentOptions } from '../agent-run.ts';
import { viewOf } from '../grounding/text-view.ts';
import { untraced } from '../trace.ts';
import { untilAborted } from '../until-aborted.ts';
import { fitting } from './fitting.ts';
import { tellLeftOut } from './left-out.ts';
import { marketQueries } from './market-queries.ts';
import { pointsOf } from './note-points.ts';
import { saysFalsePrice } from './prices/false-price.ts';
import type { KnownPrice } from './prices/known-price.ts';
import { pricesHeld } from './prices/prices-held.ts';
import { reprintsAmong } from './reprints.ts';
import { whySetAside } from './set-aside.ts';

/** Asks the knowledge base; its answer is checked here. */
export type SearchKnowledge = (request: SearchRequest) => Promise<unknown>;

/** What a report may cite, and, where a failure is why that is nothing, a sentence for the reader. */
export interface Research {
  passages: KnowledgePassage[];
  note: string | null;
  /** What was found and is not quoted, and why: sentences for the reader. */
  leftOut?: readonly string[];
}

export interface ResearchOptions extends Pick<AgentOptions, 'trace' | 'logger' | 'signal'> {
  /** Whether Alex's own invented sample pages may be cited: in the report on an example, and nowhere else. */
  samples?: boolean;
}

const PASSAGES = 4;
const OF_ONE_DOCUMENT = 2;
/** A report is not kept waiting for longer. */
const MILLISECONDS = 8000;

const FAILED =
  'No research was available because the search of it failed, so this report says nothing of what has moved these markets lately.';

/**
 * The agents' tool `search_knowledge`: what the knowledge base has on what a portfolio holds. It never fails: a search that does, or
 * that takes more than eight seconds, is a note. That there is nothing to cite is a fact like others, and no failure.
 */
export async function findResearch(
  facts: readonly Fact[],
  search: SearchKnowledge,
  { trace = untraced, logger, signal, samples = false }: ResearchOptions = {},
): Promise<Research> {
  const timeout = AbortSignal.timeout(MILLISECONDS);
  const until = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const found: KnowledgePassage[] = [];
  const read: KnowledgePassage[] = [];
  // An article that two hosts have, or two runs read, is one: a reader is not told that there are two.
  let reprints = new Set<string>();
  // By documents: who orders in one passage is not believed in another.
  const aside = new Map<string, SetAside>();
  const prices = pricesHeld(facts);
  try {
    for (const query of marketQueries(facts, { samples })) {
      const documents = new Set(found.map(({ document }) => document));
      if ([...documents].filter((one) => !aside.has(one) && !reprints.has(one)).length >= PASSAGES - 1) break;
      const passages = await trace(toolSpan, async (span) => {
        const answer = searchAnswer.parse(await untilAborted(search(query), until));
        span.set({ 'alex.passages': answer.passages.length });
        return answer.passages;
      });
      // What was stored before samples had a kind of their own is told by its address.
      const citable = passages.filter((one) => samples || !isSample(one)).flatMap(pointsOf);
      for (const one of citable) {
        const why = one.setAside ?? whySetAside(one) ?? whyFalse(one, prices);
        if (why !== null) aside.set(one.document, why);
      }
      read.push(...citable);
      reprints = reprintsAmong(read.filter(({ document }) => !aside.has(document)));
      for (const one of fitting(citable, facts)) {
        if (!found.some((other) => isTheSame(one, other))) found.push(one);
      }
    }
  } catch (error) {
    logger?.warn('The knowledge base could not be searched', {
      error: error instanceof Error ? error.name : typeof error,
    });
    if (found.length === 0) return { passages: [], note: FAILED };
  }
  // Another document before a second passage of the same: what one page says twice is one view.
  const trusted = found.filter(({ document }) => !aside.has(document) && !reprints.has(document));
  const turns = trusted.map((one, at) => ({
    one,
    turn: trusted.slice(0, at).filter(({ document }) => document === one.document).length,
  }));
  const passages = Array.from({ length: OF_ONE_DOCUMENT }, (_, turn) => turns.filter((each) => each.turn === turn))
    .flatMap((each) => each.map(({ one }) => one))
    .slice(0, PASSAGES);
  const pages = [...aside].flatMap(([id, why]) => (found.some(({ document }) => document === id) ? [why] : []));
  const leftOut = tellLeftOut({ pages });
  return { passages, note: null, ...(leftOut.length > 0 && { leftOut }) };
}

/** By what the holdings cost: of whoever says another price by far nothing else is quoted either. */
function whyFalse(
  { title, text, published, fetched, tickers }: KnowledgePassage,
  known: readonly KnownPrice[],
): SetAside | null {
  const [about] = tickers.length === 1 ? tickers : [];
  const sentences = [title, ...text.split('\n').flatMap((line) => sentencesIn(line))].map((one) => viewOf(one).text);
  return saysFalsePrice(sentences, known, { written: published ?? fetched.slice(0, 10), about }) ? 'price' : null;
}

/** A note quotes its pages: what one document says twice is said once. */
function isTheSame(one: KnowledgePassage, other: KnowledgePassage): boolean {
  if (one.id === other.id) return true;
  const [mine, others] = [words(one.text), words(other.text)];
  return one.document === other.document && (others.includes(mine) || mine.includes(others));
}

const words = (text: string): string => text.replace(/[^\p{L}\p{N}.%]+/gu, ' ').trim();

/** No word of what is asked: it names what a person holds. */
const toolSpan = {
  name: 'execute_tool search_knowledge',
  kind: 'client',
  attributes: { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'search_knowledge' },
} as const;
