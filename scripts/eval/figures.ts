import type { TaggedInstrument } from '../../shared/agents/classify-instruments.ts';
import { analyze } from '../../shared/finance/analyze.ts';
import { factsOf } from '../../shared/finance/facts.ts';
import type { AnalysisPlan } from '../../shared/schemas/analysis-plan.ts';
import type { Analysis } from '../../shared/schemas/analysis.ts';
import type { Instrument } from '../../shared/schemas/classification.ts';
import type { Fact } from '../../shared/schemas/fact.ts';
import type { LoadedCase } from './read-cases.ts';

export interface Computed {
  analysis: Analysis;
  facts: Fact[];
}

/**
 * Futures simulated of each case, a tenth of a job's: what is scored are words and choices, and they must hold for whatever
 * figures there are.
 */
const PATHS = 1000;

/** Every figure of a case, as the planner computes them once the tagger has spoken. */
export function figuresOf(
  { snapshot, asOf, seed, goals, targets, question }: LoadedCase,
  plan: AnalysisPlan,
  tagged: readonly TaggedInstrument[],
): Computed {
  const analysis = analyze({
    ...{ asOf, baseCurrency: 'USD', seed, paths: PATHS, lines: snapshot.lines, exchangeRates: snapshot.exchangeRates },
    instruments: new Map([...snapshot.instruments, ...judged(tagged)]),
    ...(goals !== null && { goals }),
    ...(targets !== undefined && { targets }),
    ...(question !== undefined && { question: plan }),
  });
  return { analysis, facts: factsOf(analysis) };
}

/** What the tagger made of instruments that nobody had classified. */
function judged(tagged: readonly TaggedInstrument[]): [string, Instrument][] {
  return tagged.flatMap(
    ({ symbol, name, type, classification }): [string, Instrument][] =>
    classification === null
      ? []
      : [[symbol, { symbol, name: name ?? symbol, type: type ?? 'other', currency: 'USD', expenseRatio: null, classification }]], // prettier-ignore
  );
}
