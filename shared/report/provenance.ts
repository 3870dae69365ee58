import type { JobResult } from '../schemas/job.ts';
import { instant, listed, longDate } from './format.ts';
import { plainText } from '../charts/plain-text.ts';

/** Who computed, who wrote, from what, when. */
export function provenance({ job, analysis }: JobResult): string[] {
  const used = (analysis?.exchangeRates ?? []).map(
    ({ from, to, rate, asOf, source }) => `1 ${from} = ${rate} ${to} (${longDate(asOf)}, ${plainText(source)})`,
  );
  const asked = `Analysis ${job.id}, asked for ${instant(job.createdAt)}`;
  const analysed = `${asked}${job.finishedAt === null ? '' : `, finished ${instant(job.finishedAt)}`}.`;
  if (analysis === null) return [analysed];
  return [
    'Every figure was computed by code from the positions, prices and goals of the day; the texts were written from those figures and may state no others.',
    `The same positions, prices and random seed (${job.seed}) give the same figures again.`,
    ...(used.length === 0 ? [] : [`Exchange rates: ${listed(used)}.`]),
    analysed,
  ];
}
