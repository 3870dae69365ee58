import { reasonFor } from '../../shared/middleware/failure.ts';
import type { Database } from '../../shared/database/client.ts';
import { readFacts, saveFactsOfStep, type JobFacts } from '../../shared/database/job-facts.ts';
import { readHistory, readRates } from '../../shared/database/job-history.ts';
import { readJobInstruments } from '../../shared/database/job-instruments.ts';
import { readSnapshot } from '../../shared/database/job-lines.ts';
import type { ClaimedJob } from '../../shared/database/jobs.ts';
import { abandonStep, claimStep, skipStep, stepEnd, type StepEnd } from '../../shared/database/job-steps.ts';
import { LEASE_SECONDS } from '../../shared/middleware/heartbeat.ts';
import type { AnalysisPlan } from '../../shared/schemas/analysis-plan.ts';
import type { Analysis, SnapshotLine } from '../../shared/schemas/analysis.ts';
import type { UnclassifiedInstrument } from '../../shared/prompts/tagger.ts';
import type { Instrument } from '../../shared/schemas/classification.ts';
import type { PricerAnswer } from '../../shared/schemas/market.ts';
import { askPricer } from './ask-pricer.ts';
import { computeFacts } from './compute-facts.ts';
import { invokeAgent } from './invoke-agent.ts';

/** The share of the time left that the tagger may take: who writes comes after it. */
const BEFORE_THE_WRITERS = 0.5;

/**
 * From the snapshot to the facts, once a job: asks the tagger about instruments that nobody has classified, then computes and
 * stores every figure. A tagger that fails leaves them unclassified, which the report says.
 */
export async function prepareFacts(
  db: Database,
  job: ClaimedJob,
  owner: string,
  plan: AnalysisPlan,
): Promise<JobFacts> {
  const claim = { owner, leaseSeconds: LEASE_SECONDS, takeOver: true };
  const stored = job.attempt > 1 ? await readFacts(db, job.id) : undefined;
  if (stored !== undefined) {
    // Nothing had a value then either; or another planner had the step when its last owner stored the facts.
    const claimed = await claimStep(db, job.id, 'price', claim);
    if (claimed !== undefined) {
      const end = pricingEnd({ lines: await readSnapshot(db, job.id), analysis: stored.analysis });
      await stepEnd(db, job.id, 'price', owner, end);
    }
    return stored;
  }

  // What does not wait for one another is asked for at once: each is a round trip.
  const read = await Promise.all([
    readSnapshot(db, job.id),
    readHistory(db, job.id),
    readJobInstruments(db, job.id),
  ] as const);
  let [lines, history, instruments] = read;
  const foreign = lines.some(({ currency }) => currency !== 'USD');
  let exchangeRates = foreign ? await readRates(db, job.id) : [];
  const unknown = unclassified(lines, instruments);
  if (unknown.length === 0) {
    const why = 'Every instrument was classified already.';
    await Promise.all([skipStep(db, job.id, 'tag', why), claimStep(db, job.id, 'price', claim)]);
  } else {
    const tagged = await invokeAgent(db, 'tag', 'tagger', { jobId: job.id, instruments: unknown }, BEFORE_THE_WRITERS);
    [instruments] = await Promise.all([
      tagged ? readJobInstruments(db, job.id) : instruments,
      claimStep(db, job.id, 'price', claim),
    ]);
  }

  try {
    // After the tagger: what something is says whether an exchange can have a price of it.
    const market = await askPricer(job.id, { asOf: job.asOf, lines, exchangeRates, history });
    if (market !== undefined && market.prices > 0) lines = await readSnapshot(db, job.id);
    if (market !== undefined && market.rates > 0) exchangeRates = await readRates(db, job.id);
    if (market !== undefined && market.histories > 0) history = await readHistory(db, job.id);
    const computed = computeFacts(job, { lines, instruments, exchangeRates, history, doubted: market?.doubted }, plan);
    const end = pricingEnd({ lines, analysis: computed.analysis, market });
    await saveFactsOfStep(db, job.id, computed, { owner, end });
    return computed;
  } catch (error) {
    await abandonStep(db, job.id, 'price', reasonFor(error));
    throw error;
  }
}

/** Where nothing has a value there are no figures to call computed. */
function pricingEnd({ lines, analysis, market }: Priced): StepEnd {
  const { totals, excludedCount } = analysis;
  const { told = [], problems = [] } = market ?? {};
  if (excludedCount > 0 && totals.holdings === 0 && totals.cash === 0) {
    const none = excludedCount === 1 ? 'The one position has' : `None of the ${excludedCount} positions has`;
    const no =
      excludedCount === 1 ? 'no price or no exchange rate' : 'a price and, where it needs one, an exchange rate';
    const why = `${none} ${no}, so nothing could be valued.`;
    return { status: 'failed', error: [why, ...problems, ...told].join(' ') };
  }
  if (lines.every(({ kind, quantity }) => kind === 'cash' && quantity === 0)) {
    return { status: 'failed', error: 'There is no position and no cash, so nothing could be valued.' };
  }
  const what = `${priced(lines)}${unvalued(analysis)}`;
  const detail = market === undefined ? what : [`${what}.`, ...problems, ...told].join(' ');
  return { status: 'completed', result: market ?? null, detail, degraded: problems.length > 0 };
}

interface Priced {
  lines: readonly SnapshotLine[];
  analysis: Analysis;
  market?: PricerAnswer | undefined;
}

function unclassified(lines: readonly SnapshotLine[], known: ReadonlyMap<string, Instrument>) {
  const unknown = new Map<string, UnclassifiedInstrument>();
  for (const { kind, symbol, name, currency } of lines) {
    if (kind !== 'holding' || known.has(symbol)) continue;
    unknown.set(symbol, { symbol, name, ...(currency !== 'USD' && { currency }) });
  }
  return [...unknown.values()];
}

/** A price in a currency without a rate values nothing. */
function unvalued({ excluded, baseCurrency }: Analysis): string {
  const unrated = excluded.filter(({ reason }) => reason === 'no_exchange_rate');
  if (unrated.length === 0) return '';
  const pairs = [...new Set(unrated.map(({ currency = '' }) => `${currency}/${baseCurrency}`))].slice(0, 5).join(', ');
  return `; no exchange rate ${pairs} for ${unrated.length} of them`;
}

function priced(lines: readonly SnapshotLine[]): string {
  const holdings = lines.filter(({ kind }) => kind === 'holding');
  const days = holdings.flatMap(({ priceAsOf }) => priceAsOf ?? []).sort();
  const [first] = days;
  const last = days.at(-1);
  const only = holdings.length === 1;
  if (first === undefined || last === undefined) {
    if (holdings.length === 0) return 'There is cash alone, which needs no price';
    return only ? 'The one position has no price' : `0 of ${holdings.length} positions have a price`;
  }
  const have = only ? 'The one position has' : `${days.length} of ${holdings.length} positions have`;
  return `${have} a price, ${first === last ? `of ${first}` : `of ${first} to ${last}`}`;
}
