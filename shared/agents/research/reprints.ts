import { isSaidBy, sentencesTold } from '../../knowledge/same-words.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';

/**
 * The documents that say nothing which another one does not, by what was found of each: a mirror, or the same article as another
 * run read it. Of two that say the same it is the later found, and never one that says more than the other.
 *
 * @param passages all that was found, with the points of notes as passages of their pages
 */
export function reprintsAmong(passages: readonly KnowledgePassage[]): Set<string> {
  const told = new Map<string, Set<string>>();
  for (const { document, text } of passages) {
    told.set(document, new Set([...(told.get(document) ?? []), ...sentencesTold(text)]));
  }
  // The longest first, and of two as long the first found: the sort keeps their order.
  const kept: Set<string>[] = [];
  const reprints = [...told].sort(([, a], [, b]) => b.size - a.size).flatMap(([document, said]) => {
    if (kept.some((other) => isSaidBy(said, other))) return [document];
    kept.push(said);
    return [];
  }); // prettier-ignore
  return new Set(reprints);
}
