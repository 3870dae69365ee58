import { ConfigurationError } from '../errors.ts';
import { MAX_AGE_DAYS } from './policy.ts';
import { isSourceName, sourceNames, type SourceName } from './source-names.ts';

/** Variables by name, e.g. process.env. */
export type Variables = Readonly<Record<string, string | undefined>>;

export interface MarketSettings {
  /** In the order in which they are tried; empty: only what the person gave. */
  sources: readonly SourceName[];
  /** A price or rate of the person's own stands until it is older than so many calendar days. */
  maxAgeDays: number;
  /** How long a job may wait for its prices in all, seconds. */
  waitSeconds: number;
  /** Base URLs, without a slash at the end. */
  urls: Readonly<Record<RemoteName, string>>;
  /** Calls in any 60 seconds, of all functions together. */
  callsAMinute: Readonly<Record<RemoteName, number>>;
  /** How many years back the Massive plan goes. */
  massiveYears: number;
  /** Which of Alpaca's feeds: `iex` is the free one, of one exchange. */
  alpacaFeed: 'iex' | 'sip' | 'delayed_sip';
  /** Whether Stooq's older closes are as they were quoted on the day, or changed for later splits and dividends. */
  stooqHistory: 'adjusted' | 'raw';
  /** The path of the file of prices; undefined where none is set. */
  file: string | undefined;
}

/** The sources that are asked over a network. */
export type RemoteName = Exclude<SourceName, 'file'>;

const remotes = ['massive', 'alpaca', 'stooq', 'ecb'] as const satisfies readonly RemoteName[];
const defaults: Readonly<Record<RemoteName, { url: string; calls: number }>> = {
  massive: { url: 'https://api.massive.com', calls: 5 },
  alpaca: { url: 'https://data.alpaca.markets', calls: 200 },
  stooq: { url: 'https://stooq.com', calls: 30 },
  ecb: { url: 'https://data-api.ecb.europa.eu', calls: 30 },
};

const urlOf = (name: RemoteName): string => `MARKET_${name.toUpperCase()}_URL`;
const callsOf = (name: RemoteName): string => `MARKET_${name.toUpperCase()}_CALLS_A_MINUTE`;

/** The variables that say which price sources to ask and how. */
export const marketVariables: readonly string[] = [
  'MARKET_SOURCES',
  'MARKET_MAX_AGE_DAYS',
  'MARKET_WAIT_SECONDS',
  'MARKET_MASSIVE_YEARS',
  'MARKET_ALPACA_FEED',
  'MARKET_STOOQ_HISTORY',
  ...remotes.flatMap((name) => [urlOf(name), callsOf(name)]),
  'MARKET_FILE',
];

/** A name that is meant for Alex; any other MARKET_ variable of a person is for their other programs. */
const ours = /^MARKET_(?:SOURCE|MAX|WAIT|MASSIVE|ALPACA|STOOQ|ECB|FILE)/u;

/**
 * Which price sources to ask and how, from the variables of the need `market`.
 *
 * @throws {ConfigurationError} naming the variable at fault
 * @example marketSettings({ MARKET_SOURCES: 'massive, ecb' }).sources // ['massive', 'ecb']
 */
export function marketSettings(variables: Variables): MarketSettings {
  const sources = sourcesIn(variables.MARKET_SOURCES ?? '');
  const file = textIn(variables, 'MARKET_FILE');
  if (sources.includes('file') && file === undefined) {
    throw new ConfigurationError('MARKET_SOURCES names file, and MARKET_FILE does not say which one.');
  }
  const each = <T>(of: (name: RemoteName) => T): Record<RemoteName, T> => ({
    massive: of('massive'),
    alpaca: of('alpaca'),
    stooq: of('stooq'),
    ecb: of('ecb'),
  });
  return {
    sources,
    maxAgeDays: wholeIn(variables, 'MARKET_MAX_AGE_DAYS', MAX_AGE_DAYS, 0, 3650),
    waitSeconds: wholeIn(variables, 'MARKET_WAIT_SECONDS', 90, 1, 180),
    urls: each((name) => baseUrlIn(variables, name)),
    callsAMinute: each((name) => wholeIn(variables, callsOf(name), defaults[name].calls, 1, 1000)),
    massiveYears: wholeIn(variables, 'MARKET_MASSIVE_YEARS', 2, 1, 50),
    alpacaFeed: choiceIn(variables, 'MARKET_ALPACA_FEED', ['iex', 'sip', 'delayed_sip']),
    stooqHistory: choiceIn(variables, 'MARKET_STOOQ_HISTORY', ['adjusted', 'raw']),
    file,
  };
}

/**
 * The settings of price sources among some variables: those that are set, and nothing else. Checks them all.
 *
 * @throws {ConfigurationError} for the first that cannot be used, one that nobody knows included
 */
export function marketSettingsIn(variables: Variables): Record<string, string> {
  const unknown = Object.keys(variables).find((name) => ours.test(name) && !marketVariables.includes(name));
  if (unknown !== undefined) {
    throw new ConfigurationError(`${unknown} is no setting that Alex knows. There are: ${marketVariables.join(', ')}.`);
  }
  marketSettings(variables);
  return Object.fromEntries(
    marketVariables.flatMap((name): [string, string][] => {
      const value = textIn(variables, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function sourcesIn(text: string): SourceName[] {
  const names = text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  return [...new Set(names)].map((name) => {
    if (isSourceName(name)) return name;
    throw new ConfigurationError(`MARKET_SOURCES names "${name}". There are: ${sourceNames.join(', ')}.`);
  });
}

function textIn(variables: Variables, name: string): string | undefined {
  const value = variables[name]?.trim() ?? '';
  return value === '' ? undefined : value;
}

function wholeIn(variables: Variables, name: string, otherwise: number, low: number, high: number): number {
  const text = textIn(variables, name);
  if (text === undefined) return otherwise;
  const value = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new ConfigurationError(`${name} has to be a whole number from ${low} to ${high}; it is "${text}".`);
}

function choiceIn<const T extends string>(variables: Variables, name: string, choices: readonly [T, ...T[]]): T {
  const text = textIn(variables, name);
  const chosen = text === undefined ? choices[0] : choices.find((choice) => choice === text);
  if (chosen !== undefined) return chosen;
  throw new ConfigurationError(`${name} has to be one of ${choices.join(', ')}; it is "${text ?? ''}".`);
}

/** A key that travels unencrypted is anybody's: http is for a server on this machine alone. */
function baseUrlIn(variables: Variables, name: RemoteName): string {
  const text = textIn(variables, urlOf(name)) ?? defaults[name].url;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const loopback = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u.test(url.hostname);
  const fits = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback);
  if (!fits || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new ConfigurationError(`${urlOf(name)} has to be an https:// URL without a user, query or fragment.`);
  }
  return text.replace(/\/+$/u, '');
}
