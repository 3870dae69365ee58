import type { Reading } from '../reading/reading.ts';

/** A sentence worth a reader's minute, and how much: the three heaviest are shown. */
export interface Observation {
  weight: number;
  text: string;
}

/** Looks at the facts for one thing worth saying. */
export type Observer = (reading: Reading) => Observation | null;
