// Two rankings of search results are put together: by their places alone as the paper has it, and by how much better one is than the next.
import { expect, test } from '@jest/globals';
import { fuseRanks } from '../../../shared/knowledge/fuse-ranks.ts';
import vectors from '../../fixtures/vectors/returns.json' with { type: 'json' };

/** Alex states scores as a part of what first place in all rankings gives. */
const firstInAll = (rankings: number) => rankings / 61;

test.each(vectors.reciprocalRankFusion)(
  'results that are as good as each other are worth their places: Cormack et al. (2009), $source',
  ({ lists, scores }) => {
    const fused = fuseRanks(lists.map((keys) => ({ ranked: keys.map((key) => ({ key, score: 1 })), weight: 1 })));
    for (const [key, score] of Object.entries(scores)) {
      expect((fused.get(key) ?? 0) * firstInAll(lists.length)).toBeCloseTo(score, 9);
    }
    expect([...fused.keys()].sort()).toEqual(Object.keys(scores).sort());
  },
);

test('a result far below the first of its ranking does not win by its place', () => {
  const ranking = (scores: Readonly<Record<string, number>>) => {
    return { ranked: Object.entries(scores).map(([key, score]) => ({ key, score })), weight: 1 };
  };
  const fused = fuseRanks([ranking({ rare: 10, common: 1 }), ranking({ common: 1, rare: 0.9 })]);
  expect(fused.get('rare') ?? 0).toBeGreaterThan(fused.get('common') ?? 0);
});
