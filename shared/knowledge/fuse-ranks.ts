export interface Ranking {
  /** The best first. */
  keys: readonly string[];
  weight: number;
}

/**
 * How slowly a place loses its worth. The paper has 60 for rankings of a thousand; these are of a hundred at most, and with 20
 * the first places of our labelled set are told apart better.
 * Cormack, Clarke, Büttcher: Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods (SIGIR 2009).
 */
const SLOWNESS = 20;

/** Reciprocal rank fusion: each key's weighted sum of 1 / (20 + place), as a part of what first place in all rankings gives. */
export function fuseRanks(rankings: readonly Ranking[]): Map<string, number> {
  const most = rankings.reduce((sum, { weight }) => sum + weight, 0) / (SLOWNESS + 1);
  const scores = new Map<string, number>();
  for (const { keys, weight } of rankings) {
    keys.forEach((key, at) => {
      scores.set(key, (scores.get(key) ?? 0) + weight / (SLOWNESS + at + 1) / most);
    });
  }
  return scores;
}
