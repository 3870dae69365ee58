import type { Context } from '../context.ts';
import { againstTerms } from '../declared/against-terms.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { ofAnotherPlan } from './another-plan.ts';
import { saidOfTheRest } from './left-out.ts';
import { ofAnotherCondition } from './other-condition.ts';
import { turnedSense } from './turned-sense.ts';

/** The words by which a text says of a figure the opposite of what a fact is, or says it of another time, whole or plan; null where none do. */
export const turnedBy = (figure: Figure, fact: string, context: Context, index: FactIndex): string | null =>
  turnedSense(figure, fact, context, index) ??
  saidOfTheRest(figure, fact, context, index) ??
  againstTerms(figure, fact, context, index) ??
  ofAnotherPlan(figure, fact, context, index) ??
  ofAnotherCondition(figure, fact, context, index);
