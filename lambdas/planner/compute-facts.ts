import type { JobFacts } from '../../shared/database/job-facts.ts';
import type { JobHistory } from '../../shared/database/job-history.ts';
import type { ClaimedJob } from '../../shared/database/jobs.ts';
import { analyze } from '../../shared/finance/analyze.ts';
import { factsOf } from '../../shared/finance/facts.ts';
import type { AnalysisPlan } from '../../shared/schemas/analysis-plan.ts';
import type { Analysis, ExchangeRate, SnapshotLine } from '../../shared/schemas/analysis.ts';
import type { Instrument } from '../../shared/schemas/classification.ts';
import type { InputNotes } from '../../shared/schemas/input-notes.ts';
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

/** Accounts that were taken as taxable for want of anything better, what was left out, and what may be far off, when the request was made. */
function readFrom(notes: InputNotes): Pick<Analysis, 'taxationAssumed' | 'leftOutOfInput' | 'unsureOfInput'> {
  const [assumed, left, unsure] = (['taxation', 'left_out', 'unsure'] as const).map((topic) => {
    const group = notes.find((one) => one.topic === topic);
    return group && group.items.length + group.more;
  });
  return {
    ...(assumed !== undefined && { taxationAssumed: assumed }),
    ...(left !== undefined && { leftOutOfInput: left }),
    ...(unsure !== undefined && { unsureOfInput: unsure }),
  };
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
