/** Where prices may come from, by the name that MARKET_SOURCES calls it. */
export const sourceNames = ['massive', 'alpaca', 'stooq', 'ecb', 'file'] as const;
export type SourceName = (typeof sourceNames)[number];

/** As sentences name a source that is asked over the network. */
export const remoteTitles: Readonly<Record<Exclude<SourceName, 'file'>, string>> = {
  massive: 'Massive',
  alpaca: 'Alpaca',
  stooq: 'Stooq',
  ecb: 'The European Central Bank',
};

/** As a report names where a price came from. */
export const sourceTitles: Readonly<Record<SourceName, string>> = {
  massive: 'Massive, daily close',
  alpaca: 'Alpaca, daily bar',
  stooq: 'Stooq, daily close',
  ecb: 'European Central Bank, reference rate',
  file: 'the file of prices',
};

export const isSourceName = (text: string): text is SourceName => sourceNames.some((name) => name === text);
