/** From here on the asymptotic series below is exact to twelve digits. */
const FAR = 50;

/**
 * Mean of sqrt((v - 2) / chi-square(v)), the common scale of Student-t returns of v degrees of freedom with the volatility
 * asked for: sqrt((v - 2) / 2) Gamma((v - 1) / 2) / Gamma(v / 2). What is normal goes with such returns by this share of
 * its correlation with their normals. Kotz & Nadarajah, Multivariate t Distributions, 2004, chapter 1.
 */
export function meanStudentScale(degreesOfFreedom: number): number {
  let x = (degreesOfFreedom - 1) / 2;
  let ratio = 1;
  // Gamma(x) / Gamma(x + 1/2) = (x + 1/2) / x times the same a whole step further.
  for (; x < FAR; x++) ratio *= (x + 0.5) / x;
  // Gamma(x + 1/2) / Gamma(x) in powers of u = 1 / (8 x): Abramowitz & Stegun 6.1.47 with a = 1/2, b = 0.
  const u = 1 / (8 * x);
  const further = 1 - u * (1 - u * (1 / 2 + u * (5 / 2 - u * (21 / 8 + (u * 399) / 8))));
  return Math.sqrt((degreesOfFreedom - 2) / (2 * x)) * (ratio / further);
}
