import type { JobResult } from '../schemas/job.ts';
import { instant, listed, longDate } from './format.ts';
import { plainText } from './plain-text.ts';

/** Who computed, who wrote, from what, when. */
export function provenance({ job, analysis }: JobResult): string[] {
  const rates = analysis?.exchangeRates ?? [];
  const used = rates.map(
    ({ from, to, rate, asOf, source }) => `1 ${from} = ${rate} ${to} (${longDate(asOf)}, ${plainText(source)})`,
  );
  return [
    'Every figure was computed by code from the positions, prices and goals of the day; the texts were written from those figures and may state no others.',
    `The same positions, prices and random seed (${job.seed}) give the same figures again.`,
    ...(used.length === 0 ? [] : [`Exchange rates: ${listed(used)}.`]),
    `Analysis ${job.id}, asked for ${instant(job.createdAt)}${job.finishedAt === null ? '' : `, finished ${instant(job.finishedAt)}`}.`,
  ];
}
