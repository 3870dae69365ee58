/** What a chart is about, told by the facts it draws. */
export type Topic =
  | 'asset-classes'
  | 'drift'
  | 'to-target'
  | 'holdings'
  | 'regions'
  | 'sectors'
  | 'fan'
  | 'what-ifs'
  | 'region-drift'
  | 'gains'
  | 'accounts'
  | 'taxation'
  | 'currencies'
  | 'assumptions'
  | 'other';

const signs: readonly (readonly [RegExp, Topic])[] = [
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
  [/^retirement\.balance\./, 'fan'],
  [/^retirement\.(?:success|whatIf)/, 'what-ifs'],
  [/^assumption\./, 'assumptions'],
];

export function topicOf({ facts }: { facts: readonly string[] }): Topic {
  return signs.find(([sign]) => sign.test(facts[0] ?? ''))?.[1] ?? 'other';
}
