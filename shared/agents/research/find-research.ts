import type { Fact } from '../../schemas/fact.ts';
import { searchAnswer } from '../../schemas/knowledge.ts';
import type { KnowledgePassage, SearchRequest } from '../../schemas/knowledge.ts';
import type { AgentOptions } from '../agent-run.ts';
import { untraced } from '../trace.ts';
import { untilAborted } from '../until-aborted.ts';
import { marketQueries } from './market-queries.ts';

/** Asks the knowledge base; its answer is checked here. */
export type SearchKnowledge = (request: SearchRequest) => Promise<unknown>;

/** What a report may cite, and, where that is nothing, why: a sentence for the reader. */
export interface Research {
  passages: KnowledgePassage[];
  note: string | null;
}

const PASSAGES = 4;
const OF_ONE_DOCUMENT = 2;
/** A report is not kept waiting for longer. */
const MILLISECONDS = 8000;

const NOTHING = 'so this report says nothing of what has moved these markets lately.';
const EMPTY = `No research on these holdings and markets was available, ${NOTHING}`;
const FAILED = `No research was available because the search of it failed, ${NOTHING}`;

/**
 * The agents' tool `search_knowledge`: what the knowledge base has on the markets of a portfolio. It never fails: a search that
 * does, or that takes more than eight seconds, is a note.
 */
export async function findResearch(
  facts: readonly Fact[],
  search: SearchKnowledge,
  { trace = untraced, logger, signal }: Pick<AgentOptions, 'trace' | 'logger' | 'signal'> = {},
): Promise<Research> {
  const timeout = AbortSignal.timeout(MILLISECONDS);
  const until = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const found: KnowledgePassage[] = [];
  try {
    for (const query of marketQueries(facts)) {
      if (new Set(found.map(({ document }) => document)).size >= PASSAGES - 1) break;
      const passages = await trace(toolSpan, async (span) => {
        const answer = searchAnswer.parse(await untilAborted(search(query), until));
        span.set({ 'alex.passages': answer.passages.length });
        return answer.passages;
      });
      found.push(...passages.filter(({ id }) => !found.some((one) => one.id === id)));
    }
  } catch (error) {
    logger?.warn('The knowledge base could not be searched', {
      error: error instanceof Error ? error.name : typeof error,
    });
    if (found.length === 0) return { passages: [], note: FAILED };
  }
  // Another document before a second passage of the same: what one page says twice is one view.
  const turns = found.map((one, at) => ({
    one,
    turn: found.slice(0, at).filter(({ document }) => document === one.document).length,
  }));
  const passages = Array.from({ length: OF_ONE_DOCUMENT }, (_, turn) => turns.filter((each) => each.turn === turn))
    .flatMap((each) => each.map(({ one }) => one))
    .slice(0, PASSAGES);
  return { passages, note: passages.length === 0 ? EMPTY : null };
}

/** No word of what is asked: it names what a person holds. */
const toolSpan = {
  name: 'execute_tool search_knowledge',
  kind: 'client',
  attributes: { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'search_knowledge' },
} as const;
