import { slugs, symbolSlug, wordSlug } from '../finance/facts/slug.ts';
import type { AllocationRow, Analysis } from '../schemas/analysis.ts';
import { breakdowns } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { percent } from './figure-format.ts';
import { groupSmall } from './grouping.ts';
import type { Group } from './grouping.ts';

type Breakdown = (typeof breakdowns)[number];

const charts: Readonly<Record<Breakdown, { id: string; title: string; donut: boolean; most: number }>> = {
  assetClass: { id: 'asset-classes', title: 'What the portfolio is made of', donut: true, most: 7 },
  region: { id: 'regions', title: 'Where in the world it is invested', donut: false, most: 8 },
  sector: { id: 'sectors', title: 'Sectors', donut: false, most: 11 },
  account: { id: 'accounts', title: 'Where the money is held', donut: false, most: 11 },
  accountType: { id: 'account-types', title: 'How the accounts are taxed', donut: true, most: 6 },
  currency: { id: 'currencies', title: 'Currencies', donut: false, most: 8 },
};

/** Below these, a breakdown of one part says nothing a sentence does not say better. */
const needsTwo: readonly Breakdown[] = ['account', 'accountType', 'currency'];

/** Parts that say what a thing is not: no region, no sector. */
const NAMELESS: Readonly<Partial<Record<Breakdown, readonly string[]>>> = {
  region: ['global', 'unknown'],
  sector: ['cash', 'other', 'unknown'],
};
/** Where less is named than this, of the whole or beside what is not known, a cut by region or sector says only that it is not known. */
const ENOUGH_NAMED = { whole: 0.1, beside: 1 / 3 };

const namedIn = (breakdown: Breakdown, rows: readonly AllocationRow[]): AllocationRow[] =>
  rows.filter(({ key }) => NAMELESS[breakdown]?.includes(key) !== true);

function caption(breakdown: Breakdown, rows: readonly AllocationRow[]): string {
  const named = namedIn(breakdown, rows);
  const known = named.length > 0 ? named : rows.filter(({ key }) => key !== 'unknown');
  const unknown = rows.find(({ key, weight }) => key === 'unknown' && weight > 0);
  const [largest] = known.toSorted((a, b) => b.weight - a.weight);
  const first = largest === undefined ? [] : [`The largest part is ${largest.label}, with ${percent(largest.weight)}.`];
  const last = unknown === undefined ? [] : [`For ${percent(unknown.weight)} of the portfolio it is not known.`];
  // Names of accounts can be long; a caption has room for 500 characters.
  return [...first, ...last].join(' ').slice(0, 500);
}

function draw(breakdown: Breakdown, groups: readonly Group[], rows: readonly AllocationRow[]): ChartSpec {
  const { id, title, donut } = charts[breakdown];
  const base = {
    id,
    title,
    caption: caption(breakdown, rows),
    unit: 'fraction' as const,
    facts: groups.flatMap(({ facts }) => facts),
  };
  // A debt (a margin balance) is a negative part, which a ring cannot show.
  if (donut && groups.every(({ value }) => value >= 0)) {
    return { ...base, kind: 'donut', slices: groups.map(({ label, value }) => ({ label, value })) };
  }
  return {
    ...base,
    kind: 'bars',
    categories: groups.map(({ label }) => label),
    series: [{ label: 'Share of the portfolio', values: groups.map(({ value }) => value) }],
    stacked: false,
    horizontal: true,
  };
}

/** The portfolio cut by asset class, region, sector, account, tax treatment and currency: one chart a cut that says something. */
export function breakdownCharts(analysis: Analysis): ChartSpec[] {
  return breakdowns.flatMap((breakdown) => {
    const slug = slugs(breakdown === 'account' ? wordSlug : symbolSlug);
    const parts = analysis.allocation[breakdown].map(({ key, label, weight }) => ({
      key,
      label,
      value: weight,
      fact: `allocation.${breakdown}.${slug(key)}.weight`,
    }));
    const rows = analysis.allocation[breakdown].filter(({ weight }) => weight !== 0);
    if (rows.length < (needsTwo.includes(breakdown) ? 2 : 1)) return [];
    // Where all is named, however little it is, that is the whole of it.
    const named = namedIn(breakdown, rows).reduce((sum, { weight }) => sum + weight, 0);
    const unknown = rows.find(({ key }) => key === 'unknown')?.weight ?? 0;
    if (breakdown in NAMELESS && unknown > 0 && named < Math.max(ENOUGH_NAMED.whole, unknown * ENOUGH_NAMED.beside))
      return [];
    return [draw(breakdown, groupSmall(parts, { most: charts[breakdown].most, smallest: 0.01 }), rows)];
  });
}
