/** ln Gamma(x) for x > 0: Lanczos' approximation with Godfrey's coefficients, relative error below 1e-14. */
function logGamma(x: number): number {
  const c = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const sum = c.reduce(
    (total, coefficient, index) => (index === 0 ? coefficient : total + coefficient / (x - 1 + index)),
    0,
  );
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Distribution function of the gamma law, by the series of the lower incomplete gamma function (Abramowitz & Stegun 6.5.29). */
export function gammaCdf(x: number, shape: number, scale: number): number {
  const z = x / scale;
  if (z <= 0) return 0;
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < 1000 && term > sum * 1e-16; n++) sum += term *= z / (shape + n);
  return Math.min(1, sum * Math.exp(shape * Math.log(z) - z - logGamma(shape)));
}

export interface Retiree {
  mu: number;
  sigma: number;
  /** Constant hazard of death, a year. */
  lambda: number;
  spendingRate: number;
}

/**
 * Chance that a balance of 1, in a geometric Brownian motion with log drift mu - sigma^2/2, is used up by spending at a
 * constant rate before death: the reciprocal gamma of Milevsky & Robinson (2005), moment-matched where lambda > 0.
 */
export function milevskyRobinson({ mu, sigma, lambda, spendingRate }: Retiree): number {
  const variance = sigma ** 2 + lambda;
  return gammaCdf(spendingRate, (2 * mu + 4 * lambda) / variance - 1, variance / 2);
}

/**
 * The same chance exactly, for an exponential lifetime: the integral of a geometric Brownian motion up to an exponential
 * time is a beta over a gamma variable. Yor, Advances in Applied Probability 24(3), 1992; Donati-Martin, Matsumoto & Yor,
 * "On striking identities about the exponential functionals of the Brownian bridge and Brownian motion", 2000.
 */
export function exactRuin({ mu, sigma, lambda, spendingRate }: Retiree): number {
  const nu = (-2 * (mu - sigma ** 2 / 2)) / sigma ** 2;
  const root = Math.sqrt((8 * lambda) / sigma ** 2 + nu ** 2);
  const [a, b] = [(root + nu) / 2, (root - nu) / 2];
  // Mean of GammaCdf(2 s B / sigma^2; b) over B ~ Beta(1, a), by its quantiles B = 1 - (1 - u)^(1/a), midpoint rule.
  const n = 20_000;
  let sum = 0;
  for (let k = 0; k < n; k++) {
    const beta = lambda === 0 ? 1 : 1 - (1 - (k + 0.5) / n) ** (1 / a);
    sum += gammaCdf((2 * spendingRate * beta) / sigma ** 2, b, 1);
  }
  return sum / n;
}
