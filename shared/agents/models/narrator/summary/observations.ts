import type { Reading } from '../reading/reading.ts';
import { always, dataObservations } from './data-observations.ts';
import { portfolioObservations } from './portfolio-observations.ts';
import { retirementObservations } from './retirement-observations.ts';

/** The three most consequential things the facts say, one sentence each; always three. */
export function observations(reading: Reading): string[] {
  const observers = [...retirementObservations, ...portfolioObservations, ...dataObservations];
  return [...observers.map((observe) => observe(reading)), ...always(reading)]
    .filter((one) => one !== null)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ text }) => text);
}
