import { purposes, startStream } from '../../random/stream.ts';
import { nextUniform } from '../../random/xoshiro128.ts';
import type { Compiled } from '../compile/compile.ts';
import { stepsOf } from '../compile/steps.ts';

/** Who lives for how many steps, path by path of a block. A step counts where somebody is alive at its start. */
export interface Lives {
  /** Steps in which everybody is alive. */
  together: Int32Array;
  /** Steps in which anybody is. */
  end: Int32Array;
  /** The state after `together`: 1 the first person, 2 the second. */
  survivor: Uint8Array;
}

export const emptyLives = (paths: number): Lives => ({
  together: new Int32Array(paths),
  end: new Int32Array(paths),
  survivor: new Uint8Array(paths).fill(1),
});

const state = new Int32Array(4);

/** Draws the lives of `paths` paths from number `firstPath` on. Each person's death has its own stream of random numbers. */
export function drawLives(compiled: Compiled, firstPath: number, paths: number, lives: Lives): void {
  const { lifetimes, steps, plan } = compiled;
  const { seed, stepsPerYear } = plan.simulation;
  const lived = (person: number, path: number): number => {
    const law = lifetimes[person];
    if (law === undefined) return 0;
    let years = law.longest;
    if (law.random) {
      startStream(state, seed, path, person === 0 ? purposes.mortality : purposes.partnerMortality);
      years = law.years(nextUniform(state));
    }
    return Math.min(steps, Math.max(1, stepsOf(years, stepsPerYear)));
  };
  for (let path = 0; path < paths; path++) {
    const first = lived(0, firstPath + path);
    const second = lifetimes.length > 1 ? lived(1, firstPath + path) : first;
    lives.together[path] = Math.min(first, second);
    lives.end[path] = Math.max(first, second);
    lives.survivor[path] = first >= second ? 1 : 2;
  }
}
