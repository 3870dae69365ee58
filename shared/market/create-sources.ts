import { blockSource, takeToken } from '../database/market-limits.ts';
import type { Queryable } from '../database/client.ts';
import type { MarketSource } from './market-source.ts';
import type { Keys } from './market-keys.ts';
import type { MarketSettings, RemoteName } from './settings.ts';
import { remoteTitles, type SourceName } from './source-names.ts';
import { sourceCall, type Call, type CallRules, type Limiter } from './source-call.ts';
import { alpaca } from './sources/alpaca.ts';
import { ecb } from './sources/ecb.ts';
import { massive, type Bar } from './sources/massive.ts';
import { priceFile } from './sources/price-file.ts';
import { stooq } from './sources/stooq.ts';

export interface SourceSurroundings {
  db: Queryable;
  keys: Keys;
  /** The job's day, ISO date. */
  asOf: string;
  now: () => Date;
  /** What is left of the time for all calls, milliseconds. */
  left: () => number;
  rules?: Partial<CallRules>;
}

/** The sources that the settings name, in their order; their calls are limited together with those of every other function. */
export function createSources(settings: MarketSettings, around: SourceSurroundings): MarketSource[] {
  const { db, keys, asOf, now, left, rules = {} } = around;
  const callOf = (name: RemoteName, own: Partial<CallRules>): Call => {
    const limit = { calls: settings.callsAMinute[name], seconds: 60 };
    const limiter: Limiter = {
      take: () => takeToken(db, name, limit),
      block: (milliseconds) => blockSource(db, name, milliseconds),
    };
    return sourceCall({ title: remoteTitles[name], limiter, left, rules: own });
  };
  const markets = new Map<string, Bar[]>();
  const create = (name: SourceName, own: Partial<CallRules>): MarketSource => {
    if (name === 'file') return priceFile({ path: settings.file ?? '', asOf, today: now().toISOString().slice(0, 10) });
    const [url, call] = [settings.urls[name], callOf(name, own)];
    if (name === 'massive')
      return massive({ url, call, key: keys.massive, years: settings.massiveYears, now, markets });
    if (name === 'alpaca') return alpaca({ url, call, key: keys.alpaca, feed: settings.alpacaFeed });
    if (name === 'stooq') return stooq({ url, call, history: settings.stooqHistory });
    return ecb({ url, call });
  };
  return settings.sources.map((name) => ({ ...create(name, rules), atOnce: create(name, { ...rules, ...AT_ONCE }) }));
}

/** One try; a token that is not back within half a second is not waited for. */
const AT_ONCE: Partial<CallRules> = { waits: [], limitedTries: 0, tokenMs: 500 };
