/** Chance of being alive each whole year from `age` on, by a table of yearly death probabilities: 1, p_x, p_x p_x+1, ... 0. */
export function survivalByYear(deathProbabilities: readonly number[], age: number): Float64Array {
  const first = Math.floor(age);
  const ahead = age - first;
  const alive = [1];
  let survivors = 1;
  for (let year = first; year < deathProbabilities.length; year++) {
    const dies = deathProbabilities[year] ?? 1;
    // Within a year deaths are spread evenly; who has lived part of the first year has that part behind them.
    const share = year === first ? ((1 - ahead) * dies) / (1 - ahead * dies) : dies;
    survivors *= 1 - share;
    alive.push(survivors);
  }
  return Float64Array.from(alive);
}

/**
 * Expected remaining years (complete expectation of life), deaths spread evenly over each year. Bowers and others,
 * Actuarial Mathematics, 2nd ed. 1997, section 3.5. `age` whole.
 */
export function lifeExpectancy(deathProbabilities: readonly number[], age: number): number {
  return survivalByYear(deathProbabilities, age).reduce((sum, alive) => sum + alive, 0) - 0.5;
}

/** Years lived after which the chance of being alive is `chance`, in a straight line within each year. */
export function yearsAtSurvival(alive: Float64Array, firstYear: number, chance: number): number {
  let low = 0;
  let high = alive.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((alive[middle] ?? 0) >= chance) low = middle;
    else high = middle;
  }
  const [before, after] = [alive[low] ?? 1, alive[high] ?? 0];
  const within = (before - chance) / (before - after);
  return low === 0 ? within * firstYear : firstYear + low - 1 + within;
}
