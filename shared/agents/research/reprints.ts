import { isSaidBy, sentencesTold } from '../../knowledge/same-words.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';

/** After every day. */
const UNDATED = '9999-12-31';

/**
 * The documents that say nothing which another one does not, by what was found of each: a mirror, or the same article as another
 * run read it. Of two that say the same it is the later published, of one day the
 * later found, and never one that says more than the other.
 *
 * @param passages all that was found, with the points of notes as passages of their pages
 */
export function reprintsAmong(passages: readonly KnowledgePassage[]): Set<string> {
  const told = new Map<string, Set<string>>();
  for (const { document, text } of passages) {
    told.set(document, new Set([...(told.get(document) ?? []), ...sentencesTold(text)]));
  }
  const dayOf = new Map(passages.map(({ document, published }) => [document, published ?? UNDATED]));
  const byDay = (one: string, other: string) => (dayOf.get(one) ?? '').localeCompare(dayOf.get(other) ?? '');
  // The longest first, of two as long the earlier, and of one day the first found: the sort keeps their order.
  const kept: Set<string>[] = [];
  const reprints = [...told].sort(([one, a], [other, b]) => b.size - a.size || byDay(one, other)).flatMap(([document, said]) => {
    if (kept.some((other) => isSaidBy(said, other))) return [document];
    kept.push(said);
    return [];
  }); // prettier-ignore
  return new Set(reprints);
}
