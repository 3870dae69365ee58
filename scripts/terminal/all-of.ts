const conjunction = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** "2-embeddings", "2-embeddings and 3-ingest", "2-embeddings, 3-ingest, and 5-database". */
export const allOf = (names: readonly string[]): string => conjunction.format(names);
