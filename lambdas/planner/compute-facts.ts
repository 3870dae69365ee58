import type { JobFacts } from '../../shared/database/job-facts.ts';
import type { ClaimedJob } from '../../shared/database/jobs.ts';
import { analyze } from '../../shared/finance/analyze.ts';
import { factsOf } from '../../shared/finance/facts.ts';
import type { SnapshotLine } from '../../shared/schemas/analysis.ts';
import type { Instrument } from '../../shared/schemas/classification.ts';

/** Every figure of a job, from its snapshot alone: the same snapshot and seed give the same figures. */
export function computeFacts(
  { asOf, seed, request }: Pick<ClaimedJob, 'asOf' | 'seed' | 'request'>,
  lines: readonly SnapshotLine[],
  instruments: ReadonlyMap<string, Instrument>,
): JobFacts {
  const { goals, targets } = request;
  const analysis = analyze({
    asOf,
    baseCurrency: 'USD',
    lines,
    instruments,
    seed,
    ...(goals !== null && { goals }),
    ...(targets !== null && { targets }),
  });
  return { analysis, facts: factsOf(analysis) };
}
