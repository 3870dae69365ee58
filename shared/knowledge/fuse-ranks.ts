/** Keys with what a ranking gives them, none below 0, the best first. */
export interface Ranking {
  ranked: readonly { key: string; score: number }[];
  weight: number;
}

/** The paper's constant: how slowly a place loses its worth. */
const SLOWNESS = 60;

/**
 * Reciprocal rank fusion, with what ranks forget put back: by how much one is better than the next. A place in a ranking is worth
 * its weight / (60 + place), times its score as a part of the ranking's best, so that a hundred passages with the common words
 * of a question do not put out the one with its rare ones. Scores are a part of what first place in all rankings gives.
 *
 * Cormack, Clarke, Büttcher: Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods (SIGIR 2009).
 * Bruch, Gai, Ingber: An Analysis of Fusion Functions for Hybrid Retrieval (TOIS 2023), on what is lost with the scores.
 */
export function fuseRanks(rankings: readonly Ranking[]): Map<string, number> {
  const most = rankings.reduce((sum, { weight }) => sum + weight, 0) / (SLOWNESS + 1);
  const scores = new Map<string, number>();
  for (const { ranked, weight } of rankings) {
    const best = ranked[0]?.score ?? 0;
    ranked.forEach(({ key, score }, at) => {
      const worth = best > 0 ? (weight * score) / best / (SLOWNESS + at + 1) : 0;
      scores.set(key, (scores.get(key) ?? 0) + worth / most);
    });
  }
  return scores;
}
