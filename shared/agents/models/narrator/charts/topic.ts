/** What a chart is about, told by the facts it draws. */
export type Topic =
  | 'asset-classes'
  | 'drift'
  | 'to-target'
  | 'holdings'
  | 'regions'
  | 'sectors'
  | 'fan'
  | 'spending'
  | 'what-ifs'
  | 'region-drift'
  | 'gains'
  | 'accounts'
  | 'taxation'
  | 'currencies'
  | 'assumptions'
  | 'bad-times'
  | 'ruin-ages'
  | 'first-years'
  | 'performance'
  | 'other';

const signs: readonly (readonly [RegExp, Topic])[] = [
  [/^retirement\.balance\./, 'fan'],
  [/^retirement\.(?:paidInFullUntil|spending)\./, 'spending'],
  [/^retirement\.whatIf\./, 'what-ifs'],
  [/^retirement\.sequence\./, 'first-years'],
  [/^retirement\.medianRuinAge$/, 'ruin-ages'],
  [/^allocation\.assetClass\./, 'asset-classes'],
  [/^allocation\.region\./, 'regions'],
  [/^allocation\.sector\./, 'sectors'],
  [/^allocation\.account\./, 'accounts'],
  [/^allocation\.accountType\./, 'taxation'],
  [/^allocation\.currency\./, 'currencies'],
  [/^drift\.assetClass\..*\.toTarget$/, 'to-target'],
  [/^drift\.assetClass\./, 'drift'],
  [/^drift\.region\./, 'region-drift'],
  [/^holding\..*\.gain$/, 'gains'],
  [/^(?:holding|cash)\./, 'holdings'],
  [/^assumption\./, 'assumptions'],
  [/^risk\.stress\./, 'bad-times'],
  [/^performance\./, 'performance'],
];

export function topicOf({ facts }: { facts: readonly string[] }): Topic {
  return signs.find(([sign]) => facts.some((name) => sign.test(name)))?.[1] ?? 'other';
}
