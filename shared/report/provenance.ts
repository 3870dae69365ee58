import type { Analysis } from '../schemas/analysis.ts';
import type { JobResult } from '../schemas/job.ts';
import { counted, instant, listed, longDate } from './format.ts';
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
    ...pricesUsed(analysis),
    ...(used.length === 0 ? [] : [`Exchange rates: ${listed(used)}.`]),
    analysed,
  ];
}

/** So many sources are named. */
const SOURCES = 6;

/** How many of the listed holdings' prices came from where, and of which days; the table of holdings has each. */
function pricesUsed({ holdings, otherHoldings }: Analysis): string[] {
  const priced = holdings.filter(({ kind, price }) => kind !== 'cash' && price !== null);
  const bySource = [...Map.groupBy(priced, ({ priceSource }) => plainText(priceSource ?? 'no source'))];
  if (bySource.length < 2) return [];
  const said = bySource.slice(0, SOURCES).map(([source, all]) => {
    const days = all.flatMap(({ priceAsOf }) => priceAsOf ?? []).sort();
    const [first, last] = [days[0], days.at(-1)];
    const when =
      first === undefined || last === undefined
        ? ''
        : ` (${first === last ? longDate(first) : `${longDate(first)} to ${longDate(last)}`})`;
    return `${all.length} from ${source}${when}`;
  });
  const more = bySource.length - SOURCES;
  const others = more > 0 ? [`the rest from ${counted(more, 'other source')}`] : [];
  const which = otherHoldings.count > 0 ? 'Prices of the holdings listed' : 'Prices';
  return [`${which}: ${listed([...said, ...others])}.`];
}
