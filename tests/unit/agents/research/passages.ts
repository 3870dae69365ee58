import type { KnowledgePassage } from '../../../../shared/schemas/knowledge.ts';

/** An article of November 2026, where `fields` say nothing else. */
export const passageOf = (
  fields: Pick<KnowledgePassage, 'id' | 'document' | 'text' | 'title' | 'url'> & Partial<KnowledgePassage>,
): KnowledgePassage => ({
  published: '2026-11-03',
  fetched: '2026-11-04T00:00:00.000Z',
  kind: 'article',
  tickers: [],
  score: 1,
  sources: [],
  ...fields,
});

/** A knowledge base that has these passages for every question. */
export const answering =
  (...passages: KnowledgePassage[]) =>
  () =>
    Promise.resolve({ passages });
