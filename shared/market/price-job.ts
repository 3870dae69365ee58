import type { Queryable } from '../database/client.ts';
import { readHistory, readRates } from '../database/job-history.ts';
import { readJobInstruments } from '../database/job-instruments.ts';
import { readSnapshot } from '../database/job-lines.ts';
import { putJobHistory, putJobPrices, putJobRates, replaceJobQuotes, type FoundPrice } from '../database/job-market.ts';
import type { PriceDoubt, PricerAnswer } from '../schemas/market.ts';
import { whyUnasked, type Asking, type Matter } from './ask-sources.ts';
import { closesForFar } from './far-quotes.ts';
import { findHistories } from './find-histories.ts';
import { findPrices, type PriceSearch } from './find-prices.ts';
import { findRates } from './find-rates.ts';
import type { Asked, MarketSource } from './market-source.ts';
import { MarketMemory, NEWEST_WITHIN, type SourcedQuote } from './memory.ts';
import type { MarketSettings } from './settings.ts';
import { sourceTitles } from './source-names.ts';
import { tellFar, tellHistories, tellMadeGood, tellPrices, tellRates, type Unasked } from './tell.ts';
import { addDays, inNewYork, newestClose } from './trading-day.ts';
import { isNothing, wantedOf, type Wanted } from './wanted.ts';

export interface PriceJobOptions {
  settings: MarketSettings;
  sources: readonly MarketSource[];
  now: Date;
  onFailure: Asking['onFailure'];
}

const sourceOf = ({ from, source }: SourcedQuote): string => from ?? sourceTitles[source];

/**
 * Puts prices, exchange rates and past closes into a job's snapshot, where it lacks them or its own are too old, from the sources
 * in their order. What was once found for the job stays: asked again, it only looks for what is still missing. A source that
 * fails is a sentence in the answer; what the others say counts.
 */
export async function priceJob(
  db: Queryable,
  { jobId, asOf }: { jobId: string; asOf: string },
  { settings, sources, now, onFailure }: PriceJobOptions,
): Promise<PricerAnswer> {
  const lines = await readSnapshot(db, jobId);
  const exchangeRates = lines.some(({ currency }) => currency !== 'USD') ? await readRates(db, jobId) : [];
  const history = await readHistory(db, jobId);
  const wanted = wantedOf({ asOf, lines, exchangeRates, history }, settings);
  const answer: PricerAnswer = { prices: 0, rates: 0, histories: 0, told: [], problems: [] };
  if (isNothing(wanted)) return answer;

  const close = newestClose(asOf, now);
  const memory = await MarketMemory.of(db, remembered(wanted, close), { until: close, now });
  const about = { problems: [], answered: new Set<MarketSource['name']>(), failed: new Map() };
  const asking: Asking = { sources, memory, close, ...about, onFailure };
  try {
    const instruments = wanted.prices.length === 0 ? undefined : await readJobInstruments(db, jobId);
    const typed = wanted.prices.map((one) => ({ ...one, type: instruments?.get(one.symbol)?.type ?? null }));
    const search = await findPrices(asking, typed, asOf);
    const { found, doubted, apart } = search;
    await putJobPrices(
      db,
      jobId,
      found.map(({ quote, accounts }) => ({ ...foundPrice(quote), ...(accounts !== undefined && { accounts }) })),
    );
    answer.prices = found.length;
    if (found.length + apart.filter(({ accounts }) => accounts?.length === 0).length === typed.length) {
      madeGood(
        answer,
        asking,
        'prices',
        found.map(({ quote }) => quote),
      );
    }
    answer.doubted = doubted.slice(0, MOST_DOUBTED).flatMap(doubtOf);
    answer.told.push(...tellPrices(typed, search, sourceOf, (one) => unaskedOf(asking, one)));

    const rates = await findRates(asking, wanted.currencies, asOf);
    const newer = [...rates].filter(([code, { day }]) => {
      const own = exchangeRates.find(({ from }) => from === code);
      return own === undefined || own.asOf < day;
    });
    await putJobRates(
      db,
      jobId,
      newer.map(([currency, quote]) => ({ ...foundPrice(quote), currency })),
    );
    answer.rates = newer.length;
    if (rates.size === wanted.currencies.length) madeGood(answer, asking, 'exchange rates', [...rates.values()]);
    const unasked = whyUnasked(
      asking,
      sources.filter((source) => source.rates !== undefined),
    );
    answer.told.push(...tellRates(wanted.currencies, { found: rates, own: exchangeRates, sourceOf, unasked }));
    await memory.store(db);

    const { day: today } = inNewYork(now);
    const past = await findHistories(asking, wanted.histories, history?.transactions ?? [], today);
    await putJobHistory(db, jobId, [...past.closes.values()].flat().map(foundPrice));
    const far = closesForFar(history?.prices ?? new Map(), past.closes);
    await replaceJobQuotes(db, jobId, far.map(foundPrice));
    const whole = [...past.closes].filter(([symbol]) => !past.wanting.has(symbol));
    answer.histories = whole.length;
    if (past.wanting.size === 0) madeGood(answer, asking, 'past closes', []);
    answer.told.push(...tellHistories(past, wanted.histories), ...tellFar(far));
  } finally {
    await memory.store(db);
  }
  answer.problems.push(...asking.problems.map(({ told }) => told));
  return answer;
}

/** A failure after which there is something of everything is told with what stands in for it, and leaves nothing wanting. */
function madeGood(answer: PricerAnswer, asking: Asking, matter: Matter, found: readonly SourcedQuote[]): void {
  const { failed, close } = asking;
  // What a source that failed has said of an earlier day is its own, from another run.
  const before = found.filter(({ source, day }) => failed.has(source) && day < close).map(({ symbol }) => symbol);
  const good = asking.problems.filter((problem) => problem.matter === matter);
  asking.problems = asking.problems.filter((problem) => problem.matter !== matter);
  answer.told.push(...good.map(({ told }) => tellMadeGood(told, `the ${matter}`, before)));
}

/** Why nobody can say that there is no price of an instrument, of the sources that may have one. */
function unaskedOf(asking: Asking, one: Asked): Unasked {
  return whyUnasked(
    asking,
    asking.sources.filter((source) => source.latest !== undefined && source.serves(one)),
  );
}

/** As many as a report lists. */
const MOST_DOUBTED = 50;

function doubtOf({ wanted: { symbol, currency, own }, quote }: PriceSearch['doubted'][number]): PriceDoubt[] {
  if (own === null) return [];
  const market = { price: Number(quote.price), asOf: quote.day, source: sourceOf(quote) };
  return [{ symbol, currency, used: { price: own.price, asOf: own.asOf }, market }];
}

const foundPrice = (quote: SourcedQuote): FoundPrice => ({
  symbol: quote.symbol,
  currency: quote.currency,
  price: quote.price,
  day: quote.day,
  source: sourceOf(quote),
});

/** Everything that sources may have said before of what is wanted, each from the first day that matters. */
function remembered({ prices, currencies, histories }: Wanted, close: string): { symbol: string; from: string }[] {
  const recent = addDays(close, -NEWEST_WITHIN);
  const first = new Map<string, string>();
  for (const { symbol } of prices) first.set(symbol, recent);
  for (const currency of currencies) first.set(`${currency}/USD`, recent);
  for (const { symbol, from } of histories) first.set(symbol, from < recent ? from : recent);
  return [...first].map(([symbol, from]) => ({ symbol, from }));
}
