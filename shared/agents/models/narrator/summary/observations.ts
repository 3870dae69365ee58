import type { Reading } from '../reading/reading.ts';
import { dataObservations } from './data-observations.ts';
import { portfolioObservations } from './portfolio-observations.ts';
import { retirementObservations } from './retirement-observations.ts';

/** The three most consequential things the facts say, one sentence each; fewer where they say less. */
export function observations(reading: Reading): string[] {
  // Shares of a part of unknown size are nothing to observe of the whole.
  const observers = reading.fewValued
    ? dataObservations
    : [...retirementObservations, ...portfolioObservations, ...dataObservations];
  const seen = observers
    .map((observe) => observe(reading))
    .filter((one) => one !== null)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ text }) => text);
  return seen.length > 0 ? seen : ['There is nothing in this portfolio to observe yet.'];
}
