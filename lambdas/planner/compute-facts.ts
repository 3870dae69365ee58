import type { JobFacts } from '../../shared/database/job-facts.ts';
import type { JobHistory } from '../../shared/database/job-history.ts';
import type { ClaimedJob } from '../../shared/database/jobs.ts';
import { analyze } from '../../shared/finance/analyze.ts';
import { factsOf } from '../../shared/finance/facts.ts';
import type { AnalysisPlan } from '../../shared/schemas/analysis-plan.ts';
import type { Analysis, ExchangeRate, SnapshotLine } from '../../shared/schemas/analysis.ts';
import type { Instrument } from '../../shared/schemas/classification.ts';
import type { InputNotes, NoteTopic } from '../../shared/schemas/input-notes.ts';
import type { PriceDoubt } from '../../shared/schemas/market.ts';

/** What a job knows of the portfolio: all that its figures are computed from. */
export interface Snapshot {
  lines: SnapshotLine[];
  instruments: ReadonlyMap<string, Instrument>;
  exchangeRates: ExchangeRate[];
  history: JobHistory | undefined;
  /** Prices that the market's are far from. */
  doubted?: readonly PriceDoubt[] | undefined;
}

/** What a request's notes are counted as, each by its topic. */
const COUNTED = {
  taxation: 'taxationAssumed',
  left_out: 'leftOutOfInput',
  older_copy: 'olderCopiesInInput',
  twice: 'twiceInInput',
  unsure: 'unsureOfInput',
  unvested: 'unvestedInInput',
  in_doubt: 'inDoubtInInput',
} as const satisfies Partial<Record<NoteTopic, keyof Analysis>>;

/** Accounts that were taken as taxable for want of anything better, what was left out, and what is in doubt, when the request was made. */
function readFrom(notes: InputNotes): Partial<Pick<Analysis, (typeof COUNTED)[keyof typeof COUNTED]>> {
  const counted: Partial<Record<NoteTopic, string>> = COUNTED;
  const counts = notes.flatMap(({ topic, items, more }) => {
    const field = counted[topic];
    return field === undefined ? [] : [[field, items.length + more] as const];
  });
  return Object.fromEntries(counts);
}

/** What of the value rests on prices that the market's are far from: how much, the largest first. */
function doubts({ holdings }: Analysis, doubted: readonly PriceDoubt[]): Pick<Analysis, 'doubted'> {
  const counted = doubted.flatMap((doubt) => {
    const all = holdings.filter(({ symbol }) => symbol === doubt.symbol);
    // Where its lines hold several things, of the one whose price is doubted.
    const own = all.filter(({ price, priceAsOf }) => price === doubt.used.price && priceAsOf === doubt.used.asOf);
    const mine = own.length > 0 ? own : all;
    const [first] = mine;
    if (first === undefined) return [];
    const value = mine.reduce((sum, one) => sum + one.value, 0);
    const weight = mine.reduce((sum, one) => sum + one.weight, 0);
    return [{ ...doubt, name: first.name, value, weight }];
  });
  return counted.length === 0 ? {} : { doubted: counted.toSorted((a, b) => b.weight - a.weight) };
}

/** Every figure of a job, from its snapshot alone: the same snapshot and seed give the same figures. */
export function computeFacts(
  { asOf, seed, request }: Pick<ClaimedJob, 'asOf' | 'seed' | 'request'>,
  { lines, instruments, exchangeRates, history, doubted = [] }: Snapshot,
  plan: AnalysisPlan,
): JobFacts {
  const { goals, plan: ownPlan, targets, rebalancing, question, example, notes = [] } = request;
  const analysis = analyze({
    asOf,
    baseCurrency: 'USD',
    lines,
    instruments,
    seed,
    exchangeRates,
    ...(history !== undefined && { history }),
    ...(goals !== null && { goals }),
    ...(ownPlan !== undefined && { plan: ownPlan }),
    ...(targets !== null && { targets }),
    ...(rebalancing !== undefined && { rebalancing }),
    ...(question !== undefined && { question: plan }),
  });
  const asked = analysis.question && question !== undefined && { question: { ...analysis.question, asked: question } };
  const known = {
    ...analysis,
    ...asked,
    ...(example === true && { example }),
    ...readFrom(notes),
    ...doubts(analysis, doubted),
  };
  return { analysis: known, facts: factsOf(known) };
}
