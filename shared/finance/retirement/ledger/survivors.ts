import type { SurvivorsBenefits } from '../compile/survivors-benefits.ts';
import type { Lives } from './lives.ts';

/**
 * Of the other's Social Security, what this path's survivor is paid a step, after tax; 0 where there is none. The ledgers add what of it
 * is above the survivor's own, step by step.
 */
export const paidToSurvivor = ({ paid }: SurvivorsBenefits, lives: Lives, path: number, steps: number): number =>
  paid[((lives.survivor[path] ?? 1) - 1) * (steps + 1) + (lives.together[path] ?? 0)] ?? 0;
