import type { Fact } from '../../schemas/fact.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';
import { symbolsIn } from './fitting.ts';
import { weightsHeld } from './names-held.ts';

/**
 * Passages in the order in which they get the places of a report: one about each holding, the heaviest first, then one about none; then second
 * ones, and so on. Of those about one holding the order stays, but that those which name no other holding come first.
 */
export function byWeight(passages: readonly KnowledgePassage[], facts: readonly Fact[]): KnowledgePassage[] {
  const weights = weightsHeld(facts);
  const placed = passages
    .map((one) => ({ one, holdings: holdingsOf(one, weights) }))
    .toSorted((a, b) => Math.max(1, a.holdings.length) - Math.max(1, b.holdings.length));
  const rounds = new Map<string, number>();
  return placed
    .map(({ one, holdings: [main = ''] }) => {
      const round = rounds.get(main) ?? 0;
      rounds.set(main, round + 1);
      return { one, round, weight: weights.get(main) ?? -Infinity };
    })
    .toSorted((a, b) => a.round - b.round || b.weight - a.weight)
    .map(({ one }) => one);
}

/** The holdings that a passage is about, the heaviest first: those of its title, else of its text, else of its tags. */
function holdingsOf({ title, text, tickers }: KnowledgePassage, weights: ReadonlyMap<string, number>): string[] {
  const named = [symbolsIn(title, tickers), symbolsIn(text, tickers), tickers]
    .map((symbols) => symbols.filter((one) => weights.has(one)))
    .find((symbols) => symbols.length > 0);
  return (named ?? []).toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}
