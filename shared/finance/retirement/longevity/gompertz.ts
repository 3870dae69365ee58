import { exp } from '../../random/exponential.ts';
import { log } from '../../random/logarithm.ts';

/**
 * Chance of living from age x to age y under Gompertz' law with modal age m and dispersion b:
 * exp(exp((x - m) / b) (1 - exp((y - x) / b))). Milevsky & Robinson, North American Actuarial Journal 4(4), 2000, p. 114.
 */
export function gompertzSurvival(x: number, y: number, mode: number, dispersion: number): number {
  return exp(exp((x - mode) / dispersion) * (1 - exp((y - x) / dispersion)));
}

/** Years after age x at which the chance of being alive is `chance`: the inverse of gompertzSurvival. */
export function gompertzYears(x: number, chance: number, mode: number, dispersion: number): number {
  return dispersion * log(1 - log(chance) * exp((mode - x) / dispersion));
}
