import { exp } from '../../random/exponential.ts';
import { log } from '../../random/logarithm.ts';

/**
 * Share of the balance to withdraw at the start of a year so that equal real withdrawals would use it up over
 * `yearsLeft` years at a real return `rate`: the payment of an annuity due, PMT(rate, years, -1, 0, 1). Variable percentage
 * withdrawal, Bogleheads wiki. 1 with a year or less left.
 */
export function variablePercentage(rate: number, yearsLeft: number): number {
  if (yearsLeft <= 1) return 1;
  if (Math.abs(rate) < 1e-9) return 1 / yearsLeft;
  return rate / ((1 + rate) * (1 - exp(-yearsLeft * log(1 + rate))));
}
